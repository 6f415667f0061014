#include "core/recurrence/rule.hpp"

#include <algorithm>
#include <array>

namespace kindling {
namespace {

constexpr int kIntervalLimit = 100'000;
constexpr int kCountLimit = 1'000'000;

// A part that is a list of numbers: its name, where it lives and what RFC 5545 §3.3.10 lets it hold.
struct NumberPart {
  std::string_view name;
  std::vector<int> Rule::*values;
  int lowest;
  int highest;
  bool from_end;  // also -highest..-lowest
  std::string_view allowed;
};

constexpr std::array<NumberPart, 8> kNumberParts{{
    {"BYSECOND", &Rule::by_second, 0, 60, false, "0 to 60"},
    {"BYMINUTE", &Rule::by_minute, 0, 59, false, "0 to 59"},
    {"BYHOUR", &Rule::by_hour, 0, 23, false, "0 to 23"},
    {"BYMONTHDAY", &Rule::by_month_day, 1, 31, true, "1 to 31 or -31 to -1"},
    {"BYYEARDAY", &Rule::by_year_day, 1, 366, true, "1 to 366 or -366 to -1"},
    {"BYWEEKNO", &Rule::by_week, 1, 53, true, "1 to 53 or -53 to -1"},
    {"BYMONTH", &Rule::by_month, 1, 12, false, "1 to 12"},
    {"BYSETPOS", &Rule::by_set_pos, 1, 366, true, "1 to 366 or -366 to -1"},
}};

Result<void> check_numbers(const Rule& rule) {
  if (rule.interval < 1 || rule.interval > kIntervalLimit) return invalid("INTERVAL is a number from 1 to 100000");
  if (rule.count && (*rule.count < 1 || *rule.count > kCountLimit))
    return invalid("COUNT is a number from 1 to 1000000");
  for (const NumberPart& part : kNumberParts) {
    for (const int value : rule.*part.values) {
      const int size = part.from_end && value < 0 ? -value : value;
      if (size < part.lowest || size > part.highest)
        return invalid(std::string(part.name) + " holds numbers from " + std::string(part.allowed));
    }
  }
  for (const RuleDay& entry : rule.by_day) {
    if (entry.ordinal < -53 || entry.ordinal > 53 || !entry.day.ok())
      return invalid("BYDAY holds days such as MO, 2TU or -1FR, numbered from 1 to 53 or -53 to -1");
  }
  return {};
}

}  // namespace

Result<void> check_rule(const Rule& rule) {
  if (auto checked = check_numbers(rule); !checked) return checked;
  const Frequency frequency = rule.frequency;
  if (rule.count && rule.until) return invalid("a rule ends by COUNT or by UNTIL, not by both");
  if (!rule.by_week.empty() && frequency != Frequency::yearly) return invalid("BYWEEKNO goes with FREQ=YEARLY only");
  if (!rule.by_month_day.empty() && frequency == Frequency::weekly)
    return invalid("BYMONTHDAY doesn't go with FREQ=WEEKLY; use FREQ=MONTHLY");
  if (!rule.by_year_day.empty() && frequency >= Frequency::daily && frequency <= Frequency::monthly)
    return invalid("BYYEARDAY doesn't go with FREQ=DAILY, WEEKLY or MONTHLY; use FREQ=YEARLY");
  const bool has_ordinal =
      std::any_of(rule.by_day.begin(), rule.by_day.end(), [](const RuleDay& entry) { return entry.ordinal != 0; });
  if (has_ordinal && frequency != Frequency::monthly && frequency != Frequency::yearly)
    return invalid("numbered days in BYDAY, such as 2TU, go with FREQ=MONTHLY or YEARLY only");
  if (has_ordinal && !rule.by_week.empty()) return invalid("numbered days in BYDAY don't go with BYWEEKNO");
  const bool has_other =
      !rule.by_day.empty() || std::any_of(kNumberParts.begin(), kNumberParts.end() - 1,
                                          [&](const NumberPart& part) { return !(rule.*part.values).empty(); });
  if (!rule.by_set_pos.empty() && !has_other) return invalid("BYSETPOS needs another BY part to choose from");
  return {};
}

}  // namespace kindling
