#include "platform/linux/store_watch.hpp"

#include <fcntl.h>

#include <atomic>
#include <chrono>
#include <utility>

#include "platform/linux/descriptor_watch.hpp"
#include "platform/linux/folder_notes.hpp"

namespace kindling {
namespace {

// Whatever carries the folder brings several files one after the other.
constexpr std::chrono::milliseconds kTogether(200);

}  // namespace

class StoreWatch::Watcher {
 public:
  // `seen` is the notes' descriptor once more, for the watch to close.
  Watcher(std::unique_ptr<FolderNotes> notes, int seen, std::function<void()> wake)
      : notes_(std::move(notes)),
        wake_(std::move(wake)),
        watch_(seen, [this](const StopSignal& stop) { look(stop); }) {}

  bool take() noexcept { return has_arrived_.exchange(false); }
  [[nodiscard]] bool is_lost() const noexcept { return is_lost_; }

 private:
  void look(const StopSignal& stop) {
    if (!notes_->take() || stop.comes_within(kTogether)) return;
    static_cast<void>(notes_->take());
    is_lost_ = notes_->is_lost();
    has_arrived_ = true;
    wake_();
  }

  const std::unique_ptr<FolderNotes> notes_;
  const std::function<void()> wake_;
  std::atomic<bool> has_arrived_{false};
  std::atomic<bool> is_lost_{false};
  DescriptorWatch watch_;  // the last: it uses what is above
};

std::unique_ptr<StoreWatch> StoreWatch::start(const std::string& folder, std::function<void()> wake) {
  std::unique_ptr<FolderNotes> notes = FolderNotes::start(folder);
  if (!notes) return nullptr;
  const int seen = fcntl(notes->descriptor(), F_DUPFD_CLOEXEC, 0);
  if (seen < 0) return nullptr;
  return std::unique_ptr<StoreWatch>(
      new StoreWatch(std::make_unique<Watcher>(std::move(notes), seen, std::move(wake))));
}

StoreWatch::StoreWatch(std::unique_ptr<Watcher> watcher) : watcher_(std::move(watcher)) {}
StoreWatch::~StoreWatch() = default;

bool StoreWatch::take() noexcept { return watcher_->take(); }
bool StoreWatch::is_lost() const noexcept { return watcher_->is_lost(); }

}  // namespace kindling
