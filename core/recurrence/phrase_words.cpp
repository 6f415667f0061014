// Writing: a rule in the shortest words.
#include <algorithm>
#include <vector>

#include "core/recurrence/phrase.hpp"
#include "core/recurrence/phrase_vocabulary.hpp"

namespace kindling {
namespace {

using namespace phrase;
using std::chrono::days;
using std::chrono::weekday;

using Words = std::optional<std::string>;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return text;
}

std::string day_and_month(unsigned day, unsigned month) {
  return std::to_string(day) + " " + std::string(kMonthNames[month - 1]);
}

std::string numbered(int number) {  // 1st, 22nd, 13th
  const int last = number % 10;
  const bool teen = number / 10 % 10 == 1;
  return std::to_string(number) + (teen || last > 3 || last == 0 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
}

std::string ordinal(int number) {
  return number < 0 ? "last" : std::string(kOrdinalNames[static_cast<std::size_t>(number) - 1]);
}

bool can_say_ordinal(int number) { return number == -1 || (number >= 1 && number <= 5); }

std::string every(int interval, Frequency frequency) {
  const std::string unit(kUnits[static_cast<std::size_t>(frequency) - static_cast<std::size_t>(Frequency::daily)]);
  if (interval == 1) return "Every " + unit;
  return interval == 2 ? "Every other " + unit : "Every " + std::to_string(interval) + " " + unit + "s";
}

// What a rule says beyond its frequency, brought to one form; nothing where it has parts that no short words have.
struct Parts {
  std::vector<weekday> days;      // BYDAY without ordinals, Monday first
  std::vector<int> ordinals;      // of `days`, which is one then, or all weekdays; the last of them at the end
  std::vector<int> month_days;    // ascending, -1 at the end
  std::optional<unsigned> month;  // BYMONTH
};

bool is_workweek(const std::vector<weekday>& found) {
  return found.size() == 5 && std::none_of(found.begin(), found.end(), [](weekday day) {
           return day == std::chrono::Saturday || day == std::chrono::Sunday;
         });
}
bool is_weekend(const std::vector<weekday>& found) {
  return found.size() == 2 && found[0] == std::chrono::Saturday && found[1] == std::chrono::Sunday;
}

// Ascending, those that count from the end after them; each once.
void settle(std::vector<int>& numbers) {
  const auto place = [](int number) { return number < 0 ? number + 1000 : number; };
  std::sort(numbers.begin(), numbers.end(), [&](int a, int b) { return place(a) < place(b); });
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

std::optional<Parts> parts_of(const Rule& rule) {
  if (rule.frequency < Frequency::daily || !rule.by_second.empty() || !rule.by_minute.empty() ||
      !rule.by_hour.empty() || !rule.by_year_day.empty() || !rule.by_week.empty() || rule.by_month.size() > 1 ||
      rule.by_set_pos.size() > 1) {
    return std::nullopt;
  }
  Parts parts;
  for (const RuleDay& entry : rule.by_day) {
    parts.days.push_back(entry.day);
    if (entry.ordinal != 0) parts.ordinals.push_back(entry.ordinal);
  }
  if (!parts.ordinals.empty() && parts.ordinals.size() != rule.by_day.size()) return std::nullopt;
  std::sort(parts.days.begin(), parts.days.end(),
            [](weekday a, weekday b) { return a.iso_encoding() < b.iso_encoding(); });
  parts.days.erase(std::unique(parts.days.begin(), parts.days.end()), parts.days.end());
  if (!parts.ordinals.empty() && parts.days.size() != 1) return std::nullopt;
  if (!rule.by_set_pos.empty()) {
    const bool of_month = rule.frequency == Frequency::monthly && parts.ordinals.empty() && rule.by_month_day.empty();
    if (!of_month || !(parts.days.size() == 1 || is_workweek(parts.days))) return std::nullopt;
    parts.ordinals = rule.by_set_pos;
  }
  settle(parts.ordinals);
  if (!std::all_of(parts.ordinals.begin(), parts.ordinals.end(), can_say_ordinal)) return std::nullopt;
  parts.month_days = rule.by_month_day;
  settle(parts.month_days);
  if (std::any_of(parts.month_days.begin(), parts.month_days.end(), [](int day) { return day < -1; }))
    return std::nullopt;
  if (!rule.by_month.empty()) parts.month = static_cast<unsigned>(rule.by_month.front());
  return parts;
}

std::string day_names(const std::vector<weekday>& found) {
  if (is_workweek(found)) return "weekdays";
  if (is_weekend(found)) return "weekends";
  std::vector<std::string> names;
  for (const weekday day : found) names.emplace_back(kWeekdayNames[day.c_encoding()]);
  return joined(names);
}

// "first and last Friday", "last weekday"
std::string nth_days(const Parts& parts) {
  std::vector<std::string> names;
  for (const int number : parts.ordinals) names.push_back(ordinal(number));
  return joined(names) + " " +
         (parts.days.size() == 1 ? std::string(kWeekdayNames[parts.days.front().c_encoding()]) : "weekday");
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

Words daily_words(const Rule& rule, const Parts& parts) {
  if (!parts.days.empty() || !parts.month_days.empty() || parts.month) return std::nullopt;
  return every(rule.interval, rule.frequency);
}

Words weekly_words(const Rule& rule, Parts parts, std::optional<LocalDate> start) {
  if (!parts.month_days.empty() || parts.month || !parts.ordinals.empty()) return std::nullopt;
  if (parts.days.empty() && !start) return every(rule.interval, rule.frequency);
  if (parts.days.empty()) parts.days.push_back(weekday(*start));
  if (rule.interval == 1) {
    if (is_workweek(parts.days) || is_weekend(parts.days)) return capitalised(day_names(parts.days));
    if (parts.days.size() == 7) return "Every day";
    return "Every " + day_names(parts.days);
  }
  // With several days it matters on which day a week begins; Monday goes without saying.
  if (parts.days.size() > 1 && rule.week_start != std::chrono::Monday) return std::nullopt;
  if (rule.interval == 2 && parts.days.size() == 1) return "Every other " + day_names(parts.days);
  return every(rule.interval, rule.frequency) + " on " + day_names(parts.days);
}

Words monthly_words(const Rule& rule, Parts parts, std::optional<LocalDate> start) {
  if (parts.month || (!parts.month_days.empty() && !parts.days.empty())) return std::nullopt;
  std::string of_month;
  if (!parts.days.empty()) {
    if (parts.ordinals.empty()) return std::nullopt;
    of_month = nth_days(parts);
  } else {
    if (parts.month_days.empty() && !start) return every(rule.interval, rule.frequency);
    if (parts.month_days.empty()) parts.month_days.push_back(static_cast<int>(unsigned{calendar(*start).day()}));
    if (parts.month_days == std::vector<int>{-1}) of_month = "last day";
    if (parts.month_days == std::vector<int>{1}) of_month = "first day";
  }
  if (!of_month.empty()) {
    if (rule.interval == 1) return capitalised(of_month) + " of the month";
    return every(rule.interval, rule.frequency) + " on the " + of_month;
  }
  std::vector<std::string> names;
  for (const int day : parts.month_days) names.push_back(day < 0 ? "last day" : numbered(day));
  return every(rule.interval, rule.frequency) + " on the " + joined(names);
}

Words yearly_words(const Rule& rule, const Parts& parts, std::optional<LocalDate> start) {
  const std::string lead = every(rule.interval, rule.frequency);
  if (!parts.days.empty()) {
    if (!parts.month || parts.ordinals.size() != 1 || !parts.month_days.empty()) return std::nullopt;
    return lead + " on the " + nth_days(parts) + " of " + std::string(kMonthNames[*parts.month - 1]);
  }
  if (parts.month_days.size() > 1 || (!parts.month_days.empty() && (!parts.month || parts.month_days.front() < 1)))
    return std::nullopt;
  if (!parts.month_days.empty())
    return lead + " on " + day_and_month(static_cast<unsigned>(parts.month_days.front()), *parts.month);
  if (!start) return parts.month ? Words() : lead;
  const auto first = calendar(*start);
  return lead + " on " + day_and_month(unsigned{first.day()}, parts.month.value_or(unsigned{first.month()}));
}

Words frequency_words(const Rule& rule, const Parts& parts, std::optional<LocalDate> start) {
  switch (rule.frequency) {
    case Frequency::daily: return daily_words(rule, parts);
    case Frequency::weekly: return weekly_words(rule, parts, start);
    case Frequency::monthly: return monthly_words(rule, parts, start);
    case Frequency::yearly: return yearly_words(rule, parts, start);
    default: return std::nullopt;
  }
}

std::string with_year(LocalDate date) {
  const auto day = calendar(date);
  return day_and_month(unsigned{day.day()}, unsigned{day.month()}) + " " + std::to_string(static_cast<int>(day.year()));
}

Words rule_words(const Rule& rule, std::optional<LocalDate> start) {
  const auto parts = parts_of(rule);
  if (!parts) return std::nullopt;
  Words words = frequency_words(rule, *parts, start);
  if (!words) return std::nullopt;
  if (rule.count) *words += ", " + std::to_string(*rule.count) + (*rule.count == 1 ? " time" : " times") + " in all";
  if (rule.until) {
    // A time within the last day would say more than the words do.
    if (rule.until->form != RuleUntil::Form::date) return std::nullopt;
    *words += " until " + with_year(date_of(rule.until->time));
  }
  return words;
}

// "Friday 27 November", with the year where the next such day is another one.
std::string day_words(LocalDate date, LocalDate today) {
  const auto day = calendar(date);
  const bool within_a_year = date >= today && date < today + days(365);
  return std::string(kWeekdayNames[weekday(date).c_encoding()]) + " " +
         (within_a_year ? day_and_month(unsigned{day.day()}, unsigned{day.month()}) : with_year(date));
}

std::string at_words(std::optional<LocalTime> time) { return time ? " at " + to_string(*time) : ""; }

}  // namespace

std::string phrase_of(const SchedulePhrase& phrase, LocalDate today) {
  if (phrase.rule.empty())
    return (phrase.from ? "Once, on " + day_words(*phrase.from, today) : "Once") + at_words(phrase.at);
  const auto rule = parse_rule(phrase.rule);
  const Words words = rule ? rule_words(*rule, std::nullopt) : std::nullopt;
  if (!words) return std::string(kCustom) + at_words(phrase.at);
  return *words + (phrase.from ? " from " + with_year(*phrase.from) : "") + at_words(phrase.at);
}

std::string phrase_of(const Schedule& schedule, LocalDate today) {
  const LocalDate start = date_of(schedule.start);
  std::string words = "Once, on " + day_words(start, today);
  if (schedule.rule) words = rule_words(*schedule.rule, start).value_or(std::string(kCustom));
  if (!schedule.added.empty() || !schedule.excluded.empty()) words += ", with exceptions";
  return words;
}

std::optional<std::string> editable_phrase(const Schedule& schedule, LocalDate today) {
  const LocalDate start = date_of(schedule.start);
  Words words = "Once, on " + day_words(start, today);
  if (schedule.rule) words = rule_words(*schedule.rule, start);
  if (words && schedule.kind != ScheduleKind::date) *words += at_words(time_of(schedule.start));
  return words;
}

}  // namespace kindling
