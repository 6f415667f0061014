// What sheets, pages and lists promise while more than one hand is at work: nobody's change is lost, nothing closes
// that wasn't saved, and what is offered can be done.
#include <gtest/gtest.h>

#include "app/model/schedule_words.hpp"
#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

using std::chrono::hours;

// As another process or the partner does it.
void meanwhile(Journey& journey, const Result<Changes>& change) {
  ASSERT_TRUE(change) << change.error().message;
  journey.stage().app().home_changed();
  journey.stage().settle();
}

EntityRef add_plan(Journey& journey, std::string_view start, const std::vector<std::string>& tasks = {}) {
  AddPlan plan;
  plan.title = "Dinner";
  plan.start = *parse_date_time(start);
  plan.tasks = tasks;
  meanwhile(journey, journey.home().plans().add(plan));
  return {SpaceKind::couple, EntityKind::plan, journey.home().plans().list()->back().id.bytes};
}

EntityRef add_reminder(Journey& journey, const std::string& title, hours at, const std::string& rule = "FREQ=DAILY") {
  AddReminder reminder;
  reminder.title = title;
  reminder.at = LocalTime{at};
  reminder.rule = rule;
  reminder.from = LocalDate{std::chrono::year(2026) / 11 / 22};
  meanwhile(journey, journey.home().reminders().add(reminder));
  const Reminder made = journey.home().reminders().list()->back();
  return {made.space, EntityKind::reminder, made.id.bytes};
}

std::string value_of(Journey& journey, std::string_view field) {
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.name == field && node.role == ui::Role::text_field) return node.value;
  }
  ADD_FAILURE() << "there is no field '" << field << "' in\n" << outline(journey.tree());
  return {};
}

bool offers(Journey& journey, std::string_view name, std::string_view action) {
  const ui::Node* node = journey.find(name);
  if (node == nullptr) {
    ADD_FAILURE() << "nothing is called '" << name << "' in\n" << outline(journey.tree());
    return false;
  }
  return std::find(node->actions.begin(), node->actions.end(), action) != node->actions.end();
}

TEST(PlanSheet, ChangesOnlyWhatWasTouched) {
  Journey journey({.empty = true});
  const EntityRef ref = add_plan(journey, "2026-11-27T19:00", {"Candles"});
  journey.show("plan");
  journey.press("Move or change it");
  journey.write("What will it be?", "Dinner out");
  EditPlan edit;
  edit.place = "By the river";
  meanwhile(journey, journey.home().plans().edit(ref, edit));
  meanwhile(journey, journey.home().plans().add_task(ref, "Flowers"));
  journey.press("Save");
  const auto plan = journey.home().plans().get(ref);
  EXPECT_EQ(plan->title, "Dinner out");
  EXPECT_EQ(plan->place, "By the river");
  ASSERT_EQ(plan->tasks.size(), 2U);
  EXPECT_EQ(plan->tasks[1].title, "Flowers");
}

TEST(PlanSheet, SavesAllOfItAsOneAct) {
  Journey journey({.empty = true});
  const EntityRef ref = add_plan(journey, "2026-11-27T19:00", {"Candles"});
  journey.show("plan");
  journey.press("Move or change it");
  journey.write("What will it be?", "Dinner out");
  journey.press("Leave out Candles");
  journey.write("Another task", "Flowers");
  journey.press("Save");
  auto plan = journey.home().plans().get(ref);
  EXPECT_EQ(plan->title, "Dinner out");
  ASSERT_EQ(plan->tasks.size(), 1U);
  EXPECT_EQ(plan->tasks[0].title, "Flowers");
  journey.press("Undo");
  plan = journey.home().plans().get(ref);
  EXPECT_EQ(plan->title, "Dinner");
  ASSERT_EQ(plan->tasks.size(), 1U);
  EXPECT_EQ(plan->tasks[0].title, "Candles");
}

