// Looking back on a year, a page for a therapist, and the quiet thought, used as a person uses them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/common/posix_files.hpp"
#include "tests/support/journey.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling::tests {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string all_words(Journey& journey) {
  std::string words;
  for (const ui::Node& node : journey.tree().nodes) words += node.name + "\n" + node.value + "\n";
  return words;
}

TEST(LookBackJourney, IsReachedFromFeelAndShowsWhatWasKept) {
  Journey journey;
  journey.show("feel");
  journey.press("Looking back");
  for (const char* part : {"Moments kept", "What you liked about each other", "Time for the two of you", "Rituals"})
    EXPECT_NE(journey.find(part), nullptr) << part << outline(journey.tree());
  journey.press("The year before");
  EXPECT_NE(journey.find("2025"), nullptr);
  journey.press("The next year");
  EXPECT_NE(journey.find("Moments kept"), nullptr);
}

TEST(LookBackJourney, CountsAndRanksNothing) {
  Journey journey;
  journey.show("look-back");
  // Dates and titles have digits; what it says of its own has none.
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.role != ui::Role::heading || node.name == "2026") continue;
    EXPECT_TRUE(std::none_of(node.name.begin(), node.name.end(), [](char c) { return c >= '0' && c <= '9'; }))
        << node.name;
  }
  EXPECT_THAT(all_words(journey), Not(HasSubstr("%")));
}

TEST(LookBackJourney, HasOneThingToDoWhereNothingIsKept) {
  Journey journey({.empty = true});
  journey.show("look-back");
  EXPECT_NE(journey.find("Keep a memory"), nullptr) << outline(journey.tree());
  journey.press("The year before");
  EXPECT_NE(journey.find("Back to this year"), nullptr);
  journey.press("Back to this year");
  EXPECT_NE(journey.find("Keep a memory"), nullptr);
}

TEST(LookBackJourney, ShowsNothingForTwoWhereSomebodyIsAfraid) {
  Journey journey;
  journey.show("help");
  journey.press("Offer nothing for two");
  journey.show("look-back");
  EXPECT_NE(journey.find("Moments kept"), nullptr);
  EXPECT_EQ(journey.find("Time for the two of you"), nullptr);
}

TEST(TherapistPageJourney, HoldsNothingUntilItIsChosenAndShowsWhatItWrites) {
  Journey journey;
  const TemporaryFolder folder;
  journey.show("help");
  journey.press("A page to take along");
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.role == ui::Role::toggle) {
      EXPECT_FALSE(node.checked.value_or(false)) << node.name;
    }
  }
  EXPECT_NE(journey.find("Nothing yet."), nullptr) << outline(journey.tree());
  journey.press("Memories");
  const auto memories = journey.home().keepsakes().latest_memories(1);
  ASSERT_TRUE(memories.has_value() && !memories->empty());
  journey.press(memories->front().text);
  journey.write("Notes of your own", "We talk past each other.");
  journey.write("Into this file", folder.path() + "/page.txt");
  const std::string shown = all_words(journey);
  EXPECT_THAT(shown, HasSubstr("Notes for our talk\n\nWhat I would like to say\n\nWe talk past each other."));
  journey.press("Write the page");
  const auto written = PosixFiles().read(folder.path() + "/page.txt", 100'000);
  ASSERT_TRUE(written.has_value()) << outline(journey.tree());
  EXPECT_THAT(shown, HasSubstr(std::string(text_of(*written))));
  EXPECT_THAT(std::string(text_of(*written)), HasSubstr(memories->front().text));
  // A second time it isn't written over.
  journey.press("Write the page");
  EXPECT_THAT(all_words(journey), HasSubstr("already"));
}

TEST(TherapistPageJourney, FollowsTheFormWithTheName) {
  Journey journey;
  const TemporaryFolder folder;
  journey.show("therapist-page");
  journey.write("Notes of your own", "<b>");
  journey.write("Into this file", folder.path() + "/page.txt");
  journey.press("HTML");
  EXPECT_THAT(all_words(journey), HasSubstr("&lt;b&gt;"));
  journey.press("Write the page");
  EXPECT_TRUE(PosixFiles().exists(folder.path() + "/page.html"));
}

TEST(HelpJourney, IsAtMostTwoTapsAwayFromPlacesPagesAndSheets) {
  Journey journey;
  for (const char* place : {"today", "talk", "feel", "touch", "time"}) {
    journey.show(place);
    journey.press("You and settings");
    journey.press("Help");
    EXPECT_NE(journey.find("In danger now"), nullptr) << place;
  }
  for (const char* page :
       {"history", "search", "memories", "appreciations", "year", "idea", "ladder", "deck", "talk-mode", "plan",
        "reminders", "ritual", "articles", "starts", "programme", "look-back", "therapist-page"}) {
    journey.show(page);
    journey.press("Who can help");
    EXPECT_NE(journey.find("In danger now"), nullptr) << page;
  }
  for (const char* sheet : {"sheet-add", "sheet-check-in", "sheet-plan", "sheet-memory", "sheet-reminder"}) {
    journey.show("today");
    journey.show(sheet);
    journey.press("Who can help");
    EXPECT_NE(journey.find("In danger now"), nullptr) << sheet;
  }
}

TEST(DriftJourney, IsTentativeLeadsOnAndGoesForASeason) {
  Journey journey({.empty = true});
  Kindling& home = journey.home();
  const Instant now = home.context().clock.now();
  for (int day = 1; day <= 100; ++day) {
    ASSERT_TRUE(home.check_ins()
                    .add({.valence = day <= 27 ? -3 : 2 + day % 2, .energy = 0, .at = now - std::chrono::days(day)})
                    .has_value());
  }
  journey.show("today");
  EXPECT_THAT(all_words(journey), HasSubstr("It may mean nothing at all."));
  journey.show("feel");
  EXPECT_NE(journey.find("A quiet thought"), nullptr) << outline(journey.tree());
  journey.press("Read: When your own days have been grey");
  EXPECT_NE(journey.find("Who can help"), nullptr);
  journey.show("feel");
  journey.press("Thanks, not now");
  EXPECT_EQ(journey.find("A quiet thought"), nullptr);
  EXPECT_TRUE(home.history().history(1)->front().verb == Verb::add_check_in) << "dismissing it is in no history";
}

}  // namespace
}  // namespace kindling::tests
