// Following a programme, reading, climbing the ladder and beginning gently, in the window.
#include <gtest/gtest.h>

#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

TEST(ProgrammeJourney, IsFollowedFromTodayAndRests) {
  Journey journey({.empty = true});
  journey.show("programme");
  journey.press("Begin");
  journey.show("today");
  ASSERT_NE(journey.find("Four first steps · 1 of 28"), nullptr) << outline(journey.tree());
  journey.press("Pass it over");
  ASSERT_NE(journey.find("Four first steps · 2 of 28"), nullptr) << outline(journey.tree());
  journey.press("Done for today");
  EXPECT_EQ(journey.find("Done for today"), nullptr);
  journey.press("Undo");
  ASSERT_NE(journey.find("Four first steps · 2 of 28"), nullptr) << outline(journey.tree());
  journey.press("Rest it for now");
  EXPECT_EQ(journey.find("Done for today"), nullptr);
  journey.show("programme");
  journey.press("Go on");
  EXPECT_FALSE(journey.home().programme().current()->value().paused);
}

TEST(ProgrammeJourney, BeginsAgainChangesOverAndEnds) {
  Journey journey({.empty = true});
  journey.show("feel");
  journey.show("programme");
  journey.press("Begin");
  journey.press("Pass it over");
  ASSERT_NE(journey.find("Four first steps · 2 of 28"), nullptr) << outline(journey.tree());
  journey.press("Begin again");
  ASSERT_NE(journey.find("Four first steps · 1 of 28"), nullptr) << outline(journey.tree());
  journey.press("Begin");
  ASSERT_NE(journey.find("Small touches · 1 of 21"), nullptr) << outline(journey.tree());
  journey.press("End it");
  EXPECT_FALSE(journey.home().programme().current()->has_value());
}

TEST(LadderJourney, StopsAnywhere) {
  Journey journey({.empty = true});
  journey.show("ladder");
  const auto rungs = journey.home().library().pieces(ContentKind::rung);
  ASSERT_TRUE(rungs.has_value() && !rungs->empty());
  for (const Content& rung : *rungs) EXPECT_LE(rung.comfort, kComfortDefault);
  // The lowest rung's own name opens it.
  const Content& first = rungs->front();
  std::vector<std::string> closed;
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.role == ui::Role::button && node.expanded == false) closed.push_back(node.name);
  }
  for (const std::string& name : closed) {
    journey.press(name);
    if (journey.find(first.title) != nullptr) break;
  }
  journey.press(first.title);
  // On its own page and on the ladder itself: each leads one page back.
  ASSERT_NE(journey.find("That felt good"), nullptr) << outline(journey.tree());
  journey.press("Stop here");
  EXPECT_EQ(journey.find("That felt good"), nullptr);
  journey.press("Stop here");
  EXPECT_EQ(journey.find("Stop here"), nullptr);
}

TEST(StartsJourney, TakesAKindWordingAlong) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.press("Ways to begin");
  journey.press("Phones");
  journey.press("Take it along");
  EXPECT_NE(journey.stage().clipboard().find('?'), std::string::npos) << journey.stage().clipboard();
}

TEST(HelpJourney, ShowsTheNumbersOfAnyCountry) {
  Journey journey({.empty = true});
  journey.show("help");
  journey.press("Choose your country");
  journey.press("New Zealand");
  EXPECT_NE(journey.find("0800 733 843"), nullptr) << outline(journey.tree());
  EXPECT_NE(journey.find("111"), nullptr);
}

TEST(HelpJourney, RestsWhatIsForTwoWhereSomebodyIsAfraid) {
  Journey journey({.empty = true});
  journey.show("help");
  journey.press("Offer nothing for two");
  for (const char* place : {"today", "talk", "touch", "time", "ladder", "programme"}) {
    journey.show(place);
    EXPECT_NE(journey.find("For you alone"), nullptr) << place << outline(journey.tree());
    EXPECT_EQ(journey.find("We'll do it"), nullptr) << place;
    EXPECT_EQ(journey.find("Talk in turns"), nullptr) << place;
  }
  EXPECT_TRUE(journey.home().history().history(5)->empty());
  journey.show("help");
  journey.press("Offer nothing for two");
  journey.show("talk");
  EXPECT_NE(journey.find("Talk in turns"), nullptr);
}

TEST(HelpJourney, IsTwoPressesAwayFromEveryPlace) {
  Journey journey({.empty = true});
  for (const char* place : {"today", "talk", "feel", "touch", "time"}) {
    journey.show(place);
    journey.press("You and settings");
    journey.press("Help");
    EXPECT_NE(journey.find("Choose your country"), nullptr) << place << outline(journey.tree());
  }
  EXPECT_TRUE(journey.home().history().history(5)->empty());
}

TEST(TalkModeJourney, RestsForTwentyMinutesAndComesBack) {
  Journey journey({.empty = true});
  journey.show("talk-mode");
  journey.press("Begin");
  journey.press("Twenty minutes, then again");
  ASSERT_NE(journey.find("Go on"), nullptr) << outline(journey.tree());
  const auto plan = journey.home().today().upcoming(1, 5);
  ASSERT_EQ(plan->wanted.size(), 1U);
  EXPECT_EQ(plan->wanted[0].at, *parse_instant("2026-11-22T17:40:00Z"));
}

}  // namespace
}  // namespace kindling::tests
