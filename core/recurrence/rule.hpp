// Recurrence rules of RFC 5545 §3.3.10 as values: parsing, printing and checking. Pure; any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"

namespace kindling {

enum class Frequency { secondly, minutely, hourly, daily, weekly, monthly, yearly };

// One entry of BYDAY: a weekday, or its nth (-53..53, not 0 where given) within the month or year.
struct RuleDay {
  int ordinal = 0;  // 0: every such weekday
  std::chrono::weekday day;
  friend bool operator==(const RuleDay&, const RuleDay&) = default;
};

// UNTIL as written: a date, a wall time, or an instant in UTC.
struct RuleUntil {
  enum class Form { date, local, utc };
  Form form = Form::date;
  LocalDateTime time;  // for Form::utc the fields of the UTC time
  friend bool operator==(const RuleUntil&, const RuleUntil&) = default;
};

struct Rule {
  Frequency frequency = Frequency::daily;
  int interval = 1;          // 1..100,000
  std::optional<int> count;  // 1..1,000,000
  std::optional<RuleUntil> until;
  std::chrono::weekday week_start = std::chrono::Monday;
  std::vector<int> by_second, by_minute, by_hour, by_month_day, by_year_day, by_week, by_month,
      by_set_pos;  // in the order written
  std::vector<RuleDay> by_day;

  friend bool operator==(const Rule&, const Rule&) = default;
};

// Reads "FREQ=WEEKLY;BYDAY=MO,TU" (with or without a leading "RRULE:"), at most 2,000 bytes. Fails with invalid and a
// sentence naming the part that is wrong and what it may be. Refuses what RFC 5545 forbids: COUNT with UNTIL, a part
// twice, numbers out of range, BYWEEKNO without YEARLY, ordinals in BYDAY without MONTHLY or YEARLY, BYSETPOS alone ...
[[nodiscard]] Result<Rule> parse_rule(std::string_view text);

// What parse_rule refuses, for rules that were put together by hand: numbers out of range and parts that RFC 5545
// §3.3.10 forbids to stand together.
[[nodiscard]] Result<void> check_rule(const Rule& rule);

// The canonical text, without "RRULE:"; parse_rule(to_string(r)) == r.
[[nodiscard]] std::string to_string(const Rule& rule);

}  // namespace kindling
