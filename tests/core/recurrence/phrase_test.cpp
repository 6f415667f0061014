#include "core/recurrence/phrase.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/common/tzif_zones.hpp"
#include "tests/support/random_rule.hpp"

namespace kindling {
namespace {

using ::testing::HasSubstr;

const LocalDate kToday = *parse_date("2026-11-22");  // a Sunday

int choose_with_rapidcheck(int lowest, int highest) {
  return lowest == highest ? lowest : *rc::gen::resize(1'000, rc::gen::inRange(lowest, highest + 1));
}

// "RULE at TIME from DATE", each where it was said.
std::string shown(const SchedulePhrase& phrase) {
  std::string text = phrase.rule.empty() ? "once" : phrase.rule;
  if (phrase.at) text += " at " + to_string(*phrase.at);
  if (phrase.from) text += " from " + to_string(*phrase.from);
  return text;
}
std::string read(std::string_view text) {
  const auto phrase = read_phrase(text, kToday);
  return phrase ? shown(*phrase) : "refused: " + phrase.error().message;
}

TEST(Phrase, ReadsDaysAndWeeks) {
  EXPECT_EQ(read("every day at 8"), "FREQ=DAILY at 08:00");
  EXPECT_EQ(read("Daily"), "FREQ=DAILY");
  EXPECT_EQ(read("every third day"), "FREQ=DAILY;INTERVAL=3");
  EXPECT_EQ(read("every 10 days"), "FREQ=DAILY;INTERVAL=10");
  EXPECT_EQ(read("every other day"), "FREQ=DAILY;INTERVAL=2");
  EXPECT_EQ(read("weekdays at 07:45"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR at 07:45");
  EXPECT_EQ(read("every weekday"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
  EXPECT_EQ(read("at weekends at 10"), "FREQ=WEEKLY;BYDAY=SA,SU at 10:00");
  EXPECT_EQ(read("Every other Friday"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
  EXPECT_EQ(read("every third Friday"), "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR");
  EXPECT_EQ(read("every Monday and Thursday at 7pm"), "FREQ=WEEKLY;BYDAY=MO,TH at 19:00");
  EXPECT_EQ(read("every Fri, Mon and Wed."), "FREQ=WEEKLY;BYDAY=MO,WE,FR");
  EXPECT_EQ(read("on Mondays and Thursdays"), "FREQ=WEEKLY;BYDAY=MO,TH");
  EXPECT_EQ(read("every 2 weeks on Sunday"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU");
  EXPECT_EQ(read("every two weeks on Sunday"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU");
  EXPECT_EQ(read("every week"), "FREQ=WEEKLY");
}

TEST(Phrase, ReadsMonthsAndYears) {
  EXPECT_EQ(read("first Saturday of the month at 10:30"), "FREQ=MONTHLY;BYDAY=1SA at 10:30");
  EXPECT_EQ(read("on the last Friday of every month"), "FREQ=MONTHLY;BYDAY=-1FR");
  EXPECT_EQ(read("every third Friday of the month"), "FREQ=MONTHLY;BYDAY=3FR");
  EXPECT_EQ(read("first and third Saturday of the month"), "FREQ=MONTHLY;BYDAY=1SA,3SA");
  EXPECT_EQ(read("last day of the month"), "FREQ=MONTHLY;BYMONTHDAY=-1");
  EXPECT_EQ(read("last weekday of the month"), "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
  EXPECT_EQ(read("every month on the 1st and 15th"), "FREQ=MONTHLY;BYMONTHDAY=1,15");
  EXPECT_EQ(read("every 15th of the month"), "FREQ=MONTHLY;BYMONTHDAY=15");
  EXPECT_EQ(read("every other month on the first Sunday"), "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU");
  EXPECT_EQ(read("every year on 14 February"), "FREQ=YEARLY;BYMONTHDAY=14;BYMONTH=2");
  EXPECT_EQ(read("every February 14th"), "FREQ=YEARLY;BYMONTHDAY=14;BYMONTH=2");
  EXPECT_EQ(read("every year on the second Sunday of May at noon"), "FREQ=YEARLY;BYDAY=2SU;BYMONTH=5 at 12:00");
}

TEST(Phrase, ReadsWhatComesOnce) {
  EXPECT_EQ(read("tomorrow at 9"), "once at 09:00 from 2026-11-23");
  EXPECT_EQ(read("today at 20:00"), "once at 20:00 from 2026-11-22");
  EXPECT_EQ(read("on 24 December"), "once from 2026-12-24");
  EXPECT_EQ(read("the 24th of December"), "once from 2026-12-24");
  EXPECT_EQ(read("1 November"), "once from 2027-11-01");
  EXPECT_EQ(read("29 February"), "once from 2028-02-29");
  EXPECT_EQ(read("Friday at 19:00"), "once at 19:00 from 2026-11-27");
  EXPECT_EQ(read("Sunday"), "once from 2026-11-29") << "today is a Sunday, and has a word of its own";
  EXPECT_EQ(read("Once, on Friday 27 November"), "once from 2026-11-27");
  EXPECT_EQ(read("2026-12-24 19:00"), "once at 19:00 from 2026-12-24");
}

TEST(Phrase, ReadsEndsAndBeginnings) {
  EXPECT_EQ(read("weekdays until 24 December at 8"), "FREQ=WEEKLY;UNTIL=20261224;BYDAY=MO,TU,WE,TH,FR at 08:00");
  EXPECT_EQ(read("every day, 10 times in all"), "FREQ=DAILY;COUNT=10");
  EXPECT_EQ(read("every other Friday from 4 December"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2026-12-04");
  EXPECT_EQ(read("daily starting tomorrow"), "FREQ=DAILY from 2026-11-23");
}

TEST(Phrase, ReadsTimesOnTwelveAndTwentyFourHours) {
  for (const auto& [text, time] : std::vector<std::pair<std::string, std::string>>{{"at 8", "08:00"},
                                                                                   {"at 20", "20:00"},
                                                                                   {"at 7.30", "07:30"},
                                                                                   {"at 7:30 pm", "19:30"},
                                                                                   {"8 pm", "20:00"},
                                                                                   {"at 12 am", "00:00"},
                                                                                   {"at 12pm", "12:00"},
                                                                                   {"at midnight", "00:00"},
                                                                                   {"7:05 a.m.", "07:05"},
                                                                                   {"at 6 o'clock", "06:00"},
                                                                                   {"07:45", "07:45"},
                                                                                   {"at 11:59 p.m.", "23:59"}}) {
    EXPECT_EQ(read("every day " + text), "FREQ=DAILY at " + time);
    EXPECT_EQ(read(text + " every day"), "FREQ=DAILY at " + time);
  }
}

TEST(Phrase, RefusesWhatIsNoTimeAndTwoTimes) {
  for (const char* text : {"every day at 25", "every day at 8:60", "every day at 13pm", "every day at 0 am",
                           "every day 7:5", "every day at 123", "every day at 8:000"})
    EXPECT_THAT(read(text), HasSubstr("refused: a time of day is written like 07:45")) << text;
  EXPECT_THAT(read("every day at 8 and at 20"), HasSubstr("refused: one rhythm has one time of day"));
}

TEST(Phrase, RefusesWhatHasNoOneMeaningAndShowsTwoExamples) {
  for (const char* text : {"",
                           " . ",
                           "at 8",
                           "now and then",
                           "twice a week",
                           "3 times a week",
                           "once a month",
                           "next Friday",
                           "every",
                           "every second",
                           "every first day",
                           "every third Friday and Monday",
                           "every 0 days",
                           "every day on Friday",
                           "sixth Friday of the month",
                           "32nd of the month",
                           "every other 14 February",
                           "weekdays weekends",
                           "every year on 30 February",
                           "Friday until 24 December",
                           "every day until",
                           "every day from",
                           "one two three",
                           "every day until 24 December, 3 times in all",
                           "last last Friday",
                           "first Saturday",
                           "\xff\xfe",
                           "every \xc3\xa9t\xc3\xa9"}) {
    const std::string told = read(text);
    EXPECT_THAT(told, HasSubstr("refused: ")) << text;
    EXPECT_GE(std::count(told.begin(), told.end(), '"'), 4) << text << ": " << told;
  }
  EXPECT_THAT(read(std::string(201, 'x')), HasSubstr("at most 200 bytes"));
  EXPECT_THAT(read("on 31 June"), HasSubstr("the calendar has no such day"));
  EXPECT_THAT(read("Monday 27 November"), HasSubstr("another weekday"));
}

std::string words(const char* rule, const char* start = "2026-11-27T19:00") {
  Schedule schedule;
  schedule.start = *parse_date_time(start);
  if (*rule != '\0') schedule.rule = *parse_rule(rule);
  return phrase_of(schedule, kToday);
}

TEST(Phrase, SaysRulesInTheShortestWords) {
  EXPECT_EQ(words("FREQ=DAILY"), "Every day");
  EXPECT_EQ(words("FREQ=DAILY;INTERVAL=10"), "Every 10 days");
  EXPECT_EQ(words("FREQ=WEEKLY;BYDAY=FR,MO,TU,WE,TH"), "Weekdays");
  EXPECT_EQ(words("FREQ=WEEKLY;BYDAY=SU,SA"), "Weekends");
  EXPECT_EQ(words("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"), "Every day");
  EXPECT_EQ(words("FREQ=WEEKLY;BYDAY=TH,MO"), "Every Monday and Thursday");
  EXPECT_EQ(words("FREQ=WEEKLY"), "Every Friday");
  EXPECT_EQ(words("FREQ=WEEKLY;INTERVAL=2"), "Every other Friday");
  EXPECT_EQ(words("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE,FR"), "Every 3 weeks on Monday, Wednesday and Friday");
  EXPECT_EQ(words("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR"), "Every other week on weekdays");
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=1SA"), "First Saturday of the month");
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1"), "First Saturday of the month");
  EXPECT_EQ(words("FREQ=MONTHLY;BYDAY=-1FR,1FR"), "First and last Friday of the month");
  EXPECT_EQ(words("FREQ=MONTHLY;BYMONTHDAY=-1"), "Last day of the month");
  EXPECT_EQ(words("FREQ=MONTHLY"), "Every month on the 27th");
  EXPECT_EQ(words("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=22,13,1"), "Every other month on the 1st, 13th and 22nd");
  EXPECT_EQ(words("FREQ=MONTHLY;INTERVAL=3;BYDAY=2SU"), "Every 3 months on the second Sunday");
  EXPECT_EQ(words("FREQ=YEARLY"), "Every year on 27 November");
  EXPECT_EQ(words("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU"), "Every year on the second Sunday of May");
  EXPECT_EQ(words("FREQ=DAILY;COUNT=10"), "Every day, 10 times in all");
  EXPECT_EQ(words("FREQ=DAILY;UNTIL=20261224"), "Every day until 24 December 2026");
}

TEST(Phrase, SaysWhenSomethingComesOnce) {
  EXPECT_EQ(words(""), "Once, on Friday 27 November");
  EXPECT_EQ(words("", "2027-11-22T08:00"), "Once, on Monday 22 November 2027");
  EXPECT_EQ(words("", "2026-11-21T08:00"), "Once, on Saturday 21 November 2026");
}

TEST(Phrase, OwnsUpToWhatHasNoShortWords) {
  for (const char* rule :
       {"FREQ=HOURLY", "FREQ=DAILY;BYHOUR=8,20", "FREQ=DAILY;BYMONTH=12", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYDAY=-2FR", "FREQ=MONTHLY;BYMONTHDAY=-3", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYMONTHDAY=13", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        "FREQ=DAILY;UNTIL=20261224T120000"}) {
    EXPECT_EQ(words(rule), "A custom rhythm") << rule;
  }
  Schedule daily;
  daily.start = *parse_date_time("2026-11-27T19:00");
  daily.rule = *parse_rule("FREQ=DAILY");
  daily.excluded.push_back(daily.start);
  EXPECT_EQ(phrase_of(daily, kToday), "Every day, with exceptions");
  EXPECT_EQ(editable_phrase(daily, kToday), "Every day at 19:00");
  daily.rule = *parse_rule("FREQ=HOURLY");
  EXPECT_EQ(editable_phrase(daily, kToday), std::nullopt);
}

// Words by chance, of which many make sense.
std::string random_words() {
  static const std::vector<std::string> kWords{
      "every",  "other",   "each",     "the",      "of",       "month",   "months",   "week",   "weeks",
      "day",    "days",    "year",     "years",    "on",       "at",      "first",    "second", "third",
      "last",   "1st",     "15th",     "31st",     "2",        "3",       "10",       "and",    "Monday",
      "Friday", "Sundays", "Tuesdays", "weekdays", "weekends", "weekday", "February", "May",    "until",
      "from",   "2027",    "2028",     "14",       "29",       "08:00",   "7pm",      "noon",   "once",
      "today",  "daily",   "monthly",  "times",    "in",       "all",     "tomorrow", "yearly", "2026-12-24"};
  std::string text;
  for (int i = choose_with_rapidcheck(1, 9); i > 0; --i)
    text += kWords[static_cast<std::size_t>(choose_with_rapidcheck(0, static_cast<int>(kWords.size()) - 1))] + " ";
  return text;
}

// A text that read_phrase takes, of every form that it knows.
std::string random_phrase() {
  static const std::vector<std::string> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                              "Friday", "Saturday", "Sunday"};
  static const std::vector<std::string> kNths{"first", "second", "third", "fourth", "fifth", "last"};
  const auto one_of = [](const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(choose_with_rapidcheck(0, static_cast<int>(from.size()) - 1))];
  };
  const auto number = [] { return std::to_string(choose_with_rapidcheck(2, 40)); };
  const auto nth_of_31 = [] { return std::to_string(choose_with_rapidcheck(1, 31)) + "th"; };
  const auto date = [&] {
    return std::to_string(choose_with_rapidcheck(1, 28)) + " " + one_of({"Feb", "May", "December"});
  };
  std::string text;
  switch (choose_with_rapidcheck(0, 11)) {
    case 0: text = "every " + number() + " " + one_of({"days", "weeks", "months", "years"}); break;
    case 1: text = "every " + one_of({"day", "week", "month", "year"}); break;
    case 2: text = "every " + one_of(kDays) + " and " + one_of(kDays) + " and " + one_of(kDays); break;
    case 3: text = "every " + number() + " weeks on " + one_of(kDays) + ", " + one_of(kDays); break;
    case 4: text = one_of(kNths) + " and " + one_of(kNths) + " " + one_of(kDays) + " of the month"; break;
    case 5: text = one_of(kNths) + " weekday of the month"; break;
    case 6: text = "every " + number() + " months on the " + one_of(kNths) + " " + one_of(kDays); break;
    case 7: text = "every month on the " + nth_of_31() + ", " + nth_of_31() + " and " + one_of({"last", "1st"}); break;
    case 8: text = "every " + number() + " years on " + date(); break;
    case 9: text = "every year on the " + one_of(kNths) + " " + one_of(kDays) + " of May"; break;
    case 10:
      return "once on " + one_of({"today", "tomorrow", "Friday", date(), date() + " 2031"}) +
             one_of({"", " at 9:30pm"});
    default: text = one_of({"weekdays", "weekends", "every other Tuesday", "every other week on weekends"}); break;
  }
  text += one_of({"", "", " until " + date(), ", " + number() + " times in all", " until " + date() + " 2031"});
  text += one_of({"", "", " from " + date(), " from tomorrow"});
  return text + one_of({"", " at 07:45", " at 6 pm"});
}

TEST(Phrase, ReadsItsOwnWordsAsTheSame) {
  const bool holds = rc::check([] {
    const std::string text = random_phrase();
    const auto phrase = read_phrase(text, kToday);
    RC_LOG(text + " → " + (phrase ? shown(*phrase) : phrase.error().message));
    RC_ASSERT(phrase.has_value());
    const std::string again = phrase_of(*phrase, kToday);
    RC_LOG(again);
    const auto second = read_phrase(again, kToday);
    RC_ASSERT(second.has_value());
    RC_ASSERT(*second == *phrase);
  });
  EXPECT_TRUE(holds);
}

TEST(Phrase, ReadsItsOwnWordsAsTheSameForWhateverItTakes) {
  const bool holds = rc::check([] {
    const auto phrase = read_phrase(random_words(), kToday);
    if (!phrase) return;  // most of what comes by chance
    RC_LOG(shown(*phrase) + " → " + phrase_of(*phrase, kToday));
    const auto second = read_phrase(phrase_of(*phrase, kToday), kToday);
    RC_ASSERT(second.has_value());
    RC_ASSERT(*second == *phrase);
  });
  EXPECT_TRUE(holds);
}

TEST(Phrase, EditsAScheduleIntoTheSameDates) {
  const TzifZones zones;
  const TimeZone& zone = *zones.find("UTC");
  int worded = 0;
  const bool holds = rc::check([&] {
    const auto frequency = static_cast<Frequency>(choose_with_rapidcheck(3, 6));
    Schedule schedule;
    schedule.start = std::chrono::floor<std::chrono::minutes>(random_start(choose_with_rapidcheck));
    schedule.rule = random_rule(frequency, schedule.start, choose_with_rapidcheck);
    // Most of what comes by chance has no words.
    if (choose_with_rapidcheck(0, 3) > 0) {
      schedule.rule->by_hour.clear(), schedule.rule->by_minute.clear(), schedule.rule->by_second.clear();
      schedule.rule->by_week.clear(), schedule.rule->by_year_day.clear(), schedule.rule->by_set_pos.clear();
      if (frequency != Frequency::yearly) schedule.rule->by_month.clear();
      if (choose_with_rapidcheck(0, 1) == 0) schedule.rule->by_day.clear();
      if (choose_with_rapidcheck(0, 1) == 0 || frequency == Frequency::weekly) schedule.rule->by_month_day.clear();
    }
    RC_PRE(check_rule(*schedule.rule).has_value());
    const auto normal = normalised(schedule);
    RC_PRE(normal.has_value());
    schedule = *normal;
    const auto words = editable_phrase(schedule, kToday);
    if (!words) return;
    ++worded;
    RC_LOG(to_string(schedule.start) + " " + to_string(*schedule.rule) + " → " + *words);
    const auto phrase = read_phrase(*words, kToday);
    RC_ASSERT(phrase.has_value());
    RC_ASSERT(phrase->at == time_of(schedule.start));
    Schedule edited = schedule;
    edited.rule = *parse_rule(phrase->rule);
    const auto settled = normalised(edited);
    RC_ASSERT(settled.has_value());
    RC_ASSERT(occurrences(*settled, zone, schedule.start, kEndOfTime, 40) ==
              occurrences(schedule, zone, schedule.start, kEndOfTime, 40));
  });
  EXPECT_TRUE(holds);
  EXPECT_GT(worded, 10);
}

}  // namespace
}  // namespace kindling
