#include "core/insight/baseline.hpp"

#include <gtest/gtest.h>

#include "tests/core/insight/mood_diary.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::weeks;

const LocalDate kMonday = *parse_date("2026-01-05");

// The same mood on every day.
void add_days(std::vector<MoodPointInTime>& points, LocalDate from, int count, int valence) {
  for (int i = 0; i < count; ++i) points.push_back({from + days(i), valence, 1});
}

TEST(WeeklyTrend, GivesEveryWeekAskedForUpToToday) {
  const auto trend = weekly_trend({}, *parse_date("2026-11-22"), 3);  // a Sunday
  ASSERT_EQ(trend.size(), 3U);
  EXPECT_EQ(to_string(trend.front().monday), "2026-11-02");
  EXPECT_EQ(to_string(trend.back().monday), "2026-11-16");
  EXPECT_FALSE(trend.back().valence.has_value());
  EXPECT_FALSE(trend.back().baseline.has_value());
}

TEST(WeeklyTrend, TakesTheMeanOfDailyMeans) {
  const std::vector<MoodPointInTime> points{
      {kMonday, 4, 2}, {kMonday, 2, 0}, {kMonday + days(1), -1, 3}, {kMonday - days(1), -4, -4}};
  const auto trend = weekly_trend(points, kMonday + days(2), 1);
  ASSERT_EQ(trend.size(), 1U);
  EXPECT_EQ(trend[0].check_ins, 3);
  EXPECT_DOUBLE_EQ(trend[0].valence.value(), 1.0);
  EXPECT_DOUBLE_EQ(trend[0].energy.value(), 2.0);
}

TEST(WeeklyTrend, HasABaselineOfTheWeeksBefore) {
  std::vector<MoodPointInTime> points;
  for (int week = 0; week < 5; ++week) add_days(points, kMonday + weeks(week), 7, 2);
  add_days(points, kMonday + weeks(5), 7, -3);
  const auto trend = weekly_trend(points, kMonday + weeks(6), 7);
  EXPECT_FALSE(trend[3].baseline.has_value());
  EXPECT_DOUBLE_EQ(trend[4].baseline.value(), 2.0);
  EXPECT_DOUBLE_EQ(trend[5].baseline.value(), 2.0);  // its own week isn't part of it
  EXPECT_DOUBLE_EQ(trend[6].baseline.value(), 2.0 + 0.2 * (-3.0 - 2.0));
}

TEST(WeeklyTrend, KnowsTheBaselineOfAShortTrendFromWeeksBeforeIt) {
  std::vector<MoodPointInTime> points;
  add_days(points, kMonday, 7 * 10, 3);
  EXPECT_DOUBLE_EQ(weekly_trend(points, kMonday + weeks(10), 1)[0].baseline.value(), 3.0);
}

TEST(FindDrift, FindsNothingInTooLittle) {
  std::vector<MoodPointInTime> points;
  EXPECT_FALSE(find_drift(points, kMonday).has_value());
  add_days(points, kMonday, 21, 2);
  add_days(points, kMonday + days(21), 21, -3);
  EXPECT_FALSE(find_drift(points, kMonday + days(20)).has_value());
  EXPECT_FALSE(find_drift(points, kMonday + days(27)).has_value());
}

TEST(FindDrift, FindsALastingDropAndSaysSinceWhen) {
  std::vector<MoodPointInTime> points;
  add_days(points, kMonday, 7 * 8, 2);
  add_days(points, kMonday + weeks(8), 7 * 3, -1);
  const auto notice = find_drift(points, kMonday + weeks(11) - days(1));
  ASSERT_TRUE(notice.has_value());
  EXPECT_EQ(notice->since, kMonday + weeks(8));
  EXPECT_EQ(notice->weeks, 3);
  EXPECT_GT(notice->drop, 1.0);
}

TEST(FindDrift, TakesOneBadWeekForNothing) {
  std::vector<MoodPointInTime> points;
  add_days(points, kMonday, 7 * 8, 2);
  add_days(points, kMonday + weeks(8), 7, -4);
  EXPECT_FALSE(find_drift(points, kMonday + weeks(9) - days(1)).has_value());
  add_days(points, kMonday + weeks(9), 7, 2);
  EXPECT_FALSE(find_drift(points, kMonday + weeks(10) - days(1)).has_value());
}

TEST(FindDrift, FindsNothingInARise) {
  std::vector<MoodPointInTime> points;
  add_days(points, kMonday, 7 * 8, -1);
  add_days(points, kMonday + weeks(8), 7 * 6, 3);
  for (int day = 0; day < 7 * 14; ++day) EXPECT_FALSE(find_drift(points, kMonday + days(day)).has_value());
}

