#include "app/model/feelings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace kindling::app {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Feelings, AreManyEachOnceAndOnTheGrid) {
  std::set<std::string_view> words;
  std::set<std::string_view> families;
  for (const Feeling& feeling : all_feelings()) {
    EXPECT_TRUE(words.insert(feeling.word).second) << feeling.word;
    families.insert(feeling.family);
    EXPECT_TRUE(feeling.valence >= -4 && feeling.valence <= 4 && feeling.energy >= -4 && feeling.energy <= 4);
  }
  EXPECT_EQ(words.size(), 120U);
  EXPECT_EQ(families.size(), 12U);
  std::set<std::string_view> wishes;
  for (const Need& need : all_needs()) EXPECT_TRUE(wishes.insert(need.word).second) << need.word;
  EXPECT_EQ(wishes.size(), 60U);
}

TEST(Feelings, SuggestWhatLiesNear) {
  EXPECT_THAT(feelings_near(3, 4, 1), ElementsAre("excited"));
  EXPECT_THAT(feelings_near(-1, -3, 4), Contains("tired"));
  EXPECT_THAT(feelings_near(0, 0, 0), IsEmpty());
}

TEST(Feelings, AreFoundByWhatIsTyped) {
  EXPECT_THAT(feelings_like("lon", 3), ElementsAre("lonely"));
  EXPECT_THAT(feelings_like("zebra", 3), IsEmpty());
  EXPECT_THAT(needs_like("hug", 2), ElementsAre("a hug"));
}

}  // namespace
}  // namespace kindling::app
