#include "core/insight/strength.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kindling {
namespace {

std::vector<Repetition> repeated(std::size_t times, bool done) { return std::vector<Repetition>(times, {{}, done}); }

TEST(RitualStrength, IsZeroWithoutRepetitions) { EXPECT_EQ(ritual_strength({}, 1), 0); }

// Values of uhabits-core, ScoreTest.
TEST(RitualStrength, GivesTheKnownValuesOfLoopHabitTracker) {
  EXPECT_NEAR(ritual_strength(repeated(1, true), 1), 0.051922, 1e-6);
  EXPECT_NEAR(ritual_strength(repeated(1, true), 1.0 / 3), 0.030314, 1e-6);
}

TEST(RitualStrength, ReachesHalfAfterThirteenDailyRepetitions) {
  EXPECT_NEAR(ritual_strength(repeated(13, true), 1), 0.5, 1e-12);
  EXPECT_NEAR(ritual_strength(repeated(26, true), 1), 0.75, 1e-12);
}

TEST(RitualStrength, LosesHalfAfterThirteenMissedDays) {
  auto repetitions = repeated(500, true);
  for (const Repetition& missed : repeated(13, false)) repetitions.push_back(missed);
  EXPECT_NEAR(ritual_strength(repetitions, 1), 0.5, 1e-9);
}

TEST(RitualStrength, ForgivesOneMissedDay) {
  auto repetitions = repeated(60, true);
  const double before = ritual_strength(repetitions, 1);
  repetitions.push_back({{}, false});
  EXPECT_GT(ritual_strength(repetitions, 1), before - 0.06);
}

TEST(RitualStrength, StaysBetweenNeverAndAlwaysAndGrowsWithEachRepetition) {
  EXPECT_TRUE(rc::check([](const std::vector<bool>& done) {
    const double frequency = *rc::gen::element(1.0, 1.0 / 7, 1.0 / 365, 3.0);
    std::vector<Repetition> repetitions;
    for (const bool one : done) repetitions.push_back({{}, one});
    const double strength = ritual_strength(repetitions, frequency);
    RC_ASSERT(strength >= 0 && strength <= 1);
    repetitions.push_back({{}, true});
    RC_ASSERT(ritual_strength(repetitions, frequency) >= strength);
  }));
}

}  // namespace
}  // namespace kindling
