#include "platform/linux/wall_alarm.hpp"

#include <poll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <ctime>
#include <thread>
#include <utility>

#include "platform/linux/stop_signal.hpp"

namespace kindling {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

}  // namespace

class WallAlarm::Clock {
 public:
  Clock(int descriptor, std::function<void()> wake)
      : descriptor_(descriptor), wake_(std::move(wake)), thread_([this] { run(); }) {}
  ~Clock() {
    stop_.set();
    thread_.join();
    close(descriptor_);
  }
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;

  void set(std::chrono::nanoseconds from_now) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    const std::int64_t at = now.tv_sec * kSecond + now.tv_nsec + std::max<std::int64_t>(from_now.count(), 1);
    itimerspec when{};
    when.it_value = {static_cast<time_t>(at / kSecond), static_cast<long>(at % kSecond)};
    timerfd_settime(descriptor_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, nullptr);
  }
  bool take() noexcept { return has_come_.exchange(false); }

 private:
  void run() {
    std::array<pollfd, 2> waiting{pollfd{descriptor_, POLLIN, 0}, pollfd{stop_.descriptor(), POLLIN, 0}};
    while (!stop_.is_set()) {
      if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
      if (waiting[0].revents == 0) continue;
      std::uint64_t times = 0;
      // Fails with ECANCELED where the clock was set, which is as good a reason to look at it.
      const bool came = read(descriptor_, &times, sizeof times) > 0 || errno == ECANCELED;
      if (!came) continue;
      has_come_.store(true);
      wake_();
    }
  }

  const int descriptor_;
  const std::function<void()> wake_;
  StopSignal stop_;
  std::atomic<bool> has_come_{false};
  std::thread thread_;  // the last: it uses what is above
};

std::unique_ptr<WallAlarm> WallAlarm::start(std::function<void()> wake) {
  const int descriptor = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (descriptor < 0) return nullptr;
  return std::unique_ptr<WallAlarm>(new WallAlarm(std::make_unique<Clock>(descriptor, std::move(wake))));
}

WallAlarm::WallAlarm(std::unique_ptr<Clock> clock) : clock_(std::move(clock)) {}
WallAlarm::~WallAlarm() = default;

void WallAlarm::set(std::chrono::nanoseconds from_now) { clock_->set(from_now); }
bool WallAlarm::take() noexcept { return clock_->take(); }

}  // namespace kindling
