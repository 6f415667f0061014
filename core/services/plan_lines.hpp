// The tasks of a plan and what it needs ready, as they lie in sets keyed by their numbers. For the services of plans;
// same thread as the space.
#pragma once

#include "core/domain/plan.hpp"
#include "core/storage/space.hpp"

namespace kindling {

inline constexpr std::size_t kMostPlanLines = 100;  // of each list

// Two bytes, the high one first.
[[nodiscard]] Bytes plan_line_key(int number);
[[nodiscard]] int plan_line_number(ByteView key);

[[nodiscard]] Result<void> check_days_before(int days_before);

// Fills in tasks and items.
void read_plan_lists(Tables& tables, Plan& plan);

}  // namespace kindling
