#include "tests/support/recurrence_oracle.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::weekday;
using std::chrono::year_month_day;

bool lists(const std::vector<int>& values, int value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}
// A place counted from either end of a range of days.
bool lists_place(const std::vector<int>& values, LocalDate day, LocalDate first, LocalDate last) {
  const int forward = static_cast<int>((day - first).count()) + 1;
  const int backward = -static_cast<int>((last - day).count()) - 1;
  return lists(values, forward) || lists(values, backward);
}

struct DayRange {
  LocalDate first, last;
};
DayRange year_of(LocalDate day) {
  const auto year = calendar(day).year();
  return {LocalDate(year / 1 / 1), LocalDate(year / 12 / 31)};
}
DayRange month_of(LocalDate day) {
  const auto date = calendar(day);
  return {LocalDate(date.year() / date.month() / 1), LocalDate(date.year() / date.month() / std::chrono::last)};
}
LocalDate week_begin(LocalDate day, weekday week_start) {
  while (weekday(day) != week_start) day -= days(1);
  return day;
}

// A week belongs to the year of its fourth day: that year then has at least four of its days.
int week_number(LocalDate day, weekday week_start) {
  const LocalDate fourth = week_begin(day, week_start) + days(3);
  return static_cast<int>((fourth - year_of(fourth).first).count()) / 7 + 1;
}
int weeks_in_year(LocalDate day, weekday week_start) {
  const LocalDate fourth = week_begin(day, week_start) + days(3);
  const auto year = calendar(fourth).year();
  return week_number(LocalDate(year / 12 / 28), week_start);  // the 28th always lies in the last week
}

bool by_day_holds(const Rule& rule, LocalDate day) {
  const bool counts = rule.frequency == Frequency::monthly || rule.frequency == Frequency::yearly;
  const bool in_year = rule.frequency == Frequency::yearly && rule.by_month.empty();
  const DayRange range = in_year ? year_of(day) : month_of(day);
  int forward = 0;
  int backward = 0;
  for (LocalDate other = day; other >= range.first; other -= days(7)) ++forward;
  for (LocalDate other = day; other <= range.last; other += days(7)) --backward;
  return std::any_of(rule.by_day.begin(), rule.by_day.end(), [&](const RuleDay& entry) {
    if (entry.day != weekday(day)) return false;
    return entry.ordinal == 0 || !counts || entry.ordinal == forward || entry.ordinal == backward;
  });
}

// What DTSTART adds where the rule names no day at all.
bool implied_day_holds(const Rule& rule, LocalDate start, LocalDate day) {
  const auto wanted = calendar(start);
  const auto date = calendar(day);
  switch (rule.frequency) {
    case Frequency::yearly:
      if (!rule.by_week.empty()) return weekday(day) == weekday(start);
      return date.day() == wanted.day() && (!rule.by_month.empty() || date.month() == wanted.month());
    case Frequency::monthly: return date.day() == wanted.day();
    case Frequency::weekly: return weekday(day) == weekday(start);
    default: return true;
  }
}

bool day_holds(const Rule& rule, LocalDate start, LocalDate day) {
  const DayRange month = month_of(day);
  const DayRange year = year_of(day);
  const int month_number = static_cast<int>(static_cast<unsigned>(calendar(day).month()));
  if (!rule.by_month.empty() && !lists(rule.by_month, month_number)) return false;
  if (!rule.by_month_day.empty() && !lists_place(rule.by_month_day, day, month.first, month.last)) return false;
  if (!rule.by_year_day.empty() && !lists_place(rule.by_year_day, day, year.first, year.last)) return false;
  if (!rule.by_day.empty() && !by_day_holds(rule, day)) return false;
  if (!rule.by_week.empty()) {
    const int number = week_number(day, rule.week_start);
    const int backward = number - weeks_in_year(day, rule.week_start) - 1;
    if (!lists(rule.by_week, number) && !lists(rule.by_week, backward)) return false;
  }
  const bool names_day = !rule.by_month_day.empty() || !rule.by_year_day.empty() || !rule.by_day.empty();
  return names_day || implied_day_holds(rule, start, day);
}

