#include "core/recurrence/rule.hpp"

#include <gtest/gtest.h>

namespace kindling {
namespace {

TEST(Rule, ReadsAllParts) {
  const auto rule = parse_rule(
      "RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20301231T235959Z;WKST=SU;BYMONTH=1,12;BYMONTHDAY=-1,31;BYYEARDAY=366,-1;"
      "BYDAY=MO,2TU,-1FR;BYHOUR=0,23;BYMINUTE=59;BYSECOND=60;BYSETPOS=-1,+2");
  ASSERT_TRUE(rule.has_value()) << rule.error().message;
  EXPECT_EQ(rule->frequency, Frequency::yearly);
  EXPECT_EQ(rule->interval, 2);
  EXPECT_EQ(rule->week_start, std::chrono::Sunday);
  EXPECT_EQ(rule->by_month_day, (std::vector<int>{-1, 31}));
  EXPECT_EQ(rule->by_day,
            (std::vector<RuleDay>{{0, std::chrono::Monday}, {2, std::chrono::Tuesday}, {-1, std::chrono::Friday}}));
  EXPECT_EQ(rule->until->form, RuleUntil::Form::utc);
  EXPECT_EQ(to_string(rule->until->time), "2030-12-31T23:59:59");
  EXPECT_EQ(rule->by_set_pos, (std::vector<int>{-1, 2}));
}

TEST(Rule, PrintsTheCanonicalText) {
  EXPECT_EQ(to_string(*parse_rule("byday=mo,+2tu;interval=1;wkst=MO;freq=monthly;count=5")),
            "FREQ=MONTHLY;COUNT=5;BYDAY=MO,2TU");
  EXPECT_EQ(to_string(*parse_rule("FREQ=DAILY;UNTIL=20260301")), "FREQ=DAILY;UNTIL=20260301");
  EXPECT_EQ(to_string(*parse_rule("FREQ=DAILY;UNTIL=20260301T070000")), "FREQ=DAILY;UNTIL=20260301T070000");
  EXPECT_EQ(to_string(*parse_rule("FREQ=DAILY;UNTIL=99991231T235960Z")), "FREQ=DAILY;UNTIL=99991231T235959Z");
}

TEST(Rule, RefusesWhatIsNoRule) {
  for (const char* text : {"",
                           "RRULE:",
                           "FREQ",
                           "FREQ=",
                           "FREQ=FORTNIGHTLY",
                           "FREQ=DAILY;",
                           ";FREQ=DAILY",
                           "FREQ=DAILY;;COUNT=1",
                           "INTERVAL=2",
                           "FREQ=DAILY;FREQ=DAILY",
                           "FREQ=DAILY;X-PART=1",
                           "FREQ=DAILY;COUNT",
                           "FREQ=DAILY;BYHOUR=1,",
                           "FREQ=DAILY;BYHOUR=,1",
                           "FREQ=DAILY;BYHOUR=1,,2",
                           "FREQ=DAILY;BYHOUR= 1",
                           "FREQ=DAILY;BYHOUR=1a",
                           "FREQ=DAILY;BYHOUR=",
                           "FREQ=DAILY;BYDAY=XX",
                           "FREQ=DAILY;BYDAY=M",
                           "FREQ=MONTHLY;BYDAY=0MO",
                           "FREQ=MONTHLY;BYDAY=+-1MO",
                           "FREQ=DAILY;WKST=1MO",
                           "FREQ=DAILY;UNTIL=2026",
                           "FREQ=DAILY;UNTIL=20260230",
                           "FREQ=DAILY;UNTIL=20260301Z",
                           "FREQ=DAILY;UNTIL=20260301T250000",
                           "FREQ=DAILY;UNTIL=20260301 070000",
                           "FREQ=DAILY;UNTIL=18991231",
                           "FREQ=DAILY;RSCALE=HEBREW",
                           "FREQ=DAILY\r\nATTACH:x"}) {
    const auto rule = parse_rule(text);
    ASSERT_FALSE(rule.has_value()) << text;
    EXPECT_EQ(rule.error().code, ErrorCode::invalid) << text;
    EXPECT_FALSE(rule.error().message.empty()) << text;
  }
}

TEST(Rule, RefusesNumbersOutOfRange) {
  for (const char* part : {"INTERVAL=0",
                           "INTERVAL=-1",
                           "INTERVAL=100001",
                           "INTERVAL=99999999999999999999",
                           "COUNT=0",
                           "COUNT=1000001",
                           "COUNT=-3",
                           "BYSECOND=61",
                           "BYSECOND=-1",
                           "BYMINUTE=60",
                           "BYHOUR=24",
                           "BYMONTHDAY=0",
                           "BYMONTHDAY=32",
                           "BYMONTHDAY=-32",
                           "BYYEARDAY=0",
                           "BYYEARDAY=367",
                           "BYWEEKNO=0",
                           "BYWEEKNO=54",
                           "BYMONTH=0",
                           "BYMONTH=13",
                           "BYMONTH=-1",
                           "BYDAY=54MO",
                           "BYDAY=-54MO",
                           "BYMONTH=1;BYSETPOS=0",
                           "BYMONTH=1;BYSETPOS=367"}) {
    EXPECT_FALSE(parse_rule(std::string("FREQ=YEARLY;") + part).has_value()) << part;
  }
}

TEST(Rule, RefusesPartsThatForbidEachOther) {
  for (const char* text : {"FREQ=DAILY;COUNT=1;UNTIL=20260301", "FREQ=MONTHLY;BYWEEKNO=1", "FREQ=DAILY;BYWEEKNO=1",
                           "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=DAILY;BYYEARDAY=1", "FREQ=WEEKLY;BYYEARDAY=1",
                           "FREQ=MONTHLY;BYYEARDAY=1", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=DAILY;BYDAY=1MO",
                           "FREQ=HOURLY;BYDAY=-1MO", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "FREQ=DAILY;BYSETPOS=1"}) {
    EXPECT_FALSE(parse_rule(text).has_value()) << text;
  }
}

TEST(Rule, RefusesTextsThatAreTooLong) {
  std::string text = "FREQ=DAILY;BYHOUR=1";
  while (text.size() <= 2'000) text += ",1";
  EXPECT_FALSE(parse_rule(text).has_value());
  EXPECT_TRUE(parse_rule(text.substr(0, 1'999)).has_value());
}

TEST(Rule, ChecksRulesThatWerePutTogetherByHand) {
  Rule rule;
  EXPECT_TRUE(check_rule(rule).has_value());
  rule.by_hour = {24};
  EXPECT_EQ(check_rule(rule).error().message, "BYHOUR holds numbers from 0 to 23");
}

}  // namespace
}  // namespace kindling
