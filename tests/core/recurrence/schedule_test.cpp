#include "core/recurrence/schedule.hpp"

#include <gtest/gtest.h>

#include "platform/common/tzif_zones.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::hours;

class ScheduleTest : public testing::Test {
 protected:
  static Schedule every(const char* start, const char* rule, const char* zone = "") {
    Schedule schedule;
    schedule.start = *parse_date_time(start);
    schedule.rule = *parse_rule(rule);
    schedule.zone = zone;
    schedule.kind = schedule.zone.empty() ? ScheduleKind::floating : ScheduleKind::zoned;
    return schedule;
  }
  [[nodiscard]] const TimeZone& zone(const char* name) const { return *zones_.find(name); }

  // "nominal local utc" where the three differ in wall time, else "nominal utc".
  [[nodiscard]] std::vector<std::string> shown(const Schedule& schedule, const char* zone_name, const char* from,
                                               const char* to) const {
    std::vector<std::string> lines;
    for (const Occurrence& occurrence :
         occurrences(schedule, zone(zone_name), *parse_date_time(from), *parse_date_time(to))) {
      std::string line = to_string(occurrence.nominal);
      if (occurrence.local != occurrence.nominal) line += " " + to_string(occurrence.local);
      lines.push_back(line + " " + to_utc_string(occurrence.utc));
    }
    return lines;
  }
  [[nodiscard]] std::string instant_of(const char* local, const char* zone_name) const {
    return to_utc_string(to_instant(*parse_date_time(local), zone(zone_name)));
  }
  [[nodiscard]] std::string next(const Schedule& schedule, const char* zone_name, const char* from) const {
    const auto found =
        next_occurrence(schedule, zone(zone_name), std::chrono::floor<std::chrono::seconds>(*parse_instant(from)));
    return found ? to_string(found->nominal) + " " + to_utc_string(found->utc) : "none";
  }

  TzifZones zones_;
};

using Lines = std::vector<std::string>;

TEST_F(ScheduleTest, MovesWallTimesInAGapForward) {
  EXPECT_EQ(instant_of("2026-03-29T02:30", "Europe/Berlin"), "2026-03-29T01:30:00Z");
  EXPECT_EQ(instant_of("2026-03-29T01:59:59", "Europe/Berlin"), "2026-03-29T00:59:59Z");
  EXPECT_EQ(instant_of("2026-03-29T03:00", "Europe/Berlin"), "2026-03-29T01:00:00Z");
  EXPECT_EQ(instant_of("2026-03-08T02:30", "America/New_York"), "2026-03-08T07:30:00Z");
  EXPECT_EQ(instant_of("2026-10-04T02:15", "Australia/Lord_Howe"), "2026-10-03T15:45:00Z");
}

TEST_F(ScheduleTest, TakesTheFirstOfTwoInAnOverlap) {
  EXPECT_EQ(instant_of("2026-10-25T02:00", "Europe/Berlin"), "2026-10-25T00:00:00Z");
  EXPECT_EQ(instant_of("2026-10-25T02:59:59", "Europe/Berlin"), "2026-10-25T00:59:59Z");
  EXPECT_EQ(instant_of("2026-10-25T03:00", "Europe/Berlin"), "2026-10-25T02:00:00Z");
  EXPECT_EQ(instant_of("2026-11-01T01:30", "America/New_York"), "2026-11-01T05:30:00Z");
  EXPECT_EQ(instant_of("2026-04-05T01:45", "Australia/Lord_Howe"), "2026-04-04T14:45:00Z");
}

TEST_F(ScheduleTest, CountsADayWhoseTimeFallsIntoTheGap) {
  EXPECT_EQ(shown(every("2026-03-28T02:30", "FREQ=DAILY;COUNT=3", "Europe/Berlin"), "Europe/Berlin", "2026-01-01T00:00",
                  "2027-01-01T00:00"),
            (Lines{"2026-03-28T02:30 2026-03-28T01:30:00Z", "2026-03-29T02:30 2026-03-29T03:30 2026-03-29T01:30:00Z",
                   "2026-03-30T02:30 2026-03-30T00:30:00Z"}));
}

