#include "core/services/reminder_service.hpp"

#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

class ReminderServiceTest : public ServiceTest {
 protected:
  EntityRef add(const std::string& rule = "FREQ=DAILY", std::string_view time = "20:00") {
    return must(service_.add({.title = "Hug", .at = clock(time), .rule = rule, .from = day("2026-11-20")}));
  }
  std::vector<std::string> next(const EntityRef& ref, std::size_t count) {
    std::vector<std::string> found;
    const auto coming = service_.next(ref, count);
    EXPECT_TRUE(coming.has_value());
    for (const Occurrence& one : coming ? *coming : std::vector<Occurrence>{}) found.push_back(to_string(one.nominal));
    return found;
  }
  using Times = std::vector<std::string>;
  ReminderService service_{context()};
};

TEST_F(ReminderServiceTest, TakesDoneBackByTappingAgain) {
  const EntityRef ref = add();
  must(service_.finish(ref, {}));
  EXPECT_EQ(next(ref, 1), Times{"2026-11-23T20:00"});
  must(service_.unfinish(ref, {}));
  EXPECT_EQ(next(ref, 1), Times{"2026-11-22T20:00"});
  must(service_.finish(ref, {}));
  EXPECT_EQ(undo(), "mark reminder done 'Hug'");
  EXPECT_EQ(undo(), "mark reminder open again 'Hug'");
  EXPECT_EQ(next(ref, 1), Times{"2026-11-23T20:00"});
}

TEST_F(ReminderServiceTest, TakesBackTheLastOfSeveralADayAndThenWhatWasSkipped) {
  const EntityRef ref = add("FREQ=DAILY;BYHOUR=18,19,20");
  must(service_.skip(ref, {}));
  must(service_.finish(ref, {}));
  must(service_.finish(ref, {}));
  EXPECT_EQ(next(ref, 1), Times{"2026-11-23T18:00"});
  must(service_.unfinish(ref, {}));
  EXPECT_EQ(next(ref, 1), Times{"2026-11-22T20:00"});
  must(service_.unfinish(ref, {}));
  EXPECT_EQ(next(ref, 1), Times{"2026-11-22T19:00"});
  must(service_.unfinish(ref, {}));
  EXPECT_EQ(next(ref, 1), Times{"2026-11-22T18:00"});
  refusal(service_.unfinish(ref, {}));
}

TEST_F(ReminderServiceTest, MarksTheOneOfSeveralADayThatIsMeant) {
  const EntityRef ref = add("FREQ=DAILY;BYHOUR=18,19,20");
  const int last = service_.ordinal_at(ref, {}, clock("20:00")).value();
  EXPECT_EQ(last, 2);
  must(service_.finish(ref, {}, last));
  EXPECT_EQ(next(ref, 3), (Times{"2026-11-22T18:00", "2026-11-22T19:00", "2026-11-23T18:00"}));
  must(service_.skip(ref, {}, last));
  refusal(service_.unfinish(ref, {}, 0));
  must(service_.unfinish(ref, {}, last));
  refusal(service_.unfinish(ref, {}));
  must(service_.skip(ref, day("2026-11-22"), 1));
  EXPECT_EQ(next(ref, 2), (Times{"2026-11-22T18:00", "2026-11-22T20:00"}));
  must(service_.snooze(ref, home_.clock().now() + std::chrono::hours(1), day("2026-11-22"), last));
  const auto states = service_.states(*service_.get(ref), day("2026-11-22"), day("2026-11-22"));
  ASSERT_EQ(states->size(), 2U);
  EXPECT_EQ(states->back().ordinal, last);
  must(service_.remove_occurrence(ref, day("2026-11-24"), last));
  EXPECT_EQ(next(ref, 7).back(), "2026-11-24T19:00");
  refusal(service_.finish(ref, {}, 3));
  refusal(service_.finish(ref, {}, -1));
  refusal(service_.ordinal_at(ref, {}, clock("21:00")));
}

TEST_F(ReminderServiceTest, RefusesToTakeBackWhatNobodyMarked) {
  const EntityRef ref = add();
  refusal(service_.unfinish(ref, day("2026-11-21")));
  must(service_.remove(ref));
  refusal(service_.unfinish(ref, {}), ErrorCode::not_found);
}

