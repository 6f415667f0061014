// Whole stories of the first days with Kindling, told by what is pressed and written, by the names that a screen reader
// reads.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

constexpr std::string_view kTitle = "What would you like to be reminded of?";

void focus(Journey& journey, std::string_view field) {
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.name != field || node.role != ui::Role::text_field) continue;
    journey.stage().push(ui::Request{.kind = ui::Request::Kind::focus, .node = node.id});
    journey.stage().settle();
    return;
  }
  FAIL() << "there is no field '" << field << "' in\n" << outline(journey.tree());
}

const ui::Node* with_role(Journey& journey, std::string_view name, ui::Role role) {
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.name == name && node.role == role) return &node;
  }
  return nullptr;
}

std::vector<std::string> coming(Journey& journey, std::size_t count) {
  std::vector<std::string> times;
  const auto reminders = journey.home().reminders().list();
  for (const Reminder& reminder : *reminders) {
    const EntityRef ref{reminder.space, EntityKind::reminder, reminder.id.bytes};
    const auto occurrences = journey.home().reminders().next(ref, count);
    for (const Occurrence& next : *occurrences) times.push_back(to_string(next.local) + " " + reminder.title);
  }
  std::sort(times.begin(), times.end());
  times.resize(std::min(times.size(), count));
  return times;
}

void add_hug_on_weekdays(Journey& journey) {
  journey.key(ui::Key::n, true);
  journey.press("Reminder");
  journey.write(kTitle, "A hug before work");
  journey.write("When?", "weekdays at 07:45");
  journey.press("Add reminder");
}

TEST(FirstDays, BeginWithTheFirstRunAndAReminderInPlainWords) {
  Journey journey({.empty = true});
  ASSERT_NE(journey.find("Small things keep a fire going"), nullptr);
  journey.press("Next");
  journey.press("Next");
  journey.press("Find me first");
  journey.press("Begin");
  ASSERT_EQ(journey.home().rituals().list()->size(), 1U);
  add_hug_on_weekdays(journey);
  EXPECT_EQ(coming(journey, 2),
            (std::vector<std::string>{"2026-11-23T07:45 A hug before work", "2026-11-24T07:45 A hug before work"}));
}

TEST(FirstDays, ChangeOneDayAloneAndThenAllThatFollow) {
  Journey journey({.empty = true});
  journey.show("today");
  add_hug_on_weekdays(journey);
  journey.show("reminders");
  journey.press("A hug before work");
  journey.press("Only this one");
  journey.write(kTitle, "A long hug");
  journey.press("Save");
  EXPECT_EQ(coming(journey, 3),
            (std::vector<std::string>{"2026-11-23T07:45 A long hug", "2026-11-24T07:45 A hug before work",
                                      "2026-11-25T07:45 A hug before work"}));
  journey.press("A hug before work");
  journey.press("This and following");
  journey.write("When?", "weekdays at 08:10");
  journey.press("Save");
  EXPECT_EQ(coming(journey, 3),
            (std::vector<std::string>{"2026-11-23T07:45 A long hug", "2026-11-24T08:10 A hug before work",
                                      "2026-11-25T08:10 A hug before work"}));
}

TEST(FirstDays, AddARitualAndKeepItTheSameEvening) {
  Journey journey({.empty = true});
  journey.show("sheet-ritual");
  journey.write("What do you two do?", "Tea on the balcony");
  journey.write("How often, and when?", "every day at 18:00");
  journey.write("Its steps, one a line", "Boil water\nTwo chairs");
  journey.press("Add ritual");
  ASSERT_EQ(journey.home().rituals().list()->size(), 1U);
  EXPECT_EQ(journey.home().rituals().list()->front().ritual.steps.size(), 2U);
  journey.show("today");
  journey.press("Tea on the balcony");
  EXPECT_TRUE(journey.home().rituals().list()->front().done_today);
  journey.press("Tea on the balcony");
  EXPECT_FALSE(journey.home().rituals().list()->front().done_today) << "a tick by mistake is taken back by another";
}

TEST(FirstDays, PlanADatePrepareItAndMoveIt) {
  Journey journey({.empty = true});
  journey.show("sheet-plan");
  journey.write("What will it be?", "Pasta and a long walk");
  for (const std::string_view task : {"Book a table", "Ask the sitter"}) {
    journey.write("Another task", task);
    focus(journey, "Another task");
    journey.key(ui::Key::enter);
  }
  journey.press("Propose this date");
  const auto plan = [&] { return journey.home().plans().list()->front(); };
  EXPECT_EQ(to_string(plan().start), "2026-11-27T19:00") << "the coming Friday";
  ASSERT_EQ(plan().tasks.size(), 2U);
  journey.show("plan");
  journey.press("Book a table");
  EXPECT_TRUE(plan().tasks[0].done);
  journey.press("Yes, let's");
  EXPECT_EQ(plan().state, PlanState::accepted);
  journey.press("Move or change it");
  journey.press("Day");
  journey.act("Day", "Next day");
  journey.press("Save");
  EXPECT_EQ(to_string(plan().start), "2026-11-28T19:00");
  EXPECT_EQ(plan().state, PlanState::proposed) << "a new time asks for both yeses again";
  EXPECT_TRUE(plan().tasks[0].done);
}

