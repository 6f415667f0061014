#include "core/base/time.hpp"

#include <charconv>
#include <cstdio>
#include <optional>

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view kDateExample = "a date is written 2026-11-27 and lies between 1900 and 2199";
constexpr std::string_view kTimeExample = "a time of day is written 07:45, from 00:00 to 23:59";
constexpr std::string_view kDateTimeExample = "a wall time is written 2026-11-27T19:00";
constexpr std::string_view kInstantExample = "an instant is written with its offset: 2026-11-27T19:00:00+01:00";
constexpr std::string_view kLengthExample = "a length is written 90m, 2h, 1h30m or 3d, from 1m to 366d";

Error invalid_text(std::string_view sentence) { return invalid(std::string(sentence)); }

// Takes fixed-width pieces from the front of a text; once one is missing, it stays failed.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  int digits(std::size_t width) {
    int value = 0;
    if (rest_.size() < width) return fail();
    for (std::size_t i = 0; i < width; ++i) {
      const char c = rest_[i];
      if (c < '0' || c > '9') return fail();
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(width);
    return value;
  }
  void literal(char wanted) {
    if (!accept(wanted)) fail();
  }
  bool accept(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] bool at_end() const { return ok_ && rest_.empty(); }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  int fail() {
    ok_ = false;
    return 0;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

LocalDate scan_date(Scanner& scan) {
  const int year = scan.digits(4);
  scan.literal('-');
  const int month = scan.digits(2);
  scan.literal('-');
  const int day = scan.digits(2);
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!scan.ok() || !date.ok() || year < kFirstYear || year > kLastYear) {
    scan.fail();
    return {};
  }
  return LocalDate(date);
}

LocalTime scan_time(Scanner& scan) {
  const int hour = scan.digits(2);
  scan.literal(':');
  const int minute = scan.digits(2);
  if (hour > 23 || minute > 59) scan.fail();
  return {hours(hour) + minutes(minute)};
}

LocalDateTime scan_date_time(Scanner& scan) {
  const LocalDate date = scan_date(scan);
  if (!scan.accept('T') && !scan.accept('t') && !scan.accept(' ')) scan.fail();
  const LocalTime time = scan_time(scan);
  int second = 0;
  if (scan.accept(':')) second = scan.digits(2);
  if (second > 59) scan.fail();
  return at(date, time) + seconds(second);
}

std::string two_digits(long value) {
  std::string text = std::to_string(value);
  return text.size() < 2 ? "0" + text : text;
}

std::string clock_text(seconds since_midnight, bool with_seconds) {
  const std::chrono::hh_mm_ss parts(since_midnight);
  std::string text = two_digits(parts.hours().count()) + ":" + two_digits(parts.minutes().count());
  if (with_seconds) text += ":" + two_digits(parts.seconds().count());
  return text;
}

}  // namespace

bool LocalTimeRange::contains(LocalTime time) const noexcept {
  if (start == end) return true;
  if (start < end) return start <= time && time < end;
  return time >= start || time < end;
}

LocalDate date_of(LocalDateTime time) noexcept { return std::chrono::floor<days>(time); }

LocalTime time_of(LocalDateTime time) noexcept {
  return {std::chrono::floor<minutes>(time - std::chrono::floor<days>(time))};
}

Result<LocalDate> parse_date(std::string_view text) {
  Scanner scan(text);
  const LocalDate date = scan_date(scan);
  if (!scan.at_end()) return invalid_text(kDateExample);
  return date;
}

Result<LocalTime> parse_time(std::string_view text) {
  Scanner scan(text);
  const LocalTime time = scan_time(scan);
  if (!scan.at_end()) return invalid_text(kTimeExample);
  return time;
}

Result<LocalTimeRange> parse_time_range(std::string_view text) {
  Scanner scan(text);
  const LocalTime start = scan_time(scan);
  scan.literal('-');
  const LocalTime end = scan_time(scan);
  if (!scan.at_end()) return invalid_text("a range of times is written 22:00-07:00");
  return LocalTimeRange{start, end};
}

