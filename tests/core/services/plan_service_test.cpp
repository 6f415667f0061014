#include "core/services/plan_service.hpp"

#include "core/base/text.hpp"
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

}  // namespace
}  // namespace kindling