TEST(FirstDays, KeepAMemoryAndFindLastMonths) {
  Journey journey({.empty = true});
  const LocalDate october{std::chrono::year(2026) / 10 / 24};
  ASSERT_TRUE(journey.home().keepsakes().add_memory("Chestnuts by the harbour", october));
  journey.show("sheet-memory");
  journey.write("What do you want to remember?", "The whole kitchen sang");
  journey.press("Keep it");
  EXPECT_EQ(journey.home().keepsakes().memories()->size(), 2U);
  journey.show("search");
  journey.type("harbour");
  journey.stage().wait(0.4);
  journey.stage().settle();
  EXPECT_EQ(journey.find("The whole kitchen sang"), nullptr);
  journey.press("Chestnuts by the harbour");
  ASSERT_NE(journey.find("Change the memory"), nullptr) << outline(journey.tree());
  const ui::Node* when = journey.find("When was it?");
  ASSERT_NE(when, nullptr);
  EXPECT_EQ(when->value, "Saturday 24 October");
}

TEST(FirstDays, RemoveSomethingAndTakeThatBackFromHistory) {
  Journey journey({.empty = true});
  ASSERT_TRUE(journey.home().keepsakes().add_memory("Chestnuts by the harbour", std::nullopt));
  journey.show("memories");
  journey.act("Chestnuts by the harbour", "Remove");
  EXPECT_TRUE(journey.home().keepsakes().memories()->empty());
  journey.show("history");
  journey.press("Take back: Memory removed");
  EXPECT_EQ(journey.home().keepsakes().memories()->size(), 1U);
  journey.key(ui::Key::escape);
  EXPECT_NE(journey.find("Chestnuts by the harbour"), nullptr);
}

TEST(FirstDays, ReadInTheDarkWithLettersTwiceAsLarge) {
  Journey journey;
  journey.show("settings");
  journey.press("Dark");
  const ui::Node* size = with_role(journey, "Text size", ui::Role::slider);
  ASSERT_NE(size, nullptr);
  journey.stage().push(ui::Request{.kind = ui::Request::Kind::set_number, .node = size->id, .number = 200});
  journey.stage().settle();
  EXPECT_EQ(journey.stage().app().background_colour(), ui::theme(ui::ThemeName::dark).background);
  EXPECT_EQ(journey.home().settings().get()->text_scale, 200);
  for (const char* screen : {"today", "talk", "feel", "touch", "time", "settings", "sheet-reminder"}) {
    journey.show(screen);
    for (const ui::Node& node : journey.tree().nodes) {
      if (!node.focusable) continue;
      EXPECT_GE(node.box.left, -1) << screen << ": " << node.name;
      EXPECT_LE(node.box.right, 391) << screen << ": " << node.name;
    }
  }
}

TEST(FirstDays, LockWithAPassphraseAndOpenAgain) {
  Journey journey({.empty = true});
  ASSERT_TRUE(journey.home().keepsakes().add_memory("Chestnuts by the harbour", std::nullopt));
  journey.show("settings");
  journey.press("Lock with a passphrase");
  journey.write("New passphrase", "our first flat");
  journey.write("The same again", "our first flat");
  journey.press("Keep this passphrase");
  journey.key(ui::Key::l, true);
  ASSERT_TRUE(journey.stage().app().locked());
  journey.write("Passphrase", "our second flat");
  journey.press("Unlock");
  EXPECT_TRUE(journey.stage().app().locked());
  EXPECT_EQ(journey.find("Chestnuts by the harbour"), nullptr);
  journey.write("Passphrase", "our first flat");
  journey.press("Unlock");
  ASSERT_FALSE(journey.stage().app().locked());
  journey.show("memories");
  EXPECT_NE(journey.find("Chestnuts by the harbour"), nullptr);
}

TEST(FirstDays, GoOnWithASheetThatWasClosedHalfWritten) {
  Journey journey({.empty = true});
  journey.show("sheet-reminder");
  journey.write(kTitle, "A kiss goodb");
  journey.key(ui::Key::escape);
  EXPECT_TRUE(journey.home().reminders().list()->empty());
  journey.show("sheet-memory");
  EXPECT_EQ(journey.find("Here is what you had begun."), nullptr) << "another sheet has its own";
  journey.key(ui::Key::escape);
  journey.show("sheet-reminder");
  ASSERT_NE(journey.find("Here is what you had begun."), nullptr);
  journey.write(kTitle, "A kiss goodbye");
  journey.press("Add reminder");
  ASSERT_EQ(journey.home().reminders().list()->size(), 1U);
  EXPECT_EQ(journey.home().reminders().list()->front().title, "A kiss goodbye");
  journey.show("sheet-reminder");
  EXPECT_EQ(journey.find("Here is what you had begun."), nullptr) << "what was saved is no draft";
}

}  // namespace
}  // namespace kindling::tests
