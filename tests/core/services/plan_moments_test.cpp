#include "core/services/plan_moments.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kindling {
namespace {

Plan dinner() {
  Plan plan;
  plan.title = "Dinner";
  plan.start = parse_date_time("2026-11-27T19:00").value();
  plan.zone = "Europe/Berlin";
  plan.tasks = {{1, "Book", false, 3}, {2, "Iron a shirt", false, 0}, {3, "Call", true, 2}, {4, "Smile", false, {}}};
  return plan;
}

std::vector<std::string> shown(const Plan& plan, const Settings& settings = {}) {
  std::vector<std::string> lines;
  for (const PlanMoment& moment : moments_of(plan, settings)) {
    lines.push_back(to_string(moment.when - moment.ahead) + " " + std::to_string(moment.ordinal) + " " + moment.title);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST(PlanMoments, AreTheDaysOfOpenTasksTheEveningBeforeAndTheHourBefore) {
  EXPECT_EQ(shown(dinner()),
            (std::vector<std::string>{"2026-11-24T10:00 2 Dinner: Book", "2026-11-26T19:00 1 Tomorrow: Dinner",
                                      "2026-11-27T10:00 3 Dinner: Iron a shirt", "2026-11-27T18:00 0 Dinner"}));
}

TEST(PlanMoments, MoveWithThePlan) {
  Plan plan = dinner();
  plan.start = parse_date_time("2026-12-05T09:30").value();
  EXPECT_EQ(shown(plan),
            (std::vector<std::string>{"2026-12-02T10:00 2 Dinner: Book", "2026-12-04T19:00 1 Tomorrow: Dinner",
                                      "2026-12-05T07:30 3 Dinner: Iron a shirt", "2026-12-05T08:30 0 Dinner"}))
      << "and a task of the day itself comes in time";
}

TEST(PlanMoments, AreGoneWhereNothingWillHappen) {
  for (const PlanState state : {PlanState::declined, PlanState::cancelled, PlanState::done}) {
    Plan plan = dinner();
    plan.state = state;
    EXPECT_TRUE(shown(plan).empty()) << name_of(state);
  }
}

TEST(PlanMoments, AreThoseThatTheirOwnerWants) {
  Settings settings;
  settings.no_hour_before = true;
  settings.no_task_days = true;
  EXPECT_EQ(shown(dinner(), settings), std::vector<std::string>{"2026-11-26T19:00 1 Tomorrow: Dinner"});
  settings.no_evening_before = true;
  EXPECT_TRUE(shown(dinner(), settings).empty());
}

}  // namespace
}  // namespace kindling
