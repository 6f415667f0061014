// Talk: what the composer, the decks and the turns promise.
#include "app/screens/talk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/screens/talk_cards.hpp"
#include "app/screens/talk_deck.hpp"
#include "app/screens/talk_mode.hpp"
#include "app/screens/talk_practice.hpp"
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

TEST(Composer, OffersThreeWordingsAndSaysWhyALineIsHard) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.press("Step by step");
  journey.write("How do you feel?", "lonely");
  journey.write("When? Only what a camera would see", "you never look up from your phone");
  EXPECT_NE(journey.find("Always and never invite a list of exceptions."), nullptr) << outline(journey.tree());
  journey.write("When? Only what a camera would see", "when you look at your phone at dinner");
  EXPECT_EQ(journey.find("Always and never invite a list of exceptions."), nullptr);
  journey.write("What do you need?", "closeness");
  journey.write("What would you ask for?", "be more attentive");
  EXPECT_NE(journey.find("One small thing that could happen this week is easier to say yes to."), nullptr);
  for (const char* title : {"Put together", "Or like this", "Or beginning with the need"})
    EXPECT_NE(journey.find(title), nullptr) << title;
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
  const auto plans = journey.home().plans().list();
  ASSERT_EQ(plans->size(), 1U);
  EXPECT_EQ(plans->front().title, "Talk: the holidays");
  EXPECT_EQ(to_string(plans->front().start), "2026-11-22T20:00");
  EXPECT_EQ(plans->front().length, std::chrono::minutes(30));
  const auto upcoming = journey.home().today().upcoming(2, 10);
  ASSERT_EQ(upcoming->wanted.size(), 1U) << "it reminds of itself";
  EXPECT_EQ(upcoming->wanted.front().title, "Talk: the holidays");
}

TEST(Invitation, GrowsOutOfTheComposerAndTakesNoneOfItsWords) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.press("Step by step");
  journey.write("How do you feel?", "lonely");
  journey.write("When? Only what a camera would see", "when we eat in front of the TV");
  journey.write("What do you need?", "closeness");
  journey.write("What would you ask for?", "eat at the table tonight");
  journey.press("Choose a time to talk");
  EXPECT_NE(journey.find("“Can we talk today at 19:00?”"), nullptr) << outline(journey.tree());
  journey.press("Set the time");
  const auto plans = journey.home().plans().list();
  ASSERT_EQ(plans->size(), 1U);
  EXPECT_EQ(plans->front().title, "Time to talk");
  journey.press("Undo");
  EXPECT_TRUE(journey.home().plans().list()->empty());
}

TEST(Invitation, OffersOnlyTimesThatAreStillAway) {
  const auto times = [](const char* now) { return app::talk_times(*parse_date_time(now)); };
  ASSERT_EQ(times("2026-11-22T18:20").size(), 4U);
  EXPECT_EQ(to_string(times("2026-11-22T18:20").front()), "2026-11-22T19:00");
  ASSERT_EQ(times("2026-11-22T21:31").size(), 1U);
  EXPECT_EQ(to_string(times("2026-11-22T21:31").front()), "2026-11-23T20:00");
}

TEST(DeckPage, KeepsAFavouriteAndLetsGoOfIt) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.press("Play");
  const std::string question = open_question(journey);
  journey.press("A favourite");
  EXPECT_EQ(journey.home().library().favourite_prompts()->size(), 1U);
  journey.show("cards");
  journey.act(question, "Let go of it");
  EXPECT_TRUE(journey.home().library().favourite_prompts()->empty());
}

TEST(Cards, AreWrittenChangedAndRemoved) {
  Journey journey({.empty = true});
  journey.show("cards");
  journey.press("Write a card");
  journey.write("What would you like to be asked?", "Where do we go\nwhen it rains?");
  journey.press("Into the deck");
  ASSERT_EQ(journey.home().cards().list()->size(), 1U) << outline(journey.tree());
  journey.press("Where do we go when it rains?");
  journey.press("Memories and laughter");
  journey.press("Deep");
  journey.press("Save");
  const Idea card = journey.home().cards().list()->front();
  EXPECT_EQ(card.deck, "memories");
  EXPECT_EQ(card.depth, 5);
  journey.act("Where do we go when it rains?", "Remove");
  EXPECT_TRUE(journey.home().cards().list()->empty());
  journey.press("Undo");
  EXPECT_EQ(journey.home().cards().list()->size(), 1U);
}

