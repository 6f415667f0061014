#include "core/services/today_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/library/content_pack.hpp"
#include "core/services/check_in_service.hpp"
#include "core/services/keepsake_service.hpp"
#include "core/services/plan_service.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/ritual_service.hpp"
#include "core/services/settings_service.hpp"
#include "tests/support/content_builder.hpp"
#include "tests/support/test_home.hpp"

namespace kindling {
namespace {

using ::testing::HasSubstr;
using State = DueReminder::State;

// Sunday, 22 November 2026, 11:00 in Berlin.
class TodayServiceTest : public ::testing::Test {
 protected:
  EntityRef add(const Result<Changes>& changes) {
    EXPECT_TRUE(changes.has_value()) << (changes ? "" : changes.error().message);
    return changes && !changes->touched.empty() ? changes->touched.front() : EntityRef{};
  }
  EntityRef add_reminder(const std::string& title, std::string_view time, std::string_view from = "2026-11-20") {
    return add(ReminderService(context()).add(
        {.title = title, .at = parse_time(time).value(), .rule = "FREQ=DAILY", .from = parse_date(from).value()}));
  }
  EntityRef add_ritual(const std::string& title, std::string_view time) {
    AddRitual command;
    command.title = title;
    command.at = parse_time(time).value();
    return add(RitualService(context()).add(command));
  }
  EntityRef add_plan(const std::string& title, std::string_view start) {
    AddPlan command;
    command.title = title;
    command.start = parse_date_time(start).value();
    return add(PlanService(context()).add(command));
  }
  void must(const Result<Changes>& changes) { (void)add(changes); }
  void check_in(LocalDate date, int valence) {
    must(CheckInService(context()).add(
        {.valence = valence,
         .energy = 0,
         .at = Instant(to_instant(LocalDateTime(date) + std::chrono::hours(9), context().zone))}));
  }
  TodayView today() {
    auto view = TodayService(context(), catalogue_).today();
    EXPECT_TRUE(view.has_value()) << (view ? "" : view.error().message);
    return view ? std::move(*view) : TodayView{};
  }
  NotificationPlan upcoming(int days = 14, std::size_t limit = 60) {
    auto plan = TodayService(context(), catalogue_).upcoming(days, limit);
    EXPECT_TRUE(plan.has_value()) << (plan ? "" : plan.error().message);
    return plan ? std::move(*plan) : NotificationPlan{};
  }
  std::vector<std::string> titles(const NotificationPlan& plan) {
    std::vector<std::string> found;
    for (const Notification& one : plan.wanted) {
      found.push_back(to_string(to_local(std::chrono::floor<std::chrono::seconds>(one.at), context().zone)) + " " +
                      one.title);
    }
    return found;
  }
  const Context& context() { return home_.context(); }
  static LocalDate day(std::string_view text) { return parse_date(text).value(); }
  static Instant instant(std::string_view text) { return parse_instant(text).value(); }

