// The time-of-day half of a recurrence rule: BYHOUR, BYMINUTE and BYSECOND as times of a day, and the stepping of
// SECONDLY, MINUTELY and HOURLY within a day. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/recurrence/day_filter.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {

inline constexpr std::int64_t kDaySeconds = 86'400;

// The n of a division that rounds down.
[[nodiscard]] constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) noexcept {
  return value / by - (value % by < 0 ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t floor_modulo(std::int64_t value, std::int64_t by) noexcept {
  return value - floor_divide(value, by) * by;
}

// Values of BYSETPOS (RFC 5545 §3.3.10) as ascending indices into a set of `size`, each once.
[[nodiscard]] std::vector<std::size_t> positions_in(const std::vector<int>& by_set_pos, std::size_t size);

// The times of each day for DAILY to YEARLY in seconds, ascending; what the rule leaves open comes from `start`, a
// wall time in seconds. A leap second counts as second 59 (RFC 5545 §3.3.12).
[[nodiscard]] std::vector<std::int32_t> times_of_day(const Rule& rule, std::int64_t start);

// The wall times of SECONDLY, MINUTELY and HOURLY rules on the days that a caller names.
class ClockSlots {
 public:
  ClockSlots(const Rule& rule, std::int64_t start);

  // True where no day at all can hold a time: INTERVAL and the BY parts never meet.
  [[nodiscard]] bool never() const noexcept { return never_; }

  // Moves to the first time of `day` at or after the second `from` of it; false where it has none.
  [[nodiscard]] bool enter(DayNumber day, std::int64_t from);
  // The next time of the day entered, in seconds of the wall clock; none at its end.
  [[nodiscard]] std::optional<std::int64_t> next();

 private:
  [[nodiscard]] std::int64_t admit(std::int64_t second) const;
  [[nodiscard]] std::int64_t next_slot(std::int64_t slot, std::int64_t phase, std::int64_t step) const;

  std::int64_t unit_;           // seconds
  std::int64_t slots_per_day_;  // units in a day
  std::int64_t interval_;
  std::int64_t start_slot_;  // counted from 1970
  std::uint64_t hours_;
  std::uint64_t minutes_;
  std::uint64_t seconds_;
  std::vector<std::int32_t> offsets_;  // within a unit, BYSETPOS applied
  bool never_ = false;

  std::int64_t barren_phase_ = -1;  // a phase whose day holds no slot
  std::int64_t day_start_ = 0;
  std::int64_t phase_ = 0;
  std::int64_t slot_ = 0;
  std::size_t offset_index_ = 0;
};

}  // namespace kindling
