// What the kernel tells about a folder and all folders below it (inotify): that files arrived. For programs that wait
// in poll(2) themselves; StoreWatch is the same with a thread of its own. Links are followed at the folder itself only,
// and temporary files don't count. Fit for folders on this machine's own disks: of a network's file system the kernel
// tells only what this machine does. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "platform/common/descriptor.hpp"

namespace kindling {

class FolderNotes {
 public:
  // nullptr where the folder isn't there or can't be watched.
  [[nodiscard]] static std::unique_ptr<FolderNotes> start(const std::string& folder);

  // Readable when there is something to take.
  [[nodiscard]] int descriptor() const noexcept { return notes_.get(); }

  // Reads what there is without waiting; whether any file may have arrived. A folder that is new is watched from then
  // on, and counts as an arrival: what was put into it before that wasn't told.
  [[nodiscard]] bool take();

  // Whether the folder itself went away or was moved: nothing more will be told, start anew once it is there.
  [[nodiscard]] bool is_lost() const noexcept { return is_lost_; }

 private:
  explicit FolderNotes(Descriptor notes) : notes_(std::move(notes)) {}
  bool watch(const std::string& folder, int depth);
  // Returns whether it matters.
  bool note(int watch, std::uint32_t what, const char* name);

  struct Watched {
    std::string folder;
    int depth = 0;
  };

  Descriptor notes_;
  std::map<int, Watched> watched_;  // by the kernel's number
  int root_ = -1;
  bool is_lost_ = false;
};

}  // namespace kindling
