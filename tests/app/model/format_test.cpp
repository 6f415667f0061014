#include "app/model/format.hpp"

#include <gtest/gtest.h>

namespace kindling::app {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class FormatTest : public ::testing::Test {
 protected:
  static LocalDate day(std::string_view text) { return parse_date(text).value(); }
  static LocalTime clock(std::string_view text) { return parse_time(text).value(); }
  static LocalDateTime moment(std::string_view text) { return parse_date_time(text).value(); }

  ui::Strings tr_;
  Format format_{tr_, {}};
  Format half_day_{tr_, {.clock_24h = false}};
  LocalDate sunday_ = day("2026-11-22");
};

TEST_F(FormatTest, TimeByTheClockAtHome) {
  EXPECT_EQ(format_.time(clock("07:45")), "07:45");
  EXPECT_EQ(format_.time(clock("00:00")), "00:00");
  EXPECT_EQ(half_day_.time(clock("07:45")), "7:45 am");
  EXPECT_EQ(half_day_.time(clock("00:05")), "12:05 am");
  EXPECT_EQ(half_day_.time(clock("12:00")), "12:00 pm");
  EXPECT_EQ(half_day_.time(clock("23:30")), "11:30 pm");
}

TEST_F(FormatTest, NearDatesHaveNames) {
  EXPECT_EQ(format_.date(sunday_, sunday_), "Today");
  EXPECT_EQ(format_.date(day("2026-11-23"), sunday_), "Tomorrow");
  EXPECT_EQ(format_.date(day("2026-11-21"), sunday_), "Yesterday");
  EXPECT_EQ(format_.date(day("2026-11-27"), sunday_), "Friday");
}

TEST_F(FormatTest, FarDatesAreWritten) {
  EXPECT_EQ(format_.date(day("2026-11-29"), sunday_), "Sunday 29 November");
  EXPECT_EQ(format_.date(day("2026-11-15"), sunday_), "Sunday 15 November");
  EXPECT_EQ(format_.date(day("2025-05-03"), sunday_), "3 May 2025");
  EXPECT_EQ(format_.short_date(sunday_), "22 Nov");
  EXPECT_EQ(format_.when(moment("2026-11-23T08:30"), sunday_), "Tomorrow 08:30");
}

TEST_F(FormatTest, Lengths) {
  EXPECT_EQ(format_.length(minutes(10)), "10 min");
  EXPECT_EQ(format_.length(hours(2)), "2 h");
  EXPECT_EQ(format_.length(minutes(90)), "1 h 30 min");
}

TEST_F(FormatTest, HowFarAway) {
  const LocalDateTime now = moment("2026-11-22T18:20");
  EXPECT_EQ(format_.until(moment("2026-11-22T18:20"), now), "now");
  EXPECT_EQ(format_.until(moment("2026-11-22T18:21"), now), "in 1 minute");
  EXPECT_EQ(format_.until(moment("2026-11-22T20:30"), now), "in 2 hours");
  EXPECT_EQ(format_.until(moment("2026-11-23T00:10"), now), "tomorrow");
  EXPECT_EQ(format_.until(moment("2026-11-26T19:00"), now), "in 4 days");
}

TEST_F(FormatTest, NamesOfDaysAndMonths) {
  EXPECT_EQ(format_.weekday(std::chrono::Friday), "Friday");
  EXPECT_EQ(format_.short_weekday(std::chrono::Sunday), "Su");
  EXPECT_EQ(format_.month(std::chrono::December), "December");
  EXPECT_EQ(format_.month_year(std::chrono::year(2026) / std::chrono::January), "January 2026");
}

TEST_F(FormatTest, EveryMoodHasWords) {
  for (int valence = -4; valence <= 4; ++valence) {
    for (int energy = -4; energy <= 4; ++energy) EXPECT_FALSE(mood_words(tr_, valence, energy).empty());
  }
  EXPECT_EQ(mood_words(tr_, 0, 0), "in between");
  EXPECT_EQ(mood_words(tr_, 2, -2), "calm");
  EXPECT_EQ(mood_words(tr_, 4, 4), "full of joy");
  EXPECT_EQ(mood_words(tr_, -4, -4), "very low");
}

}  // namespace
}  // namespace kindling::app
