#include "platform/common/posix_tz.hpp"

#include <algorithm>

namespace kindling {
namespace {

using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

// Takes pieces from the front; once one is missing, it stays failed.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool next_is(char wanted) const { return !rest_.empty() && rest_.front() == wanted; }
  bool accept(char wanted) {
    if (!next_is(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char wanted) { ok_ = accept(wanted) && ok_; }

  int number(int lowest, int highest) {
    int value = 0;
    std::size_t digits = 0;
    for (; digits < rest_.size() && digits < 4 && rest_[digits] >= '0' && rest_[digits] <= '9'; ++digits)
      value = value * 10 + (rest_[digits] - '0');
    rest_.remove_prefix(digits);
    if (digits == 0 || value < lowest || value > highest) ok_ = false;
    return value;
  }
  std::string abbreviation() {
    const bool quoted = accept('<');
    std::size_t length = 0;
    while (length < rest_.size() && is_name(rest_[length], quoted)) ++length;
    std::string name(rest_.substr(0, length));
    rest_.remove_prefix(length);
    if (quoted) expect('>');
    if (length < 3 || length > 16) ok_ = false;
    return name;
  }
  // [+-]hh[:mm[:ss]]
  seconds time(int highest_hour) {
    const bool negative = accept('-');
    if (!negative) accept('+');
    int total = number(0, highest_hour) * 3600;
    if (accept(':')) {
      total += number(0, 59) * 60;
      if (accept(':')) total += number(0, 59);
    }
    return seconds(negative ? -total : total);
  }

 private:
  static bool is_name(char c, bool quoted) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (quoted && ((c >= '0' && c <= '9') || c == '+' || c == '-'));
  }

  std::string_view rest_;
  bool ok_ = true;
};

PosixTz::Change read_change(Reader& reader) {
  PosixTz::Change change;
  if (reader.accept('M')) {
    change.month = reader.number(1, 12);
    reader.expect('.');
    change.week = reader.number(1, 5);
    reader.expect('.');
    change.weekday = reader.number(0, 6);
  } else if (reader.accept('J')) {
    change.form = PosixTz::Change::Form::julian;
    change.day = reader.number(1, 365);
  } else {
    change.form = PosixTz::Change::Form::day_of_year;
    change.day = reader.number(0, 365);
  }
  if (reader.accept('/')) change.time = reader.time(167);
  return change;
}

sys_days day_of(const PosixTz::Change& change, int year) {
  const std::chrono::year of(year);
  switch (change.form) {
    case PosixTz::Change::Form::julian: {
      const bool after_february = of.is_leap() && change.day >= 60;
      return sys_days(of / 1 / 1) + std::chrono::days(change.day - (after_february ? 0 : 1));
    }
    case PosixTz::Change::Form::day_of_year: return sys_days(of / 1 / 1) + std::chrono::days(change.day);
    case PosixTz::Change::Form::month_week_day: break;
  }
  const std::chrono::month month(static_cast<unsigned>(change.month));
  const std::chrono::weekday weekday(static_cast<unsigned>(change.weekday));
  if (change.week == 5) return sys_days(of / month / weekday[std::chrono::last]);
  return sys_days(of / month / weekday[static_cast<unsigned>(change.week)]);
}

}  // namespace

std::optional<PosixTz> parse_posix_tz(std::string_view text) {
  if (text.size() > 128) return std::nullopt;
  Reader reader(text);
  PosixTz rule;
  rule.standard.abbreviation = reader.abbreviation();
  rule.standard.offset = -reader.time(24);  // written as UTC minus local
  if (!reader.at_end()) {
    PosixTz::Daylight daylight;
    daylight.clock.abbreviation = reader.abbreviation();
    daylight.clock.offset = rule.standard.offset + seconds(3600);
    if (!reader.next_is(',')) daylight.clock.offset = -reader.time(24);
    reader.expect(',');
    daylight.start = read_change(reader);
    reader.expect(',');
    daylight.end = read_change(reader);
    rule.daylight = daylight;
  }
  if (!reader.ok() || !reader.at_end()) return std::nullopt;
  return rule;
}

std::vector<YearlyChange> changes_of_year(const PosixTz& rule, int year) {
  if (!rule.daylight) return {};
  const PosixTz::Daylight& daylight = *rule.daylight;
  std::vector<YearlyChange> changes{
      {sys_seconds(day_of(daylight.start, year)) + daylight.start.time - rule.standard.offset, true},
      {sys_seconds(day_of(daylight.end, year)) + daylight.end.time - daylight.clock.offset, false}};
  if (changes[1].instant < changes[0].instant) std::swap(changes[0], changes[1]);
  return changes;
}

}  // namespace kindling
