// From the wall clock to instants, fast for neighbouring times: one stretch of constant offset is kept. It refers to
// the zone, which must outlive it. Not synchronised.
#pragma once

#include <chrono>

#include "core/base/time.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling {

class ZoneCursor {
 public:
  explicit ZoneCursor(const TimeZone& zone) : zone_(zone) {}

  // As to_instant of core/recurrence/schedule.hpp.
  [[nodiscard]] std::chrono::sys_seconds to_instant(LocalDateTime local) {
    if (local < begin_ || local >= end_) move_to(local);
    return std::chrono::sys_seconds(local.time_since_epoch() - offset_);
  }
  // How much later than asked for the wall clock stands at the instant given last; not 0 only within a gap.
  [[nodiscard]] std::chrono::seconds shift() const noexcept { return shift_; }

 private:
  void move_to(LocalDateTime local);

  const TimeZone& zone_;
  LocalDateTime begin_{};  // empty at first
  LocalDateTime end_{};
  std::chrono::seconds offset_{0};
  std::chrono::seconds shift_{0};
};

}  // namespace kindling
