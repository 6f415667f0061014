#include "platform/common/posix_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "platform/common/descriptor.hpp"

namespace kindling {
namespace {

namespace fs = std::filesystem;

Error error_for(int number) {
  switch (number) {
    case ENOENT: return not_found("there is no such file or folder; check its name");
    case EACCES:
    case EPERM: return failed("the file or folder can't be used; check that it belongs to you and its permissions");
    case EROFS: return failed("the disk is read-only; choose a place that can be written");
    case ENOSPC:
    case EDQUOT: return failed("the disk is full; free some space and try again (nothing was changed)");
    case EISDIR: return invalid("that is a folder; name a file");
    case ENOTDIR: return invalid("a part of the path is a file; name a folder there");
    case ENAMETOOLONG: return invalid("the path is too long; choose a shorter one");
    default: return failed("the disk reported an error; check it and try again (nothing was changed)");
  }
}

std::string folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

Result<void> sync_folder(const std::string& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.ok()) return error_for(errno);
  // Some file systems can't sync a folder; the rename is then as durable as they make it.
  if (::fsync(fd.get()) != 0 && errno != EINVAL) return error_for(errno);
  return {};
}

Result<void> write_all(int fd, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return error_for(written == 0 ? ENOSPC : errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

// A new synced file beside `path`. Its name is returned; nothing is left behind after a failure.
Result<std::string> write_temporary(const std::string& path, ByteView bytes) {
  std::string name = path + ".XXXXXX";
  Descriptor fd(::mkostemp(name.data(), O_CLOEXEC));  // 0600
  if (!fd.ok()) return error_for(errno);
  Result<void> done = write_all(fd.get(), bytes);
  if (done && ::fsync(fd.get()) != 0) done = error_for(errno);
  if (!fd.close() && done) done = error_for(errno);
  if (!done) {
    ::unlink(name.c_str());
    return done.error();
  }
  return name;
}

}  // namespace

bool PosixFiles::exists(const std::string& path) const {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

Result<Bytes> PosixFiles::read(const std::string& path, std::size_t limit) const {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.ok()) return error_for(errno);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) return error_for(errno);
  if (S_ISDIR(status.st_mode)) return error_for(EISDIR);
  Bytes bytes;
  if (status.st_size > 0) bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), limit) + 1);
  // Pipes have no size: read on until the end, but never past the limit.
  while (bytes.size() <= limit) {
    const std::size_t start = bytes.size();
    std::size_t room = std::min<std::size_t>(limit + 1 - start, 1 << 20);
    // Never past what was reserved while there is some left: growing would hold a large file twice.
    if (bytes.capacity() > start) room = std::min(room, bytes.capacity() - start);
    bytes.resize(start + room);
    const ssize_t got = ::read(fd.get(), bytes.data() + start, room);
    if (got < 0 && errno == EINTR) {
      bytes.resize(start);
      continue;
    }
    if (got < 0) return error_for(errno);
    bytes.resize(start + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
  }
  return invalid("the file is larger than " + std::to_string(limit) + " bytes; choose a smaller one");
}

Result<void> PosixFiles::write(const std::string& path, ByteView bytes) {
  if (auto made = make_folder(folder_of(path)); !made) return made;
  auto temporary = write_temporary(path, bytes);
  if (!temporary) return temporary.error();
  auto renamed = rename(*temporary, path);
  if (!renamed) ::unlink(temporary->c_str());
  return renamed;
}

Result<bool> PosixFiles::create(const std::string& path, ByteView bytes) {
  if (auto made = make_folder(folder_of(path)); !made) return made.error();
  auto temporary = write_temporary(path, bytes);
  if (!temporary) return temporary.error();
  const int status = ::link(temporary->c_str(), path.c_str());
  const int number = errno;
  ::unlink(temporary->c_str());
  if (status != 0) return number == EEXIST ? Result<bool>(false) : Result<bool>(error_for(number));
  if (auto synced = sync_folder(folder_of(path)); !synced) return synced.error();
  return true;
}

Result<void> PosixFiles::rename(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return error_for(errno);
  return sync_folder(folder_of(to));
}

Result<void> PosixFiles::remove(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return error_for(errno);
  return {};
}

Result<void> PosixFiles::make_folder(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return {};
  const std::string parent = folder_of(path);
  if (parent != path && parent != ".") {
    if (auto made = make_folder(parent); !made) return made;
  }
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return error_for(errno);
  return {};
}

std::vector<std::string> PosixFiles::list(const std::string& folder) const {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::uint64_t PosixFiles::size(const std::string& path) const {
  std::error_code error;
  const std::uintmax_t bytes = fs::file_size(path, error);
  return error ? 0 : bytes;
}

}  // namespace kindling
