#include "core/domain/mood_words.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "app/model/format.hpp"
#include "core/domain/check_in.hpp"

namespace kindling {
namespace {

TEST(MoodWords, AreThoseOfTheWindow) {
  const ui::Strings tr;
  for (int valence = -kMoodLimit; valence <= kMoodLimit; ++valence) {
    for (int energy = -kMoodLimit; energy <= kMoodLimit; ++energy)
      EXPECT_EQ(mood_words(valence, energy), app::mood_words(tr, valence, energy)) << valence << ", " << energy;
  }
}

TEST(MoodWords, TakeAnyNumber) {
  constexpr int kLeast = std::numeric_limits<int>::min();
  constexpr int kMost = std::numeric_limits<int>::max();
  EXPECT_EQ(mood_words(kLeast, 0), mood_words(-4, 0));
  EXPECT_EQ(mood_words(kMost, kMost), mood_words(4, 4));
  EXPECT_EQ(mood_words(0, kLeast), mood_words(0, -4));
}

}  // namespace
}  // namespace kindling
