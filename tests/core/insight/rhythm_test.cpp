#include "core/insight/rhythm.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <random>

namespace kindling {
namespace {

using std::chrono::days;

const LocalDate kMonday = *parse_date("2025-11-24");

struct Shape {
  int days = 364;
  double clinging = 0.5;      // correlation of a day with the one before
  double odds = 0.75;         // that a day has any check-in
  double sunday_valence = 0;  // added on Sundays
  double sunday_energy = 0;
  double evening_energy = 0;
  double trend = 0;  // over the whole time
};

// Moods by chance: days that cling to each other, a slow swing over months, gaps, one to three check-ins at odd hours.
std::vector<MoodMoment> diary(const Shape& shape, std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto uniform = [&] { return (static_cast<double>(random()) + 0.5) / 4294967296.0; };
  // Box and Muller: std::normal_distribution differs from one library to the next.
  const auto normal = [&] { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); };
  const auto rounded = [](double felt) { return static_cast<int>(std::clamp(std::lround(felt), -4L, 4L)); };
  const double phase = uniform() * 2 * std::numbers::pi;
  double valence = 0;
  double energy = 0;
  std::vector<MoodMoment> moments;
  for (int i = 0; i < shape.days; ++i) {
    const double c = shape.clinging;
    valence = c * valence + std::sqrt(1 - c * c) * normal();
    energy = c * energy + std::sqrt(1 - c * c) * normal();
    const LocalDate date = kMonday + days(i);
    const bool sunday = std::chrono::weekday(date) == std::chrono::Sunday;
    const double slow = 0.8 * std::sin(phase + i * 2 * std::numbers::pi / 120) + shape.trend * i / shape.days;
    if (uniform() > shape.odds) continue;
    const int times = 1 + static_cast<int>(uniform() * 3);
    for (int k = 0; k < times; ++k) {
      const int hour = 6 + static_cast<int>(uniform() * 18);
      const bool evening = day_part(hour) == DayPart::evening;
      const double v = 0.7 + slow + 1.3 * valence + 0.6 * normal() + (sunday ? shape.sunday_valence : 0);
      const double e =
          1.3 * energy + 0.6 * normal() + (sunday ? shape.sunday_energy : 0) + (evening ? shape.evening_energy : 0);
      moments.push_back({date, hour, rounded(v), rounded(e)});
    }
  }
  return moments;
}

double share_with_any(const Shape& shape, int seeds) {
  int found = 0;
  for (int seed = 0; seed < seeds; ++seed) {
    if (!find_patterns(diary(shape, static_cast<std::uint32_t>(seed) + 1)).empty()) ++found;
  }
  return static_cast<double>(found) / seeds;
}

const Pattern* sundays(const std::vector<Pattern>& patterns) {
  const auto found = std::find_if(patterns.begin(), patterns.end(), [](const Pattern& pattern) {
    return pattern.of == Pattern::Of::weekday && pattern.which == 6;
  });
  return found == patterns.end() ? nullptr : &*found;
}

// Values of printed tables of Student's t.
TEST(TwoSidedT, AgreesWithPrintedTables) {
  EXPECT_NEAR(two_sided_t(12.706, 1), 0.05, 1e-4);
  EXPECT_NEAR(two_sided_t(4.303, 2), 0.05, 1e-4);
  EXPECT_NEAR(two_sided_t(2.228, 10), 0.05, 1e-4);
  EXPECT_NEAR(two_sided_t(3.106, 11), 0.01, 1e-4);
  EXPECT_NEAR(two_sided_t(-2.009, 50), 0.05, 1e-4);
  EXPECT_NEAR(two_sided_t(3.551, 45), 0.0009, 1e-4);
  EXPECT_DOUBLE_EQ(two_sided_t(0, 7), 1.0);
}

TEST(FindPatterns, SaysNothingOfNoiseInNinetyNineOfAHundredYears) {
  struct Case {
    const char* name;
    Shape shape;
  };
  for (const auto& [name, shape] : {Case{"days that cling", {}}, Case{"days apart", {.clinging = 0}},
                                    Case{"strongly clinging", {.clinging = 0.8}}, Case{"half a year", {.days = 182}},
                                    Case{"a year that falls", {.trend = -2}}, Case{"few check-ins", {.odds = 0.3}}}) {
    const double rate = share_with_any(shape, 2000);
    std::printf("%-20s %.4f of 2000 diaries have a sentence\n", name, rate);
    EXPECT_LE(rate, kFamilyError) << name;
  }
}

TEST(FindPatterns, FindsACalmSundayInNearlyEveryYear) {
  const Shape shape{.sunday_valence = 1.5, .sunday_energy = -1.5};
  int found = 0;
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    const auto patterns = find_patterns(diary(shape, seed));
    const Pattern* pattern = sundays(patterns);
    if (pattern != nullptr && pattern->valence == 1 && pattern->energy == -1) ++found;
  }
  std::printf("%d of 300 diaries say that Sundays are calmer\n", found);
  EXPECT_GE(found, 285);
}

