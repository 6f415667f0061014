// A zone as iCalendar describes it: a VTIMEZONE with the transitions that really happen. Pure; any thread that owns the
// zone.
#pragma once

#include <string>
#include <string_view>

#include "core/ports/time_zones.hpp"

namespace kindling {

// The VTIMEZONE called `tzid`, right from the first day of `first_year` to ten years later, and for ever where the zone
// follows a yearly rule (the nth or last weekday of a month) by then: such a tail is written as RRULE, what comes
// before as single transitions.
[[nodiscard]] std::string vtimezone(const TimeZone& zone, std::string_view tzid, int first_year);

}  // namespace kindling
