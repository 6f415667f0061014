#include "tests/support/random_rule.hpp"

#include <algorithm>

namespace kindling {
namespace {

void fill(std::vector<int>& values, int lowest, int highest, bool from_end, int most, const Choose& choose) {
  const int size = choose(1, most);
  for (int i = 0; i < size; ++i) {
    const int value = choose(lowest, highest);
    values.push_back(from_end && choose(0, 3) == 0 ? -value : value);
  }
}

void fill_days(Rule& rule, bool with_ordinals, const Choose& choose) {
  const int size = choose(1, 4);
  const int highest = rule.frequency == Frequency::yearly && rule.by_month.empty() ? 53 : 5;
  for (int i = 0; i < size; ++i) {
    RuleDay entry{0, std::chrono::weekday(static_cast<unsigned>(choose(0, 6)))};
    if (with_ordinals && choose(0, 1) == 0) entry.ordinal = choose(1, highest) * (choose(0, 2) == 0 ? -1 : 1);
    rule.by_day.push_back(entry);
  }
}

void add_days(Rule& rule, const Choose& choose) {
  const Frequency frequency = rule.frequency;
  const bool yearly = frequency == Frequency::yearly;
  const auto now_and_then = [&](int chance) { return choose(1, 100) <= chance; };
  if (now_and_then(30)) fill(rule.by_month, 1, 12, false, 5, choose);
  if (yearly && now_and_then(25)) fill(rule.by_week, 1, now_and_then(40) ? 3 : 53, true, 4, choose);
  if ((yearly || frequency < Frequency::daily) && now_and_then(20)) fill(rule.by_year_day, 1, 366, true, 12, choose);
  if (frequency != Frequency::weekly && now_and_then(30)) fill(rule.by_month_day, 1, 31, true, 6, choose);
  const bool with_ordinals = (yearly || frequency == Frequency::monthly) && rule.by_week.empty();
  if (now_and_then(40)) fill_days(rule, with_ordinals, choose);
}

// Lets the rule admit DTSTART's own day: a short window would hold nothing otherwise.
void admit_start(Rule& rule, LocalDateTime start) {
  const LocalDate day = date_of(start);
  const auto date = calendar(day);
  const auto new_year = LocalDate(date.year() / 1 / 1);
  if (!rule.by_month.empty()) rule.by_month.push_back(static_cast<int>(static_cast<unsigned>(date.month())));
  if (!rule.by_month_day.empty()) rule.by_month_day.push_back(static_cast<int>(static_cast<unsigned>(date.day())));
  if (!rule.by_year_day.empty()) rule.by_year_day.push_back(static_cast<int>((day - new_year).count()) + 1);
  if (!rule.by_day.empty()) rule.by_day.push_back({0, std::chrono::weekday(day)});
}

void add_times(Rule& rule, const Choose& choose) {
  if (choose(0, 3) == 0) fill(rule.by_hour, 0, 23, false, 5, choose);
  if (choose(0, 3) == 0) fill(rule.by_minute, 0, 59, false, 5, choose);
  if (choose(0, 4) == 0) fill(rule.by_second, 0, 59, false, 4, choose);
}

void add_end(Rule& rule, LocalDateTime start, const Choose& choose) {
  const int end = choose(0, 5);
  if (end == 0) rule.count = choose(1, 60);
  if (end == 1) {
    const LocalDateTime time = start + std::chrono::hours(choose(0, 20'000)) + std::chrono::seconds(choose(0, 3599));
    const bool date = choose(0, 1) == 0;
    rule.until =
        RuleUntil{date ? RuleUntil::Form::date : RuleUntil::Form::local, date ? LocalDateTime(date_of(time)) : time};
  }
}

}  // namespace

Rule random_rule(Frequency frequency, LocalDateTime start, const Choose& choose) {
  Rule rule;
  rule.frequency = frequency;
  rule.interval = choose(0, 1) == 0 ? 1 : choose(1, frequency < Frequency::daily ? 100 : 5);
  rule.week_start = std::chrono::weekday(static_cast<unsigned>(choose(0, 2) == 0 ? choose(0, 6) : 1));
  add_days(rule, choose);
  if (frequency < Frequency::daily && choose(0, 4) > 0) admit_start(rule, start);
  add_times(rule, choose);
  const bool has_part = !rule.by_month.empty() || !rule.by_week.empty() || !rule.by_year_day.empty() ||
                        !rule.by_month_day.empty() || !rule.by_day.empty() || !rule.by_hour.empty() ||
                        !rule.by_minute.empty() || !rule.by_second.empty();
  if (has_part && choose(0, 3) == 0) fill(rule.by_set_pos, 1, 6, true, 3, choose);
  add_end(rule, start, choose);
  return rule;
}

LocalDateTime random_start(const Choose& choose) {
  const LocalDate day = LocalDate(std::chrono::year(1995) / 1 / 1) + std::chrono::days(choose(0, 13'500));
  return LocalDateTime(day) + std::chrono::minutes(choose(0, 1439)) +
         std::chrono::seconds(choose(0, 2) == 0 ? choose(0, 59) : 0);
}

}  // namespace kindling
