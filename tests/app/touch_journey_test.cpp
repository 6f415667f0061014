// Touch in the window: gestures by cue, a plan of one's own in two halves, what felt good, and rest.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/screens/gesture_library.hpp"
#include "app/screens/if_then_sheet.hpp"
#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

std::string value_of(Journey& journey, std::string_view field) {
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.name == field && node.role == ui::Role::text_field) return node.value;
  }
  ADD_FAILURE() << "there is no field '" << field << "' in\n" << outline(journey.tree());
  return {};
}

Settings settings_of(Journey& journey) { return journey.home().settings().get().value(); }

int closest_of(const std::vector<Content>& pieces) {
  int closest = 0;
  for (const Content& piece : pieces) closest = std::max(closest, piece.comfort);
  return closest;
}

TEST(IfThen, ReadsTheTwoHalvesAsPeopleWriteThem) {
  EXPECT_EQ(app::cue_of("I hang up my coat"), "when I hang up my coat");
  EXPECT_EQ(app::cue_of("  when I hang up my coat "), "when I hang up my coat");
  EXPECT_EQ(app::cue_of("When they come in"), "when they come in");
  EXPECT_EQ(app::cue_of("The kettle clicks"), "when the kettle clicks");
  EXPECT_EQ(app::cue_of("I'm home"), "when I'm home");
  EXPECT_EQ(app::cue_of("Jon comes in"), "when Jon comes in");
  EXPECT_EQ(app::cue_of(" "), "");
  EXPECT_EQ(app::cue_of("when"), "");
  const ui::Strings tr;
  EXPECT_EQ(app::if_then_sentence(tr, "they come in", "I open my arms"), "When they come in, I open my arms.");
  EXPECT_EQ(app::if_then_sentence(tr, "they come in", ""), "");
}

TEST(IfThenJourney, BecomesAnAffectionReminderInOwnWords) {
  Journey journey({.empty = true});
  journey.show("touch");
  journey.press("When this, I do that");
  journey.press("Remind me");
  EXPECT_TRUE(journey.home().reminders().list()->empty()) << "both halves are needed";
  journey.write("When…", "I hang up my coat");
  journey.write("I…", "open my arms and wait");
  EXPECT_NE(journey.find("When I hang up my coat, I open my arms and wait."), nullptr) << outline(journey.tree());
  journey.press("Weekdays");
  journey.press("Remind me");
  const auto reminders = journey.home().reminders().list();
  ASSERT_EQ(reminders->size(), 1U);
  const Reminder& made = reminders->front();
  EXPECT_EQ(made.title, "Open my arms and wait");
  EXPECT_EQ(made.cue, "when I hang up my coat");
  EXPECT_EQ(made.kind, ReminderKind::affection);
  EXPECT_EQ(made.space, SpaceKind::self) << "nobody else is told";
  EXPECT_NE(journey.find("Open my arms and wait"), nullptr) << outline(journey.tree());
}

TEST(IfThenJourney, SuggestsOnlyWhereAMomentIsPressed) {
  Journey journey({.empty = true});
  journey.show("sheet-if-then");
  const auto gestures = journey.home().library().ideas({.kinds = {ContentKind::gesture}, .moment = Moment::sofa});
  const auto shown = [&]() -> const Content* {
    for (const IdeaView& gesture : *gestures) {
      if (journey.find(gesture.content.title) != nullptr) return &gesture.content;
    }
    return nullptr;
  };
  EXPECT_EQ(shown(), nullptr);
  journey.press("On the sofa");
  const Content* gesture = shown();
  ASSERT_NE(gesture, nullptr) << outline(journey.tree());
  journey.press(gesture->title);
  EXPECT_EQ("when " + value_of(journey, "When…"), gesture->cue);
  EXPECT_FALSE(value_of(journey, "I…").empty());
}