TEST(FindPatterns, DoesNotMakeSixRestlessDaysOfOneCalmOne) {
  int others = 0;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    for (const Pattern& pattern : find_patterns(diary({.sunday_valence = 3, .sunday_energy = -3}, seed)))
      others += pattern.of == Pattern::Of::weekday && pattern.which != 6;
  }
  EXPECT_LE(others, 2);
}

TEST(FindPatterns, FindsTiredEvenings) {
  int found = 0;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    const auto patterns = find_patterns(diary({.evening_energy = -1.2}, seed));
    found += std::any_of(patterns.begin(), patterns.end(), [](const Pattern& pattern) {
      return pattern.of == Pattern::Of::day_part && pattern.which == 2 && pattern.energy == -1;
    });
  }
  EXPECT_GE(found, 180);
}

TEST(FindPatterns, WaitsForTwelveWeeks) {
  const auto sure = [](int weeks) {
    std::vector<MoodMoment> moments;
    for (int i = 0; i < weeks * 7; ++i) {
      const LocalDate date = kMonday + days(i);
      const bool sunday = std::chrono::weekday(date) == std::chrono::Sunday;
      moments.push_back({date, 20, sunday ? 3 : 0, 0});
    }
    return find_patterns(moments);
  };
  EXPECT_TRUE(sure(kLeastWeeks - 1).empty());
  const auto patterns = sure(kLeastWeeks);
  ASSERT_NE(sundays(patterns), nullptr);
  EXPECT_EQ(pattern_sentence(*sundays(patterns)), "Sundays tend to be lighter than your other days.");
}

TEST(FindPatterns, LeavesOutWhatNobodyWouldFeel) {
  std::vector<MoodMoment> moments;
  for (int i = 0; i < 364; ++i) {
    const LocalDate date = kMonday + days(i);
    const bool some_sunday = std::chrono::weekday(date) == std::chrono::Sunday && (i / 7) % 3 != 0;
    for (int k = 0; k < 3; ++k) moments.push_back({date, 9, some_sunday && k == 0 ? 1 : 0, 0});
  }
  EXPECT_TRUE(find_patterns(moments).empty()) << "two ninths of a step, however sure";
}

TEST(RhythmOf, CountsCheckInsByWeekdayHourAndPlace) {
  const Rhythm rhythm = rhythm_of({{kMonday, 8, 2, -1}, {kMonday, 20, 4, 4}, {kMonday + days(6), 23, -4, -4}});
  EXPECT_EQ(rhythm.check_ins, 3);
  EXPECT_EQ(rhythm.weekdays[0].check_ins, 2);
  EXPECT_DOUBLE_EQ(rhythm.weekdays[0].mean_valence(), 3);
  EXPECT_DOUBLE_EQ(rhythm.weekdays[0].mean_energy(), 1.5);
  EXPECT_EQ(rhythm.weekdays[6].check_ins, 1);
  EXPECT_EQ(rhythm.hours[20].check_ins, 1);
  EXPECT_EQ(rhythm.grid[0][0], 1);
  EXPECT_EQ(rhythm.grid[8][8], 1);
  EXPECT_EQ(rhythm.grid[3][6], 1);
  EXPECT_TRUE(rhythm.patterns.empty());
}

}  // namespace
}  // namespace kindling
