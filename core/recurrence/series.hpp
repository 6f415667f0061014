// Cutting a schedule: one occurrence left out, what comes before a day, what follows from a day on. Nothing is lost
// between the last two: together they give what the whole gave. `zone` is the schedule's own where it is zoned, else
// the device's. Pure; any thread that owns the zone.
#pragma once

#include <optional>

#include "core/recurrence/schedule.hpp"

namespace kindling {

// The schedule without its occurrence of that nominal time; nothing where that was the only one.
// REQUIRES: normalised(schedule).
[[nodiscard]] std::optional<Schedule> without_occurrence(Schedule schedule, LocalDateTime nominal,
                                                         const TimeZone& zone);

// What comes before that day, by an earlier UNTIL or a smaller COUNT; nothing where nothing does.
// REQUIRES: normalised(schedule).
[[nodiscard]] std::optional<Schedule> before_day(const Schedule& schedule, LocalDate day, const TimeZone& zone);

// What comes on that day and later; nothing where nothing does. COUNT is less by what came before, and "every other"
// keeps its step, since the new start is one of the rule's own dates. REQUIRES: normalised(schedule).
[[nodiscard]] std::optional<Schedule> from_day(const Schedule& schedule, LocalDate day, const TimeZone& zone);

// The schedule with another first day or time of day. Exceptions at the old time of day go along to the new one, so
// that a day that was left out stays out.
[[nodiscard]] Schedule with_start(Schedule schedule, LocalDateTime start);

}  // namespace kindling
