// Which days of a month a recurrence rule admits, as a set of bits: the day-level BY parts of RFC 5545 §3.3.10
// compiled into masks. It refers to the rule's lists: the rule must outlive it. Pure; any thread.
#pragma once

#include <cstdint>
#include <span>

#include "core/base/time.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {

// A day as a number, counted from 1970-01-01: cheap arithmetic without types in the way.
using DayNumber = std::int32_t;

[[nodiscard]] constexpr DayNumber day_number(LocalDate date) noexcept {
  return static_cast<DayNumber>(date.time_since_epoch().count());
}
[[nodiscard]] constexpr LocalDate date_from(DayNumber day) noexcept { return LocalDate(std::chrono::days(day)); }

// 0 for Sunday to 6 for Saturday, as std::chrono::weekday::c_encoding.
[[nodiscard]] constexpr int weekday_of(DayNumber day) noexcept {
  const int rest = (day + 4) % 7;
  return rest < 0 ? rest + 7 : rest;
}

// A page of the calendar: one month and what's needed of its year.
struct MonthPage {
  int year = 1970;
  int month = 1;  // 1..12
  int length = 31;
  int first_weekday = 4;
  DayNumber first_day = 0;

  // `index` counts months: 12 * year + month - 1.
  [[nodiscard]] static MonthPage of_index(int index) noexcept;
  [[nodiscard]] static MonthPage holding(DayNumber day) noexcept;
  [[nodiscard]] int index() const noexcept { return 12 * year + month - 1; }
};

// Bit 0 is the first day of the month.
using DayBits = std::uint32_t;

class DayFilter {
 public:
  // What the rule leaves open comes from DTSTART: "FREQ=YEARLY;BYMONTH=1" on the day of the month of `start`, BYWEEKNO
  // alone on its weekday (RFC 5545 §3.3.10, "Information, not contained in the rule").
  DayFilter(const Rule& rule, DayNumber start);

  // True where every day passes.
  [[nodiscard]] bool admits_all() const noexcept { return admits_all_; }
  [[nodiscard]] bool limits_months() const noexcept { return months_ != kAllMonths; }
  [[nodiscard]] bool admits_month(int month) const noexcept { return ((months_ >> month) & 1U) != 0; }
  // Bit 0 is Sunday; empty where the rule has no plain weekday.
  [[nodiscard]] unsigned weekdays() const noexcept { return weekdays_; }

  // The days of the month that satisfy every part that is given.
  [[nodiscard]] DayBits days_of(const MonthPage& page) const noexcept;

 private:
  static constexpr unsigned kAllMonths = 0x1FFE;

  void derive_from_start(const Rule& rule, DayNumber start);
  [[nodiscard]] DayBits month_day_bits(int length) const noexcept;
  [[nodiscard]] DayBits by_day_bits(const MonthPage& page) const noexcept;
  [[nodiscard]] DayBits year_day_bits(const MonthPage& page) const noexcept;
  [[nodiscard]] DayBits week_bits(const MonthPage& page) const noexcept;

  unsigned months_ = kAllMonths;  // bit m: month m
  DayBits days_from_start_ = 0;   // bit d - 1: day d of the month
  DayBits days_from_end_ = 0;     // bit d - 1: day d counted back from the last
  unsigned weekdays_ = 0;
  int week_start_ = 1;
  bool has_ordinals_ = false;
  bool ordinals_in_year_ = false;
  bool admits_all_ = false;
  std::uint64_t weeks_from_start_ = 0;  // bit w: week w
  std::uint64_t weeks_from_end_ = 0;
  std::span<const RuleDay> by_day_;
  std::span<const int> by_year_day_;
};

}  // namespace kindling
