#include "platform/linux/stop_signal.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

namespace kindling {

StopSignal::StopSignal() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

StopSignal::~StopSignal() {
  if (descriptor_ >= 0) close(descriptor_);
}

void StopSignal::set() noexcept {
  const std::uint64_t one = 1;
  // A counter that is full already says what is to be said.
  [[maybe_unused]] const ssize_t written = write(descriptor_, &one, sizeof one);
}

bool StopSignal::comes_within(std::chrono::milliseconds at_most) const noexcept {
  pollfd waiting{descriptor_, POLLIN, 0};
  return descriptor_ < 0 || (poll(&waiting, 1, static_cast<int>(at_most.count())) == 1 && waiting.revents != 0);
}

}  // namespace kindling
