#include "core/base/time.hpp"

#include <gtest/gtest.h>

namespace kindling {
namespace {

TEST(Time, ParsesAndPrintsEachForm) {
  EXPECT_EQ(to_string(*parse_date("2028-02-29")), "2028-02-29");
  EXPECT_EQ(to_string(*parse_time("07:45")), "07:45");
  EXPECT_EQ(to_string(*parse_time_range("22:00-07:00")), "22:00-07:00");
  EXPECT_EQ(to_string(*parse_date_time("2026-11-27T19:00")), "2026-11-27T19:00");
  EXPECT_EQ(to_string(*parse_date_time("2026-11-27T19:00:05")), "2026-11-27T19:00:05");
  EXPECT_EQ(to_utc_string(*parse_instant("2026-11-27T19:00:00+01:00")), "2026-11-27T18:00:00Z");
  EXPECT_EQ(to_utc_string(*parse_instant("2026-11-27T19:00:00.250-05:30")), "2026-11-28T00:30:00Z");
}

TEST(Time, RefusesImpossibleAndOutOfRangeValues) {
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "1899-12-31", "2200-01-01", "2026-1-1",
                           "", "2026-01-01x"}) {
    ASSERT_FALSE(parse_date(text).has_value()) << text;
    EXPECT_EQ(parse_date(text).error().code, ErrorCode::invalid);
  }
  for (const char* text : {"24:00", "7:45", "07:60", "07:45:00", "-1:00", ""})
    EXPECT_FALSE(parse_time(text).has_value()) << text;
  for (const char* text : {"2026-11-27T19:00", "2026-11-27T19:00+1", "2026-11-27T19:00:00.Z", "2026-11-27"}) {
    EXPECT_FALSE(parse_instant(text).has_value()) << text;
  }
}

TEST(Time, ReadsLengths) {
  EXPECT_EQ(parse_length("90m")->count(), 90);
  EXPECT_EQ(parse_length("1h30m")->count(), 90);
  EXPECT_EQ(parse_length("2d1h")->count(), 2940);
  EXPECT_EQ(length_to_string(std::chrono::minutes(90)), "1h30m");
  for (const char* text : {"", "90", "0m", "m", "1m1h", "1h1h", "-5m", "367d", "99999999999999999999m"}) {
    EXPECT_FALSE(parse_length(text).has_value()) << text;
  }
}

TEST(Time, RangeCrossesMidnight) {
  const LocalTimeRange night = *parse_time_range("22:00-07:00");
  EXPECT_TRUE(night.contains(*parse_time("22:00")));
  EXPECT_TRUE(night.contains(*parse_time("03:00")));
  EXPECT_FALSE(night.contains(*parse_time("07:00")));
  EXPECT_FALSE(night.contains(*parse_time("12:00")));
}

TEST(Time, PrintsInstantsWithTheOffsetAskedFor) {
  const Instant instant = *parse_instant("2026-07-01T12:00:00Z");
  EXPECT_EQ(to_string(instant, std::chrono::hours(2)), "2026-07-01T14:00:00+02:00");
  EXPECT_EQ(to_string(instant, -std::chrono::minutes(210)), "2026-07-01T08:30:00-03:30");
}

}  // namespace
}  // namespace kindling
