#include "core/services/plan_moments.hpp"

#include <algorithm>

namespace kindling {
namespace {

using std::chrono::hours;

constexpr hours kEvening{19};
constexpr hours kTaskAt{10};
// A task for the day itself is told while there is still time for it.
constexpr hours kTaskAhead{2};
constexpr int kHour = 0;
constexpr int kEveningBefore = 1;

}  // namespace

std::vector<PlanMoment> moments_of(const Plan& plan, const Settings& settings) {
  std::vector<PlanMoment> moments;
  if (!is_open(plan)) return moments;
  const LocalDateTime day{date_of(plan.start)};
  if (!settings.no_hour_before) moments.push_back({kHour, plan.start, hours(1), plan.title, 0});
  if (!settings.no_evening_before) {
    moments.push_back(
        {kEveningBefore, day - std::chrono::days(1) + kEvening, std::chrono::minutes(0), "Tomorrow: " + plan.title, 0});
  }
  if (settings.no_task_days) return moments;
  for (const PlanTask& task : plan.tasks) {
    const auto due = due_date(plan, task);
    if (!due || task.done) continue;
    const LocalDateTime when = std::min(LocalDateTime(*due) + kTaskAt, plan.start - kTaskAhead);
    moments.push_back(
        {kEveningBefore + task.number, when, std::chrono::minutes(0), plan.title + ": " + task.title, task.number});
  }
  return moments;
}

}  // namespace kindling
