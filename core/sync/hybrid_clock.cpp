#include "core/sync/hybrid_clock.hpp"

#include <algorithm>

namespace kindling {

Stamp HybridClock::tick(Instant wall) noexcept {
  const Stamp now{std::max<std::int64_t>(wall.time_since_epoch().count(), 0), 0};
  last_ = std::max(now, last_.next());
  return last_;
}

void HybridClock::follow(Stamp peer, Instant wall) noexcept {
  const Stamp cap{(wall + kMostLead).time_since_epoch().count(), UINT16_MAX};
  last_ = std::max(last_, std::min(peer, cap));
}

}  // namespace kindling
