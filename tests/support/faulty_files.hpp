// Real files that fail where a test says: a folder that is full or can't be written, or everything after some changes,
// as where a program is killed. Counts what is written. One thread.
#pragma once

#include <limits>
#include <string>

#include "platform/common/posix_files.hpp"

namespace kindling {

class FaultyFiles final : public FileStore {
 public:
  std::string bad_folder;  // changes of paths that begin so fail
  Error error = failed("the disk is full; free some space and try again (nothing was changed)");
  int good_changes = std::numeric_limits<int>::max();  // that many, then none
  int written = 0;                                     // files

  [[nodiscard]] bool exists(const std::string& path) const override { return files_.exists(path); }
  [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t limit) const override {
    return files_.read(path, limit);
  }
  [[nodiscard]] Result<void> write(const std::string& path, ByteView bytes) override {
    if (fails(path)) return error;
    ++written;
    return files_.write(path, bytes);
  }
  [[nodiscard]] Result<bool> create(const std::string& path, ByteView bytes) override {
    if (fails(path)) return error;
    return files_.create(path, bytes);
  }
  [[nodiscard]] Result<void> rename(const std::string& from, const std::string& to) override {
    if (fails(to)) return error;
    return files_.rename(from, to);
  }
  [[nodiscard]] Result<void> remove(const std::string& path) override {
    if (fails(path)) return error;
    return files_.remove(path);
  }
  [[nodiscard]] Result<void> make_folder(const std::string& path) override { return files_.make_folder(path); }
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override { return files_.list(folder); }
  [[nodiscard]] std::uint64_t size(const std::string& path) const override { return files_.size(path); }

 private:
  bool fails(const std::string& path) {
    return (!bad_folder.empty() && path.starts_with(bad_folder)) || good_changes-- <= 0;
  }
  PosixFiles files_;
};

}  // namespace kindling