TEST_F(ScheduleTest, MovesLordHoweByHalfAnHour) {
  EXPECT_EQ(shown(every("2026-10-03T02:10", "FREQ=DAILY;COUNT=3"), "Australia/Lord_Howe", "2026-10-01T00:00",
                  "2026-11-01T00:00"),
            (Lines{"2026-10-03T02:10 2026-10-02T15:40:00Z", "2026-10-04T02:10 2026-10-04T02:40 2026-10-03T15:40:00Z",
                   "2026-10-05T02:10 2026-10-04T15:10:00Z"}));
}

TEST_F(ScheduleTest, MovesApiasMissingDayForward) {
  EXPECT_EQ(
      shown(every("2011-12-29T08:00", "FREQ=DAILY;COUNT=3"), "Pacific/Apia", "2011-12-01T00:00", "2012-02-01T00:00"),
      (Lines{"2011-12-29T08:00 2011-12-29T18:00:00Z", "2011-12-30T08:00 2011-12-31T08:00 2011-12-30T18:00:00Z",
             "2011-12-31T08:00 2011-12-30T18:00:00Z"}));
}

TEST_F(ScheduleTest, FloatingTimesTravelWithTheZoneOfTheDevice) {
  const Schedule schedule = every("2026-07-01T07:45", "FREQ=DAILY");
  EXPECT_EQ(shown(schedule, "Europe/Berlin", "2026-07-01T00:00", "2026-07-02T00:00"),
            Lines{"2026-07-01T07:45 2026-07-01T05:45:00Z"});
  EXPECT_EQ(shown(schedule, "America/New_York", "2026-07-01T00:00", "2026-07-02T00:00"),
            Lines{"2026-07-01T07:45 2026-07-01T11:45:00Z"});
}

TEST_F(ScheduleTest, SkipsFebruary29InOtherYearsWithoutCountingIt) {
  EXPECT_EQ(shown(every("2024-02-29T09:00", "FREQ=YEARLY;COUNT=3"), "UTC", "2024-01-01T00:00", "2040-01-01T00:00"),
            (Lines{"2024-02-29T09:00 2024-02-29T09:00:00Z", "2028-02-29T09:00 2028-02-29T09:00:00Z",
                   "2032-02-29T09:00 2032-02-29T09:00:00Z"}));
  EXPECT_EQ(shown(every("2026-01-31T09:00", "FREQ=MONTHLY;COUNT=3"), "UTC", "2026-01-01T00:00", "2027-01-01T00:00"),
            (Lines{"2026-01-31T09:00 2026-01-31T09:00:00Z", "2026-03-31T09:00 2026-03-31T09:00:00Z",
                   "2026-05-31T09:00 2026-05-31T09:00:00Z"}));
}

