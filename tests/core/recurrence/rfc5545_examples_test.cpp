// The examples of RFC 5545 §3.8.5.3, each with the dates that the RFC gives for it (erratum 3883 applied).
#include <gtest/gtest.h>

#include <sstream>

#include "core/recurrence/schedule.hpp"
#include "platform/common/tzif_zones.hpp"

namespace kindling {
namespace {

struct Example {
  const char* what;
  const char* start;  // a date at 09:00, America/New_York
  const char* rule;
  const char* dates;  // "1997 9/2 9/3 ...": at 09:00, or "9/2@10:30"; what ends in "..." goes on for ever
};

std::vector<LocalDateTime> dates_of(const std::string& text, bool& endless) {
  std::vector<LocalDateTime> result;
  std::istringstream words(text);
  std::string word;
  int year = 0;
  endless = false;
  while (words >> word) {
    unsigned month = 0;
    unsigned day = 0;
    int hour = 9;
    int minute = 0;
    if (word == "...") {
      endless = true;
    } else if (std::sscanf(word.c_str(), "%u/%u@%d:%d", &month, &day, &hour, &minute) >= 2) {
      result.push_back(
          LocalDateTime(LocalDate(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day))) +
          std::chrono::minutes(hour * 60 + minute));
    } else {
      year = std::stoi(word);
    }
  }
  return result;
}

constexpr Example kExamples[] = {
    {"daily for 10 occurrences", "1997-09-02", "FREQ=DAILY;COUNT=10", "1997 9/2 9/3 9/4 9/5 9/6 9/7 9/8 9/9 9/10 9/11"},
    {"every other day", "1997-09-02", "FREQ=DAILY;INTERVAL=2",
     "1997 9/2 9/4 9/6 9/8 9/10 9/12 9/14 9/16 9/18 9/20 9/22 9/24 9/26 9/28 9/30 10/2 10/4 10/6 10/8 10/10 10/12 "
     "10/14 10/16 10/18 10/20 10/22 10/24 10/26 10/28 10/30 11/1 11/3 ..."},
    {"every 10 days, 5 occurrences", "1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997 9/2 9/12 9/22 10/2 10/12"},
    {"weekly for 10 occurrences", "1997-09-02", "FREQ=WEEKLY;COUNT=10",
     "1997 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4"},
    {"weekly until December 24", "1997-09-02", "FREQ=WEEKLY;UNTIL=19971224T000000Z",
     "1997 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4 11/11 11/18 11/25 12/2 12/9 12/16 12/23"},
    {"every other week", "1997-09-02", "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
     "1997 9/2 9/16 9/30 10/14 10/28 11/11 11/25 12/9 12/23 1998 1/6 1/20 2/3 2/17 ..."},
    {"Tuesday and Thursday for five weeks, by UNTIL", "1997-09-02",
     "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2"},
    {"Tuesday and Thursday for five weeks, by COUNT", "1997-09-02", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
     "1997 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2"},
    {"every other week on three days until December 24", "1997-09-01",
     "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
     "1997 9/1 9/3 9/5 9/15 9/17 9/19 9/29 10/1 10/3 10/13 10/15 10/17 10/27 10/29 10/31 11/10 11/12 11/14 11/24 "
     "11/26 11/28 12/8 12/10 12/12 12/22"},
    {"every other week on two days for 8 occurrences", "1997-09-02",
     "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997 9/2 9/4 9/16 9/18 9/30 10/2 10/14 10/16"},
    {"the first Friday for 10 occurrences", "1997-09-05", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
     "1997 9/5 10/3 11/7 12/5 1998 1/2 2/6 3/6 4/3 5/1 6/5"},
    {"the first Friday until December 24", "1997-09-05", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
     "1997 9/5 10/3 11/7 12/5"},
    {"every other month on the first and last Sunday", "1997-09-07", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
     "1997 9/7 9/28 11/2 11/30 1998 1/4 1/25 3/1 3/29 5/3 5/31"},
    {"the second-to-last Monday for 6 months", "1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
     "1997 9/22 10/20 11/17 12/22 1998 1/19 2/16"},
    {"the third-to-last day of the month", "1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3",
     "1997 9/28 10/29 11/28 12/29 1998 1/29 2/26 ..."},
    {"the 2nd and 15th for 10 occurrences", "1997-09-02", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
     "1997 9/2 9/15 10/2 10/15 11/2 11/15 12/2 12/15 1998 1/2 1/15"},
    {"the first and last day for 10 occurrences", "1997-09-30", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
     "1997 9/30 10/1 10/31 11/1 11/30 12/1 12/31 1998 1/1 1/31 2/1"},
    {"every 18 months on the 10th to 15th", "1997-09-10",
     "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
     "1997 9/10 9/11 9/12 9/13 9/14 9/15 1999 3/10 3/11 3/12 3/13"},
    {"every Tuesday, every other month", "1997-09-02", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
     "1997 9/2 9/9 9/16 9/23 9/30 11/4 11/11 11/18 11/25 1998 1/6 1/13 1/20 1/27 3/3 3/10 3/17 3/24 3/31 ..."},
    {"in June and July for 10 occurrences", "1997-06-10", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
     "1997 6/10 7/10 1998 6/10 7/10 1999 6/10 7/10 2000 6/10 7/10 2001 6/10 7/10"},
    {"every other year in three months", "1997-03-10", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
     "1997 3/10 1999 1/10 2/10 3/10 2001 1/10 2/10 3/10 2003 1/10 2/10 3/10"},
    {"every third year on days 1, 100 and 200", "1997-01-01", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
     "1997 1/1 4/10 7/19 2000 1/1 4/9 7/18 2003 1/1 4/10 7/19 2006 1/1"},
    {"the 20th Monday of the year", "1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "1997 5/19 1998 5/18 1999 5/17 ..."},
    {"Monday of week 20", "1997-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997 5/12 1998 5/11 1999 5/17 ..."},
    {"every Thursday in March", "1997-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
     "1997 3/13 3/20 3/27 1998 3/5 3/12 3/19 3/26 1999 3/4 3/11 3/18 3/25 ..."},
    {"every Thursday in summer", "1997-06-05", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
     "1997 6/5 6/12 6/19 6/26 7/3 7/10 7/17 7/24 7/31 8/7 8/14 8/21 8/28 1998 6/4 6/11 6/18 6/25 7/2 7/9 7/16 7/23 "
     "7/30 8/6 8/13 8/20 8/27 1999 6/3 6/10 6/17 6/24 7/1 7/8 7/15 7/22 7/29 8/5 8/12 8/19 8/26 ..."},
    {"every Friday the 13th", "1997-09-02", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
     "1998 2/13 3/13 11/13 1999 8/13 2000 10/13 ..."},
    {"the Saturday after the first Sunday", "1997-09-13", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
     "1997 9/13 10/11 11/8 12/13 1998 1/10 2/7 3/7 4/11 5/9 6/13 ..."},
    {"the election day of the United States", "1996-11-05",
     "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996 11/5 2000 11/7 2004 11/2 ..."},
    {"the third of Tuesday to Thursday", "1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
     "1997 9/4 10/7 11/6"},
    {"the second-to-last weekday of the month", "1997-09-29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
     "1997 9/29 10/30 11/27 12/30 1998 1/29 2/26 3/30 ..."},
    {"every 3 hours from 9 to 5 on one day (erratum 3883)", "1997-09-02",
     "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", "1997 9/2@9:00 9/2@12:00 9/2@15:00"},
    {"every 15 minutes for 6 occurrences", "1997-09-02", "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
     "1997 9/2@9:00 9/2@9:15 9/2@9:30 9/2@9:45 9/2@10:00 9/2@10:15"},
    {"every hour and a half for 4 occurrences", "1997-09-02", "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
     "1997 9/2@9:00 9/2@10:30 9/2@12:00 9/2@13:30"},
    {"weeks from Monday", "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
     "1997 8/5 8/10 8/19 8/24"},
    {"weeks from Sunday", "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
     "1997 8/5 8/17 8/19 8/31"},
    {"30 February is ignored", "2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007 1/15 1/30 2/15 3/15 3/30"},
};

class Rfc5545Examples : public testing::Test {
 protected:
  std::vector<LocalDateTime> expand(const std::string& start, const char* rule, std::size_t limit) const {
    Schedule schedule;
    schedule.kind = ScheduleKind::zoned;
    schedule.zone = "America/New_York";
    schedule.start = *parse_date_time(start + "T09:00");
    schedule.rule = *parse_rule(rule);
    const LocalDateTime end = schedule.start + std::chrono::days(366 * 12);
    std::vector<LocalDateTime> result;
    for (const Occurrence& occurrence : occurrences(schedule, *zones_.find(schedule.zone), schedule.start, end, limit))
      result.push_back(occurrence.local);
    return result;
  }
  TzifZones zones_;
};

TEST_F(Rfc5545Examples, GiveTheDatesThatTheRfcLists) {
  for (const Example& example : kExamples) {
    bool endless = false;
    const auto wanted = dates_of(example.dates, endless);
    const auto found = expand(example.start, example.rule, endless ? wanted.size() : 10'000);
    EXPECT_EQ(found, wanted) << example.what;
  }
}

TEST_F(Rfc5545Examples, DailyUntilChristmasEveEndsOnThe23rd) {
  const auto found = expand("1997-09-02", "FREQ=DAILY;UNTIL=19971224T000000Z", 10'000);
  ASSERT_EQ(found.size(), 113U);
  EXPECT_EQ(to_string(found.back()), "1997-12-23T09:00");
}

TEST_F(Rfc5545Examples, EveryDayInJanuaryIsYearlyByDayAndDailyByMonth) {
  const auto yearly =
      expand("1998-01-01", "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", 10'000);
  ASSERT_EQ(yearly.size(), 93U);
  EXPECT_EQ(to_string(yearly[31]), "1999-01-01T09:00");
  EXPECT_EQ(to_string(yearly.back()), "2000-01-31T09:00");
  EXPECT_EQ(yearly, expand("1998-01-01", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", 10'000));
}

TEST_F(Rfc5545Examples, EveryTwentyMinutesOfTheWorkingDayIsDailyByHourAndMinutely) {
  const auto daily = expand("1997-09-02", "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", 48);
  ASSERT_EQ(daily.size(), 48U);
  EXPECT_EQ(to_string(daily[0]), "1997-09-02T09:00");
  EXPECT_EQ(to_string(daily[23]), "1997-09-02T16:40");
  EXPECT_EQ(to_string(daily[24]), "1997-09-03T09:00");
  EXPECT_EQ(daily, expand("1997-09-02", "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", 48));
}

TEST_F(Rfc5545Examples, UntilInUtcIsComparedAsAnInstant) {
  // As the RFC prints it, before erratum 3883: 17:00 UTC is 13:00 in New York.
  const auto found = expand("1997-09-02", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z", 10);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(to_string(found[1]), "1997-09-02T12:00");
}

}  // namespace
}  // namespace kindling