TEST(Sitting, BeginsLightlyAndGoesNoDeeperThanWished) {
  using app::DepthWindow;
  EXPECT_EQ(app::sitting_depths(0, 1, 5), (DepthWindow{1, 2}));
  EXPECT_EQ(app::sitting_depths(2, 1, 5), (DepthWindow{3, 3}));
  EXPECT_EQ(app::sitting_depths(4, 1, 5), (DepthWindow{4, 5}));
  EXPECT_EQ(app::sitting_depths(99, 1, 3), (DepthWindow{3, 3}));
  EXPECT_EQ(app::sitting_depths(99, 1, 2), (DepthWindow{1, 2}));
  for (int most = 1; most <= 5; ++most) {
    for (int least = 1; least <= 5; ++least) {
      for (int talked = 0; talked < 8; ++talked) {
        const DepthWindow now = app::sitting_depths(talked, least, most);
        EXPECT_LE(now.least, now.most);
        EXPECT_LE(now.most, most);
        EXPECT_GE(now.most, std::min(least, most)) << "the deck has a card for it";
        EXPECT_LE(now.most, app::sitting_depths(talked + 1, least, most).most) << "never lighter again";
      }
    }
  }
}

TEST(Practice, ShowsHowAReplyMayLandAndKeepsNothing) {
  Journey journey({.empty = true});
  journey.show("practice");
  const auto moments = journey.home().library().pieces(ContentKind::practice);
  const auto open = std::find_if(moments->begin(), moments->end(),
                                 [&](const Content& moment) { return journey.find(moment.text) != nullptr; });
  ASSERT_NE(open, moments->end()) << outline(journey.tree());
  for (const std::string& reply : open->replies) EXPECT_EQ(journey.find("“" + reply + "”"), nullptr) << "not before";
  journey.press(open->choices[1]);
  EXPECT_NE(journey.find(open->feedback[1]), nullptr) << outline(journey.tree());
  for (const std::string& reply : open->replies) EXPECT_NE(journey.find("“" + reply + "”"), nullptr);
  journey.press("Answer it anew");
  journey.write("Or in your own words", "You should have told me sooner.");
  journey.press("How might it land?");
  EXPECT_EQ(journey.find(open->feedback[1]), nullptr);
  journey.press("Another moment");
  EXPECT_EQ(journey.find(open->text), nullptr);
  EXPECT_TRUE(journey.home().history().history(10)->empty());
}

TEST(Practice, LooksAtOwnWords) {
  using app::look_at_reply;
  using app::OwnReply;
  EXPECT_EQ(look_at_reply("Oh, tell me more. What happened then?"), OwnReply::asks);
  EXPECT_EQ(look_at_reply("I'm so glad for you."), OwnReply::listens);
  EXPECT_EQ(look_at_reply("At least nobody was hurt."), OwnReply::advice);
  EXPECT_EQ(look_at_reply("The same happened to me once."), OwnReply::about_me);
  EXPECT_EQ(look_at_reply("You never get anything right"), OwnReply::harsh);
  EXPECT_EQ(look_at_reply("I'm afraid of you when you hit me"), OwnReply::fear);
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

TEST(TalkMode, DimsWhileNobodyTouchesIt) {
  EXPECT_EQ(app::dimness(5, 200, true), 0);
  EXPECT_EQ(app::dimness(30, 200, true), 1);
  EXPECT_EQ(app::dimness(30, 200, false), 0) << "resting";
  EXPECT_EQ(app::dimness(30, 5, true), 0) << "nearly over";
}

TEST(TalkMode, APhoneDownSessionIsAsLongAsWishedAndKeepsNothingByItself) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.press("Phones face down");
  journey.stage().push(
      ui::Request{.kind = ui::Request::Kind::set_number, .node = journey.find("For how long?")->id, .number = 35});
  journey.stage().settle();
  EXPECT_EQ(value_of(journey, "For how long?", ui::Role::slider), "35 min");
  journey.press("Begin");
  journey.stage().wait(36 * 60);
  journey.stage().settle();
  EXPECT_NE(journey.find("Keep a line of it"), nullptr) << outline(journey.tree());
  EXPECT_TRUE(journey.home().history().history(10)->empty());
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