TEST(PlanSheet, StaysOpenAndSavesNothingWhereAPartOfItFails) {
  Journey journey({.empty = true});
  const EntityRef ref = add_plan(journey, "2026-11-27T19:00", std::vector<std::string>(100, "Something"));
  journey.show("plan");
  journey.press("Move or change it");
  journey.write("What will it be?", "Dinner out");
  journey.write("Another task", "One too many");
  journey.press("Save");
  EXPECT_EQ(journey.home().plans().get(ref)->title, "Dinner");
  EXPECT_EQ(value_of(journey, "What will it be?"), "Dinner out");
}

TEST(PlanPage, GoesWithItsPlan) {
  Journey journey({.empty = true});
  add_plan(journey, "2026-11-27T19:00");
  journey.show("plan");
  journey.press("Move or change it");
  journey.press("Remove");
  EXPECT_EQ(journey.find("This can't be shown"), nullptr);
  EXPECT_EQ(journey.find("Back"), nullptr) << "it is a place again";
  journey.press("Undo");
  EXPECT_EQ(journey.home().plans().list()->size(), 1U);
}

TEST(PlanPage, IsFriendlyWhereNothingIsPlanned) {
  Journey journey({.empty = true});
  journey.show("plan");
  journey.press("Plan an evening");
  EXPECT_NE(journey.find("Plan a date"), nullptr);
  journey.press("Close");
  journey.show("ritual");
  EXPECT_EQ(journey.find("This can't be shown"), nullptr);
  EXPECT_NE(journey.find("No ritual yet"), nullptr) << outline(journey.tree());
}

TEST(PlanPage, AsksHowAProposalWasToo) {
  Journey journey({.empty = true});
  const EntityRef ref = add_plan(journey, "2026-11-21T19:00");
  journey.show("plan");
  journey.write("How was it?", "We laughed");
  journey.press("It happened");
  EXPECT_EQ(journey.home().plans().get(ref)->state, PlanState::done);
  EXPECT_EQ(journey.home().plans().get(ref)->note, "We laughed");
}

TEST(RitualSheet, ChangesOnlyWhatWasTouched) {
  Journey journey({.empty = true});
  AddRitual ritual;
  ritual.title = "Tea";
  ritual.at = LocalTime{hours(16)};
  ritual.rule = "FREQ=DAILY";
  meanwhile(journey, journey.home().rituals().add(ritual));
  const EntityRef ref{SpaceKind::couple, EntityKind::ritual, journey.home().rituals().list()->front().ritual.id.bytes};
  journey.show("ritual");
  journey.press("Change it");
  journey.write("What do you two do?", "Tea outside");
  EditRitual edit;
  edit.steps = std::vector<std::string>{"Boil water"};
  meanwhile(journey, journey.home().rituals().edit(ref, edit));
  journey.press("Save");
  const auto kept = journey.home().rituals().get(ref);
  EXPECT_EQ(kept->ritual.title, "Tea outside");
  EXPECT_EQ(kept->ritual.steps, std::vector<std::string>{"Boil water"});
}

TEST(ReminderSheet, ChangesOnlyWhatWasTouched) {
  Journey journey({.empty = true});
  const EntityRef ref = add_reminder(journey, "A hug", hours(8));
  journey.show("reminders");
  journey.press("A hug");
  journey.write("What would you like to be reminded of?", "A long hug");
  EditReminder edit;
  edit.at = LocalTime{hours(9)};
  meanwhile(journey, journey.home().reminders().edit(ref, edit));
  journey.press("Save");
  const auto kept = journey.home().reminders().get(ref);
  EXPECT_EQ(kept->title, "A long hug");
  EXPECT_EQ(time_of(kept->schedule.start), LocalTime{hours(9)});
}

TEST(ReminderSheet, KeepsWhatIsWrittenWhileItIsLaidToRest) {
  Journey journey({.empty = true});
  const EntityRef ref = add_reminder(journey, "A hug", hours(8));
  journey.show("reminders");
  journey.press("A hug");
  journey.write("What would you like to be reminded of?", "A long hug");
  journey.press("Let it rest");
  EXPECT_TRUE(journey.home().reminders().get(ref)->paused);
  EXPECT_EQ(value_of(journey, "What would you like to be reminded of?"), "A long hug");
  journey.press("Bring it back");
  journey.press("Save");
  EXPECT_FALSE(journey.home().reminders().get(ref)->paused);
  EXPECT_EQ(journey.home().reminders().get(ref)->title, "A long hug");
}

