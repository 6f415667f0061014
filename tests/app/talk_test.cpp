// Talk: what the composer, the decks and the turns promise.
#include "app/screens/talk.hpp"

#include <gtest/gtest.h>

#include "app/screens/talk_deck.hpp"
#include "app/screens/talk_mode.hpp"
#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

constexpr std::string_view kField = "What you want to say";

std::string value_of(Journey& journey, std::string_view name, ui::Role role) {
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.name == name && node.role == role) return node.value;
  }
  return "nothing is called that";
}

// The card's group is named by its question.
std::string open_question(Journey& journey) {
  const auto& nodes = journey.tree().nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].role != ui::Role::group) continue;
    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
      if (nodes[j].parent == static_cast<int>(i) && nodes[j].role == ui::Role::text && nodes[j].name == nodes[i].name)
        return nodes[i].name;
    }
  }
  return {};
}

TEST(Composer, PutsASofterWordingInItsPlaceAndCopiesIt) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.write(kField, "You never listen to me.");
  EXPECT_NE(journey.find("“You never listen to me”"), nullptr) << outline(journey.tree());
  journey.press("Use it instead");
  const std::string softer = value_of(journey, kField, ui::Role::text_field);
  EXPECT_TRUE(check_speech(softer).flags.empty()) << softer;
  journey.press("Copy");
  EXPECT_EQ(journey.stage().clipboard(), softer);
}

TEST(Composer, OffersHelpAndNoWordingWhereThereIsFear) {
  Journey journey({.empty = true});
  journey.show("talk");
  for (const bool stepwise : {false, true}) {
    if (stepwise) journey.press("Step by step");
    journey.write(stepwise ? "When? Only what a camera would see" : kField, "I'm afraid of you when you hit me");
    EXPECT_NE(journey.find("See who can help"), nullptr) << outline(journey.tree());
    for (const char* gone : {"Copy", "Use it instead", "Talk in turns", "Set the time", "Daily life"})
      EXPECT_EQ(journey.find(gone), nullptr) << gone;
  }
}

TEST(Composer, KeepsItsDraftWhileTheAppRunsAndNowhereElse) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.write(kField, "You never listen to me.");
  journey.show("today");
  journey.show("talk");
  EXPECT_EQ(value_of(journey, kField, ui::Role::text_field), "You never listen to me.");
  EXPECT_TRUE(journey.home().history().history(10)->empty());
}

TEST(Composer, ASuggestionBeginsAsThePlaceDid) {
  const auto put = [](const std::string& text, std::size_t start, const char* suggestion) {
    return app::with_suggestion(
        text, {.start = start, .length = text.size() - start - 1, .kind = HarshKind::insult, .suggestion = suggestion});
  };
  EXPECT_EQ(put("Well, you're lazy.", 6, "Maybe we're both tired"), "Well, maybe we're both tired.");
  EXPECT_EQ(put("You're lazy.", 0, "maybe we're both tired"), "Maybe we're both tired.");
  EXPECT_EQ(put("Well, you're lazy.", 6, "I feel alone with it"), "Well, I feel alone with it.");
}

TEST(DeckPage, TurnsOverAnotherQuestionAndKeepsAnAnswer) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.press("Play");
  const std::string first = open_question(journey);
  ASSERT_FALSE(first.empty()) << outline(journey.tree());
  journey.press("Another question");
  const std::string question = open_question(journey);
  EXPECT_NE(question, first);
  journey.write("Your answer", "You drive, I hold the map.");
  journey.press("Keep it");
  ASSERT_EQ(journey.home().keepsakes().answers()->size(), 1U);
  EXPECT_EQ(value_of(journey, "Your answer", ui::Role::text_field), "");
  journey.act(question, "Remove");
  EXPECT_TRUE(journey.home().keepsakes().answers()->empty());
  journey.press("Undo");
  EXPECT_EQ(journey.home().keepsakes().answers()->size(), 1U);
}

TEST(Invitation, IsATalkForBothAtTheChosenTime) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.press("Today 20:00");
  journey.write("What about? You may leave it open", "the holidays");
  journey.press("Set the time");
  const auto reminders = journey.home().reminders().list();
  ASSERT_EQ(reminders->size(), 1U);
  const Reminder& reminder = reminders->front();
  EXPECT_EQ(reminder.title, "Talk: the holidays");
  EXPECT_EQ(reminder.kind, ReminderKind::talk);
  EXPECT_EQ(reminder.space, SpaceKind::couple);
  EXPECT_EQ(to_string(reminder.schedule.start), "2026-11-22T20:00");
  EXPECT_FALSE(reminder.schedule.rule);
}

TEST(Invitation, OffersOnlyTimesThatAreStillAway) {
  const auto times = [](const char* now) { return app::talk_times(*parse_date_time(now)); };
  ASSERT_EQ(times("2026-11-22T18:20").size(), 4U);
  EXPECT_EQ(to_string(times("2026-11-22T18:20").front()), "2026-11-22T19:00");
  ASSERT_EQ(times("2026-11-22T21:31").size(), 1U);
  EXPECT_EQ(to_string(times("2026-11-22T21:31").front()), "2026-11-23T20:00");
}

TEST(Countdown, RestsAndGoesOn) {
  app::Countdown clock;
  clock.start(100, 60);
  EXPECT_EQ(clock.left(110), 50);
  clock.pause(110);
  EXPECT_EQ(clock.left(500), 50);
  clock.go_on(500);
  clock.go_on(520);
  EXPECT_EQ(clock.left(530), 20);
  EXPECT_FALSE(clock.over(530));
  EXPECT_TRUE(clock.over(551));
  EXPECT_EQ(clock.left(9999), 0);
}

TEST(TalkMode, WakesOnceASecondAndNotAtAllWhileItRests) {
  Journey journey({.empty = true});
  journey.show("talk-mode");
  journey.press("Begin");
  EXPECT_LE(journey.stage().last().wake_after, 1.01);
  EXPECT_GT(journey.stage().last().wake_after, 0.01);
  journey.press("Pause");
  journey.stage().wait(10);
  journey.stage().settle();
  EXPECT_GT(journey.stage().last().wake_after, 60);
}

}  // namespace
}  // namespace kindling::tests
