// Moments to which something may be put off. Pure.
#pragma once

#include <array>
#include <optional>

#include "core/base/time.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling {

// Three that fit the hour, ascending: a quarter of an hour, an hour, and the evening (19:00) or the next morning
// (09:00), whichever comes first with two hours to spare. None lies in quiet hours: such a one moves to their end.
[[nodiscard]] std::array<Instant, 3> snooze_choices(Instant now, const TimeZone& zone,
                                                    const std::optional<LocalTimeRange>& quiet);

}  // namespace kindling
