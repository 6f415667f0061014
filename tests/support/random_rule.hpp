// Recurrence rules made by chance, over all BY parts that RFC 5545 lets stand together.
#pragma once

#include <functional>

#include "core/base/time.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {

// Gives a number from `lowest` to `highest`, both included.
using Choose = std::function<int(int lowest, int highest)>;

// Meets check_rule. May have COUNT, and UNTIL as date or wall time near `start`.
[[nodiscard]] Rule random_rule(Frequency frequency, LocalDateTime start, const Choose& choose);

// A wall time in the years 1995 to 2031.
[[nodiscard]] LocalDateTime random_start(const Choose& choose);

}  // namespace kindling