TEST(FindDrift, FallsSilentOnceThingsAreAsUsual) {
  std::vector<MoodPointInTime> points;
  add_days(points, kMonday, 7 * 8, 2);
  add_days(points, kMonday + weeks(8), 7 * 4, -1);
  add_days(points, kMonday + weeks(12), 7, 2);
  EXPECT_TRUE(find_drift(points, kMonday + weeks(12) - days(1)).has_value());
  EXPECT_FALSE(find_drift(points, kMonday + weeks(13) - days(1)).has_value());
}

TEST(FindDrift, TakesALowerLevelThatHasHeldForLongAsTheUsualOne) {
  std::vector<MoodPointInTime> points;
  add_days(points, kMonday, 7 * 8, 2);
  add_days(points, kMonday + weeks(8), 7 * 14, 0);
  EXPECT_FALSE(find_drift(points, kMonday + weeks(22) - days(1)).has_value());
}

TEST(FindDrift, SaysNothingOfNowFromOldCheckIns) {
  std::vector<MoodPointInTime> points;
  add_days(points, kMonday, 7 * 8, 2);
  add_days(points, kMonday + weeks(8), 7 * 4, -1);
  EXPECT_FALSE(find_drift(points, kMonday + weeks(16)).has_value());
}

TEST(FindDrift, LooksAtTheLastHalfYearOnly) {
  std::vector<MoodPointInTime> points;
  add_days(points, kMonday, 7 * 60, 1);
  const LocalDate today = kMonday + weeks(60) - days(1);
  auto with_old = points;
  add_days(with_old, kMonday - weeks(40), 7 * 40, 4);
  EXPECT_EQ(find_drift(points, today).has_value(), find_drift(with_old, today).has_value());
}

// Over two years of daily looking; a notice that comes back within four weeks is the same one.
double false_alarms_a_year(const DiaryShape& shape, int people) {
  constexpr int kDays = 7 * 110;
  int alarms = 0;
  for (int person = 0; person < people; ++person) {
    MoodDiary diary(shape, kMonday, static_cast<std::uint32_t>(1'000 + person));
    int silent_days = 28;
    for (int day = 0; day < kDays; ++day) {
      diary.live_a_day();
      if (!find_drift(diary.points, diary.today())) {
        ++silent_days;
        continue;
      }
      if (silent_days >= 28) ++alarms;
      silent_days = 0;
    }
  }
  return alarms * 365.25 / (static_cast<double>(kDays) * people);
}

// The share of lasting drops by one standard deviation of a person's days that is found within `within` weeks.
double found_within(DiaryShape shape, int within, int people) {
  shape.drop = 1.3;  // the deviation of the days, and what the day's check-ins differ by
  int found = 0;
  for (int person = 0; person < people; ++person) {
    shape.drop_at_day = 7 * (8 + person % 15) + person % 7;
    MoodDiary diary(shape, kMonday, static_cast<std::uint32_t>(5'000 + person));
    bool seen = false;
    for (int day = 0; day < shape.drop_at_day + 7 * within; ++day) {
      diary.live_a_day();
      if (day >= shape.drop_at_day && !seen) seen = find_drift(diary.points, diary.today()).has_value();
    }
    found += seen ? 1 : 0;
  }
  return static_cast<double>(found) / people;
}

TEST(DriftSimulation, RaisesAtMostOneFalseAlarmAYear) {
  for (const int gap : {0, 5}) {
    DiaryShape shape;
    shape.gap_every_weeks = gap;
    const double alarms = false_alarms_a_year(shape, 40);
    RecordProperty(gap == 0 ? "alarms" : "alarms_with_gaps", std::to_string(alarms));
    EXPECT_LE(alarms, 1.0) << "with a gap every " << gap << " weeks";
  }
}

TEST(DriftSimulation, FindsALastingDropOfOneDeviationWithinFourWeeks) {
  DiaryShape shape;
  const double found = found_within(shape, 4, 300);
  RecordProperty("found", std::to_string(found));
  EXPECT_GE(found, 0.8);
}

TEST(DriftSimulation, BearsDaysThatClingToTheDayBefore) {
  DiaryShape shape;
  shape.clinging = 0.3;
  const double alarms = false_alarms_a_year(shape, 40);
  const double found = found_within(shape, 4, 300);
  RecordProperty("alarms", std::to_string(alarms));
  RecordProperty("found", std::to_string(found));
  EXPECT_LE(alarms, 1.5);
  EXPECT_GE(found, 0.75);
}

}  // namespace
}  // namespace kindling