// Which of the frequency's periods holds a time, as a number.
long period_of(const Rule& rule, LocalDateTime time) {
  const LocalDate day = date_of(time);
  const auto date = calendar(day);
  const int year = static_cast<int>(date.year());
  switch (rule.frequency) {
    case Frequency::yearly: return year;
    case Frequency::monthly: return year * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
    case Frequency::weekly:
      return static_cast<long>((week_begin(day, rule.week_start) - LocalDate(days(-100'000))).count()) / 7;
    case Frequency::daily: return static_cast<long>(day.time_since_epoch().count());
    case Frequency::hourly: return static_cast<long>(std::chrono::floor<hours>(time).time_since_epoch().count());
    case Frequency::minutely:
      return static_cast<long>(std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count());
    case Frequency::secondly: break;
  }
  return static_cast<long>(time.time_since_epoch().count());
}

// A field of the clock: what BYxxx lists, else free below the frequency's own unit, else that of DTSTART.
bool field_holds(const std::vector<int>& values, bool free, int of_start, int value) {
  if (!values.empty()) return lists(values, value) || (value == 59 && lists(values, 60));
  return free || value == of_start;
}

void collect_day(const Rule& rule, LocalDateTime start, LocalDate day,
                 std::map<long, std::set<LocalDateTime>>& periods) {
  const std::chrono::hh_mm_ss wanted(start - LocalDateTime(date_of(start)));
  const long start_period = period_of(rule, start);
  for (int hour = 0; hour < 24; ++hour) {
    if (!field_holds(rule.by_hour, rule.frequency <= Frequency::hourly, static_cast<int>(wanted.hours().count()), hour))
      continue;
    for (int minute = 0; minute < 60; ++minute) {
      if (!field_holds(rule.by_minute, rule.frequency <= Frequency::minutely,
                       static_cast<int>(wanted.minutes().count()), minute))
        continue;
      for (int second = 0; second < 60; ++second) {
        if (!field_holds(rule.by_second, rule.frequency == Frequency::secondly,
                         static_cast<int>(wanted.seconds().count()), second))
          continue;
        const LocalDateTime time = LocalDateTime(day) + seconds(hour * 3600 + minute * 60 + second);
        const long period = period_of(rule, time);
        if ((period - start_period) % rule.interval == 0) periods[period].insert(time);
      }
    }
  }
}

std::vector<LocalDateTime> choose(const Rule& rule, const std::set<LocalDateTime>& times) {
  std::vector<LocalDateTime> chosen;
  int forward = 0;
  int backward = -static_cast<int>(times.size());
  for (const LocalDateTime time : times) {
    ++forward;
    if (rule.by_set_pos.empty() || lists(rule.by_set_pos, forward) || lists(rule.by_set_pos, backward))
      chosen.push_back(time);
    ++backward;
  }
  return chosen;
}

bool after_until(const Rule& rule, LocalDateTime time) {
  if (!rule.until) return false;
  if (rule.until->form == RuleUntil::Form::date) return date_of(time) > date_of(rule.until->time);
  return time > rule.until->time;
}

// The days to look at: whole periods, so that BYSETPOS sees all of the first and last.
DayRange days_to_look_at(const Rule& rule, LocalDateTime start, LocalDateTime to) {
  DayRange range{date_of(start), date_of(to)};
  if (rule.frequency == Frequency::weekly)
    range = {week_begin(range.first, rule.week_start), week_begin(range.last, rule.week_start) + days(6)};
  if (rule.frequency == Frequency::monthly) range = {month_of(range.first).first, month_of(range.last).last};
  if (rule.frequency == Frequency::yearly) range = {year_of(range.first).first, year_of(range.last).last};
  return range;
}

}  // namespace

std::vector<LocalDateTime> oracle_nominals(const Rule& rule, LocalDateTime start, LocalDateTime to) {
  const DayRange range = days_to_look_at(rule, start, to);
  std::map<long, std::set<LocalDateTime>> periods;
  for (LocalDate day = range.first; day <= range.last; day += days(1)) {
    if (day_holds(rule, date_of(start), day)) collect_day(rule, start, day, periods);
  }
  std::vector<LocalDateTime> result;
  int left = rule.count.value_or(2'000'000'000);
  for (const auto& [period, times] : periods) {
    for (const LocalDateTime time : choose(rule, times)) {
      if (time < start) continue;
      if (time >= to || left-- == 0 || after_until(rule, time)) return result;
      result.push_back(time);
    }
  }
  return result;
}

std::chrono::sys_seconds oracle_instant(LocalDateTime local, const TimeZone& zone) {
  const std::chrono::sys_seconds around(local.time_since_epoch());
  std::optional<std::chrono::sys_seconds> earliest;
  std::optional<std::chrono::sys_seconds> in_gap;
  seconds before = zone.period_at(around - hours(30)).offset;
  for (auto instant = around - hours(30); instant <= around + hours(30); instant += std::chrono::minutes(15)) {
    const seconds offset = zone.period_at(instant).offset;
    const std::chrono::sys_seconds candidate = around - offset;
    if (zone.period_at(candidate).offset == offset && (!earliest || candidate < *earliest)) earliest = candidate;
    if (offset > before && local >= LocalDateTime(zone.period_at(instant).begin.time_since_epoch() + before) &&
        local < LocalDateTime(zone.period_at(instant).begin.time_since_epoch() + offset))
      in_gap = around - before;
    before = offset;
  }
  return earliest ? *earliest : in_gap.value_or(std::chrono::sys_seconds::min());
}

}  // namespace kindling
