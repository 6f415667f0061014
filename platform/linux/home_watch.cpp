#include "platform/linux/home_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <thread>
#include <utility>

#include "platform/linux/stop_signal.hpp"

namespace kindling {
namespace {

// One transaction writes several times; a reader sees all of it only after the last.
constexpr int kTogether = 60;  // ms

// SQLite's files that hold what is stored; its index of the log changes by reading too.
bool is_store(std::string_view name) { return name.ends_with(".db") || name.ends_with(".db-wal"); }

}  // namespace

class HomeWatch::Watcher {
 public:
  Watcher(int descriptor, std::function<void()> wake)
      : descriptor_(descriptor), wake_(std::move(wake)), thread_([this] { run(); }) {}
  ~Watcher() {
    stop_.set();
    thread_.join();
    close(descriptor_);
  }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  bool take() noexcept { return has_changed_.exchange(false); }

 private:
  void run() {
    std::array<pollfd, 2> waiting{pollfd{descriptor_, POLLIN, 0}, pollfd{stop_.descriptor(), POLLIN, 0}};
    while (!stop_.is_set()) {
      if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
      if (!drain()) continue;
      if (poll(&waiting[1], 1, kTogether) > 0) return;
      drain();
      has_changed_.store(true);
      wake_();
    }
  }

  // Reads what there is; whether any of it matters.
  bool drain() {
    alignas(inotify_event) std::array<char, 4096> bytes{};
    bool matters = false;
    for (;;) {
      const ssize_t size = read(descriptor_, bytes.data(), bytes.size());
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

  const int descriptor_;
  const std::function<void()> wake_;
  StopSignal stop_;
  std::atomic<bool> has_changed_{false};
  std::thread thread_;  // the last: it uses what is above
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