TEST(TouchJourney, FindsGesturesByTheirMomentAndSaysWhatComesNearest) {
  Journey journey({.empty = true});
  journey.show("touch");
  journey.press("From afar");
  journey.press("Close");
  journey.press("Others, too");
  const auto all = journey.home().library().ideas({.kinds = {ContentKind::gesture}});
  std::vector<app::GestureLine> lines;
  const ui::Strings tr;
  const app::Format format(tr, {});
  for (const IdeaView& idea : *all) lines.push_back(app::gesture_line(idea, format));
  const app::GestureChoice choice =
      app::choose(lines, {.moment = Moment::afar, .comfort = 3, .privacy = Privacy::among_others});
  ASSERT_FALSE(choice.lines.empty());
  for (const app::GestureLine* line : choice.lines) EXPECT_LE(line->comfort, 3);
  const bool told = std::any_of(journey.tree().nodes.begin(), journey.tree().nodes.end(), [](const ui::Node& node) {
    return node.name.starts_with("Nothing fits all of that.");
  });
  EXPECT_EQ(told, !choice.given_up.empty()) << outline(journey.tree());
}

TEST(LadderJourney, ComesOneStepCloserThanWhatFeltGood) {
  Journey journey({.empty = true});
  const auto rungs = journey.home().library().pieces(ContentKind::rung);
  ASSERT_EQ(closest_of(*rungs), kComfortDefault);
  journey.show("ladder");
  journey.press("Light");
  journey.press(rungs->front().title);
  journey.press("That felt good");
  EXPECT_EQ(settings_of(journey).felt_good, 0);
  EXPECT_EQ(closest_of(*journey.home().library().pieces(ContentKind::rung)), 1);
  journey.show("ladder");
  EXPECT_NE(journey.find("What felt good last: Light"), nullptr) << outline(journey.tree());
  journey.press("Close");
  EXPECT_NE(journey.find("More than one step above what felt good. It waits, and may wait for good."), nullptr)
      << outline(journey.tree());
  journey.press("Forget it");
  EXPECT_FALSE(settings_of(journey).felt_good.has_value());
}

TEST(LadderJourney, RestsWithoutAReason) {
  Journey journey({.empty = true});
  journey.show("ladder");
  journey.press("Let touch rest");
  EXPECT_TRUE(journey.home().library().pieces(ContentKind::rung)->empty());
  const auto gestures = journey.home().library().ideas({.kinds = {ContentKind::gesture}});
  for (const IdeaView& idea : *gestures) EXPECT_NE(idea.content.category, "touch");
  journey.press("Let it come back");
  EXPECT_FALSE(journey.home().library().pieces(ContentKind::rung)->empty());
}

TEST(AdultSwitch, ShowsNothingWhileThePartnersIsUnknown) {
  Journey journey({.empty = true});
  ASSERT_TRUE(journey.home().settings().set_comfort(ComfortKind::touch, kComfortLimit).has_value());
  journey.show("settings");
  journey.press("Intimate ideas, for adults");
  EXPECT_TRUE(settings_of(journey).adult);
  EXPECT_EQ(closest_of(*journey.home().library().pieces(ContentKind::rung)), 4);
  journey.show("ladder");
  journey.press("Sensual");
  EXPECT_NE(journey.find("Stays empty until both of you have switched it on, each for yourself."), nullptr)
      << outline(journey.tree());
  journey.show("settings");
  journey.press("Intimate ideas, for adults");
  EXPECT_FALSE(settings_of(journey).adult);
}

// Looking at another one and saying no for today leave nothing behind, not even in the person's own history.
TEST(Skips, WriteNothing) {
  Journey journey({.empty = true});
  const auto acts = [&] { return journey.home().history().history(50)->size(); };
  const auto marks = [&] {
    const auto ideas = journey.home().library().ideas({});
    return std::count_if(ideas->begin(), ideas->end(), [](const IdeaView& idea) {
      return idea.last_shown.has_value() || idea.verdict != Verdict::none;
    });
  };
  const std::size_t before = acts();
  for (const char* place : {"today", "touch"}) {
    journey.show(place);
    journey.press("Another one");
    journey.press("Another one");
    journey.press("Not today");
    EXPECT_EQ(journey.find("Not today"), nullptr) << place;
  }
  EXPECT_EQ(acts(), before);
  EXPECT_EQ(marks(), 0);
}

}  // namespace
}  // namespace kindling::tests
