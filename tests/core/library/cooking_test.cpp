#include "core/library/cooking.hpp"

#include <gtest/gtest.h>

#include "core/library/content_pack.hpp"
#include "tests/support/content_builder.hpp"

namespace kindling {
namespace {

Content with_steps(std::vector<std::pair<Hands, std::string>> steps) {
  Content content = piece("cooking.quick.eggs", ContentKind::cooking);
  for (auto& [hands, text] : steps) {
    content.hands.push_back(hands);
    content.steps.push_back(std::move(text));
  }
  return content;
}

std::string shown(const Content& content) {
  std::string text;
  for (const CookingStage& stage : stages_of(content)) {
    text += "[" + std::string(stage.both) + "|" + std::string(stage.one) + "|" + std::string(stage.other) + "]";
  }
  return text;
}

TEST(CookingStages, PutSideBySideWhatDifferentHandsDoNextToEachOther) {
  EXPECT_EQ(shown(with_steps({{Hands::one, "a"}, {Hands::other, "b"}, {Hands::both, "c"}})), "[|a|b][c||]");
  EXPECT_EQ(shown(with_steps({{Hands::other, "b"}, {Hands::one, "a"}, {Hands::one, "d"}})), "[|a|b][|d|]");
}

TEST(CookingStages, NeverGiveTheSameHandsTwoStepsAtOnce) {
  EXPECT_EQ(shown(with_steps({{Hands::one, "a"}, {Hands::one, "b"}, {Hands::other, "c"}})), "[|a|][|b|c]");
  EXPECT_EQ(shown(with_steps({{Hands::both, "a"}, {Hands::both, "b"}, {Hands::other, "c"}})), "[a||][b||][||c]");
  EXPECT_EQ(shown(with_steps({})), "");
}

TEST(CookingStages, ComeThroughThePackAsTheyWere) {
  Content cooked = with_steps({{Hands::one, "a"}, {Hands::other, "b"}, {Hands::both, "c"}, {Hands::both, "d"}});
  Content trip = piece("getaway.day.sea", ContentKind::getaway);
  trip.errands = {{42, "Book the room"}, {0, "Pack"}};
  // Another one after it, so that nothing of the first is left in the second.
  const Content plain = with_steps({});
  Content second = plain;
  second.id = "cooking.quick.toast";
  const auto packed = pack({cooked, second, trip});
  const auto shelves = open_pack(packed).value();
  const auto cooking = unpack(ContentKind::cooking, shelves[static_cast<std::size_t>(ContentKind::cooking)]).value();
  ASSERT_EQ(cooking.size(), 2U);
  EXPECT_EQ(cooking[0], cooked);
  EXPECT_EQ(cooking[1], second);
  EXPECT_EQ(unpack(ContentKind::getaway, shelves[static_cast<std::size_t>(ContentKind::getaway)]).value().at(0), trip);
}

TEST(CookingStages, AreRefusedWhereAStepHasNoHands) {
  Content broken = with_steps({{Hands::one, "a"}});
  broken.steps.emplace_back("nobody's");
  const auto packed = pack({broken});
  const auto shelves = open_pack(packed).value();
  EXPECT_FALSE(unpack(ContentKind::cooking, shelves[static_cast<std::size_t>(ContentKind::cooking)]).has_value());
}

}  // namespace
}  // namespace kindling
