#include "core/codec/ics_time.hpp"

#include <cstdint>

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kLongestDays = 36'525;

// `count` digits from `position`, or -1.
int digits(std::string_view text, std::size_t position, std::size_t count) noexcept {
  if (position + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = position; i < position + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

void append_digits(std::string& out, std::int64_t value, std::size_t width) {
  const std::string text = std::to_string(value);
  if (text.size() < width) out.append(width - text.size(), '0');
  out += text;
}

std::optional<seconds> clock_from_ics(std::string_view text) noexcept {
  const int hour = digits(text, 0, 2);
  const int minute = digits(text, 2, 2);
  const int second = digits(text, 4, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return std::nullopt;
  return hours(hour) + minutes(minute) + seconds(second == 60 ? 59 : second);
}

}  // namespace

std::optional<IcsTime> time_from_ics(std::string_view text) noexcept {
  const int year = digits(text, 0, 4);
  const int month = digits(text, 4, 2);
  const int day = digits(text, 6, 2);
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  IcsTime result{.form = IcsTime::Form::date, .time = LocalDateTime(LocalDate(date))};
  if (text.size() == 8) return result;
  const bool utc = text.back() == 'Z' || text.back() == 'z';
  if (text.size() != (utc ? 16U : 15U) || (text[8] != 'T' && text[8] != 't')) return std::nullopt;
  const auto clock = clock_from_ics(text.substr(9, 6));
  if (!clock) return std::nullopt;
  result.form = utc ? IcsTime::Form::utc : IcsTime::Form::local;
  result.time += *clock;
  return result;
}

std::optional<IcsDuration> duration_from_ics(std::string_view text) noexcept {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  if (text.size() < 2 || (text.front() != 'P' && text.front() != 'p')) return std::nullopt;
  text.remove_prefix(1);
  IcsDuration result;
  bool in_clock = false;
  bool any = false;
  while (!text.empty()) {
    if (!in_clock && (text.front() == 'T' || text.front() == 't')) {
      in_clock = true;
      text.remove_prefix(1);
      continue;
    }
    std::size_t width = 0;
    while (width < text.size() && text[width] >= '0' && text[width] <= '9') ++width;
    if (width == 0 || width > 9 || width == text.size()) return std::nullopt;
    const int value = digits(text, 0, width);
    const int unit = text[width] | 0x20;
    if ((unit == 'w' || unit == 'd') && value > kLongestDays) return std::nullopt;
    switch (unit) {
      case 'w': result.days += days(value * 7); break;
      case 'd': result.days += days(value); break;
      case 'h': result.exact += seconds(std::int64_t{value} * 3600); break;
      case 'm': result.exact += seconds(std::int64_t{value} * 60); break;
      case 's': result.exact += seconds(value); break;
      default: return std::nullopt;
    }
    // Checked for each part, so that no sum of parts can overflow.
    if (result.days > days(kLongestDays) || result.exact > days(kLongestDays)) return std::nullopt;
    any = true;
    text.remove_prefix(width + 1);
  }
  if (!any) return std::nullopt;
  if (negative) result = {-result.days, -result.exact};
  return result;
}

std::optional<seconds> offset_from_ics(std::string_view text) noexcept {
  if (text.size() != 5 && text.size() != 7) return std::nullopt;
  if (text.front() != '+' && text.front() != '-') return std::nullopt;
  const int hour = digits(text, 1, 2);
  const int minute = digits(text, 3, 2);
  const int second = text.size() == 7 ? digits(text, 5, 2) : 0;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
  const seconds offset = hours(hour) + minutes(minute) + seconds(second);
  return text.front() == '-' ? -offset : offset;
}

std::string ics_date(LocalDateTime time) {
  const auto date = calendar(date_of(time));
  std::string out;
  append_digits(out, static_cast<int>(date.year()), 4);
  append_digits(out, static_cast<unsigned>(date.month()), 2);
  append_digits(out, static_cast<unsigned>(date.day()), 2);
  return out;
}

std::string ics_date_time(LocalDateTime time) {
  const std::chrono::hh_mm_ss clock(time - LocalDateTime(date_of(time)));
  std::string out = ics_date(time) + "T";
  append_digits(out, clock.hours().count(), 2);
  append_digits(out, clock.minutes().count(), 2);
  append_digits(out, clock.seconds().count(), 2);
  return out;
}

std::string ics_duration(minutes length) {
  if (length == minutes(0)) return "PT0S";
  const std::int64_t total = length.count() < 0 ? -length.count() : length.count();
  std::string out = length < minutes(0) ? "-PT" : "PT";
  if (total >= 60) out += std::to_string(total / 60) + "H";
  if (total % 60 != 0) out += std::to_string(total % 60) + "M";
  return out;
}

std::string ics_offset(seconds offset) {
  const std::chrono::hh_mm_ss clock(offset < seconds(0) ? -offset : offset);
  std::string out = offset < seconds(0) ? "-" : "+";
  append_digits(out, clock.hours().count(), 2);
  append_digits(out, clock.minutes().count(), 2);
  if (clock.seconds().count() != 0) append_digits(out, clock.seconds().count(), 2);
  return out;
}

}  // namespace kindling
