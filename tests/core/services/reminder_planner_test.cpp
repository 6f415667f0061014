#include "core/services/reminder_planner.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/services/planner_support.hpp"

namespace kindling {
namespace {

using What = OccurrenceState::What;

class ReminderPlanner : public ::testing::Test {
 protected:
  // The times of the wanted ones, as the wall clock shows them.
  [[nodiscard]] std::vector<std::string> times(const NotificationPlan& plan) const {
    std::vector<std::string> shown;
    for (const Notification& one : plan.wanted)
      shown.push_back(to_string(to_local(std::chrono::floor<std::chrono::seconds>(one.at), *berlin_)));
    return shown;
  }
  static std::vector<Fate> fates(const NotificationPlan& plan) {
    std::vector<Fate> found;
    for (const PlannedOccurrence& one : plan.record) found.push_back(one.fate);
    return found;
  }
  static LocalDate day(std::string_view text) { return parse_date(text).value(); }

  TzifZones zones_;
  const TimeZone* berlin_ = zones_.find("Europe/Berlin");
  const TimeZone* new_york_ = zones_.find("America/New_York");
};
using Times = std::vector<std::string>;

TEST_F(ReminderPlanner, GivesWhatComesFromNowOnNearestFirst) {
  auto given = input(*berlin_, "2026-11-23T08:00:00+01:00",
                     {rule(1, "2026-11-01T20:00", "FREQ=DAILY"), rule(2, "2026-11-01T08:00", "FREQ=DAILY")});
  given.days = 2;
  const auto plan = plan_notifications(given);
  EXPECT_EQ(times(plan), (Times{"2026-11-23T08:00", "2026-11-23T20:00", "2026-11-24T08:00", "2026-11-24T20:00"}));
  EXPECT_EQ(plan.wanted[0].title, "number 2");
  EXPECT_EQ(plan.wanted[0].date, day("2026-11-23"));
  EXPECT_EQ(fates(plan), std::vector<Fate>(4, Fate::notified));
}

TEST_F(ReminderPlanner, LeavesOutWhatIsDoneOrSkippedAndSaysSo) {
  auto daily = rule(1, "2026-11-01T08:00", "FREQ=DAILY");
  daily.states = {{day("2026-11-23"), 0, What::done, {}}, {day("2026-11-24"), 0, What::skipped, {}}};
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00", {daily});
  given.days = 3;
  const auto plan = plan_notifications(given);
  EXPECT_EQ(times(plan), Times{"2026-11-25T08:00"});
  EXPECT_EQ(fates(plan), (std::vector{Fate::done, Fate::skipped, Fate::notified}));
}

TEST_F(ReminderPlanner, BringsASnoozedOneAtItsNewTime) {
  auto daily = rule(1, "2026-11-01T08:00", "FREQ=DAILY");
  daily.states = {{day("2026-11-20"), 0, What::snoozed, instant("2026-11-23T09:30:00+01:00")},
                  {day("2026-11-23"), 0, What::snoozed, instant("2026-11-23T10:00:00+01:00")}};
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00", {daily});
  given.days = 1;
  const auto plan = plan_notifications(given);
  EXPECT_EQ(times(plan), (Times{"2026-11-23T09:30", "2026-11-23T10:00"}));
  EXPECT_TRUE(plan.wanted[0].snoozed);
  EXPECT_EQ(plan.wanted[0].date, day("2026-11-20"));
}

TEST_F(ReminderPlanner, TakesDoneForMoreThanSnoozed) {
  auto daily = rule(1, "2026-11-01T08:00", "FREQ=DAILY");
  daily.states = {{day("2026-11-23"), 0, What::snoozed, instant("2026-11-23T10:00:00+01:00")},
                  {day("2026-11-23"), 0, What::done, {}}};
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00", {daily});
  given.days = 1;
  EXPECT_EQ(fates(plan_notifications(given)), std::vector{Fate::done});
}

TEST_F(ReminderPlanner, KeepsQuietHoursAcrossMidnight) {
  auto given = input(*berlin_, "2026-11-23T12:00:00+01:00",
                     {rule(1, "2026-11-23T21:59", ""), rule(2, "2026-11-23T22:00", ""), rule(3, "2026-11-24T06:59", ""),
                      rule(4, "2026-11-24T07:00", "")});
  given.quiet = range("22:00-07:00");
  const auto plan = plan_notifications(given);
  EXPECT_EQ(times(plan), (Times{"2026-11-23T21:59", "2026-11-24T07:00"}));
  EXPECT_EQ(fates(plan), (std::vector{Fate::notified, Fate::quiet, Fate::quiet, Fate::notified}));
}

TEST_F(ReminderPlanner, MeasuresQuietHoursByTheDevicesClock) {
  auto abroad = rule(1, "2026-11-23T20:00", "");
  abroad.schedule.kind = ScheduleKind::zoned;
  abroad.schedule.zone = "America/New_York";
  abroad.zone = new_york_;
  auto given = input(*berlin_, "2026-11-23T12:00:00+01:00", {abroad});
  given.quiet = range("22:00-07:00");
  EXPECT_EQ(fates(plan_notifications(given)), std::vector{Fate::quiet});
}

TEST_F(ReminderPlanner, MovesAFloatingReminderWithTheTraveller) {
  const std::vector<PlannedRule> rules{rule(1, "2026-11-23T07:45", "")};
  EXPECT_EQ(plan_notifications(input(*berlin_, "2026-11-22T12:00:00Z", rules)).wanted.at(0).at,
            instant("2026-11-23T06:45:00Z"));
  EXPECT_EQ(plan_notifications(input(*new_york_, "2026-11-22T12:00:00Z", rules)).wanted.at(0).at,
            instant("2026-11-23T12:45:00Z"));
}

TEST_F(ReminderPlanner, MovesASkippedWallTimeForwardOnTheDayOfTheGap) {
  auto given = input(*berlin_, "2027-03-28T00:00:00+01:00", {rule(1, "2027-03-01T02:30", "FREQ=DAILY")});
  given.days = 1;
  EXPECT_EQ(times(plan_notifications(given)), Times{"2027-03-28T03:30"});
}

TEST_F(ReminderPlanner, ComesOnceOnTheDayOfTheOverlap) {
  auto given = input(*berlin_, "2026-10-25T00:00:00+02:00", {rule(1, "2026-10-01T02:30", "FREQ=DAILY")});
  given.days = 1;
  const auto plan = plan_notifications(given);
  ASSERT_EQ(plan.wanted.size(), 1U);
  EXPECT_EQ(plan.wanted[0].at, instant("2026-10-25T00:30:00Z"));
}

TEST_F(ReminderPlanner, SpendsTheWeeksBudgetOnTheEarliest) {
  auto given = input(*berlin_, "2026-11-23T00:00:00+01:00", {rule(1, "2026-11-01T08:00", "FREQ=DAILY")});  // a Monday
  given.weekly_budget[ReminderKind::affection] = 3;
  EXPECT_EQ(times(plan_notifications(given)), (Times{"2026-11-23T08:00", "2026-11-24T08:00", "2026-11-25T08:00",
                                                     "2026-11-30T08:00", "2026-12-01T08:00", "2026-12-02T08:00"}));
}

TEST_F(ReminderPlanner, CountsWhatCameEarlierInTheWeek) {
  auto given = input(*berlin_, "2026-11-25T12:00:00+01:00", {rule(1, "2026-11-01T08:00", "FREQ=DAILY")});
  given.rules[0].states = {{day("2026-11-24"), 0, What::done, {}}};
  given.weekly_budget[ReminderKind::affection] = 4;
  given.days = 4;
  const auto plan = plan_notifications(given);
  EXPECT_EQ(times(plan), Times{"2026-11-26T08:00"});
  EXPECT_EQ(fates(plan), (std::vector{Fate::notified, Fate::over_budget, Fate::over_budget, Fate::over_budget}));
}

TEST_F(ReminderPlanner, LetsASnoozedOneComeWithoutBudget) {
  auto daily = rule(1, "2026-11-01T08:00", "FREQ=DAILY");
  daily.states = {{day("2026-11-23"), 0, What::snoozed, instant("2026-11-23T10:00:00+01:00")}};
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00", {daily});
  given.weekly_budget[ReminderKind::affection] = 0;
  given.days = 2;
  EXPECT_EQ(times(plan_notifications(given)), Times{"2026-11-23T10:00"});
}

TEST_F(ReminderPlanner, HasABudgetForEachKind) {
  EXPECT_EQ(default_weekly_budget(ReminderKind::affection), 28);
  EXPECT_EQ(default_weekly_budget(ReminderKind::ritual), 42);
  EXPECT_EQ(default_weekly_budget(ReminderKind::talk), 14);
  EXPECT_EQ(default_weekly_budget(ReminderKind::date), 14);
  EXPECT_EQ(default_weekly_budget(ReminderKind::other), 70);
}

TEST_F(ReminderPlanner, MergesWhatComesWithinFiveMinutesOfTheEarliest) {
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00",
                     {rule(1, "2026-11-23T08:00", ""), rule(2, "2026-11-23T08:03", ""), rule(3, "2026-11-23T08:05", ""),
                      rule(4, "2026-11-23T08:06", "")});
  const auto plan = plan_notifications(given);
  EXPECT_EQ(times(plan), (Times{"2026-11-23T08:00", "2026-11-23T08:06"}));
  ASSERT_EQ(plan.wanted[0].merged.size(), 2U);
  EXPECT_EQ(plan.wanted[0].merged[1].title, "number 3");
  EXPECT_EQ(fates(plan), (std::vector{Fate::notified, Fate::merged, Fate::merged, Fate::notified}));
}

TEST_F(ReminderPlanner, StopsAtTheLimitAndSaysWhatLiesBeyond) {
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00", {rule(1, "2026-11-23T08:00", "FREQ=DAILY")});
  given.limit = 2;
  given.days = 3;
  EXPECT_EQ(fates(plan_notifications(given)), (std::vector{Fate::notified, Fate::notified, Fate::beyond_limit}));
}

TEST_F(ReminderPlanner, NotifiesAPlanAheadOfItsStart) {
  auto plan_rule = rule(1, "2026-11-27T19:00", "", ReminderKind::date);
  plan_rule.ahead = std::chrono::minutes(60);
  EXPECT_EQ(times(plan_notifications(input(*berlin_, "2026-11-27T12:00:00+01:00", {plan_rule}))),
            Times{"2026-11-27T18:00"});
}

TEST_F(ReminderPlanner, NotifiesAWholeDayInTheMorning) {
  auto anniversary = rule(1, "2026-11-27T00:00", "FREQ=YEARLY");
  anniversary.schedule.kind = ScheduleKind::date;
  EXPECT_EQ(times(plan_notifications(input(*berlin_, "2026-11-26T12:00:00+01:00", {anniversary}))),
            Times{"2026-11-27T09:00"});
}

TEST_F(ReminderPlanner, SpreadsOccurrencesOverTheirWindow) {
  auto spread = rule(1, "2026-11-23T08:00", "FREQ=DAILY");
  spread.window = range("18:00-20:00");
  const auto plan = plan_notifications(input(*berlin_, "2026-11-23T07:00:00+01:00", {spread}));
  std::set<LocalTime> found;
  for (const Notification& one : plan.wanted) {
    const LocalTime time = time_of(to_local(std::chrono::floor<std::chrono::seconds>(one.at), *berlin_));
    EXPECT_TRUE(spread.window->contains(time)) << to_string(time);
    found.insert(time);
  }
  EXPECT_EQ(plan.wanted.size(), 14U);
  EXPECT_GT(found.size(), 8U);
}

TEST_F(ReminderPlanner, JittersToTheSameMinuteForEver) {
  const Uuid id = uuid_of_number(7);
  EXPECT_EQ(to_string(jittered(id, day("2026-11-23"), range("18:00-20:00"), std::nullopt)), "2026-11-23T18:19");
  EXPECT_EQ(to_string(jittered(id, day("2026-11-24"), range("23:00-01:00"), range("22:00-00:30"))), "2026-11-25T00:35");
}

TEST_F(ReminderPlanner, KeepsTheJitterOfAWindowAbroadOutOfQuietHoursHere) {
  auto abroad = rule(1, "2026-11-23T08:00", "FREQ=DAILY");
  abroad.schedule.kind = ScheduleKind::zoned;
  abroad.schedule.zone = "America/New_York";
  abroad.zone = new_york_;
  abroad.window = range("15:00-20:00");  // 21:00 to 02:00 in Berlin
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00", {abroad});
  given.quiet = range("22:00-07:00");
  EXPECT_EQ(fates(plan_notifications(given)), std::vector<Fate>(14, Fate::notified));
}

TEST_F(ReminderPlanner, BringsWhatFellIntoTheNightTogetherInTheMorningWhereThatIsWished) {
  auto given = input(*berlin_, "2026-11-23T12:00:00+01:00",
                     {rule(1, "2026-11-23T22:30", ""), rule(2, "2026-11-24T03:00", ""), rule(3, "2026-11-24T07:02", ""),
                      rule(4, "2026-11-23T21:00", "")});
  given.quiet = range("22:00-07:00");
  given.after_quiet = AfterQuiet::digest;
  const auto plan = plan_notifications(given);
  EXPECT_EQ(times(plan), (Times{"2026-11-23T21:00", "2026-11-24T07:00"}));
  ASSERT_EQ(plan.wanted[1].merged.size(), 2U);
  EXPECT_EQ(plan.wanted[1].merged[1].title, "number 3");
  EXPECT_EQ(fates(plan), (std::vector{Fate::notified, Fate::notified, Fate::merged, Fate::merged}));
  // Also for who looks in the middle of the night.
  given.now = instant("2026-11-24T02:00:00+01:00");
  EXPECT_EQ(times(plan_notifications(given)), Times{"2026-11-24T07:00"});
}

TEST_F(ReminderPlanner, ThinsOutWhatIsIgnoredOnTheSameDaysWheneverItLooks) {
  auto daily = rule(1, "2026-11-01T08:00", "FREQ=DAILY");
  daily.ignored = kIgnoredTooOften - 1;
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00", {daily});
  given.days = 9;
  EXPECT_EQ(plan_notifications(given).wanted.size(), 9U);
  given.rules[0].ignored = kIgnoredTooOften;
  const Times thinned = times(plan_notifications(given));
  EXPECT_EQ(thinned.size(), 3U);
  EXPECT_EQ(std::ranges::count(fates(plan_notifications(given)), Fate::thinned), 6);
  given.now = instant("2026-11-24T09:00:00+01:00");
  given.days = 7;
  Times later;
  for (const std::string& time : thinned) {
    if (time > "2026-11-24T09:00") later.push_back(time);
  }
  Times now = times(plan_notifications(given));
  now.resize(std::min(now.size(), later.size()));
  EXPECT_EQ(now, later);
  // What its owner put off always comes.
  given.rules[0].states = {{day("2026-11-24"), 0, What::snoozed, instant("2026-11-24T10:00:00+01:00")}};
  EXPECT_EQ(times(plan_notifications(given)).front(), "2026-11-24T10:00");
}

TEST_F(ReminderPlanner, TellsTheSystemNoMoreThanWhatChanged) {
  auto given = input(*berlin_, "2026-11-23T07:00:00+01:00",
                     {rule(1, "2026-11-01T08:00", "FREQ=DAILY"), rule(2, "2026-11-01T20:00", "FREQ=DAILY")});
  given.days = 1;
  const auto plan = plan_notifications(given);
  const auto first = reconcile(plan.wanted, {});
  EXPECT_EQ(first.schedule.size(), 2U);
  EXPECT_TRUE(first.cancel.empty());
  std::vector<HeldNotification> held;
  for (const Notification& one : first.schedule) held.push_back({one.source, one.date, one.ordinal, one.at});
  std::reverse(held.begin(), held.end());
  const auto nothing = reconcile(plan.wanted, held);
  EXPECT_TRUE(nothing.schedule.empty() && nothing.cancel.empty());
  // One is put off.
  given.rules[1].states = {{day("2026-11-23"), 0, What::snoozed, instant("2026-11-23T21:00:00+01:00")}};
  const auto changed = reconcile(plan_notifications(given).wanted, held);
  ASSERT_EQ(changed.schedule.size(), 1U);
  ASSERT_EQ(changed.cancel.size(), 1U);
  EXPECT_EQ(changed.cancel[0].at, instant("2026-11-23T20:00:00+01:00"));
  EXPECT_EQ(changed.schedule[0].at, instant("2026-11-23T21:00:00+01:00"));
}

}  // namespace
}  // namespace kindling
