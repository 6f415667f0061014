// Hybrid logical clock: stamps that follow the wall clock, never go back, and order every operation of every device.
// After Kulkarni et al., "Logical Physical Clocks" (2014). Value types; any thread.
#pragma once

#include <compare>
#include <cstdint>

#include "core/base/id.hpp"
#include "core/base/time.hpp"

namespace kindling {

// 48 bits of milliseconds since 1970 and a 16-bit counter.
struct Stamp {
  std::int64_t ms = 0;
  std::uint16_t counter = 0;

  // The least stamp above this one. At the end of all time, where only a hostile clock stands, there is none.
  [[nodiscard]] Stamp next() const noexcept {
    if (counter < UINT16_MAX) return {ms, static_cast<std::uint16_t>(counter + 1)};
    return ms < INT64_MAX ? Stamp{ms + 1, 0} : *this;
  }
  friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

// A stamp with the stream that made it: a total order, equal only for the same operation.
struct Version {
  Stamp stamp;
  Uuid stream{};
  friend auto operator<=>(const Version&, const Version&) = default;
};

class HybridClock {
 public:
  // A peer's stamp moves this clock at most so far past the wall clock.
  static constexpr std::chrono::minutes kMostLead{10};

  explicit HybridClock(Stamp last = {}) : last_(last) {}

  // A new stamp, above all earlier ones of this clock.
  Stamp tick(Instant wall) noexcept;
  // Takes note of a peer's stamp. A stamp from the far future is capped, never refused.
  void follow(Stamp peer, Instant wall) noexcept;

  [[nodiscard]] Stamp last() const noexcept { return last_; }

 private:
  Stamp last_;
};

}  // namespace kindling
