// What planning costs, and how late reminders are given out, inside one process on a virtual clock.
#pragma once

namespace kindling {

struct PlannerBenchResult {
  double many_ms = 0;  // 10,000 rules, 14 days
  double few_ms = 0;   // 200 rules
  double step_ms = 0;  // one look of the delivery at a home of 200 reminders, its fsync apart
  int delivered = 0;   // of 1,000 reminders on a virtual clock that wakes when it was told to
  double late_ms = 0;  // the latest of them
  bool early = false;  // whether one came before its moment
};

[[nodiscard]] PlannerBenchResult run_planner_bench();

}  // namespace kindling
