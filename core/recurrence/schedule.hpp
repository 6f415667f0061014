// When something happens, once or again and again: a start, a rule and exceptions in wall time, and how wall time
// becomes instants. Expansion runs in wall time first and through the zone afterwards. Pure; any thread that owns the
// zone.
#pragma once

#include <chrono>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"
#include "core/ports/time_zones.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {

enum class ScheduleKind {
  floating,  // travels with the owner: 07:45 wherever they are
  zoned,     // bound to an IANA zone: a date night
  date       // whole days: an anniversary
};

struct Schedule {
  ScheduleKind kind = ScheduleKind::floating;
  LocalDateTime start;                  // DTSTART, wall time
  std::string zone;                     // IANA id where kind is zoned, else empty
  std::optional<Rule> rule;             // none: once
  std::vector<LocalDateTime> added;     // RDATE
  std::vector<LocalDateTime> excluded;  // EXDATE, matched against the nominal wall time

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

struct Occurrence {
  LocalDateTime nominal;  // the wall time that the rule gives; its date keys "done"
  LocalDateTime local;    // what the wall clock shows then; differs from nominal only within a gap
  std::chrono::sys_seconds utc;

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// The instant of a wall time. In a gap the offset before the gap is used, which shifts forward (RFC 5545 erratum 4271);
// in an overlap the first of the two.
[[nodiscard]] std::chrono::sys_seconds to_instant(LocalDateTime local, const TimeZone& zone);
[[nodiscard]] LocalDateTime to_local(std::chrono::sys_seconds instant, const TimeZone& zone);

// A schedule that is fit to be kept: DTSTART moved to the first occurrence of its rule. Fails with invalid where the
// rule never matches, where UNTIL has a form that doesn't fit the kind, or where there are more than 1,000 RDATE or
// EXDATE.
[[nodiscard]] Result<Schedule> normalised(Schedule schedule);

// Occurrences in ascending order of nominal time (RDATE merged, EXDATE left out, duplicates once), with from <= nominal
// < to. COUNT counts from DTSTART. `zone` is the schedule's own zone where it is zoned, else the device's. `visit`
// returns false to stop. Work is bounded: a rule that never matches ends. DTSTART itself counts only if the rule gives
// it (or there is no rule).
void for_each_occurrence(const Schedule& schedule, const TimeZone& zone, LocalDateTime from, LocalDateTime to,
                         const std::function<bool(const Occurrence&)>& visit);

[[nodiscard]] std::vector<Occurrence> occurrences(const Schedule& schedule, const TimeZone& zone, LocalDateTime from,
                                                  LocalDateTime to,
                                                  std::size_t limit = std::numeric_limits<std::size_t>::max());

// The first occurrence whose instant is at or after `from`, if there is one before the end of kLastYear.
[[nodiscard]] std::optional<Occurrence> next_occurrence(const Schedule& schedule, const TimeZone& zone,
                                                        std::chrono::sys_seconds from);

}  // namespace kindling
