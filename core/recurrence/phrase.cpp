// Reading: words to a rule.
#include "core/recurrence/phrase.hpp"

#include <algorithm>
#include <vector>

#include "core/recurrence/phrase_reader.hpp"
#include "core/recurrence/phrase_vocabulary.hpp"

namespace kindling {
namespace {

using namespace phrase;
using std::chrono::weekday;

constexpr std::string_view kExamples = R"(say it like "weekdays at 07:45" or "first Saturday of the month at 10:30")";
constexpr std::string_view kNoDays =
    R"(how often isn't enough without the days; say it like "every Monday and Thursday" or "every 2 weeks on Sunday")";

Error unread() { return invalid("these words have no one meaning as a rhythm; " + std::string(kExamples)); }

std::vector<weekday> workweek() {
  using namespace std::chrono;
  return {Monday, Tuesday, Wednesday, Thursday, Friday};
}
std::vector<weekday> weekend() { return {std::chrono::Saturday, std::chrono::Sunday}; }

// Reads one phrase, of which the time was taken already.
class Reading {
 public:
  Reading(WordStream words, LocalDate today) : words_(std::move(words)), today_(today) {}

  Result<SchedulePhrase> run() {
    if (!rhythm()) {
      rule_.reset();
      words_.go_back(0);
      if (auto read = once(); !read) return read.error();
    }
    if (auto read = limits(); !read) return read.error();
    SchedulePhrase phrase;
    phrase.from = from_;
    if (!rule_) return phrase;
    if (auto checked = check_rule(*rule_); !checked) return unread();
    phrase.rule = to_string(*rule_);
    return phrase;
  }

 private:
  // --- once
  Result<void> once() {
    const bool said = words_.take("once");
    (void)words_.take("on");
    auto date = take_date(words_, today_);
    if (!date) return date.error();
    from_ = *date;
    if (!from_ && (!said || !words_.at_end())) return unread();
    return {};
  }

  // --- how a rhythm is limited
  Result<void> limits() {
    while (!words_.at_end()) {
      if (!rule_) return unread();
      if (words_.take("until") || words_.take("till")) {
        auto date = take_date(words_, today_);
        if (!date) return date.error();
        if (!*date || rule_->until || rule_->count) return unread();
        rule_->until = RuleUntil{RuleUntil::Form::date, LocalDateTime(**date)};
      } else if (words_.take("from") || words_.take("starting")) {
        (void)words_.take("on");
        auto date = take_date(words_, today_);
        if (!date) return date.error();
        if (!*date || from_) return unread();
        from_ = *date;
      } else if (const auto count = take_number(words_)) {
        if (!words_.take("times") && !words_.take("time")) return unread();
        if (!words_.take_all({"in", "all"}) && !words_.take_all({"in", "total"})) return invalid(std::string(kNoDays));
        if (*count < 1 || rule_->until || rule_->count) return unread();
        rule_->count = count;
      } else {
        return unread();
      }
    }
    return {};
  }

  // --- rhythms; each gives false where the words are another one
  bool rhythm() {
    return attempt(&Reading::plurals) || attempt(&Reading::adverb) || attempt(&Reading::every_nth) ||
           attempt(&Reading::nth_of_month) || attempt(&Reading::every_days);
  }
  bool attempt(bool (Reading::*read)()) {
    const std::size_t before = words_.place();
    rule_.emplace();
    if ((this->*read)()) return true;
    words_.go_back(before);
    return false;
  }

  void weekly_on(const std::vector<weekday>& days) {
    rule_->frequency = Frequency::weekly;
    for (const weekday day : days) rule_->by_day.push_back({0, day});
    std::sort(rule_->by_day.begin(), rule_->by_day.end(),
              [](const RuleDay& a, const RuleDay& b) { return a.day.iso_encoding() < b.day.iso_encoding(); });
    rule_->by_day.erase(std::unique(rule_->by_day.begin(), rule_->by_day.end()), rule_->by_day.end());
    if (rule_->by_day.size() < 7 || rule_->interval > 1) return;
    rule_->frequency = Frequency::daily;
    rule_->by_day.clear();
  }

