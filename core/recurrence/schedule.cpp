#include "core/recurrence/schedule.hpp"

#include <algorithm>
#include <utility>

#include "core/recurrence/expander.hpp"
#include "core/recurrence/zone_cursor.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using std::chrono::sys_seconds;

// Wall times and UTC are never further apart than this, and no gap is longer.
constexpr seconds kReach = std::chrono::hours(26);
constexpr std::size_t kDateLimit = 1'000;

constexpr LocalDateTime first_moment() { return LocalDateTime(LocalDate(std::chrono::year(1) / 1 / 1)); }
constexpr LocalDateTime last_moment() {
  return LocalDateTime(LocalDate(std::chrono::year(kLastYear) / 12 / 31)) + days(1) - seconds(1);
}

// The last wall time that UNTIL can admit. A date means through the end of that day; an instant needs the zone, so here
// it's only bounded and for_each_occurrence compares instants.
LocalDateTime last_nominal(const std::optional<RuleUntil>& until) {
  if (!until) return last_moment();
  switch (until->form) {
    case RuleUntil::Form::date: return std::min(last_moment(), floor<days>(until->time) + days(1) - seconds(1));
    case RuleUntil::Form::local: return std::min(last_moment(), until->time);
    case RuleUntil::Form::utc: return std::min(last_moment(), until->time + kReach);
  }
  return last_moment();
}

// The rule as a schedule of whole days has it: RFC 5545 §3.3.10 has BYHOUR, BYMINUTE and BYSECOND ignored there.
Rule without_times(Rule rule) {
  rule.by_hour.clear();
  rule.by_minute.clear();
  rule.by_second.clear();
  return rule;
}
bool names_times(const Rule& rule) {
  return !rule.by_hour.empty() || !rule.by_minute.empty() || !rule.by_second.empty();
}

// Wall times in [from, to), ascending, each once; of whole days for the kind date.
std::vector<LocalDateTime> sorted(std::vector<LocalDateTime> times, ScheduleKind kind, LocalDateTime from,
                                  LocalDateTime to) {
  if (kind == ScheduleKind::date) {
    for (LocalDateTime& time : times) time = floor<days>(time);
  }
  std::erase_if(times, [&](LocalDateTime time) { return time < from || time >= to; });
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

// One pass over a schedule's window.
class Walk {
 public:
  Walk(const Schedule& schedule, const TimeZone& zone, LocalDateTime from, LocalDateTime to,
       const std::function<bool(const Occurrence&)>& visit)
      : schedule_(schedule), from_(from), to_(std::min(to, last_moment() + seconds(1))), cursor_(zone), visit_(visit) {
    start_ = schedule.kind == ScheduleKind::date ? LocalDateTime(floor<days>(schedule.start)) : schedule.start;
    added_ = sorted(schedule.added, schedule.kind, from_, to_);
    excluded_ = sorted(schedule.excluded, schedule.kind, from_, to_);
  }

  void run() {
    if (from_ >= to_) return;
    if (!schedule_.rule) {
      added_ = with_start();
    } else if (!run_rule(*schedule_.rule)) {
      return;
    }
    while (next_added_ < added_.size()) {
      if (!give(added_[next_added_++])) return;
    }
  }

 private:
  // False once `visit` has asked to stop.
  bool run_rule(const Rule& rule) {
    if (schedule_.kind == ScheduleKind::date) {
      if (rule.frequency < Frequency::daily) return true;  // a whole day has no hours to step by
      if (names_times(rule)) return expand(without_times(rule));
    }
    return expand(rule);
  }

  bool expand(const Rule& rule) {
    Expander expander(rule, start_, from_, std::min(to_ - seconds(1), last_nominal(rule.until)));
    const bool by_instant = rule.until && rule.until->form == RuleUntil::Form::utc;
    while (const auto nominal = expander.next()) {
      if (by_instant && cursor_.to_instant(*nominal).time_since_epoch() > rule.until->time.time_since_epoch()) continue;
      while (next_added_ < added_.size() && added_[next_added_] <= *nominal) {
        const LocalDateTime extra = added_[next_added_++];
        if (extra < *nominal && !give(extra)) return false;
      }
      if (!give(*nominal)) return false;
    }
    return true;
  }

  std::vector<LocalDateTime> with_start() const {
    std::vector<LocalDateTime> times = added_;
    times.push_back(start_);
    return sorted(std::move(times), schedule_.kind, from_, to_);
  }

  bool give(LocalDateTime nominal) {
    while (next_excluded_ < excluded_.size() && excluded_[next_excluded_] < nominal) ++next_excluded_;
    if (next_excluded_ < excluded_.size() && excluded_[next_excluded_] == nominal) return true;
    const sys_seconds instant = cursor_.to_instant(nominal);
    // Only in a gap does the wall clock show something else than what was asked for.
    const LocalDateTime local = nominal + cursor_.shift();
    return visit_(Occurrence{nominal, local, instant});
  }

  const Schedule& schedule_;
  LocalDateTime from_;
  LocalDateTime to_;
  LocalDateTime start_;
  ZoneCursor cursor_;
  const std::function<bool(const Occurrence&)>& visit_;
  std::vector<LocalDateTime> added_;
  std::vector<LocalDateTime> excluded_;
  std::size_t next_added_ = 0;
  std::size_t next_excluded_ = 0;
};

Result<void> check_until(const RuleUntil& until, ScheduleKind kind) {
  if (until.form == RuleUntil::Form::date) return {};
  if (kind == ScheduleKind::date) return invalid("UNTIL of a whole-day rule is a date, written UNTIL=20261231");
  if (kind == ScheduleKind::floating && until.form == RuleUntil::Form::utc)
    return invalid("UNTIL of a rule without a zone has no Z: write UNTIL=20261231T235959 or UNTIL=20261231");
  if (kind == ScheduleKind::zoned && until.form == RuleUntil::Form::local)
    return invalid("UNTIL of a rule with a zone is in UTC or a date: write UNTIL=20261231T235959Z or UNTIL=20261231");
  return {};
}

Result<void> check_schedule(const Schedule& schedule) {
  if (schedule.kind == ScheduleKind::zoned && schedule.zone.empty())
    return invalid("a zoned schedule needs the name of its zone, such as Europe/Berlin");
  if (schedule.added.size() > kDateLimit || schedule.excluded.size() > kDateLimit)
    return invalid("a schedule holds at most 1,000 added and 1,000 excluded dates");
  const int year = static_cast<int>(calendar(date_of(schedule.start)).year());
  if (year < kFirstYear || year > kLastYear) return invalid("a schedule starts in the years 1900 to 2199");
  if (!schedule.rule) return {};
  if (auto checked = check_rule(*schedule.rule); !checked) return checked;
  if (schedule.kind == ScheduleKind::date && schedule.rule->frequency < Frequency::daily)
    return invalid("a whole-day rule repeats DAILY, WEEKLY, MONTHLY or YEARLY");
  if (schedule.rule->until) return check_until(*schedule.rule->until, schedule.kind);
  return {};
}

}  // namespace