TEST(ReminderSheet, LeavesOneOut) {
  Journey journey({.empty = true});
  const EntityRef ref = add_reminder(journey, "A hug", hours(20));
  journey.show("reminders");
  journey.press("A hug");
  journey.press("Leave it out this time");
  const auto next = journey.home().reminders().next(ref, 1);
  ASSERT_EQ(next->size(), 1U);
  EXPECT_EQ(to_string(date_of(next->front().nominal)), "2026-11-23");
}

TEST(ReminderSheet, LeavesTheRuleAloneWhereOnlyTheTimeChanges) {
  const LocalDate today{std::chrono::year(2026) / 11 / 22};
  const std::string old = "Every day at 08:00, 10 times in all";
  const auto later = app::change_of(old, *read_phrase("every day at 09:00, 10 times in all", today), today);
  EXPECT_EQ(later.at, LocalTime{hours(9)});
  EXPECT_FALSE(later.rule);
  EXPECT_FALSE(later.from);
  const auto weekdays = app::change_of(old, *read_phrase("weekdays at 08:00", today), today);
  EXPECT_FALSE(weekdays.at);
  EXPECT_EQ(weekdays.rule, read_phrase("weekdays", today)->rule);
  const auto custom = app::change_of("", *read_phrase("weekdays at 08:00", today), today);
  EXPECT_TRUE(custom.at && custom.rule) << "what has no words is replaced as a whole";
}

TEST(ReminderSheet, KeepsHowOftenItComesInAllFromOneDayOn) {
  Journey journey({.empty = true});
  const EntityRef ref = add_reminder(journey, "A hug", hours(20), "FREQ=DAILY;COUNT=10");
  meanwhile(journey, journey.home().reminders().finish(ref, LocalDate{std::chrono::year(2026) / 11 / 22}));
  journey.show("reminders");
  journey.press("A hug");
  journey.press("This and following");
  journey.write("When?", "every day at 21:00, 10 times in all");
  journey.press("Save");
  std::size_t coming = 0;
  const auto reminders = journey.home().reminders().list();
  for (const Reminder& reminder : *reminders)
    coming += journey.home().reminders().next({reminder.space, EntityKind::reminder, reminder.id.bytes}, 50)->size();
  EXPECT_EQ(coming, 9U);
}

TEST(CheckInSheet, KeepsTheMoodThatWasChosen) {
  Journey journey({.empty = true});
  journey.show("today");
  const ui::Box box = journey.find("How you feel")->box;
  journey.tap(box.right - 30, box.top + 30);
  journey.press("Add words");
  journey.press("Close");
  journey.show("sheet-check-in");
  EXPECT_NE(journey.find("Here is what you had begun."), nullptr);
  journey.press("Save");
  const auto list = journey.home().check_ins().list({}, {});
  ASSERT_EQ(list->size(), 1U);
  EXPECT_EQ(list->front().valence, 4);
}

TEST(Today, OffersLaterForWhatIsDueAlone) {
  Journey journey({.empty = true, .picture = {.width = 834, .height = 1600}});
  add_reminder(journey, "A morning hug", hours(8));
  add_reminder(journey, "A good night", hours(22));
  journey.show("today");
  EXPECT_TRUE(offers(journey, "A morning hug", "Later"));
  EXPECT_FALSE(offers(journey, "A good night", "Later"));
  EXPECT_TRUE(offers(journey, "A good night", "Done"));
}

