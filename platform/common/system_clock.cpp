#include "platform/common/system_clock.hpp"

#include <sodium.h>

#include <chrono>
#include <cstdlib>

namespace kindling {

Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

SystemRandom::SystemRandom() {
  // sodium_init fails only where the system has no source of randomness; nothing safe can be done then.
  if (sodium_init() < 0) std::abort();
}

void SystemRandom::fill(std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); }

}  // namespace kindling
