// Port: small files of one folder (the home), by plain name or by path for what a person names. All-or-nothing writes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace kindling {

class FileStore {
 public:
  virtual ~FileStore() = default;

  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  // The whole file. Fails with not_found where it isn't there, with invalid where it holds more than `limit` bytes,
  // with failed where it can't be read (a folder, another user's file, an I/O error).
  [[nodiscard]] virtual Result<Bytes> read(const std::string& path, std::size_t limit) const = 0;
  // Replaces or makes the file atomically and durably, readable by its owner alone (0600): after a crash the
  // file holds either all of the old or all of the new bytes. The folder is made if it is missing (0700).
  [[nodiscard]] virtual Result<void> write(const std::string& path, ByteView bytes) = 0;
  // As write, but only where there is no such file yet; false where there is one (nothing is changed then).
  [[nodiscard]] virtual Result<bool> create(const std::string& path, ByteView bytes) = 0;
  // Renames durably, over an existing file too.
  [[nodiscard]] virtual Result<void> rename(const std::string& from, const std::string& to) = 0;
  // Removes a file; one that isn't there is fine.
  [[nodiscard]] virtual Result<void> remove(const std::string& path) = 0;
  [[nodiscard]] virtual Result<void> make_folder(const std::string& path) = 0;
  // Names (without the path) of the plain files in a folder, sorted; empty where there is none.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder) const = 0;
  [[nodiscard]] virtual std::uint64_t size(const std::string& path) const = 0;
};

}  // namespace kindling
