#include "core/services/ritual_service.hpp"

#include "core/domain/record.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

class RitualServiceTest : public ServiceTest {
 protected:
  EntityRef add(const std::string& rule = "FREQ=DAILY") {
    AddRitual command;
    command.title = "Tea";
    command.at = clock("22:00");
    command.rule = rule;
    return must(service_.add(command));
  }
  RitualView view(const EntityRef& ref) { return service_.get(ref).value(); }
  RitualService service_{context()};
};

TEST_F(RitualServiceTest, EditsWhatIsNamedAndNothingElse) {
  const EntityRef ref = add();
  const Ritual before = view(ref).ritual;
  must(service_.edit(ref, {.title = "Tea at ten",
                           .kind = RitualKind::bedtime,
                           .at = clock("22:30"),
                           .length = std::chrono::minutes(20),
                           .steps = std::vector<std::string>{"kettle", "cups"}}));
  const Ritual after = view(ref).ritual;
  EXPECT_EQ(after.title, "Tea at ten");
  EXPECT_EQ(after.kind, RitualKind::bedtime);
  EXPECT_EQ(to_string(after.schedule.start), "2026-11-22T22:30");
  EXPECT_EQ(after.schedule.rule, before.schedule.rule);
  EXPECT_EQ(after.steps.size(), 2U);
  EXPECT_EQ(undo(), "edit ritual 'Tea at ten'");
  EXPECT_EQ(to_fields(view(ref).ritual), to_fields(before)) << "one step takes all of it back";
}

TEST_F(RitualServiceTest, GivesItANewRhythmFromADayOn) {
  const EntityRef ref = add();
  must(service_.edit(ref, {.rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", .from = day("2026-11-23")}));
  EXPECT_EQ(to_string(view(ref).ritual.schedule.start), "2026-11-27T22:00");
  EXPECT_FALSE(view(ref).due_today);
}

TEST_F(RitualServiceTest, BeginsOnTheDayThatIsNamed) {
  AddRitual command;
  command.title = "Tea";
  command.at = clock("22:00");
  command.rule = "FREQ=WEEKLY;INTERVAL=2";
  command.from = day("2026-11-20");
  EXPECT_EQ(to_string(view(must(service_.add(command))).ritual.schedule.start), "2026-11-20T22:00");
}

TEST_F(RitualServiceTest, RefusesWhatAddingRefuses) {
  const EntityRef ref = add();
  refusal(service_.edit(ref, {.title = ""}));
  refusal(service_.edit(ref, {.rule = ""}));
  refusal(service_.edit(ref, {.rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}));
  refusal(service_.edit(ref, {.length = std::chrono::minutes(0)}));
  refusal(service_.edit(ref, {.steps = std::vector<std::string>(21, "step")}));
  EXPECT_EQ(view(ref).ritual.title, "Tea");
}

TEST_F(RitualServiceTest, TakesDoneBackByTappingAgain) {
  const EntityRef ref = add();
  must(service_.finish(ref, {}));
  EXPECT_TRUE(view(ref).done_today);
  must(service_.unfinish(ref, {}));
  EXPECT_FALSE(view(ref).done_today);
  must(service_.finish(ref, {}));
  EXPECT_TRUE(view(ref).done_today) << "and done again after that";
  EXPECT_EQ(undo(), "mark ritual done 'Tea'");
  EXPECT_FALSE(view(ref).done_today);
  EXPECT_EQ(undo(), "mark ritual open again 'Tea'");
  EXPECT_TRUE(view(ref).done_today);
  refusal(service_.unfinish(ref, day("2026-11-21")));
}

TEST_F(RitualServiceTest, TakesBackTheLastOfSeveralADay) {
  const EntityRef ref = add("FREQ=DAILY;BYHOUR=8,22");
  home_.clock().advance(std::chrono::hours(24));
  must(service_.finish(ref, {}));
  must(service_.finish(ref, {}));
  EXPECT_TRUE(view(ref).done_today);
  must(service_.unfinish(ref, {}));
  EXPECT_FALSE(view(ref).done_today) << "one of two is left to do";
  must(service_.unfinish(ref, {}));
  refusal(service_.unfinish(ref, {}));
}

TEST_F(RitualServiceTest, SkipsOneDayAsARestOfThatDay) {
  const EntityRef ref = add();
  must(service_.skip(ref, {}));
  EXPECT_FALSE(view(ref).due_today);
  EXPECT_EQ(view(ref).resting_until, day("2026-11-22"));
  refusal(service_.skip(ref, {}));
  must(service_.skip(ref, day("2026-11-24")));
  home_.clock().advance(std::chrono::hours(24));
  EXPECT_TRUE(view(ref).due_today) << "the day between is as ever";
  EXPECT_EQ(undo(), "skip ritual 'Tea'");
}

TEST_F(RitualServiceTest, TakesASkipBackWhereNothingWasDone) {
  const EntityRef ref = add();
  must(service_.skip(ref, {}));
  must(service_.unfinish(ref, {}));
  EXPECT_TRUE(view(ref).due_today);
  EXPECT_EQ(undo(), "mark ritual open again 'Tea'");
  EXPECT_FALSE(view(ref).due_today);
  must(service_.finish(ref, {}));
  must(service_.unfinish(ref, {}));
  EXPECT_FALSE(view(ref).due_today) << "first what was done is taken back";
  must(service_.unfinish(ref, {}));
  refusal(service_.unfinish(ref, {}));
  must(service_.rest(ref, day("2026-11-24")));
  refusal(service_.unfinish(ref, {}));
  EXPECT_EQ(view(ref).resting_until, day("2026-11-24")) << "a longer rest is no skip";
}

TEST_F(RitualServiceTest, EndsARestBeforeItsTimeAndKeepsTheDaysThatWere) {
  const EntityRef ref = add();
  refusal(service_.wake(ref));
  must(service_.rest(ref, day("2026-11-30")));
  must(service_.wake(ref));
  EXPECT_TRUE(view(ref).due_today) << "a rest that began today leaves nothing behind";
  must(service_.rest(ref, day("2026-11-30")));
  home_.clock().advance(std::chrono::hours(72));
  must(service_.wake(ref));
  EXPECT_FALSE(view(ref).resting_until.has_value());
  EXPECT_TRUE(view(ref).due_today);
  EXPECT_EQ(undo(), "rest ritual 'Tea'");
  EXPECT_EQ(view(ref).resting_until, day("2026-11-30"));
}

TEST_F(RitualServiceTest, SkipsOnlyDaysOnWhichItComes) {
  const EntityRef ref = add("FREQ=WEEKLY;BYDAY=FR");
  refusal(service_.skip(ref, day("2026-11-26")));
  must(service_.skip(ref, day("2026-11-27")));
}

}  // namespace
}  // namespace kindling
