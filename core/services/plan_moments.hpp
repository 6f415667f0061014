// When a plan makes itself heard: an hour before, the evening before, and on the days of its tasks, as its owner wants
// it. All of it is counted from the plan's own time, so that it moves along and is gone where the plan is. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/domain/plan.hpp"
#include "core/domain/settings.hpp"

namespace kindling {

struct PlanMoment {
  int ordinal = 0;                // tells the moments of one plan apart: 0 the hour, 1 the evening, from 2 on the tasks
  LocalDateTime when;             // wall time in the plan's zone
  std::chrono::minutes ahead{0};  // so long before `when` it is told
  std::string title;
  int task = 0;  // the number of the task that it is about; 0: the plan itself
};

// Of a plan with its tasks read; in no order. Those that are past, too. None where it won't happen.
[[nodiscard]] std::vector<PlanMoment> moments_of(const Plan& plan, const Settings& settings);

}  // namespace kindling
