#include "platform/linux/home_watch.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <string_view>
#include <utility>

#include "platform/linux/descriptor_watch.hpp"

namespace kindling {
namespace {

// One transaction writes several times; a reader sees all of it only after the last.
constexpr std::chrono::milliseconds kTogether(60);

// SQLite's files that hold what is stored; its index of the log changes by reading too.
bool is_store(std::string_view name) { return name.ends_with(".db") || name.ends_with(".db-wal"); }

}  // namespace

class HomeWatch::Watcher {
 public:
  Watcher(int notes, std::function<void()> wake)
      : notes_(notes), wake_(std::move(wake)), watch_(notes, [this](const StopSignal& stop) { look(stop); }) {}

  bool take() noexcept { return has_changed_.exchange(false); }

 private:
  void look(const StopSignal& stop) {
    if (!drain() || stop.comes_within(kTogether)) return;
    drain();
    has_changed_.store(true);
    wake_();
  }

  // Reads what there is; whether any of it matters.
  bool drain() {
    alignas(inotify_event) std::array<char, 4096> bytes{};
    bool matters = false;
    for (;;) {
      const ssize_t size = read(notes_, bytes.data(), bytes.size());
      if (size <= 0) return matters;
      for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(size);) {
        inotify_event event{};
        std::memcpy(&event, bytes.data() + at, sizeof event);
        const char* name = bytes.data() + at + sizeof event;
        if ((event.mask & IN_Q_OVERFLOW) != 0 || (event.len > 0 && is_store(name))) matters = true;
        at += sizeof event + event.len;
      }
    }
  }

  const int notes_;
  const std::function<void()> wake_;
  std::atomic<bool> has_changed_{false};
  DescriptorWatch watch_;  // the last: it uses what is above
};

std::unique_ptr<HomeWatch> HomeWatch::start(const std::string& folder, std::function<void()> wake) {
  const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor < 0) return nullptr;
  if (inotify_add_watch(descriptor, folder.c_str(), IN_MODIFY | IN_MOVED_TO | IN_ONLYDIR) < 0) {
    close(descriptor);
    return nullptr;
  }
  return std::unique_ptr<HomeWatch>(new HomeWatch(std::make_unique<Watcher>(descriptor, std::move(wake))));
}

HomeWatch::HomeWatch(std::unique_ptr<Watcher> watcher) : watcher_(std::move(watcher)) {}
HomeWatch::~HomeWatch() = default;

bool HomeWatch::take() noexcept { return watcher_->take(); }

}  // namespace kindling
