// The machine's clock and random generator as ports of the core.
#pragma once

#include "core/ports/clock.hpp"
#include "core/ports/random.hpp"

namespace kindling {

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

// A clock that stands at one instant (`--now`).
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant instant) : instant_(instant) {}
  [[nodiscard]] Instant now() const override { return instant_; }

 private:
  Instant instant_;
};

// The operating system's generator, through libsodium.
class SystemRandom final : public Random {
 public:
  SystemRandom();
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace kindling