TEST_F(ScheduleTest, KnowsTheYearsWithAWeek53) {
  EXPECT_EQ(shown(every("2015-01-01T09:00", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH"), "UTC", "2015-01-01T00:00",
                  "2040-01-01T00:00"),
            (Lines{"2015-12-31T09:00 2015-12-31T09:00:00Z", "2020-12-31T09:00 2020-12-31T09:00:00Z",
                   "2026-12-31T09:00 2026-12-31T09:00:00Z", "2032-12-30T09:00 2032-12-30T09:00:00Z",
                   "2037-12-31T09:00 2037-12-31T09:00:00Z"}));
}

TEST_F(ScheduleTest, FindsEveryOtherSundayFromAWednesday) {
  const Schedule schedule = every("2026-11-25T10:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU");
  const Lines wanted{"2026-11-29T10:00 2026-11-29T10:00:00Z", "2026-12-13T10:00 2026-12-13T10:00:00Z",
                     "2026-12-27T10:00 2026-12-27T10:00:00Z"};
  EXPECT_EQ(shown(schedule, "UTC", "2026-11-01T00:00", "2027-01-01T00:00"), wanted);
  const auto fit = normalised(schedule);
  ASSERT_TRUE(fit.has_value());
  EXPECT_EQ(to_string(fit->start), "2026-11-29T10:00");
  EXPECT_EQ(shown(*fit, "UTC", "2026-11-01T00:00", "2027-01-01T00:00"), wanted);
}

TEST_F(ScheduleTest, LeavesOutAStartThatTheRuleDoesNotGive) {
  EXPECT_EQ(shown(every("2026-11-25T10:00", "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=2"), "UTC", "2026-11-01T00:00",
                  "2028-01-01T00:00"),
            (Lines{"2026-12-01T10:00 2026-12-01T10:00:00Z", "2027-01-01T10:00 2027-01-01T10:00:00Z"}));
}

TEST_F(ScheduleTest, MergesAddedDatesAndLeavesOutExcludedOnes) {
  Schedule schedule = every("2026-01-05T10:00", "FREQ=WEEKLY;COUNT=3");
  schedule.added = {*parse_date_time("2026-01-20T08:00"), *parse_date_time("2026-01-12T10:00"),
                    *parse_date_time("2026-01-01T08:00"), *parse_date_time("2026-01-20T08:00"),
                    *parse_date_time("2026-01-21T08:00")};
  schedule.excluded = {*parse_date_time("2026-01-21T08:00"), *parse_date_time("2026-01-05T10:00")};
  EXPECT_EQ(shown(schedule, "UTC", "2026-01-01T00:00", "2027-01-01T00:00"),
            (Lines{"2026-01-01T08:00 2026-01-01T08:00:00Z", "2026-01-12T10:00 2026-01-12T10:00:00Z",
                   "2026-01-19T10:00 2026-01-19T10:00:00Z", "2026-01-20T08:00 2026-01-20T08:00:00Z"}));
}

TEST_F(ScheduleTest, ExcludesByTheNominalTimeInAGap) {
  Schedule schedule = every("2026-03-28T02:30", "FREQ=DAILY;COUNT=3");
  schedule.excluded = {*parse_date_time("2026-03-29T02:30")};
  EXPECT_EQ(occurrences(schedule, zone("Europe/Berlin"), schedule.start, schedule.start + days(9)).size(), 2U);
  schedule.excluded = {*parse_date_time("2026-03-29T03:30")};
  EXPECT_EQ(occurrences(schedule, zone("Europe/Berlin"), schedule.start, schedule.start + days(9)).size(), 3U);
}

TEST_F(ScheduleTest, WithoutARuleHappensOnce) {
  Schedule schedule;
  schedule.start = *parse_date_time("2026-05-01T18:00");
  EXPECT_EQ(shown(schedule, "UTC", "2026-01-01T00:00", "2027-01-01T00:00"),
            Lines{"2026-05-01T18:00 2026-05-01T18:00:00Z"});
  EXPECT_TRUE(shown(schedule, "UTC", "2026-05-01T18:01", "2027-01-01T00:00").empty());
  schedule.excluded = {schedule.start};
  EXPECT_TRUE(shown(schedule, "UTC", "2026-01-01T00:00", "2027-01-01T00:00").empty());
}

TEST_F(ScheduleTest, WholeDaysIgnoreTimes) {
  Schedule schedule = every("2026-05-01T18:00", "FREQ=YEARLY;BYHOUR=5,6;UNTIL=20270501");
  schedule.kind = ScheduleKind::date;
  schedule.excluded = {*parse_date_time("2027-05-01T12:00")};
  EXPECT_EQ(shown(schedule, "Europe/Berlin", "2026-01-01T00:00", "2030-01-01T00:00"),
            Lines{"2026-05-01T00:00 2026-04-30T22:00:00Z"});
  const auto fit = normalised(schedule);
  ASSERT_TRUE(fit.has_value());
  EXPECT_EQ(to_string(fit->start), "2026-05-01T00:00");
  EXPECT_TRUE(fit->rule->by_hour.empty());
}

TEST_F(ScheduleTest, UntilAsADateHoldsThroughThatDay) {
  EXPECT_EQ(shown(every("2026-05-01T23:30", "FREQ=DAILY;UNTIL=20260502", "America/New_York"), "America/New_York",
                  "2026-01-01T00:00", "2027-01-01T00:00"),
            (Lines{"2026-05-01T23:30 2026-05-02T03:30:00Z", "2026-05-02T23:30 2026-05-03T03:30:00Z"}));
}

TEST_F(ScheduleTest, UntilInUtcIsComparedThroughTheZone) {
  const Schedule schedule = every("2026-05-01T20:00", "FREQ=DAILY;UNTIL=20260503T000000Z");
  EXPECT_EQ(occurrences(schedule, zone("America/New_York"), schedule.start, schedule.start + days(9)).size(), 2U);
  EXPECT_EQ(occurrences(schedule, zone("Australia/Sydney"), schedule.start, schedule.start + days(9)).size(), 2U);
  EXPECT_EQ(occurrences(schedule, zone("UTC"), schedule.start, schedule.start + days(9)).size(), 2U);
  const Schedule early = every("2026-05-01T02:00", "FREQ=DAILY;UNTIL=20260503T000000Z");
  EXPECT_EQ(occurrences(early, zone("Australia/Sydney"), early.start, early.start + days(9)).size(), 3U);
}

TEST_F(ScheduleTest, NormalisingRefusesWhatDoesNotFit) {
  Schedule never = every("2026-01-30T10:00", "FREQ=YEARLY;BYMONTH=2");
  EXPECT_EQ(normalised(never).error().code, ErrorCode::invalid);
  EXPECT_FALSE(normalised(every("2026-05-01T10:00", "FREQ=DAILY;UNTIL=20260101")).has_value());
  EXPECT_FALSE(normalised(every("2026-05-01T10:00", "FREQ=DAILY;UNTIL=20270101T000000Z")).has_value());
  EXPECT_FALSE(normalised(every("2026-05-01T10:00", "FREQ=DAILY;UNTIL=20270101T000000", "UTC")).has_value());
  EXPECT_TRUE(normalised(every("2026-05-01T10:00", "FREQ=DAILY;UNTIL=20270101T000000Z", "UTC")).has_value());
  Schedule whole_day = every("2026-05-01T00:00", "FREQ=HOURLY");
  EXPECT_TRUE(normalised(whole_day).has_value());
  whole_day.kind = ScheduleKind::date;
  EXPECT_FALSE(normalised(whole_day).has_value());
  EXPECT_TRUE(occurrences(whole_day, zone("UTC"), whole_day.start, whole_day.start + days(9)).empty());
  Schedule zoneless = every("2026-05-01T00:00", "FREQ=DAILY");
  zoneless.kind = ScheduleKind::zoned;
  EXPECT_FALSE(normalised(zoneless).has_value());
  Schedule crowded = every("2026-05-01T00:00", "FREQ=DAILY");
  crowded.added.assign(1'001, crowded.start);
  EXPECT_FALSE(normalised(crowded).has_value());
}

TEST_F(ScheduleTest, FindsTheNextOccurrence) {
  const Schedule schedule = every("2020-01-01T07:45", "FREQ=DAILY");
  EXPECT_EQ(next(schedule, "Europe/Berlin", "2026-07-01T05:45:00Z"), "2026-07-01T07:45 2026-07-01T05:45:00Z");
  EXPECT_EQ(next(schedule, "Europe/Berlin", "2026-07-01T05:45:01Z"), "2026-07-02T07:45 2026-07-02T05:45:00Z");
  EXPECT_EQ(next(schedule, "Europe/Berlin", "2199-12-31T12:00:00Z"), "none");
  EXPECT_EQ(next(every("2020-01-01T07:45", "FREQ=DAILY;COUNT=2"), "UTC", "2026-07-01T05:45:00Z"), "none");
}

TEST_F(ScheduleTest, FindsTheEarliestInstantAroundAGap) {
  const Schedule schedule = every("2026-03-01T02:45", "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=10,45");
  EXPECT_EQ(next(schedule, "Europe/Berlin", "2026-03-29T01:20:00Z"), "2026-03-29T02:45 2026-03-29T01:45:00Z");
  const Schedule crossing = every("2026-03-01T02:45", "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=45");
  EXPECT_EQ(next(crossing, "Europe/Berlin", "2026-03-29T01:00:00Z"), "2026-03-29T02:45 2026-03-29T01:45:00Z");
  Schedule earlier_after_later = every("2026-03-29T02:45", "FREQ=DAILY;COUNT=1");
  earlier_after_later.added = {*parse_date_time("2026-03-29T03:10")};
  EXPECT_EQ(next(earlier_after_later, "Europe/Berlin", "2026-03-29T00:00:00Z"),
            "2026-03-29T03:10 2026-03-29T01:10:00Z");
}

TEST_F(ScheduleTest, AgreesOnTheSecondHourOfAnOverlap) {
  // 02:30 has been at 00:30 UTC; in the second 02:30 only tomorrow's is left.
  EXPECT_EQ(next(every("2026-10-01T02:30", "FREQ=DAILY"), "Europe/Berlin", "2026-10-25T01:00:00Z"),
            "2026-10-26T02:30 2026-10-26T01:30:00Z");
}

TEST_F(ScheduleTest, NothingComesAfter2199) {
  const auto found = occurrences(every("2199-12-30T09:00", "FREQ=DAILY"), zone("Europe/Berlin"), LocalDateTime::min(),
                                 LocalDateTime::max());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(to_string(found.back().nominal), "2199-12-31T09:00");
}

TEST_F(ScheduleTest, JumpsToTheWindowAlsoUnderCount) {
  const auto late = every("1990-01-03T09:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=8,10;COUNT=11000");
  const auto all = occurrences(late, zone("UTC"), late.start, LocalDateTime::max());
  ASSERT_EQ(all.size(), 11'000U);
  const auto last = occurrences(late, zone("UTC"), all[10'990].nominal, LocalDateTime::max());
  EXPECT_EQ(last, std::vector<Occurrence>(all.begin() + 10'990, all.end()));
}

TEST_F(ScheduleTest, EndsQuicklyWhereARuleNeverMatches) {
  // Each would step through 200 years of seconds, or for ever, without the skips; no clock is needed to notice.
  for (const char* rule :
       {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY;BYMONTH=4;BYMONTHDAY=31", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31,33,35,37,39,41,43,45,47,49,51",
        "FREQ=SECONDLY;INTERVAL=86400;BYHOUR=5", "FREQ=HOURLY;INTERVAL=24;BYHOUR=5",
        "FREQ=SECONDLY;INTERVAL=7;BYDAY=TU;BYHOUR=0;BYMINUTE=0,14,28,42;BYSECOND=1,8,15,22,29,36,43,50,57",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO", "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=2",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO", "FREQ=YEARLY;INTERVAL=100000;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300", "FREQ=SECONDLY;BYSECOND=1;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3"}) {
    const Schedule schedule = every("1900-01-04T00:00", rule);
    EXPECT_TRUE(occurrences(schedule, zone("UTC"), LocalDateTime::min(), LocalDateTime::max(), 1).empty()) << rule;
    EXPECT_FALSE(normalised(schedule).has_value()) << rule;
  }
}

}  // namespace
}  // namespace kindling