  // "Monday, Wednesday and Friday"
  std::vector<weekday> weekdays_named(bool many) {
    std::vector<weekday> found;
    while (true) {
      const std::size_t before = words_.place();
      const bool joined = !found.empty() && words_.take("and");
      if (const auto day = take_weekday(words_, many)) {
        found.push_back(*day);
        continue;
      }
      if (joined) words_.go_back(before);
      return found;
    }
  }

  // "weekdays", "at weekends", "on Mondays and Thursdays"
  bool plurals() {
    if (!words_.take("on")) (void)words_.take("at");
    if (words_.take("weekdays") || words_.take("workdays")) return weekly_on(workweek()), true;
    if (words_.take("weekends")) return weekly_on(weekend()), true;
    const auto days = weekdays_named(true);
    if (!days.empty()) weekly_on(days);
    return !days.empty();
  }

  // "daily", "weekly on Friday", "monthly on the 15th", "yearly on 14 February"
  bool adverb() {
    for (std::size_t i = 0; i < kAdverbs.size(); ++i) {
      if (!words_.take(kAdverbs[i])) continue;
      return unit_with_tail(
          static_cast<Frequency>(static_cast<std::size_t>(Frequency::daily) + std::min<std::size_t>(i, 3)));
    }
    return false;
  }

  bool take_every() { return words_.take("every") || words_.take("each"); }

  bool take_unit(Frequency& frequency, bool many) {
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
      if (!words_.take(many ? std::string(kUnits[i]) + "s" : std::string(kUnits[i]))) continue;
      frequency = static_cast<Frequency>(static_cast<std::size_t>(Frequency::daily) + i);
      return true;
    }
    return false;
  }

  // "every day", "every 2 weeks on Sunday", "every other Friday", "every third day", "every year on 14 February"
  bool every_nth() {
    if (!take_every()) return false;
    bool many = false;
    bool counted = true;
    if (words_.take("other")) {
      rule_->interval = 2;
    } else if (const auto number = take_number(words_)) {
      rule_->interval = *number;
      many = *number != 1;
    } else if (const auto nth = take_ordinal(words_)) {
      if (*nth < 2) return false;
      rule_->interval = *nth;
    } else {
      counted = false;
    }
    Frequency unit = Frequency::daily;
    if (take_unit(unit, many)) return unit_with_tail(unit);
    if (!counted || many) return false;
    const auto day = take_weekday(words_);
    // "every third Friday of the month" is another rhythm.
    if (!day || words_.peek() == "of" || words_.peek() == "and") return false;
    weekly_on({*day});
    return true;
  }

  // What may follow a unit: on which days of it.
  bool unit_with_tail(Frequency unit) {
    rule_->frequency = unit;
    if (!words_.take("on")) return true;
    switch (unit) {
      case Frequency::weekly: return week_tail();
      case Frequency::monthly: (void)words_.take("the"); return month_days();
      case Frequency::yearly: return year_tail();
      default: return false;
    }
  }

  bool week_tail() {
    if (words_.take("weekdays")) return weekly_on(workweek()), true;
    if (words_.take("weekends")) return weekly_on(weekend()), true;
    auto days = weekdays_named(false);
    if (days.empty()) days = weekdays_named(true);
    if (!days.empty()) weekly_on(days);
    return !days.empty();
  }

  bool year_tail() {
    if (const auto day = take_month_day(words_)) return year_day(*day);
    (void)words_.take("the");
    const auto nth = take_ordinal(words_);
    const auto day = nth ? take_weekday(words_) : std::nullopt;
    if (!day || *nth > 5 || !words_.take("of")) return false;
    const auto month = take_month(words_);
    if (!month) return false;
    rule_->by_month = {static_cast<int>(*month)};
    rule_->by_day = {{*nth, *day}};
    return true;
  }

