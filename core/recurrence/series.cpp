#include "core/recurrence/series.hpp"

#include <algorithm>

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr LocalDateTime kBeginning{LocalDate{std::chrono::year{1} / 1 / 1}};

// The rule alone, without exceptions: what COUNT counts.
Schedule rule_of(const Schedule& schedule) {
  Schedule rule = schedule;
  rule.added.clear();
  rule.excluded.clear();
  return rule;
}

bool comes_at_all(const Schedule& schedule, const TimeZone& zone) {
  return !occurrences(schedule, zone, kBeginning, kEndOfTime, 1).empty();
}

// Without a rule the start is one of the dates that were added.
std::optional<Schedule> of_added(Schedule schedule) {
  schedule.rule.reset();
  if (schedule.added.empty()) return std::nullopt;
  schedule.start = schedule.added.front();
  schedule.added.erase(schedule.added.begin());
  return schedule;
}

std::optional<Schedule> unless_empty(std::optional<Schedule> schedule, const TimeZone& zone) {
  if (!schedule || !comes_at_all(*schedule, zone)) return std::nullopt;
  return schedule;
}

// Exceptions on one side of a day; without a rule the start is an exception like others.
template <class Beyond>
Schedule part_of(const Schedule& schedule, Beyond&& beyond) {
  Schedule part = schedule;
  if (!part.rule) part.added.insert(part.added.begin(), part.start);
  std::sort(part.added.begin(), part.added.end());
  std::erase_if(part.added, beyond);
  std::erase_if(part.excluded, beyond);
  return part;
}

bool ends_before(const RuleUntil& until, LocalDate day, const TimeZone& zone) {
  if (until.form == RuleUntil::Form::utc)
    return until.time.time_since_epoch() < to_instant(LocalDateTime(day), zone).time_since_epoch();
  return until.time < LocalDateTime(day);
}

}  // namespace

std::optional<Schedule> without_occurrence(Schedule schedule, LocalDateTime nominal, const TimeZone& zone) {
  schedule.excluded.insert(std::lower_bound(schedule.excluded.begin(), schedule.excluded.end(), nominal), nominal);
  std::erase(schedule.added, nominal);
  return unless_empty(std::move(schedule), zone);
}

std::optional<Schedule> before_day(const Schedule& schedule, LocalDate day, const TimeZone& zone) {
  const LocalDateTime midnight{day};
  Schedule part = part_of(schedule, [&](LocalDateTime time) { return time >= midnight; });
  if (!part.rule || part.start >= midnight) return unless_empty(of_added(std::move(part)), zone);
  if (part.rule->count) {
    part.rule->count = static_cast<int>(occurrences(rule_of(schedule), zone, kBeginning, midnight).size());
  } else if (!part.rule->until || !ends_before(*part.rule->until, day, zone)) {
    part.rule->until = RuleUntil{RuleUntil::Form::date, LocalDateTime(day - days(1))};
  }
  return unless_empty(std::move(part), zone);
}

std::optional<Schedule> from_day(const Schedule& schedule, LocalDate day, const TimeZone& zone) {
  const LocalDateTime midnight{day};
  Schedule part = part_of(schedule, [&](LocalDateTime time) { return time < midnight; });
  if (!part.rule) return unless_empty(of_added(std::move(part)), zone);
  const auto first = occurrences(rule_of(schedule), zone, midnight, kEndOfTime, 1);
  if (first.empty()) return unless_empty(of_added(std::move(part)), zone);
  if (part.rule->count)
    *part.rule->count -= static_cast<int>(occurrences(rule_of(schedule), zone, kBeginning, midnight).size());
  part.start = first.front().nominal;
  return unless_empty(std::move(part), zone);
}

Schedule with_start(Schedule schedule, LocalDateTime start) {
  const auto time_within = [](LocalDateTime time) -> seconds { return time - LocalDateTime(date_of(time)); };
  const seconds old_time = time_within(schedule.start);
  const seconds shift = time_within(start) - old_time;
  for (auto* times : {&schedule.added, &schedule.excluded}) {
    for (LocalDateTime& time : *times) {
      if (time_within(time) == old_time) time += shift;
    }
  }
  schedule.start = start;
  return schedule;
}

}  // namespace kindling
