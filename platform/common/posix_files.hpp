// Files of a POSIX system as the core's FileStore: every write goes to a temporary file beside the target, is synced,
// renamed over it, and the folder is synced. Paths are taken as they are. One instance serves one thread.
#pragma once

#include "core/ports/file_store.hpp"

namespace kindling {

class PosixFiles final : public FileStore {
 public:
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t limit) const override;
  [[nodiscard]] Result<void> write(const std::string& path, ByteView bytes) override;
  [[nodiscard]] Result<bool> create(const std::string& path, ByteView bytes) override;
  [[nodiscard]] Result<void> rename(const std::string& from, const std::string& to) override;
  [[nodiscard]] Result<void> remove(const std::string& path) override;
  [[nodiscard]] Result<void> make_folder(const std::string& path) override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;
  [[nodiscard]] std::uint64_t size(const std::string& path) const override;
};

}  // namespace kindling