  bool year_day(std::chrono::month_day day) {
    if (!day.ok()) return false;
    rule_->frequency = Frequency::yearly;
    rule_->by_month = {static_cast<int>(unsigned{day.month()})};
    rule_->by_month_day = {static_cast<int>(unsigned{day.day()})};
    return true;
  }

  // After "the": "first Saturday", "last day", "last weekday", "1st and 15th".
  bool month_days() {
    std::vector<int> numbers;
    do {
      const auto number = take_ordinal(words_);
      if (!number) return false;
      numbers.push_back(*number);
    } while (words_.take("and") || is_ordinal_next());
    const auto place = [](int number) { return number < 0 ? number + 1000 : number; };
    std::sort(numbers.begin(), numbers.end(), [&](int a, int b) { return place(a) < place(b); });
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    const auto within = [&](int most) {
      return std::all_of(numbers.begin(), numbers.end(), [most](int number) { return number <= most; });
    };
    rule_->frequency = Frequency::monthly;
    if (const auto day = take_weekday(words_)) {
      for (const int number : numbers) rule_->by_day.push_back({number, *day});
      return within(5);
    }
    if (words_.take("weekday") || words_.take("workday")) {
      for (const weekday day : workweek()) rule_->by_day.push_back({0, day});
      rule_->by_set_pos = numbers;
      return numbers.size() == 1 && within(5);
    }
    (void)(words_.take("day") || words_.take("days"));
    rule_->by_month_day = numbers;
    return within(31);
  }

  bool is_ordinal_next() {
    const std::size_t before = words_.place();
    const bool found = take_ordinal(words_).has_value();
    words_.go_back(before);
    return found;
  }

  // "first Saturday of the month", "on the last day of every other month", "every third Friday of the month"
  bool nth_of_month() {
    (void)(words_.take("on") || take_every());
    (void)words_.take("the");
    if (!month_days() || !words_.take("of")) return false;
    if (words_.take_all({"the", "month"})) return true;
    if (!take_every()) return false;
    if (words_.take("other")) {
      rule_->interval = 2;
    } else if (const auto number = take_number(words_); number && *number > 1) {
      rule_->interval = *number;
      return words_.take("months");
    }
    return words_.take("month");
  }

  // "every weekday", "every Monday and Thursday", "every 14 February"
  bool every_days() {
    if (!take_every()) return false;
    if (words_.take("weekday") || words_.take("workday")) return weekly_on(workweek()), true;
    if (words_.take("weekend")) return weekly_on(weekend()), true;
    if (const auto day = take_month_day(words_)) return year_day(*day);
    const auto days = weekdays_named(false);
    if (!days.empty()) weekly_on(days);
    return !days.empty();
  }

  WordStream words_;
  LocalDate today_;
  std::optional<Rule> rule_;
  std::optional<LocalDate> from_;
};

}  // namespace

Result<SchedulePhrase> read_phrase(std::string_view text, LocalDate today) {
  if (text.size() > kPhraseLimit)
    return invalid("a rhythm in words is at most 200 bytes long; " + std::string(kExamples));
  WordStream words(text);
  if (words.at_end()) return invalid("a rhythm needs words; " + std::string(kExamples));
  const bool only_how_often = words.contains("twice") || words.contains("thrice") || words.contains("per") ||
                              words.contains("sometimes") || words.contains("often") ||
                              (words.contains("once") && (words.contains("a") || words.contains("every")));
  if (only_how_often) return invalid(std::string(kNoDays));
  auto time = take_time(words);
  if (!time) return time.error();
  // A time alone says nothing about the day.
  if (words.at_end()) return invalid("a time alone has no day; " + std::string(kExamples));
  auto phrase = Reading(std::move(words), today).run();
  if (phrase) phrase->at = *time;
  return phrase;
}

}  // namespace kindling