  TestHome home_;
  Catalogue catalogue_ = Catalogue::load(pack({piece("gesture.care.tea", ContentKind::gesture),
                                               piece("prompt.play.song", ContentKind::prompt)}))
                             .value();
};

TEST_F(TodayServiceTest, ShowsAnEmptyHomeWithSomethingFromTheLibrary) {
  const TodayView view = today();
  EXPECT_EQ(view.date, day("2026-11-22"));
  EXPECT_EQ(to_string(view.local_now), "2026-11-22T11:00");
  EXPECT_EQ(view.zone, "Europe/Berlin");
  ASSERT_TRUE(view.affection.has_value());
  EXPECT_EQ(view.affection->id, "gesture.care.tea");
  ASSERT_TRUE(view.prompt.has_value());
  EXPECT_EQ(view.prompt->id, "prompt.play.song");
  EXPECT_TRUE(view.reminders.empty() && view.rituals.empty() && view.on_this_day.empty() && view.notices.empty());
  EXPECT_FALSE(view.check_in || view.next_plan);
}

TEST_F(TodayServiceTest, ShowsTodaysRemindersByTimeWithTheirState) {
  const EntityRef done = add_reminder("done", "09:00");
  add_reminder("coming", "20:00");
  add_reminder("due", "08:00");
  const EntityRef skipped = add_reminder("skipped", "10:00");
  const EntityRef snoozed = add_reminder("snoozed", "10:30");
  const EntityRef paused = add_reminder("paused", "07:00");
  add_reminder("tomorrow", "12:00", "2026-11-23");
  ReminderService service(context());
  must(service.finish(done, {}));
  must(service.skip(skipped, {}));
  must(service.snooze(snoozed, instant("2026-11-22T13:00:00+01:00")));
  must(service.pause(paused));
  std::vector<std::pair<std::string, State>> shown;
  for (const DueReminder& one : today().reminders) shown.emplace_back(one.reminder.title, one.state);
  const std::vector<std::pair<std::string, State>> expected{{"due", State::due},
                                                            {"done", State::done},
                                                            {"skipped", State::skipped},
                                                            {"snoozed", State::snoozed},
                                                            {"coming", State::coming}};
  EXPECT_EQ(shown, expected);
  home_.clock().set(instant("2026-11-22T13:00:00+01:00"));
  EXPECT_EQ(today().reminders[3].state, State::due);
}

TEST_F(TodayServiceTest, ShowsWhatWasPutOffUntilToday) {
  add_reminder("hug", "10:00");
  const EntityRef ref = add_reminder("walk", "10:30");
  must(ReminderService(context()).snooze(ref, instant("2026-11-23T18:00:00+01:00")));
  home_.clock().set(instant("2026-11-23T09:00:00+01:00"));
  const TodayView view = today();
  ASSERT_EQ(view.reminders.size(), 3U);
  EXPECT_EQ(view.reminders[2].at, instant("2026-11-23T18:00:00+01:00"));
  EXPECT_EQ(view.reminders[2].state, State::snoozed);
  EXPECT_EQ(view.reminders[2].occurrence.nominal, parse_date_time("2026-11-22T10:30").value());
}

TEST_F(TodayServiceTest, BeginsANewDayWhenTheOwnersDayStarts) {
  must(SettingsService(context()).set_day_start(parse_time("03:00").value()));
  home_.clock().set(instant("2026-11-23T02:59:00+01:00"));
  EXPECT_EQ(today().date, day("2026-11-22"));
  home_.clock().set(instant("2026-11-23T03:00:00+01:00"));
  EXPECT_EQ(today().date, day("2026-11-23"));
}

TEST_F(TodayServiceTest, ShowsTheNewestCheckInTheNextPlanAndOldMemories) {
  must(CheckInService(context()).add({.valence = 1, .energy = 0}));
  home_.clock().advance(std::chrono::minutes(1));
  must(CheckInService(context()).add({.valence = 3, .energy = 0}));
  const EntityRef cancelled = add_plan("cancelled", "2026-11-24T19:00");
  add_plan("opera", "2026-11-27T19:00");
  must(PlanService(context()).cancel(cancelled));
  must(KeepsakeService(context()).add_memory("the sea", day("2024-11-22")));
  const TodayView view = today();
  EXPECT_EQ(view.check_in.value().valence, 3);
  EXPECT_EQ(view.next_plan.value().title, "opera");
  ASSERT_EQ(view.on_this_day.size(), 1U);
  EXPECT_EQ(view.on_this_day[0].text, "the sea");
}

TEST_F(TodayServiceTest, GivesATentativeNoticeOfALastingDrop) {
  const LocalDate start = day("2026-09-07");
  for (int i = 0; i < 56; ++i) check_in(start + std::chrono::days(i), 2);
  for (int i = 56; i < 76; ++i) check_in(start + std::chrono::days(i), -1);
  const TodayView view = today();
  ASSERT_EQ(view.notices.size(), 1U);
  EXPECT_EQ(view.notices[0],
            "The last two weeks look a little lower than is usual for you. It may mean nothing at all.");
  const auto drift = InsightService(context()).drift().value();
  EXPECT_EQ(drift.value().notice.since, day("2026-11-02"));
}

TEST_F(TodayServiceTest, TakesTheDateOfACheckInFromWhereItWas) {
  home_.clock().set(instant("2026-11-23T00:30:00+01:00"));  // a Monday
  must(CheckInService(context()).add({.valence = 2, .energy = -1}));
  const auto trend = InsightService(context()).trend(2).value();
  ASSERT_EQ(trend.size(), 2U);
  EXPECT_EQ(trend[0].check_ins, 0);
  EXPECT_EQ(trend[1].check_ins, 1);
  EXPECT_DOUBLE_EQ(trend[1].valence.value(), 2);
  EXPECT_DOUBLE_EQ(trend[1].energy.value(), -1);
  EXPECT_FALSE(InsightService(context()).trend(0).has_value());
  EXPECT_FALSE(InsightService(context()).trend(521).has_value());
}

TEST_F(TodayServiceTest, PlansRemindersRitualsAndPlansTogether) {
  const EntityRef hug = add_reminder("hug", "20:00");
  const EntityRef tea = add_ritual("tea", "21:00");
  add_plan("opera", "2026-11-23T19:00");
  must(ReminderService(context()).finish(hug, day("2026-11-23")));
  must(RitualService(context()).finish(tea, day("2026-11-22")));
  EXPECT_EQ(titles(upcoming(2)), (std::vector<std::string>{"2026-11-22T19:00 Tomorrow: opera", "2026-11-22T20:00 hug",
                                                           "2026-11-23T18:00 opera", "2026-11-23T21:00 tea"}));
}

TEST_F(TodayServiceTest, LeavesRestingRitualsPausedRemindersAndDeclinedPlansAlone) {
  must(RitualService(context()).rest(add_ritual("tea", "21:00"), day("2026-11-23")));
  must(ReminderService(context()).pause(add_reminder("hug", "20:00")));
  must(PlanService(context()).decline(add_plan("opera", "2026-11-23T19:00")));
  EXPECT_EQ(titles(upcoming(3)), std::vector<std::string>{"2026-11-24T21:00 tea"});
}

TEST_F(TodayServiceTest, TellsOfADateTheEveningBeforeAndWhatIsToBeBookedOnItsDay) {
  PlanService plans(context());
  const EntityRef ref = add_plan("opera", "2026-11-27T19:00");
  must(plans.add_task(ref, "Buy tickets", 3));
  EXPECT_EQ(titles(upcoming(14)),
            (std::vector<std::string>{"2026-11-24T10:00 opera: Buy tickets", "2026-11-26T19:00 Tomorrow: opera",
                                      "2026-11-27T18:00 opera"}));
  must(plans.move(ref, {.start = parse_date_time("2026-12-02T20:00").value()}));
  EXPECT_EQ(titles(upcoming(14)),
            (std::vector<std::string>{"2026-11-29T10:00 opera: Buy tickets", "2026-12-01T19:00 Tomorrow: opera",
                                      "2026-12-02T19:00 opera"}));
  must(plans.finish_task(ref, 1));
  must(SettingsService(context()).edit({.tell_hour_before = false}));
  EXPECT_EQ(titles(upcoming(14)), std::vector<std::string>{"2026-12-01T19:00 Tomorrow: opera"});
  must(plans.cancel(ref));
  EXPECT_TRUE(upcoming(14).wanted.empty());
}

TEST_F(TodayServiceTest, TellsOfABookingLongBeforeItsPlan) {
  const EntityRef ref = add_plan("boat", "2027-06-04T17:00");
  must(PlanService(context()).add_task(ref, "Hire the boat", 190));
  EXPECT_EQ(titles(upcoming(14)), std::vector<std::string>{"2026-11-26T10:00 boat: Hire the boat"});
}

TEST_F(TodayServiceTest, CountsDatesInTheirWeeklyBudget) {
  must(SettingsService(context()).set_budget(ReminderKind::date, 1));
  add_plan("opera", "2026-11-27T19:00");
  EXPECT_EQ(titles(upcoming(14)), std::vector<std::string>{"2026-11-26T19:00 Tomorrow: opera"});
}

TEST_F(TodayServiceTest, KeepsTheOwnersQuietHoursAndBudgets) {
  add_reminder("late", "23:00");
  add_reminder("hug", "20:00");
  must(SettingsService(context()).set_quiet(parse_time_range("22:00-07:00").value()));
  must(SettingsService(context()).set_budget(ReminderKind::affection, 2));
  // Friday and Saturday have used up this week's.
  EXPECT_EQ(titles(upcoming(3)), (std::vector<std::string>{"2026-11-23T20:00 hug", "2026-11-24T20:00 hug"}));
}

TEST_F(TodayServiceTest, BringsASnoozedReminderAtItsNewTime) {
  const EntityRef hug = add_reminder("hug", "10:30");
  must(ReminderService(context()).snooze(hug, instant("2026-11-22T11:10:00+01:00")));
  const NotificationPlan plan = upcoming(1);
  EXPECT_EQ(titles(plan), (std::vector<std::string>{"2026-11-22T11:10 hug", "2026-11-23T10:30 hug"}));
  EXPECT_TRUE(plan.wanted[0].snoozed);
}

TEST_F(TodayServiceTest, RefusesWhatItCantPlan) {
  TodayService service(context(), catalogue_);
  EXPECT_THAT(service.upcoming(0, 10).error().message, HasSubstr("1 to 366"));
  EXPECT_FALSE(service.upcoming(367, 10).has_value());
  EXPECT_FALSE(service.upcoming(1, 0).has_value());
  EXPECT_FALSE(service.upcoming(1, 61).has_value());
}

}  // namespace
}  // namespace kindling
