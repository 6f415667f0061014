#include "core/recurrence/day_filter.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace kindling {
namespace {

constexpr bool is_leap(int year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

DayNumber first_of(int year, int month) noexcept { return day_number(LocalDate(std::chrono::year(year) / month / 1)); }

constexpr int days_between_weekdays(int from, int to) noexcept { return (to - from + 7) % 7; }

// The first day of week 1: the week with at least four days in the year (RFC 5545 §3.3.10, BYWEEKNO; ISO 8601).
DayNumber first_week_of(int year, int week_start) noexcept {
  const DayNumber fourth = first_of(year, 1) + 3;
  return fourth - days_between_weekdays(week_start, weekday_of(fourth));
}

constexpr DayBits lowest(int count) noexcept { return count >= 32 ? ~0U : (1U << count) - 1U; }

// Bits of the values in [1, limit], and of their negatives counted back from the end.
template <class Bits>
void set_bits(const std::vector<int>& values, int limit, int shift, Bits& from_start, Bits& from_end) {
  for (const int value : values) {
    if (value >= 1 && value <= limit) from_start |= Bits{1} << (value + shift);
    if (value <= -1 && value >= -limit) from_end |= Bits{1} << (-value + shift);
  }
}

}  // namespace

MonthPage MonthPage::of_index(int index) noexcept {
  constexpr std::array<int, 12> kLengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  MonthPage page;
  page.year = index / 12;
  page.month = index % 12 + 1;
  page.length = kLengths[static_cast<std::size_t>(page.month - 1)] + (page.month == 2 && is_leap(page.year) ? 1 : 0);
  page.first_day = first_of(page.year, page.month);
  page.first_weekday = weekday_of(page.first_day);
  return page;
}

MonthPage MonthPage::holding(DayNumber day) noexcept {
  const auto parts = calendar(date_from(day));
  return of_index(12 * static_cast<int>(parts.year()) + static_cast<int>(static_cast<unsigned>(parts.month())) - 1);
}

DayFilter::DayFilter(const Rule& rule, DayNumber start) : by_year_day_(rule.by_year_day) {
  if (!rule.by_month.empty()) {
    months_ = 0;
    unsigned unused = 0;
    set_bits(rule.by_month, 12, 0, months_, unused);
  }
  set_bits(rule.by_month_day, 31, -1, days_from_start_, days_from_end_);
  set_bits(rule.by_week, 53, 0, weeks_from_start_, weeks_from_end_);
  week_start_ = static_cast<int>(rule.week_start.c_encoding());
  const bool ordinals_count = rule.frequency == Frequency::monthly || rule.frequency == Frequency::yearly;
  for (const RuleDay& entry : rule.by_day) {
    if (entry.ordinal == 0 || !ordinals_count) {
      weekdays_ |= 1U << entry.day.c_encoding();
    } else {
      has_ordinals_ = true;
    }
  }
  if (has_ordinals_) by_day_ = rule.by_day;
  ordinals_in_year_ = rule.frequency == Frequency::yearly && rule.by_month.empty();
  derive_from_start(rule, start);
  admits_all_ = !limits_months() && days_from_start_ == 0 && days_from_end_ == 0 && weekdays_ == 0 && !has_ordinals_ &&
                weeks_from_start_ == 0 && weeks_from_end_ == 0 && by_year_day_.empty();
}

void DayFilter::derive_from_start(const Rule& rule, DayNumber start) {
  const bool names_days = !rule.by_month_day.empty() || !rule.by_day.empty() || !rule.by_year_day.empty();
  if (names_days) return;
  const auto parts = calendar(date_from(start));
  const DayBits same_day = DayBits{1} << (static_cast<unsigned>(parts.day()) - 1U);
  if (rule.frequency == Frequency::yearly && rule.by_week.empty()) {
    days_from_start_ = same_day;
    if (rule.by_month.empty()) months_ = 1U << static_cast<unsigned>(parts.month());
  } else if (rule.frequency == Frequency::monthly) {
    days_from_start_ = same_day;
  } else if (rule.frequency == Frequency::weekly || rule.frequency == Frequency::yearly) {
    weekdays_ = 1U << weekday_of(start);
  }
}

DayBits DayFilter::days_of(const MonthPage& page) const noexcept {
  if (!admits_month(page.month)) return 0;
  DayBits bits = lowest(page.length);
  if ((days_from_start_ | days_from_end_) != 0) bits &= month_day_bits(page.length);
  if (weekdays_ != 0 || has_ordinals_) bits &= by_day_bits(page);
  if (!by_year_day_.empty()) bits &= year_day_bits(page);
  if ((weeks_from_start_ | weeks_from_end_) != 0) bits &= week_bits(page);
  return bits;
}

DayBits DayFilter::month_day_bits(int length) const noexcept {
  DayBits bits = days_from_start_;
  for (DayBits rest = days_from_end_; rest != 0; rest &= rest - 1) {
    const int back = std::countr_zero(rest);
    if (back < length) bits |= DayBits{1} << (length - 1 - back);
  }
  return bits;
}

// Plain weekdays of the whole month, and the nth ones of the month or, for YEARLY without BYMONTH, of the year.
DayBits DayFilter::by_day_bits(const MonthPage& page) const noexcept {
  const unsigned turned = (weekdays_ >> page.first_weekday) | (weekdays_ << (7 - page.first_weekday));
  DayBits bits = (turned & 0x7FU) * 0x10204081U;  // the week's pattern, five times
  const DayNumber first = ordinals_in_year_ ? first_of(page.year, 1) : page.first_day;
  const DayNumber last =
      ordinals_in_year_ ? first_of(page.year + 1, 1) - 1 : page.first_day + static_cast<DayNumber>(page.length) - 1;
  for (const RuleDay& entry : by_day_) {
    if (entry.ordinal == 0) continue;
    const int wanted = static_cast<int>(entry.day.c_encoding());
    const DayNumber day = entry.ordinal > 0
                              ? first + days_between_weekdays(weekday_of(first), wanted) + 7 * (entry.ordinal - 1)
                              : last - days_between_weekdays(wanted, weekday_of(last)) + 7 * (entry.ordinal + 1);
    const DayNumber in_month = day - page.first_day;
    if (day >= first && day <= last && in_month >= 0 && in_month < page.length) bits |= DayBits{1} << in_month;
  }
  return bits;
}

DayBits DayFilter::year_day_bits(const MonthPage& page) const noexcept {
  const DayNumber first = first_of(page.year, 1);
  const int length = is_leap(page.year) ? 366 : 365;
  DayBits bits = 0;
  for (const int value : by_year_day_) {
    if (value > length || value < -length || value == 0) continue;
    const DayNumber day = value > 0 ? first + value - 1 : first + length + value;
    const DayNumber in_month = day - page.first_day;
    if (in_month >= 0 && in_month < page.length) bits |= DayBits{1} << in_month;
  }
  return bits;
}

// A day belongs to the week that holds it, also where that week is counted in the year before or after.
DayBits DayFilter::week_bits(const MonthPage& page) const noexcept {
  const DayNumber starts[] = {first_week_of(page.year - 1, week_start_), first_week_of(page.year, week_start_),
                              first_week_of(page.year + 1, week_start_), first_week_of(page.year + 2, week_start_)};
  DayBits bits = 0;
  for (int i = 0; i < page.length; ++i) {
    const DayNumber day = page.first_day + i;
    const std::size_t year = day < starts[1] ? 0 : day < starts[2] ? 1 : 2;
    const int week = (day - starts[year]) / 7 + 1;
    const int weeks = (starts[year + 1] - starts[year]) / 7;
    const bool wanted = (((weeks_from_start_ >> week) & 1U) | ((weeks_from_end_ >> (weeks + 1 - week)) & 1U)) != 0;
    if (wanted) bits |= DayBits{1} << i;
  }
  return bits;
}

}  // namespace kindling
