#include "core/services/plan_service.hpp"

#include "core/base/text.hpp"
#include "tests/support/content_builder.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

class PlanServiceTest : public ServiceTest {
 protected:
  EntityRef add(std::vector<std::string> tasks = {}) {
    AddPlan command;
    command.title = "Dinner";
    command.start = parse_date_time("2026-11-27T19:00").value();
    command.tasks = std::move(tasks);
    return must(service_.add(command));
  }
  // "1 book*": number, title, and a star where it is done.
  std::vector<std::string> tasks(const EntityRef& ref) {
    std::vector<std::string> found;
    const Plan plan = service_.get(ref).value();
    for (const PlanTask& task : plan.tasks)
      found.push_back(std::to_string(task.number) + " " + task.title + (task.done ? "*" : ""));
    return found;
  }
  using Tasks = std::vector<std::string>;
  PlanService service_{context()};
};

TEST_F(PlanServiceTest, EditsWordsAndLengthAndLeavesTheYesStanding) {
  const EntityRef ref = add();
  must(service_.accept(ref));
  must(service_.edit(ref, {.title = "Supper", .place = "at home", .length = std::chrono::minutes(90)}));
  const Plan plan = service_.get(ref).value();
  EXPECT_EQ(plan.title, "Supper");
  EXPECT_EQ(plan.place, "at home");
  EXPECT_EQ(plan.length, std::chrono::minutes(90));
  EXPECT_EQ(plan.state, PlanState::accepted);
  EXPECT_EQ(undo(), "edit plan 'Supper'");
  EXPECT_EQ(service_.get(ref)->title, "Dinner");
  EXPECT_EQ(service_.get(ref)->place, "");
}

TEST_F(PlanServiceTest, RefusesAnEditOutOfBounds) {
  const EntityRef ref = add();
  refusal(service_.edit(ref, {.title = ""}));
  refusal(service_.edit(ref, {.place = std::string(kTitleLimit + 1, 'x')}));
  refusal(service_.edit(ref, {.length = std::chrono::minutes(0)}));
  EXPECT_EQ(service_.get(ref)->title, "Dinner");
}

TEST_F(PlanServiceTest, AddsTicksUnticksAndRemovesTasks) {
  const EntityRef ref = add({"book"});
  must(service_.add_task(ref, "sitter"));
  must(service_.finish_task(ref, 2));
  EXPECT_EQ(tasks(ref), (Tasks{"1 book", "2 sitter*"}));
  must(service_.unfinish_task(ref, 2));
  EXPECT_EQ(tasks(ref), (Tasks{"1 book", "2 sitter"}));
  EXPECT_EQ(undo(), "mark task open again 'Dinner'");
  EXPECT_EQ(tasks(ref), (Tasks{"1 book", "2 sitter*"}));
  must(service_.remove_task(ref, 2));
  EXPECT_EQ(tasks(ref), Tasks{"1 book"});
  EXPECT_EQ(undo(), "remove task 'Dinner'");
  EXPECT_EQ(tasks(ref), (Tasks{"1 book", "2 sitter*"})) << "a removed task comes back ticked as it was";
}

