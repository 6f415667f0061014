// From an idea to a plan: what it needs, and when one would do it.
#include <algorithm>

#include "core/services/plan_service.hpp"

namespace kindling {
namespace {

using std::chrono::hours;

struct WeekTime {
  std::chrono::weekday day;
  hours at;
};

bool comes_at(const Content& idea, TimeOfDay time) {
  return std::find(idea.time_of_day.begin(), idea.time_of_day.end(), name_of(time)) != idea.time_of_day.end();
}

WeekTime time_for(const Content& idea) {
  using std::chrono::Friday, std::chrono::Saturday;
  if (idea.kind == ContentKind::getaway) {
    if (idea.category == "weekend") return {Friday, hours(17)};
    return {Saturday, idea.category == "night" ? hours(14) : hours(9)};
  }
  if (idea.time_of_day.empty() || comes_at(idea, TimeOfDay::evening)) return {Friday, hours(19)};
  if (comes_at(idea, TimeOfDay::afternoon)) return {Saturday, hours(14)};
  if (comes_at(idea, TimeOfDay::morning)) return {Saturday, hours(10)};
  return {Friday, hours(21)};
}

}  // namespace

void fill_from_idea(AddPlan& into, const Content& idea) {
  into.idea = idea.id;
  if (into.title.empty()) into.title = idea.name();
  if (idea.minutes > 0) into.length = std::chrono::minutes(idea.minutes);
  for (const Errand& errand : idea.errands) into.errands.push_back({errand.text, errand.days_before});
  into.items.insert(into.items.end(), idea.materials.begin(), idea.materials.end());
}

LocalDateTime likely_start(const Content& idea, LocalDate today) {
  const WeekTime likely = time_for(idea);
  const int ahead = std::max(idea.lead_days, 1);
  const LocalDate first = today + std::chrono::days(ahead);
  return LocalDateTime(first + (likely.day - std::chrono::weekday(first))) + likely.at;
}

}  // namespace kindling
