// The text form of rules: parse_rule and to_string of core/recurrence/rule.hpp.
#include <array>
#include <cstddef>

#include "core/recurrence/rule.hpp"

namespace kindling {
namespace {

constexpr std::size_t kTextLimit = 2'000;  // bytes
constexpr std::size_t kDigitLimit = 7;

constexpr std::array<std::string_view, 7> kFrequencies{"SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                       "WEEKLY",   "MONTHLY",  "YEARLY"};
constexpr std::array<std::string_view, 7> kWeekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

struct ListName {
  std::string_view name;
  std::vector<int> Rule::*values;
  bool may_be_signed;
};
constexpr std::array<ListName, 3> kTimeLists{
    {{"BYSECOND", &Rule::by_second, false}, {"BYMINUTE", &Rule::by_minute, false}, {"BYHOUR", &Rule::by_hour, false}}};
constexpr std::array<ListName, 5> kDayLists{{{"BYMONTHDAY", &Rule::by_month_day, true},
                                             {"BYYEARDAY", &Rule::by_year_day, true},
                                             {"BYWEEKNO", &Rule::by_week, true},
                                             {"BYMONTH", &Rule::by_month, false},
                                             {"BYSETPOS", &Rule::by_set_pos, true}}};

constexpr std::string_view kUntilExample = "UNTIL is written 20261231, 20261231T235959 or 20261231T235959Z, from 1900";

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

// Cuts the text up to the next separator off its front.
std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view piece = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return piece;
}

std::optional<int> read_digits(std::string_view text) {
  if (text.empty() || text.size() > kDigitLimit) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> read_signed(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto value = read_digits(text);
  return value && negative ? std::optional(-*value) : value;
}

std::optional<std::chrono::weekday> read_weekday(std::string_view text) {
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (text == kWeekdays[i]) return std::chrono::weekday(i);
  }
  return std::nullopt;
}

// A list with nothing between two commas, or that ends in one, isn't a list.
template <class Take>
bool each_item(std::string_view list, Take take) {
  if (list.empty() || list.back() == ',') return false;
  while (!list.empty()) {
    if (!take(cut(list, ','))) return false;
  }
  return true;
}

bool read_numbers(std::string_view list, bool may_be_signed, std::vector<int>& values) {
  return each_item(list, [&](std::string_view item) {
    const auto value = may_be_signed ? read_signed(item) : read_digits(item);
    if (value) values.push_back(*value);
    return value.has_value();
  });
}

bool read_days(std::string_view list, std::vector<RuleDay>& days) {
  return each_item(list, [&](std::string_view item) {
    if (item.size() < 2) return false;
    const auto day = read_weekday(item.substr(item.size() - 2));
    const std::string_view number = item.substr(0, item.size() - 2);
    const auto ordinal = number.empty() ? std::optional(0) : read_signed(number);
    if (!day || !ordinal || (!number.empty() && *ordinal == 0)) return false;
    days.push_back({*ordinal, *day});
    return true;
  });
}

std::optional<RuleUntil> read_until(std::string_view text) {
  RuleUntil until;
  const bool utc = text.ends_with('Z');
  if (utc) text.remove_suffix(1);
  if (text.size() != 8 && (text.size() != 15 || text[8] != 'T')) return std::nullopt;
  if (text.size() == 8 && utc) return std::nullopt;
  const auto date = read_digits(text.substr(4, 4));
  const auto year = read_digits(text.substr(0, 4));
  if (!date || !year || *year < kFirstYear) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(*year),
                                        std::chrono::month(static_cast<unsigned>(*date / 100)),
                                        std::chrono::day(static_cast<unsigned>(*date % 100))};
  if (!day.ok()) return std::nullopt;
  until.time = LocalDate(day);
  if (text.size() == 8) return until;
  const auto time = read_digits(text.substr(9));
  if (!time || *time / 10000 > 23 || *time / 100 % 100 > 59 || *time % 100 > 60) return std::nullopt;
  until.form = utc ? RuleUntil::Form::utc : RuleUntil::Form::local;
  const int second = *time % 100 == 60 ? 59 : *time % 100;  // a leap second (RFC 5545 §3.3.12)
  until.time +=
      std::chrono::hours(*time / 10000) + std::chrono::minutes(*time / 100 % 100) + std::chrono::seconds(second);
  return until;
}

Result<void> read_frequency(std::string_view value, Rule& rule) {
  for (std::size_t i = 0; i < kFrequencies.size(); ++i) {
    if (value != kFrequencies[i]) continue;
    rule.frequency = static_cast<Frequency>(i);
    return {};
  }
  return invalid("FREQ is SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY");
}

Result<void> read_list(std::string_view value, const ListName& list, Rule& rule) {
  if (read_numbers(value, list.may_be_signed, rule.*list.values)) return {};
  return invalid(std::string(list.name) + " is a list of numbers separated by commas, such as 1,15");
}

Result<void> read_part(std::string_view name, std::string_view value, Rule& rule) {
  if (name == "FREQ") return read_frequency(value, rule);
  for (const ListName& list : kTimeLists) {
    if (name == list.name) return read_list(value, list, rule);
  }
  for (const ListName& list : kDayLists) {
    if (name == list.name) return read_list(value, list, rule);
  }
  if (name == "INTERVAL") {
    rule.interval = read_digits(value).value_or(0);
  } else if (name == "COUNT") {
    rule.count = read_digits(value).value_or(0);
  } else if (name == "UNTIL") {
    rule.until = read_until(value);
    if (!rule.until) return invalid(std::string(kUntilExample));
  } else if (name == "BYDAY") {
    if (!read_days(value, rule.by_day)) return invalid("BYDAY is a list of days such as MO,TU or 2TU,-1FR");
  } else if (name == "WKST") {
    const auto day = read_weekday(value);
    if (!day) return invalid("WKST is one of MO, TU, WE, TH, FR, SA and SU");
    rule.week_start = *day;
  } else if (name == "RSCALE" || name == "SKIP") {
    return invalid("RSCALE and SKIP of RFC 7529 aren't understood; rules follow the Gregorian calendar");
  } else {
    return invalid("a rule has the parts of RFC 5545 only: FREQ, INTERVAL, COUNT, UNTIL, WKST and BY...");
  }
  return {};
}

void append_numbers(std::string& text, const ListName& list, const Rule& rule) {
  const char* separator = "=";
  const std::vector<int>& values = rule.*list.values;
  if (!values.empty()) text += ";" + std::string(list.name);
  for (const int value : values) {
    text += separator + std::to_string(value);
    separator = ",";
  }
}

void append_days(std::string& text, const std::vector<RuleDay>& days) {
  const char* separator = ";BYDAY=";
  for (const RuleDay& entry : days) {
    text += separator;
    if (entry.ordinal != 0) text += std::to_string(entry.ordinal);
    text += kWeekdays[entry.day.c_encoding() % 7];
    separator = ",";
  }
}

void append_padded(std::string& text, long value, std::size_t width) {
  const std::string digits = std::to_string(value);
  text.append(width > digits.size() ? width - digits.size() : 0, '0');
  text += digits;
}

void append_until(std::string& text, const RuleUntil& until) {
  const auto date = calendar(date_of(until.time));
  text += ";UNTIL=";
  append_padded(text, static_cast<int>(date.year()), 4);
  append_padded(text, static_cast<long>(static_cast<unsigned>(date.month())), 2);
  append_padded(text, static_cast<long>(static_cast<unsigned>(date.day())), 2);
  if (until.form == RuleUntil::Form::date) return;
  const std::chrono::hh_mm_ss clock(until.time - LocalDateTime(date_of(until.time)));
  text += 'T';
  append_padded(text, clock.hours().count(), 2);
  append_padded(text, clock.minutes().count(), 2);
  append_padded(text, static_cast<long>(clock.seconds().count()), 2);
  if (until.form == RuleUntil::Form::utc) text += 'Z';
}

}  // namespace

