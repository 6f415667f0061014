// How a thread that waits in poll(2) is told to end.
#pragma once

#include <chrono>

namespace kindling {

// A counter that another thread sets and poll(2) sees.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  void set() noexcept;
  [[nodiscard]] bool is_set() const noexcept { return comes_within(std::chrono::milliseconds(0)); }
  // Waits for it, that long at most.
  [[nodiscard]] bool comes_within(std::chrono::milliseconds at_most) const noexcept;
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace kindling
