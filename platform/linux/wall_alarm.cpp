#include "platform/linux/wall_alarm.hpp"

#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <utility>

#include "platform/linux/descriptor_watch.hpp"

namespace kindling {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

}  // namespace

class WallAlarm::Clock {
 public:
  Clock(int timer, std::function<void()> wake)
      : timer_(timer), wake_(std::move(wake)), watch_(timer, [this](const StopSignal&) { ring(); }) {}

  void set(std::chrono::nanoseconds from_now) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    const std::int64_t at = now.tv_sec * kSecond + now.tv_nsec + std::max<std::int64_t>(from_now.count(), 1);
    itimerspec when{};
    when.it_value = {static_cast<time_t>(at / kSecond), static_cast<long>(at % kSecond)};
    timerfd_settime(timer_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, nullptr);
  }
  bool take() noexcept { return has_come_.exchange(false); }

 private:
  void ring() {
    std::uint64_t times = 0;
    // Fails with ECANCELED where the clock was set, which is as good a reason to look at it.
    if (read(timer_, &times, sizeof times) < 0 && errno != ECANCELED) return;
    has_come_.store(true);
    wake_();
  }

  const int timer_;
  const std::function<void()> wake_;
  std::atomic<bool> has_come_{false};
  DescriptorWatch watch_;  // the last: it uses what is above
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
