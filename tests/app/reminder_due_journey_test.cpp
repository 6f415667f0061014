// A reminder that is due, put off and answered, and the questions that Today asks.
#include <gtest/gtest.h>

#include "core/services/delivery_service.hpp"
#include "core/services/reminder_planner.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

using State = DueReminder::State;

EntityRef add_hug(Journey& journey, std::string_view time = "18:00") {
  auto added = journey.home().reminders().add({.title = "Hug",
                                               .at = parse_time(time).value(),
                                               .rule = "FREQ=DAILY",
                                               .from = parse_date("2026-11-22").value(),
                                               .cue = "when the kettle clicks off"});
  EXPECT_TRUE(added.has_value());
  journey.stage().app().home_changed();
  journey.show("today");
  return added->touched.front();
}

DueReminder only(Journey& journey) {
  const auto today = journey.home().today().today();
  EXPECT_EQ(today->reminders.size(), 1U);
  return today->reminders.front();
}

TEST(DueJourney, PutsOffToAMomentThatFits) {
  Journey journey({.empty = true});
  add_hug(journey);
  journey.act("Hug", "Later");
  ASSERT_NE(journey.find("In 15 min"), nullptr) << outline(journey.tree());
  ASSERT_NE(journey.find("In 1 h"), nullptr);
  journey.press("In 1 h");
  EXPECT_EQ(only(journey).state, State::snoozed);
  EXPECT_EQ(only(journey).at, *parse_instant("2026-11-22T18:20:00Z"));
  EXPECT_EQ(journey.find("In 1 h"), nullptr);
  journey.press("Undo");
  EXPECT_EQ(only(journey).state, State::due);
}

TEST(DueJourney, PutsOffToATimeOfOnesOwn) {
  Journey journey({.empty = true});
  add_hug(journey);
  journey.act("Hug", "Later");
  journey.press("Another time");
  journey.write("Or type it exactly", "21:10");
  journey.press("Remind me: Today 21:10");
  EXPECT_EQ(only(journey).at, *parse_instant("2026-11-22T20:10:00Z"));
}

TEST(DueJourney, FinishesLeavesOutAndChanges) {
  Journey journey({.empty = true});
  add_hug(journey);
  journey.act("Hug", "Later");
  journey.press("Leave it out this time");
  EXPECT_EQ(only(journey).state, State::skipped);
  journey.press("Undo");
  journey.act("Hug", "Later");
  journey.press("Change the reminder");
  EXPECT_NE(journey.find("What would you like to be reminded of?"), nullptr) << outline(journey.tree());
  journey.key(ui::Key::escape);
  journey.act("Hug", "Later");
  journey.tap("Done");
  EXPECT_EQ(only(journey).state, State::done);
}

TEST(QuestionJourney, RestsWhatPassesByAgainAndAgain) {
  Journey journey({.empty = true});
  const EntityRef hug = add_hug(journey, "18:20");
  const Context& context = journey.home().context();
  DeliveryLog log(context.self.database());
  Transaction transaction(context.self.database());
  for (int i = 1; i <= kIgnoredTooOften; ++i) {
    const Instant then = context.clock.now() - std::chrono::days(i);
    log.put({.source = hug,
             .date = date_of(context.local_now()) - std::chrono::days(i),
             .at = then,
             .message = static_cast<MessageKey>(i),
             .state = Delivered::State::over,
             .told = then});
  }
  ASSERT_TRUE(transaction.commit());
  journey.stage().app().home_changed();
  journey.stage().settle();
  ASSERT_NE(journey.find("Let it rest"), nullptr) << outline(journey.tree());
  journey.press("Keep it");
  EXPECT_EQ(journey.find("Let it rest"), nullptr);
  EXPECT_FALSE(journey.home().reminders().get(hug)->paused);
}

TEST(QuestionJourney, AsksWhetherRemindersFollowAJourney) {
  Journey journey({.empty = true});
  Space& self = journey.home().context().self;
  Transaction transaction(self.database());
  self.set_note("settled_zone", "America/New_York");
  ASSERT_TRUE(transaction.commit());
  journey.stage().app().home_changed();
  journey.show("today");
  ASSERT_NE(journey.find("They stay at home"), nullptr) << outline(journey.tree());
  journey.press("They stay at home");
  EXPECT_EQ(journey.home().settings().get()->home_zone, "America/New_York");
  EXPECT_EQ(journey.find("They stay at home"), nullptr);
}

}  // namespace
}  // namespace kindling::tests