TEST_F(ReminderServiceTest, LeavesTheDaysOutAtANewTimeToo) {
  const EntityRef ref = add();
  must(service_.remove_occurrence(ref, day("2026-11-23")));
  must(service_.edit(ref, {.at = clock("21:00")}));
  EXPECT_EQ(next(ref, 2), (Times{"2026-11-22T21:00", "2026-11-24T21:00"}));
}

TEST_F(ReminderServiceTest, EditsOneOfASeriesAsAThingOfItsOwn) {
  const EntityRef ref = add();
  const auto changes = service_.edit_occurrence(ref, day("2026-11-24"), {.title = "Long hug", .at = clock("21:30")});
  ASSERT_EQ(must(changes), ref);
  ASSERT_EQ(changes->touched.size(), 2U);
  const EntityRef one = changes->touched[1];
  EXPECT_EQ(service_.get(one)->title, "Long hug");
  EXPECT_EQ(next(one, 5), Times{"2026-11-24T21:30"});
  EXPECT_EQ(next(ref, 3), (Times{"2026-11-22T20:00", "2026-11-23T20:00", "2026-11-25T20:00"}));
  EXPECT_EQ(undo(), "edit one day of reminder 'Hug'");
  EXPECT_EQ(service_.list()->size(), 1U) << "one step takes back both";
  EXPECT_EQ(next(ref, 3), (Times{"2026-11-22T20:00", "2026-11-23T20:00", "2026-11-24T20:00"}));
}

TEST_F(ReminderServiceTest, TakesTheMarkAlongWithTheOne) {
  const EntityRef ref = add();
  must(service_.finish(ref, {}));
  const auto changes = service_.edit_occurrence(ref, day("2026-11-22"), {.title = "Long hug"});
  must(changes);
  EXPECT_EQ(service_.states(*service_.get(changes->touched[1]), day("2026-11-22"), day("2026-11-22"))->size(), 1U);
  EXPECT_TRUE(service_.states(*service_.get(ref), day("2026-11-22"), day("2026-11-22"))->empty());
  EXPECT_EQ(undo(), "edit one day of reminder 'Hug'");
  EXPECT_EQ(service_.states(*service_.get(ref), day("2026-11-22"), day("2026-11-22"))->size(), 1U);
}

TEST_F(ReminderServiceTest, StaysPutOffWhereItsTimeStays) {
  const EntityRef ref = add();
  const Instant until = home_.clock().now() + std::chrono::hours(2);
  must(service_.finish(ref, day("2026-11-21")));
  must(service_.snooze(ref, until));
  const auto renamed = service_.edit_occurrence(ref, day("2026-11-22"), {.title = "Long hug"});
  must(renamed);
  const auto states = service_.states(*service_.get(renamed->touched[1]), day("2026-11-22"), day("2026-11-22"));
  ASSERT_EQ(states->size(), 1U);
  EXPECT_EQ(states->front().what, OccurrenceState::What::snoozed);
  EXPECT_EQ(states->front().until, until);
  undo();
  const auto moved = service_.edit_occurrence(ref, day("2026-11-22"), {.at = clock("21:00")});
  must(moved);
  EXPECT_TRUE(service_.states(*service_.get(moved->touched[1]), day("2026-11-22"), day("2026-11-22"))->empty())
      << "a new time is what was asked for";
}

TEST_F(ReminderServiceTest, KeepsTheMarksOfTheOthersOfADay) {
  const EntityRef ref = add("FREQ=DAILY;BYHOUR=18,19,20");
  must(service_.finish(ref, day("2026-11-23")));
  must(service_.remove_occurrence(ref, day("2026-11-23")));  // 19:00, the first that is open
  must(service_.finish(ref, day("2026-11-23")));             // 20:00
  EXPECT_EQ(next(ref, 4), (Times{"2026-11-22T18:00", "2026-11-22T19:00", "2026-11-22T20:00", "2026-11-24T18:00"}));
  must(service_.remove_occurrence(ref, day("2026-11-23")));
  EXPECT_EQ(service_.states(*service_.get(ref), day("2026-11-23"), day("2026-11-23"))->size(), 1U);
}

