// An alarm by the clock on the wall: it also comes when the computer wakes after the moment, and when the clock is set.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace kindling {

class WallAlarm {
 public:
  // `wake` is called from another thread, and not after the destructor. nullptr where the system gives no timer.
  [[nodiscard]] static std::unique_ptr<WallAlarm> start(std::function<void()> wake);
  WallAlarm(const WallAlarm&) = delete;
  WallAlarm& operator=(const WallAlarm&) = delete;
  ~WallAlarm();

  // In place of the moment before.
  void set(std::chrono::nanoseconds from_now);
  // Whether it has come since the last call.
  [[nodiscard]] bool take() noexcept;

 private:
  class Clock;
  explicit WallAlarm(std::unique_ptr<Clock> clock);
  std::unique_ptr<Clock> clock_;
};

}  // namespace kindling