TEST(Search, OpensWhatItFinds) {
  Journey journey({.empty = true});
  add_reminder(journey, "A pineapple", hours(8));
  meanwhile(journey, journey.home().keepsakes().add_memory("Pineapple on the beach", std::nullopt));
  const Content question = *journey.home().today().today()->prompt;
  meanwhile(journey, journey.home().keepsakes().answer_prompt(question.id, "Any pineapple"));
  AddCheckIn check_in;
  check_in.note = "Too much pineapple";
  check_in.at = *parse_instant("2026-11-03T12:00:00+01:00");
  meanwhile(journey, journey.home().check_ins().add(check_in));
  const auto search = [&](std::string_view title) {
    journey.show("search");
    journey.write("Search", "pineapple");
    journey.key(ui::Key::enter);
    journey.stage().wait(0.4);
    journey.stage().settle();
    journey.press(title);
  };
  search("A pineapple");
  EXPECT_EQ(value_of(journey, "What would you like to be reminded of?"), "A pineapple");
  journey.press("Close");
  search("Pineapple on the beach");
  EXPECT_EQ(value_of(journey, "What do you want to remember?"), "Pineapple on the beach");
  journey.press("Close");
  search("Any pineapple");
  EXPECT_NE(journey.find(question.text), nullptr) << outline(journey.tree());
  search("Too much pineapple");
  EXPECT_NE(journey.find("Tuesday 3 November, 12:00"), nullptr) << outline(journey.tree());
  EXPECT_NE(journey.find("Too much pineapple"), nullptr) << outline(journey.tree());
}

TEST(Deck, ShowsAKeptCardAgainWhenThatIsTakenBack) {
  Journey journey;
  journey.show("time");
  std::string top;
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.actions.size() == 5 && node.actions[1] == "Keep") top = node.name;
  }
  ASSERT_FALSE(top.empty()) << outline(journey.tree());
  journey.act(top, "Keep");
  EXPECT_FALSE(offers(journey, "Plan this", "Keep"));
  journey.key(ui::Key::z, true);
  EXPECT_TRUE(offers(journey, top, "Keep"));
}

TEST(Talk, OffersNoExercisesWhileFearIsSpokenOfInEitherWay) {
  Journey journey({.empty = true});
  journey.show("talk");
  journey.write("What you want to say", "I'm afraid of you when you hit me");
  EXPECT_EQ(journey.find("Talk in turns"), nullptr);
  journey.press("Step by step");
  EXPECT_EQ(journey.find("Talk in turns"), nullptr);
  EXPECT_NE(journey.find("See who can help"), nullptr);
  journey.press("In your words");
  journey.write("What you want to say", "");
  EXPECT_NE(journey.find("Talk in turns"), nullptr);
}

TEST(Settings, StepsThroughABudgetOfOneADay) {
  Journey journey({.empty = true});
  const auto budget = [&] { return journey.home().settings().get()->budget_affection.value_or(-1); };
  meanwhile(journey, journey.home().settings().set_budget(ReminderKind::affection, 6));
  journey.show("settings");
  for (const int expected : {7, 14}) {
    journey.press("More: Affection");
    EXPECT_EQ(budget(), expected);
  }
  for (const int expected : {7, 6, 5}) {
    journey.press("Less: Affection");
    EXPECT_EQ(budget(), expected);
  }
}

TEST(Settings, AsksBeforeItTakesTheLockAway) {
  Journey journey({.empty = true});
  journey.show("settings");
  journey.press("Lock with a passphrase");
  journey.write("New passphrase", "longer words");
  journey.write("The same again", "longer words");
  journey.press("Keep this passphrase");
  journey.press("Take the lock away");
  ASSERT_NE(journey.find("Take the lock away?"), nullptr);
  EXPECT_EQ(journey.find("Lock now"), nullptr) << "the question covers it";
  journey.key(ui::Key::escape);
  EXPECT_EQ(journey.find("Take the lock away?"), nullptr);
  EXPECT_EQ(journey.home().keys().holder(), KeyHolder::passphrase);
  journey.press("Take the lock away");
  journey.press("Take the lock away");
  EXPECT_NE(journey.home().keys().holder(), KeyHolder::passphrase);
}

TEST(Settings, KeepANameBehindASheetThatIsBegun) {
  Journey journey({.empty = true});
  journey.show("settings");
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.name == "Your name" && node.role == ui::Role::text_field) {
      journey.stage().push(ui::Request{.kind = ui::Request::Kind::focus, .node = node.id});
      break;
    }
  }
  journey.stage().settle();
  journey.type("Ana");
  journey.key(ui::Key::n, true);
  EXPECT_EQ(journey.home().settings().get()->own_name, "Ana");
  EXPECT_NE(journey.find("Appreciation"), nullptr) << "the sheet is open still";
}

}  // namespace
}  // namespace kindling::tests