TEST_F(ReminderServiceTest, ChangesAReminderThatComesOnceItself) {
  const EntityRef ref = must(service_.add({.title = "Hug", .at = clock("20:00"), .from = day("2026-11-24")}));
  const auto changes = service_.edit_occurrence(ref, day("2026-11-24"), {.from = day("2026-11-25")});
  EXPECT_EQ(changes->touched, std::vector<EntityRef>{ref});
  EXPECT_EQ(next(ref, 2), Times{"2026-11-25T20:00"});
}

TEST_F(ReminderServiceTest, EditsThisAndThoseThatFollow) {
  const EntityRef ref = add("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
  const auto changes = service_.edit_following(ref, day("2026-12-04"), {.title = "Long hug", .at = clock("21:30")});
  ASSERT_EQ(must(changes), ref);
  ASSERT_EQ(changes->touched.size(), 2U);
  EXPECT_TRUE(next(ref, 5).empty()) << "20 November was its last";
  EXPECT_EQ(next(changes->touched[1], 2), (Times{"2026-12-04T21:30", "2026-12-18T21:30"}));
  EXPECT_EQ(service_.get(ref)->title, "Hug");
  EXPECT_EQ(undo(), "edit reminder from a day on 'Hug'");
  EXPECT_EQ(next(ref, 2), (Times{"2026-12-04T20:00", "2026-12-18T20:00"}));
  EXPECT_EQ(service_.list()->size(), 1U);
}

TEST_F(ReminderServiceTest, SharesACountOutAndKeepsMarksOfWhatFollows) {
  const EntityRef ref = add("FREQ=DAILY;COUNT=6");
  must(service_.finish(ref, day("2026-11-24")));
  const auto changes = service_.edit_following(ref, day("2026-11-23"), {.title = "Long hug"});
  must(changes);
  EXPECT_EQ(next(ref, 9), Times{"2026-11-22T20:00"});
  EXPECT_EQ(next(changes->touched[1], 9), (Times{"2026-11-23T20:00", "2026-11-25T20:00"}));
}

TEST_F(ReminderServiceTest, KeepsCountAndMarksWhereTheRhythmIsNamedButTheSame) {
  const EntityRef ref = add("FREQ=DAILY;COUNT=10");
  must(service_.finish(ref, day("2026-11-25")));
  const auto changes =
      service_.edit_following(ref, day("2026-11-24"), {.title = "Long hug", .rule = "FREQ=DAILY;INTERVAL=1;COUNT=10"});
  must(changes);
  EXPECT_EQ(service_.get(ref)->schedule.rule->count, 4);
  EXPECT_EQ(service_.get(changes->touched[1])->schedule.rule->count, 6);
  EXPECT_EQ(next(changes->touched[1], 9), (Times{"2026-11-24T20:00", "2026-11-26T20:00", "2026-11-27T20:00",
                                                 "2026-11-28T20:00", "2026-11-29T20:00"}));
}

TEST_F(ReminderServiceTest, KeepsMarksWhereTheFirstDayIsNamedButTheSame) {
  const EntityRef ref = add("FREQ=DAILY");
  must(service_.finish(ref, day("2026-11-25")));
  const auto changes = service_.edit_following(ref, day("2026-11-24"), {.from = day("2026-11-24")});
  must(changes);
  EXPECT_EQ(next(changes->touched[1], 2), (Times{"2026-11-24T20:00", "2026-11-26T20:00"}));
}

TEST_F(ReminderServiceTest, BeginsACountAnewWhereItIsAnother) {
  const EntityRef ref = add("FREQ=DAILY;COUNT=10");
  must(service_.finish(ref, day("2026-11-25")));
  const auto changes = service_.edit_following(ref, day("2026-11-24"), {.rule = "FREQ=DAILY;COUNT=3"});
  must(changes);
  EXPECT_EQ(next(changes->touched[1], 9), (Times{"2026-11-24T20:00", "2026-11-25T20:00", "2026-11-26T20:00"}));
}

TEST_F(ReminderServiceTest, GivesANewRhythmFromADayOn) {
  const EntityRef ref = add();
  const auto changes =
      service_.edit_following(ref, day("2026-11-25"), {.rule = "FREQ=WEEKLY;BYDAY=MO", .from = day("2026-12-01")});
  must(changes);
  EXPECT_EQ(next(ref, 9), (Times{"2026-11-22T20:00", "2026-11-23T20:00", "2026-11-24T20:00"}));
  EXPECT_EQ(next(changes->touched[1], 1), Times{"2026-12-07T20:00"});
  refusal(service_.edit_following(changes->touched[1], day("2026-12-14"), {.from = day("2026-12-13")}));
}

TEST_F(ReminderServiceTest, ChangesAllWhereNothingComesBefore) {
  const EntityRef ref = add();
  const auto changes = service_.edit_following(ref, day("2026-11-20"), {.title = "Long hug"});
  EXPECT_EQ(changes->touched, std::vector<EntityRef>{ref});
  EXPECT_EQ(service_.list()->size(), 1U);
}

TEST_F(ReminderServiceTest, RemovesOneOrThoseThatFollow) {
  const EntityRef ref = add();
  must(service_.remove_occurrence(ref, day("2026-11-23")));
  EXPECT_EQ(next(ref, 2), (Times{"2026-11-22T20:00", "2026-11-24T20:00"}));
  must(service_.remove_following(ref, day("2026-11-25")));
  EXPECT_EQ(next(ref, 9), (Times{"2026-11-22T20:00", "2026-11-24T20:00"}));
  EXPECT_EQ(undo(), "end reminder 'Hug'");
  EXPECT_EQ(undo(), "remove one day of reminder 'Hug'");
  EXPECT_EQ(next(ref, 2), (Times{"2026-11-22T20:00", "2026-11-23T20:00"}));
  must(service_.remove_following(ref, day("2026-11-20")));
  EXPECT_TRUE(service_.list()->empty()) << "nothing came before that day";
  EXPECT_EQ(undo(), "end reminder 'Hug'");
  EXPECT_EQ(service_.list()->size(), 1U);
}

TEST_F(ReminderServiceTest, TakesTheReminderAwayWithItsLastDay) {
  const EntityRef ref = add("FREQ=DAILY;COUNT=2");
  must(service_.remove_occurrence(ref, day("2026-11-20")));
  must(service_.remove_occurrence(ref, day("2026-11-21")));
  EXPECT_TRUE(service_.list()->empty());
}

TEST_F(ReminderServiceTest, RefusesDaysOnWhichItDoesntComeAndARhythmForOne) {
  const EntityRef ref = add("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231");
  refusal(service_.edit_occurrence(ref, day("2026-11-28"), {.title = "x"}));
  refusal(service_.edit_occurrence(ref, day("2026-11-27"), {.rule = "FREQ=DAILY"}));
  refusal(service_.edit_occurrence(ref, day("2026-11-27"), {.title = ""}));
  refusal(service_.edit_occurrence(ref, day("2026-11-27"), {.zone = "Nowhere"}));
  refusal(service_.remove_occurrence(ref, day("2026-11-28")));
  refusal(service_.edit_following(ref, day("2027-01-01"), {.title = "x"}));
  refusal(service_.remove_following(ref, day("2027-01-01")));
  EXPECT_EQ(next(ref, 1), Times{"2026-11-27T20:00"}) << "and nothing was changed";
  EXPECT_EQ(service_.list()->size(), 1U);
}

TEST_F(ReminderServiceTest, CutsASeriesOfBothInTheirSpace) {
  const EntityRef ref = must(service_.add(
      {.title = "Hug", .at = clock("20:00"), .rule = "FREQ=DAILY", .from = day("2026-11-20"), .for_both = true}));
  const auto changes = service_.edit_occurrence(ref, day("2026-11-24"), {.title = "Long hug"});
  must(changes);
  EXPECT_EQ(changes->touched[1].space, SpaceKind::couple);
  EXPECT_EQ(undo(), "edit one day of reminder 'Hug'");
}

}  // namespace
}  // namespace kindling
