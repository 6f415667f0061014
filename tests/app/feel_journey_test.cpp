// Feel, as a person uses it: what was noted and what is shared of it, where moods lie, looking back, what is only said.
#include <gtest/gtest.h>

#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

bool reads(Journey& journey, std::string_view words) {
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.name.find(words) != std::string::npos || node.value.find(words) != std::string::npos) return true;
  }
  return false;
}

CheckIn only_check_in(Journey& journey) {
  const auto all = journey.home().check_ins().list({}, {});
  EXPECT_TRUE(all && all->size() == 1);
  return all->front();
}

TEST(FeelJourney, ShowsWhatThePartnerWouldSeeBeforeAPastCheckInIsShared) {
  Journey journey({.empty = true});
  AddCheckIn command{.valence = 3, .energy = -2, .note = "Slept in the sun"};
  ASSERT_TRUE(journey.home().check_ins().add(command).has_value());
  journey.show("sheet-past-check-in");
  EXPECT_TRUE(reads(journey, "Slept in the sun"));
  EXPECT_TRUE(reads(journey, "Only you see this check-in."));
  EXPECT_FALSE(reads(journey, "Your partner will see"));
  journey.press("The mood");
  ASSERT_TRUE(reads(journey, "Your partner will see")) << outline(journey.tree());
  journey.press("All of it");
  EXPECT_TRUE(reads(journey, "Your partner will see"));
  EXPECT_EQ(only_check_in(journey).share, Share::none) << "nothing happens before it is saved";
  journey.press("Save");
  EXPECT_EQ(only_check_in(journey).share, Share::all);
  journey.show("sheet-past-check-in");
  EXPECT_FALSE(reads(journey, "can't be called back"));
  journey.press("No");
  EXPECT_TRUE(reads(journey, "What they have read already can't be called back")) << outline(journey.tree());
  journey.press("Save");
  EXPECT_EQ(only_check_in(journey).share, Share::none);
}

TEST(FeelJourney, SaysInWordsWhatEachPictureShows) {
  Journey journey;
  journey.show("rhythm");
  for (const std::string_view chart : {"Moods on the grid", "Mood by weekday", "Mood by hour"}) {
    const ui::Node* node = journey.find(chart);
    ASSERT_NE(node, nullptr) << chart << "\n" << outline(journey.tree());
    EXPECT_FALSE(node->value.empty()) << chart;
    const std::string before = node->value;
    journey.act(chart, "Value before");
    EXPECT_NE(journey.find(chart)->value.find("check-in"), std::string::npos) << journey.find(chart)->value;
    EXPECT_NE(journey.find(chart)->value, before);
  }
  EXPECT_TRUE(reads(journey, "In words"));
}

TEST(FeelJourney, LooksBackAndKeepsWhatWasSaidOnlyWhereThatIsWanted) {
  Journey journey({.empty = true});
  journey.show("reminisce");
  EXPECT_TRUE(reads(journey, "Keep a good moment"));
  ASSERT_TRUE(journey.home().keepsakes().add_memory("The last tram", parse_date("2023-11-22").value()).has_value());
  journey.show("reminisce");
  ASSERT_TRUE(reads(journey, "The last tram")) << outline(journey.tree());
  const auto asked = journey.home().keepsakes().reminisce({}, 0)->value().questions;
  EXPECT_TRUE(reads(journey, asked[0]) && reads(journey, asked[1]));
  journey.press("Put the phone away");
  EXPECT_TRUE(reads(journey, "Now put me down"));
  journey.press("We are back");
  journey.press("Leave it between us");
  EXPECT_EQ(journey.home().keepsakes().memories()->front().text, "The last tram");
  journey.show("reminisce");
  journey.press("Put the phone away");
  journey.press("We are back");
  journey.press("Add it to the memory");
  EXPECT_TRUE(reads(journey, "A few words would be right")) << "nothing was written yet";
  journey.write("What you want to keep of it", "You carried my shoes");
  journey.press("Add it to the memory");
  const std::string text = journey.home().keepsakes().memories()->front().text;
  EXPECT_TRUE(text.starts_with("The last tram\n\n")) << text;
  EXPECT_TRUE(text.ends_with(": You carried my shoes")) << text;
}

TEST(FeelJourney, OffersNothingForTwoWhereOnlyOneIsMeant) {
  Journey journey;
  journey.show("feel");
  EXPECT_NE(journey.find("Look back together"), nullptr);
  journey.show("help");
  journey.press("Offer nothing for two");
  journey.show("reminisce");
  EXPECT_EQ(journey.find("Put the phone away"), nullptr) << outline(journey.tree());
}

TEST(FeelJourney, KeepsNothingOfWhatIsOnlySaid) {
  Journey journey({.empty = true});
  journey.show("sheet-appreciation");
  journey.write("Something you value", "You warmed the car before I was up");
  journey.press("I'll say it");
  EXPECT_TRUE(journey.home().keepsakes().appreciations()->empty());
  journey.show("sheet-appreciation");
  EXPECT_FALSE(reads(journey, "You warmed the car")) << "nor as a draft";
}

TEST(FeelJourney, AsksForADetailWherePraiseIsGeneral) {
  Journey journey({.empty = true});
  journey.show("sheet-appreciation");
  journey.write("Something you value", "You're great");
  EXPECT_TRUE(reads(journey, "What exactly was it?"));
  journey.write("Something you value", "You warmed the car before I was up");
  EXPECT_FALSE(reads(journey, "What exactly was it?"));
}

}  // namespace
}  // namespace kindling::tests
