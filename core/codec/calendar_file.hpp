// A calendar as read from or written to an iCalendar file. Value types; any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/recurrence/schedule.hpp"

namespace kindling {

struct CalendarEvent {
  std::string uid, summary, description, location;
  Schedule schedule;               // a time in UTC is zoned in "UTC"
  std::chrono::minutes length{0};  // exact time from the first start to its end; for whole days days * 1440
  bool transparent = false;        // TRANSP: takes no time
  bool cancelled = false;          // STATUS
  bool tentative = false;          // STATUS
  bool confirmed = false;          // STATUS; none of the three where the file doesn't say
  int sequence = 0;                // SEQUENCE
  std::optional<std::chrono::sys_seconds> modified;  // LAST-MODIFIED
  // Replaces the occurrence with this nominal wall time of the series with the same uid, in the series' zone (in this
  // event's own where the file has no such series).
  std::optional<LocalDateTime> recurrence_id;
  std::vector<std::chrono::minutes> alarms;  // before the start; negative is after it

  friend bool operator==(const CalendarEvent&, const CalendarEvent&) = default;
};

struct CalendarFile {
  std::vector<CalendarEvent> events;
  std::size_t skipped = 0;   // events that could not be read
  std::size_t warnings = 0;  // events read with a zone that had to be guessed, or with a part left out
};

}  // namespace kindling
