// When a calendar's owner is busy, and when they are free. Pure; any thread that owns the zones.
#pragma once

#include <chrono>
#include <vector>

#include "core/base/time.hpp"
#include "core/codec/calendar_file.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling {

// [begin, end)
struct Busy {
  std::chrono::sys_seconds begin, end;
  friend bool operator==(const Busy&, const Busy&) = default;
};

// [begin, end)
struct Slot {
  std::chrono::sys_seconds begin, end;
  friend bool operator==(const Slot&, const Slot&) = default;
};

// The busy stretches within [from, to), ascending, those that overlap or touch as one. Series are expanded and single
// occurrences replaced by their overrides (of two for the same occurrence the higher SEQUENCE counts); what is
// transparent or cancelled takes no time. Whole days block the days of `device_zone`, floating times are its times. As
// in most calendars DTSTART counts even where its rule doesn't give it. Lengths are exact time but for whole days.
// Bounded: an event with more than 20,000 occurrences in the time asked for is taken as busy from there to `to`, so
// that doubt never makes a slot free.
[[nodiscard]] std::vector<Busy> busy_times(const CalendarFile& file, const TimeZones& zones,
                                           const TimeZone& device_zone, std::chrono::sys_seconds from,
                                           std::chrono::sys_seconds to);

struct SlotQuery {
  LocalDate first_day;
  int days = 14;                     // at most 3,660
  std::chrono::minutes length{120};  // at least 1 minute
  LocalTimeRange between;            // on each day; may cross midnight; equal ends mean from then to then a day later
};

// The whole free stretches of at least `length` inside each day's window and not before `not_before`, ascending.
// Windows are kept apart even where they touch. A window's ends are wall times: it is an hour shorter or longer where
// the clock changes in it.
[[nodiscard]] std::vector<Slot> free_slots(std::vector<Busy> busy, const SlotQuery& query, const TimeZone& device_zone,
                                           std::chrono::sys_seconds not_before);

}  // namespace kindling
