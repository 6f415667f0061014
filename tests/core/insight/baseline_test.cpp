#include "core/insight/baseline.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace kindling