TEST_F(PlanServiceTest, NeverGivesTheNumberOfARemovedTaskAgain) {
  const EntityRef ref = add({"book", "sitter"});
  must(service_.remove_task(ref, 2));
  must(service_.add_task(ref, "flowers"));
  EXPECT_EQ(tasks(ref), (Tasks{"1 book", "3 flowers"}));
  refusal(service_.finish_task(ref, 2), ErrorCode::not_found);
  refusal(service_.unfinish_task(ref, 70'000), ErrorCode::not_found);
}

TEST_F(PlanServiceTest, HoldsAHundredTasks) {
  const EntityRef ref = add(Tasks(100, "one"));
  refusal(service_.add_task(ref, "one more"));
  must(service_.remove_task(ref, 1));
  must(service_.add_task(ref, "one more"));
}

TEST_F(PlanServiceTest, RemovesAPlanAndBringsItBackWithItsTasks) {
  const EntityRef ref = add({"book"});
  must(service_.remove(ref));
  EXPECT_TRUE(service_.list()->empty());
  refusal(service_.remove(ref), ErrorCode::not_found);
  EXPECT_EQ(undo(), "remove plan 'Dinner'");
  EXPECT_EQ(tasks(ref), Tasks{"1 book"});
}

TEST_F(PlanServiceTest, TakesFromAnIdeaWhatItNeedsAndWhenToBookIt) {
  Content idea = piece("getaway.night.sea");
  idea.kind = ContentKind::getaway;
  idea.category = "night";
  idea.minutes = 1200;
  idea.lead_days = 14;
  idea.errands = {{14, "Book the room"}, {1, "Pack"}};
  idea.materials = {"towels", "a torch"};
  AddPlan command;
  fill_from_idea(command, idea);
  command.start = likely_start(idea, day("2026-11-22"));
  EXPECT_EQ(to_string(command.start), "2026-12-12T14:00") << "the first Saturday with fourteen days to book";
  const EntityRef ref = must(service_.add(command));
  const Plan plan = service_.get(ref).value();
  EXPECT_EQ(plan.title, idea.title);
  EXPECT_EQ(plan.idea, idea.id);
  EXPECT_EQ(plan.length, std::chrono::minutes(1200));
  ASSERT_EQ(plan.tasks.size(), 2U);
  EXPECT_EQ(plan.tasks[0].title, "Book the room");
  EXPECT_EQ(due_date(plan, plan.tasks[0]), day("2026-11-28"));
  EXPECT_EQ(due_date(plan, plan.tasks[1]), day("2026-12-11"));
  ASSERT_EQ(plan.items.size(), 2U);
  EXPECT_EQ(plan.items[1].title, "a torch");
}

TEST_F(PlanServiceTest, ExpectsAnEveningOnAFridayAndDaylightOnASaturday) {
  Content idea = piece("date.out.tea");
  const auto start = [&](std::vector<std::string> times) {
    idea.time_of_day = std::move(times);
    return to_string(likely_start(idea, day("2026-11-22")));
  };
  EXPECT_EQ(start({}), "2026-11-27T19:00");
  EXPECT_EQ(start({"morning", "evening"}), "2026-11-27T19:00");
  EXPECT_EQ(start({"morning", "afternoon"}), "2026-11-28T14:00");
  EXPECT_EQ(start({"morning"}), "2026-11-28T10:00");
  EXPECT_EQ(start({"night"}), "2026-11-27T21:00");
  EXPECT_EQ(to_string(likely_start(piece("date.out.now"), day("2026-11-27"))), "2026-12-04T19:00") << "never today";
}

TEST_F(PlanServiceTest, MovesTheDaysOfTasksAlongAndNeverIntoThePast) {
  AddPlan command;
  command.title = "Dinner";
  command.start = parse_date_time("2026-11-27T19:00").value();
  command.errands = {{"book", 3}, {"order far too early", 60}};
  const EntityRef ref = must(service_.add(command));
  const auto due = [&](std::size_t index) {
    const Plan plan = service_.get(ref).value();
    return due_date(plan, plan.tasks.at(index));
  };
  EXPECT_EQ(due(0), day("2026-11-24"));
  EXPECT_EQ(due(1), day("2026-11-22")) << "today is the earliest that one can still do it";
  must(service_.move(ref, {.start = parse_date_time("2026-12-04T19:00").value()}));
  EXPECT_EQ(due(0), day("2026-12-01"));
  must(service_.move(ref, {.start = parse_date_time("2026-11-23T19:00").value()}));
  EXPECT_EQ(due(0), day("2026-11-22"));
}

TEST_F(PlanServiceTest, TicksOffWhatToHaveReadyByItself) {
  AddPlan command;
  command.title = "Dinner";
  command.start = parse_date_time("2026-11-27T19:00").value();
  command.tasks = {"book"};
  command.items = {"eggs", "bread"};
  const EntityRef ref = must(service_.add(command));
  must(service_.finish_item(ref, 1));
  Plan plan = service_.get(ref).value();
  EXPECT_TRUE(plan.items[0].done);
  EXPECT_FALSE(plan.items[1].done);
  EXPECT_FALSE(plan.tasks[0].done) << "the two lists have numbers of their own";
  must(service_.unfinish_item(ref, 1));
  must(service_.remove_item(ref, 2));
  must(service_.add_item(ref, "salt"));
  plan = service_.get(ref).value();
  ASSERT_EQ(plan.items.size(), 2U);
  EXPECT_FALSE(plan.items[0].done);
  EXPECT_EQ(plan.items[1].number, 3) << "no number twice";
  EXPECT_EQ(undo(), "add to the list 'Dinner'");
  EXPECT_EQ(service_.get(ref)->items.size(), 1U);
  refusal(service_.finish_item(ref, 9), ErrorCode::not_found);
  refusal(service_.add_item(ref, " "));
}

TEST_F(PlanServiceTest, RefusesADayThatNoTaskCanHave) {
  const EntityRef ref = add();
  refusal(service_.add_task(ref, "book", -1));
  refusal(service_.add_task(ref, "book", 366));
  must(service_.add_task(ref, "book", 365));
  must(service_.remove_task(ref, 1));
  must(service_.add_task(ref, "sit down"));
  EXPECT_FALSE(service_.get(ref)->tasks[0].days_before.has_value()) << "a new task has no day of an old one";
}

TEST_F(PlanServiceTest, ComesAgainAsANewPlanWithNothingDone) {
  AddPlan command;
  command.title = "Dinner";
  command.start = parse_date_time("2026-11-20T19:00").value();
  command.idea = "date.out.tea";
  command.place = "by the river";
  command.tasks = {"sitter"};
  command.errands = {{"book", 0}};
  command.items = {"candles"};
  const EntityRef ref = must(service_.add(command));
  must(service_.finish_task(ref, 1));
  must(service_.finish_item(ref, 1));
  must(service_.finish(ref, "lovely"));
  const EntityRef next = must(service_.again(ref, parse_date_time("2026-12-04T20:00").value()));
  EXPECT_NE(next.id, ref.id);
  const Plan plan = service_.get(next).value();
  EXPECT_EQ(plan.title, "Dinner");
  EXPECT_EQ(plan.idea, "date.out.tea");
  EXPECT_EQ(plan.place, "by the river");
  EXPECT_EQ(plan.note, "");
  EXPECT_EQ(plan.state, PlanState::proposed);
  ASSERT_EQ(plan.tasks.size(), 2U);
  EXPECT_FALSE(plan.tasks[0].done || plan.tasks[1].done || plan.items.at(0).done);
  EXPECT_EQ(service_.get(ref)->state, PlanState::done) << "the one that was stays as it is";
}

}  // namespace
}  // namespace kindling
