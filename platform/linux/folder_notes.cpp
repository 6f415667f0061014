#include "platform/linux/folder_notes.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <utility>

#include "core/sync/store_names.hpp"

namespace kindling {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFolders = 4096;  // a couple's ten years make some tens
constexpr std::uint32_t kArrivals =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

}  // namespace

std::unique_ptr<FolderNotes> FolderNotes::start(const std::string& folder) {
  Descriptor notes(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!notes.ok()) return nullptr;
  std::unique_ptr<FolderNotes> made(new FolderNotes(std::move(notes)));
  return made->watch(folder, 0) ? std::move(made) : nullptr;
}

bool FolderNotes::watch(const std::string& folder, int depth) {
  if (watched_.size() >= kMostFolders) return false;
  const std::uint32_t links = depth == 0 ? 0U : IN_DONT_FOLLOW;
  const int number = inotify_add_watch(notes_.get(), folder.c_str(), kArrivals | links);
  if (number < 0) return false;
  watched_[number] = {folder, depth};
  if (depth == 0) root_ = number;
  if (depth + 1 >= static_cast<int>(kStoreDepthLimit)) return true;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_directory(ignored) && !entry->is_symlink(ignored) && is_store_name(entry->path().filename().string()))
      watch(entry->path().string(), depth + 1);
  }
  return true;
}

bool FolderNotes::take() {
  alignas(inotify_event) std::array<char, 16'384> bytes{};
  bool matters = false;
  for (;;) {
    const ssize_t size = read(notes_.get(), bytes.data(), bytes.size());
    if (size <= 0) return matters;
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof event);
      matters = note(event.wd, event.mask, event.len > 0 ? bytes.data() + at + sizeof event : "") || matters;
      at += sizeof event + event.len;
    }
  }
}

bool FolderNotes::note(int watch_number, std::uint32_t what, const char* name) {
  if ((what & IN_Q_OVERFLOW) != 0) return true;
  const auto found = watched_.find(watch_number);
  if (found == watched_.end()) return false;
  const bool is_root = watch_number == root_;
  if ((what & (IN_DELETE_SELF | IN_IGNORED | IN_UNMOUNT)) != 0) {
    is_lost_ = is_lost_ || is_root;
    watched_.erase(found);
    return is_root;
  }
  if ((what & IN_MOVE_SELF) != 0) {
    // Below the root, IN_MOVED_TO tells where it went, with the same number.
    is_lost_ = is_lost_ || is_root;
    return is_root;
  }
  if (!is_store_name(name)) return false;
  if ((what & IN_ISDIR) == 0) return (what & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0;
  const Watched parent = found->second;
  if (parent.depth + 1 < static_cast<int>(kStoreDepthLimit)) watch(parent.folder + "/" + name, parent.depth + 1);
  return true;
}

}  // namespace kindling