Result<LocalDateTime> parse_date_time(std::string_view text) {
  Scanner scan(text);
  const LocalDateTime time = scan_date_time(scan);
  if (!scan.at_end()) return invalid_text(kDateTimeExample);
  return time;
}

Result<Instant> parse_instant(std::string_view text) {
  Scanner scan(text);
  const LocalDateTime local = scan_date_time(scan);
  std::chrono::milliseconds fraction{0};
  if (scan.accept('.')) {
    int scale = 100;
    bool any = false;
    while (!scan.rest().empty() && scan.rest().front() >= '0' && scan.rest().front() <= '9') {
      fraction += std::chrono::milliseconds(scale * scan.digits(1));
      scale /= 10;
      any = true;
    }
    if (!any) scan.fail();
  }
  seconds offset{0};
  if (!scan.accept('Z') && !scan.accept('z')) {
    const bool west = scan.accept('-');
    if (!west) scan.literal('+');
    offset = scan_time(scan).since_midnight;
    if (west) offset = -offset;
  }
  if (!scan.at_end()) return invalid_text(kInstantExample);
  return Instant(local.time_since_epoch() - offset + fraction);
}

Result<minutes> parse_length(std::string_view text) {
  long total = 0;
  long last_unit = 1'000'000;
  std::string_view rest = text;
  while (!rest.empty()) {
    long count = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
    if (error != std::errc{} || end == rest.data() + rest.size() || count < 0 || count > 527'040)
      return invalid_text(kLengthExample);
    const char letter = *end;
    const long unit = letter == 'm' ? 1 : letter == 'h' ? 60 : letter == 'd' ? 1440 : 0;
    if (unit == 0 || unit >= last_unit) return invalid_text(kLengthExample);
    last_unit = unit;
    total += count * unit;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
  }
  if (total < 1 || total > 366 * 1440) return invalid_text(kLengthExample);
  return minutes(total);
}

std::string to_string(LocalDate date) {
  const auto parts = calendar(date);
  const int year = static_cast<int>(parts.year());
  std::string text = std::to_string(year);
  while (text.size() < 4) text.insert(0, "0");
  return text + "-" + two_digits(static_cast<unsigned>(parts.month())) + "-" +
         two_digits(static_cast<unsigned>(parts.day()));
}

std::string to_string(LocalTime time) { return clock_text(time.since_midnight, false); }

std::string to_string(const LocalTimeRange& range) { return to_string(range.start) + "-" + to_string(range.end); }

std::string to_string(LocalDateTime time) {
  const LocalDate date = date_of(time);
  const seconds since_midnight = time - LocalDateTime(date);
  return to_string(date) + "T" + clock_text(since_midnight, since_midnight.count() % 60 != 0);
}

std::string to_string(Instant instant, seconds offset) {
  const LocalDateTime local(std::chrono::floor<seconds>(instant).time_since_epoch() + offset);
  const LocalDate date = date_of(local);
  const minutes distance(std::chrono::duration_cast<minutes>(offset < seconds(0) ? -offset : offset));
  return to_string(date) + "T" + clock_text(local - LocalDateTime(date), true) + (offset < seconds(0) ? "-" : "+") +
         clock_text(distance, false);
}

std::string to_utc_string(Instant instant) {
  std::string text = to_string(instant, seconds(0));
  return text.substr(0, text.size() - 6) + "Z";
}

std::string length_to_string(minutes length) {
  const long total = static_cast<long>(length.count());
  const long whole_hours = total / 60;
  const long rest = total % 60;
  if (whole_hours == 0) return std::to_string(rest) + "m";
  return std::to_string(whole_hours) + "h" + (rest == 0 ? "" : std::to_string(rest) + "m");
}

}  // namespace kindling
