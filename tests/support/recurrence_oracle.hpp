// A second opinion on recurrence rules: slow, and written the other way round. Where the expander computes what a rule
// gives, the oracle looks at every day and every clock time and asks whether RFC 5545 §3.3.10 lets it in.
#pragma once

#include <chrono>
#include <vector>

#include "core/base/time.hpp"
#include "core/ports/time_zones.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {

// The nominal wall times of the rule from DTSTART `start` up to `to`, without it; UNTIL as wall time or date only.
[[nodiscard]] std::vector<LocalDateTime> oracle_nominals(const Rule& rule, LocalDateTime start, LocalDateTime to);

// The instant of a wall time, found by trying every offset that the zone has around it.
[[nodiscard]] std::chrono::sys_seconds oracle_instant(LocalDateTime local, const TimeZone& zone);

}  // namespace kindling