sys_seconds to_instant(LocalDateTime local, const TimeZone& zone) { return ZoneCursor(zone).to_instant(local); }

LocalDateTime to_local(sys_seconds instant, const TimeZone& zone) {
  return LocalDateTime(instant.time_since_epoch() + zone.period_at(instant).offset);
}

Result<Schedule> normalised(Schedule schedule) {
  if (auto checked = check_schedule(schedule); !checked) return std::move(checked).error();
  if (schedule.kind != ScheduleKind::zoned) schedule.zone.clear();
  if (schedule.kind == ScheduleKind::date) schedule.start = floor<days>(schedule.start);
  schedule.added = sorted(std::move(schedule.added), schedule.kind, LocalDateTime::min(), LocalDateTime::max());
  schedule.excluded = sorted(std::move(schedule.excluded), schedule.kind, LocalDateTime::min(), LocalDateTime::max());
  if (!schedule.rule) return schedule;
  if (schedule.kind == ScheduleKind::date) schedule.rule = without_times(*std::move(schedule.rule));
  const auto first = Expander(*schedule.rule, schedule.start, first_moment(), last_moment()).next();
  if (!first) return invalid("the rule never gives a date between its start and the end of 2199");
  if (*first > last_nominal(schedule.rule->until)) return invalid("the rule ends (UNTIL) before its first date");
  schedule.start = *first;
  return schedule;
}

void for_each_occurrence(const Schedule& schedule, const TimeZone& zone, LocalDateTime from, LocalDateTime to,
                         const std::function<bool(const Occurrence&)>& visit) {
  Walk(schedule, zone, from, to, visit).run();
}

std::vector<Occurrence> occurrences(const Schedule& schedule, const TimeZone& zone, LocalDateTime from,
                                    LocalDateTime to, std::size_t limit) {
  std::vector<Occurrence> found;
  if (limit == 0) return found;
  for_each_occurrence(schedule, zone, from, to, [&](const Occurrence& occurrence) {
    found.push_back(occurrence);
    return found.size() < limit;
  });
  return found;
}

// Within a gap a later nominal time may come at an earlier instant, so the search begins before the gap that `from` may
// lie behind, and goes on to the end of a gap once it has found something within.
std::optional<Occurrence> next_occurrence(const Schedule& schedule, const TimeZone& zone, sys_seconds from) {
  const bool after_change = from - zone.period_at(from).begin < kReach;
  const LocalDateTime begin = to_local(from, zone) - (after_change ? kReach : seconds(0));
  std::optional<Occurrence> best;
  for_each_occurrence(schedule, zone, begin, last_moment() + seconds(1), [&](const Occurrence& occurrence) {
    if (occurrence.utc >= from && (!best || occurrence.utc < best->utc)) best = occurrence;
    return !best || occurrence.nominal < best->local;
  });
  return best;
}

}  // namespace kindling
