#include "core/recurrence/series.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/common/tzif_zones.hpp"
#include "tests/support/random_rule.hpp"

namespace kindling {
namespace {

using std::chrono::days;

int choose_with_rapidcheck(int lowest, int highest) {
  return lowest == highest ? lowest : *rc::gen::resize(1'000, rc::gen::inRange(lowest, highest + 1));
}

class SeriesTest : public testing::Test {
 protected:
  static Schedule every(const char* start, const char* rule) {
    Schedule schedule;
    schedule.start = *parse_date_time(start);
    if (*rule != '\0') schedule.rule = *parse_rule(rule);
    return *normalised(schedule);
  }
  static LocalDate day(const char* text) { return *parse_date(text); }
  std::vector<std::string> dates(const std::optional<Schedule>& schedule, std::size_t limit = 20) const {
    std::vector<std::string> found;
    if (!schedule) return found;
    for (const Occurrence& one :
         occurrences(*schedule, zone_, LocalDateTime(day("1990-01-01")), LocalDateTime(day("2100-01-01")), limit))
      found.push_back(to_string(one.nominal));
    return found;
  }
  using Dates = std::vector<std::string>;
  TzifZones zones_;
  const TimeZone& zone_ = *zones_.find("Europe/Berlin");
};

TEST_F(SeriesTest, LeavesOneOccurrenceOut) {
  const Schedule daily = every("2026-11-22T08:00", "FREQ=DAILY;COUNT=3");
  EXPECT_EQ(dates(without_occurrence(daily, *parse_date_time("2026-11-23T08:00"), zone_)),
            (Dates{"2026-11-22T08:00", "2026-11-24T08:00"}));
}

TEST_F(SeriesTest, IsNothingWithoutItsOnlyOccurrence) {
  const LocalDateTime start = *parse_date_time("2026-11-22T08:00");
  EXPECT_FALSE(without_occurrence(every("2026-11-22T08:00", ""), start, zone_));
  EXPECT_FALSE(without_occurrence(every("2026-11-22T08:00", "FREQ=DAILY;COUNT=1"), start, zone_));
}

TEST_F(SeriesTest, LeavesAnAddedDateOut) {
  Schedule once = every("2026-11-22T08:00", "");
  once.added.push_back(*parse_date_time("2026-11-30T08:00"));
  EXPECT_EQ(dates(without_occurrence(once, once.added.front(), zone_)), Dates{"2026-11-22T08:00"});
  EXPECT_EQ(dates(without_occurrence(once, once.start, zone_)), Dates{"2026-11-30T08:00"});
}

TEST_F(SeriesTest, SharesACountOut) {
  const Schedule five = every("2026-11-22T08:00", "FREQ=DAILY;COUNT=5");
  EXPECT_EQ(before_day(five, day("2026-11-24"), zone_)->rule->count, 2);
  EXPECT_EQ(from_day(five, day("2026-11-24"), zone_)->rule->count, 3);
  EXPECT_EQ(before_day(five, day("2027-11-24"), zone_), five);
  EXPECT_FALSE(from_day(five, day("2027-11-24"), zone_));
}

TEST_F(SeriesTest, EndsARuleTheDayBefore) {
  const auto before = before_day(every("2026-11-22T08:00", "FREQ=DAILY"), day("2026-12-01"), zone_);
  EXPECT_EQ(to_string(*before->rule), "FREQ=DAILY;UNTIL=20261130");
  EXPECT_FALSE(before_day(every("2026-11-22T08:00", "FREQ=DAILY"), day("2026-11-22"), zone_));
}

TEST_F(SeriesTest, KeepsAnEarlierEnd) {
  const Schedule ended = every("2026-11-22T08:00", "FREQ=DAILY;UNTIL=20261125T120000");
  EXPECT_EQ(before_day(ended, day("2026-12-01"), zone_), ended);
  EXPECT_EQ(to_string(*before_day(ended, day("2026-11-25"), zone_)->rule), "FREQ=DAILY;UNTIL=20261124");
}

TEST_F(SeriesTest, KeepsItsStepFromADayOn) {
  const Schedule every_other = every("2026-11-06T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
  EXPECT_EQ(dates(from_day(every_other, day("2026-11-22"), zone_), 2), (Dates{"2026-12-04T19:00", "2026-12-18T19:00"}));
}

TEST_F(SeriesTest, TakesExceptionsAlongToANewTime) {
  Schedule daily = every("2026-11-22T08:00", "FREQ=DAILY;COUNT=4");
  daily.excluded = {*parse_date_time("2026-11-23T08:00"), *parse_date_time("2026-11-24T20:00")};
  daily.added = {*parse_date_time("2026-12-24T08:00")};
  EXPECT_EQ(dates(with_start(daily, *parse_date_time("2026-11-22T09:30"))),
            (Dates{"2026-11-22T09:30", "2026-11-24T09:30", "2026-11-25T09:30", "2026-12-24T09:30"}));
}

TEST_F(SeriesTest, LosesNothingBetweenItsTwoParts) {
  const bool holds = rc::check([&] {
    const auto frequency = static_cast<Frequency>(choose_with_rapidcheck(3, 6));
    Schedule schedule;
    schedule.start = random_start(choose_with_rapidcheck);
    schedule.rule = random_rule(frequency, schedule.start, choose_with_rapidcheck);
    const auto normal = normalised(schedule);
    RC_PRE(normal.has_value());
    schedule = *normal;
    for (int i = choose_with_rapidcheck(0, 3); i > 0; --i)
      schedule.added.push_back(schedule.start + days(choose_with_rapidcheck(-3, 900)) + std::chrono::hours(i));
    const auto some = occurrences(schedule, zone_, LocalDateTime(day("1980-01-01")), kEndOfTime, 60);
    for (int i = choose_with_rapidcheck(0, 3); i > 0 && !some.empty(); --i) {
      const auto last = static_cast<int>(some.size()) - 1;
      schedule.excluded.push_back(some[static_cast<std::size_t>(choose_with_rapidcheck(0, last))].nominal);
    }
    schedule = *normalised(schedule);
    const LocalDate cut = date_of(schedule.start) + days(choose_with_rapidcheck(-5, 900));
    RC_LOG(to_string(schedule.start) + " " + to_string(*schedule.rule) + " cut " + to_string(cut));
    const auto before = before_day(schedule, cut, zone_);
    const auto after = from_day(schedule, cut, zone_);
    if (before) RC_ASSERT(normalised(*before).has_value() && normalised(*before)->start == before->start);
    if (after) RC_ASSERT(normalised(*after).has_value() && normalised(*after)->start == after->start);
    Dates both = dates(before, 400);
    for (std::string& date : dates(after, 400)) both.push_back(std::move(date));
    Dates whole = dates(schedule, 400);
    both.resize(std::min(both.size(), whole.size()));
    RC_ASSERT(both == whole);
    for (const std::string& date : dates(before, 400)) RC_ASSERT(date < to_string(cut));
    for (const std::string& date : dates(after, 400)) RC_ASSERT(date >= to_string(cut));
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace kindling
