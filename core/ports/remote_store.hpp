// Port: the store that a couple already has, a folder that something else carries or a WebDAV share. It is dumb and not
// trusted: it may lose, delay, cut off, mix up or bring back anything, so whoever reads verifies, and what isn't there
// proves nothing. Paths are relative to the store's root, of plain names (lower-case letters, digits, `-` and `.`)
// joined by `/`. One instance serves one thread; every call may block for as long as the store's limits allow.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace kindling {

struct StoreEntry {
  std::string name;  // without the folder
  std::uint64_t size = 0;
  friend bool operator==(const StoreEntry&, const StoreEntry&) = default;
};

class RemoteStore {
 public:
  virtual ~RemoteStore() = default;

  // The plain files of one folder, in no order; none where there is no such folder. Temporary files of ours are left
  // out. Fails with failed where the store can't be reached or answers what can't be understood.
  [[nodiscard]] virtual Result<std::vector<StoreEntry>> list(const std::string& folder) = 0;

  // A whole file. Fails with not_found where it isn't there, with invalid where it holds more than `limit` bytes (no
  // more than that is read), with failed where the store can't be reached.
  [[nodiscard]] virtual Result<Bytes> get(const std::string& path, std::size_t limit) = 0;

  // Puts the file there whole, as far as this store can: under another name first, then renamed; folders are made as
  // needed. One of the same name is replaced. Success means "perhaps": callers read it back before they rely on it.
  [[nodiscard]] virtual Result<void> put(const std::string& path, ByteView bytes) = 0;

  // Removes a file; one that isn't there is fine.
  [[nodiscard]] virtual Result<void> remove(const std::string& path) = 0;
};

}  // namespace kindling
