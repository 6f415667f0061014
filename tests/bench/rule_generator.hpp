// A couple's worth of schedules, many times over, from a seed: what the benchmarks and their peers expand.
#pragma once

#include <cstdint>
#include <vector>

#include "core/recurrence/schedule.hpp"

namespace kindling {

// Zoned schedules that start in 2015 to 2026: 41 % daily, 30 % weekly, 21 % monthly and 8 % yearly, in Berlin, New
// York, Sydney and UTC as 5 : 3 : 1 : 1. The same seed gives the same schedules on every machine.
[[nodiscard]] std::vector<Schedule> generate_schedules(std::size_t size, std::uint64_t seed);

}  // namespace kindling
