#include "platform/common/folder_store.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string_view>
#include <utility>

#include "core/sync/store_names.hpp"
#include "platform/common/descriptor.hpp"

namespace kindling {
namespace {

constexpr std::size_t kMostEntries = 65'536;  // in one folder; ours hold a few hundred
constexpr std::chrono::hours kStale{24};
constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
// Without O_NONBLOCK a pipe would keep us waiting before it can be told from a file.
constexpr int kOpenFile = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
constexpr mode_t kFolderBits = S_ISGID | S_IRWXU | S_IRWXG | S_IRWXO;
constexpr mode_t kFileBits = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;

Error error_for(int number) {
  switch (number) {
    case ENOENT: return not_found("there is no such file in the store");
    case EACCES:
    case EPERM:
      return failed("the store's folder can't be used; check that it belongs to you, or that you may write to it");
    case EROFS: return failed("the store's folder is read-only; choose one that can be written");
    case ENOSPC:
    case EDQUOT: return failed("the disk of the store's folder is full; free some space there and try again");
    case ELOOP:
    case ENOTDIR:
    case EISDIR: return failed("something else is where the store keeps a file or folder; move it away and try again");
    case ENAMETOOLONG: return failed("the path of the store's folder is too long; choose a shorter one");
    default: return failed("the disk of the store's folder reported an error; check it and try again");
  }
}

bool is_missing(int number) { return number == ENOENT || number == ENOTDIR || number == ELOOP; }

// Names of a path, one after the other.
std::string_view take_name(std::string_view& path) {
  const std::string_view name = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(name.size() + 1, path.size()));
  return name;
}

Result<Descriptor> open_root(const std::string& folder) {
  Descriptor root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (root.ok()) return root;
  if (is_missing(errno))
    return failed("the store's folder isn't there; connect the disk that it is on, or set the store anew");
  return error_for(errno);
}

// Fails with not_found where a folder on the way is missing, or is something else.
Result<Descriptor> open_below(Descriptor root, std::string_view folder) {
  while (!folder.empty()) {
    Descriptor next(::openat(root.get(), std::string(take_name(folder)).c_str(), kOpenFolder));
    if (!next.ok()) return is_missing(errno) ? error_for(ENOENT) : error_for(errno);
    root = std::move(next);
  }
  return root;
}

Result<void> sync(int descriptor) {
  // Some file systems can't sync a folder; the rename is then as durable as they make it.
  if (::fsync(descriptor) != 0 && errno != EINVAL) return error_for(errno);
  return {};
}

// As open_below, and makes what is missing, with `mode` as far as the file system has such a thing.
Result<Descriptor> make_below(Descriptor root, std::string_view folder, mode_t mode) {
  while (!folder.empty()) {
    const std::string name(take_name(folder));
    const bool made = ::mkdirat(root.get(), name.c_str(), S_IRWXU) == 0;
    if (!made && errno != EEXIST) return error_for(errno);
    Descriptor next(::openat(root.get(), name.c_str(), kOpenFolder));
    if (!next.ok()) return error_for(errno);
    if (made) {
      static_cast<void>(::fchmod(next.get(), mode & kFolderBits));
      if (auto synced = sync(root.get()); !synced) return synced.error();
    }
    root = std::move(next);
  }
  return root;
}

Result<void> write_all(int descriptor, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return error_for(written == 0 ? ENOSPC : errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

// A new synced file. Nothing is left behind after a failure.
Result<void> write_new(int folder, const std::string& name, ByteView bytes, mode_t mode) {
  Descriptor file(
      ::openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file.ok()) return error_for(errno);
  static_cast<void>(::fchmod(file.get(), (mode & kFileBits) | S_IRUSR | S_IWUSR));
  Result<void> done = write_all(file.get(), bytes);
  if (done && ::fsync(file.get()) != 0) done = error_for(errno);
  if (!file.close() && done) done = error_for(errno);
  if (!done) ::unlinkat(folder, name.c_str(), 0);
  return done;
}

Result<Bytes> read_all(int descriptor, std::size_t size) {
  Bytes bytes(size);
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t got = ::read(descriptor, bytes.data() + filled, size - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return error_for(errno);
    if (got == 0) break;  // it became shorter meanwhile: whoever reads verifies
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

bool is_stale(const struct stat& status, Instant now) {
  return now - Instant(std::chrono::seconds(status.st_mtime)) > kStale;
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

FolderStore::FolderStore(std::string folder, const Clock& clock, Random& random)
    : folder_(std::move(folder)), clock_(clock), random_(random) {}

Result<std::vector<StoreEntry>> FolderStore::list(const std::string& folder) {
  if (auto checked = check_store_folder(folder); !checked) return checked.error();
  auto root = open_root(folder_);
  if (!root) return root.error();
  auto opened = open_below(std::move(*root), folder);
  std::vector<StoreEntry> entries;
  if (!opened) {
    if (opened.error().code == ErrorCode::not_found) return entries;
    return opened.error();
  }
  const int descriptor = opened->get();
  const std::unique_ptr<DIR, CloseFolder> names(::fdopendir(descriptor));
  if (!names) return error_for(errno);
  static_cast<void>(opened->release());
  const Instant now = clock_.now();
  std::size_t seen = 0;
  for (;;) {
    errno = 0;
    const dirent* next = ::readdir(names.get());
    if (next == nullptr) break;
    if (++seen > kMostEntries) return failed("a folder of the store holds too many files; clear away what isn't ours");
    const std::string_view name = next->d_name;
    const bool is_temporary = is_temporary_store_name(name);
    if (!is_temporary && !is_store_name(name)) continue;
    struct stat status {};
    if (::fstatat(descriptor, next->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode)) continue;
    if (!is_temporary)
      entries.push_back({std::string(name), static_cast<std::uint64_t>(status.st_size)});
    else if (is_stale(status, now))
      ::unlinkat(descriptor, next->d_name, 0);
  }
  if (errno != 0) return error_for(errno);
  return entries;
}

Result<Bytes> FolderStore::get(const std::string& path, std::size_t limit) {
  if (auto checked = check_store_path(path); !checked) return checked.error();
  auto root = open_root(folder_);
  if (!root) return root.error();
  const auto [folder, name] = split_store_path(path);
  const auto opened = open_below(std::move(*root), folder);
  if (!opened) return opened.error();
  const Descriptor file(::openat(opened->get(), std::string(name).c_str(), kOpenFile));
  // A socket can't be opened at all (ENXIO).
  if (!file.ok()) return is_missing(errno) || errno == ENXIO ? error_for(ENOENT) : error_for(errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return error_for(errno);
  if (!S_ISREG(status.st_mode)) return error_for(ENOENT);
  if (static_cast<std::uint64_t>(status.st_size) > limit)
    return invalid("a file in the store is larger than the " + std::to_string(limit) + " bytes that are expected");
  return read_all(file.get(), static_cast<std::size_t>(status.st_size));
}

Result<void> FolderStore::put(const std::string& path, ByteView bytes) {
  if (auto checked = check_store_path(path); !checked) return checked.error();
  auto root = open_root(folder_);
  if (!root) return root.error();
  struct stat status {};
  if (::fstat(root->get(), &status) != 0) return error_for(errno);
  const auto [folder, name] = split_store_path(path);
  const auto opened = make_below(std::move(*root), folder, status.st_mode);
  if (!opened) return opened.error();
  const std::string temporary = temporary_store_name(random_);
  if (auto written = write_new(opened->get(), temporary, bytes, status.st_mode); !written) return written;
  if (::renameat(opened->get(), temporary.c_str(), opened->get(), std::string(name).c_str()) != 0) {
    const int number = errno;
    ::unlinkat(opened->get(), temporary.c_str(), 0);
    return error_for(number);
  }
  return sync(opened->get());
}

Result<void> FolderStore::remove(const std::string& path) {
  if (auto checked = check_store_path(path); !checked) return checked.error();
  auto root = open_root(folder_);
  if (!root) return root.error();
  const auto [folder, name] = split_store_path(path);
  const auto opened = open_below(std::move(*root), folder);
  if (!opened) {
    if (opened.error().code == ErrorCode::not_found) return {};
    return opened.error();
  }
  if (::unlinkat(opened->get(), std::string(name).c_str(), 0) != 0 && errno != ENOENT) return error_for(errno);
  return {};
}

}  // namespace kindling