Result<Rule> parse_rule(std::string_view text) {
  if (text.size() > kTextLimit) return invalid("a rule is at most 2,000 bytes long");
  const std::string canonical = upper(text);
  std::string_view rest = canonical;
  if (rest.starts_with("RRULE:")) rest.remove_prefix(6);
  if (rest.empty() || rest.back() == ';') return invalid("a rule is written FREQ=WEEKLY;BYDAY=MO,TU");
  Rule rule;
  std::vector<std::string_view> seen;
  while (!rest.empty()) {
    std::string_view value = cut(rest, ';');
    if (value.find('=') == std::string_view::npos) return invalid("a part of a rule is written NAME=value");
    const std::string_view name = cut(value, '=');
    for (const std::string_view other : seen) {
      if (other == name) return invalid("a part stands in a rule only once");
    }
    if (auto read = read_part(name, value, rule); !read) return std::move(read).error();
    seen.push_back(name);
  }
  bool has_frequency = false;
  for (const std::string_view name : seen) has_frequency = has_frequency || name == "FREQ";
  if (!has_frequency) return invalid("a rule needs FREQ, such as FREQ=WEEKLY");
  if (auto checked = check_rule(rule); !checked) return std::move(checked).error();
  return rule;
}

std::string to_string(const Rule& rule) {
  std::string text = "FREQ=" + std::string(kFrequencies[static_cast<std::size_t>(rule.frequency)]);
  if (rule.until) append_until(text, *rule.until);
  if (rule.count) text += ";COUNT=" + std::to_string(*rule.count);
  if (rule.interval != 1) text += ";INTERVAL=" + std::to_string(rule.interval);
  for (const ListName& list : kTimeLists) append_numbers(text, list, rule);
  append_days(text, rule.by_day);
  for (const ListName& list : kDayLists) append_numbers(text, list, rule);
  if (rule.week_start != std::chrono::Monday)
    text += ";WKST=" + std::string(kWeekdays[rule.week_start.c_encoding() % 7]);
  return text;
}

}  // namespace kindling
