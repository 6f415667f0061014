// What reaches its owner, when, and that nothing comes twice or is lost.
#include "core/services/delivery_service.hpp"

#include <map>
#include <random>

#include "core/services/plan_service.hpp"
#include "core/services/ritual_service.hpp"
#include "core/services/settings_service.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

using Situation = DeliveryService::Situation;
using Titles = std::vector<std::string>;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

class DeliveryServiceTest : public ServiceTest {
 protected:
  DeliveryServiceTest() {
    must(SettingsService(context()).edit({.notification_words = NotificationWords::full}));
    home_.clock().set(*parse_instant("2026-11-22T10:00:00Z"));
  }

  EntityRef add(const std::string& title, std::string_view time, const std::string& rule = "FREQ=DAILY") {
    return must(
        ReminderService(context()).add({.title = title, .at = clock(time), .rule = rule, .from = day("2026-11-22")}));
  }
  // At that time of the wall clock in Berlin.
  DeliveryStep look(std::string_view local, const Situation& situation = {}) {
    home_.clock().set(at_local(local));
    return look(situation);
  }
  DeliveryStep look(const Situation& situation = {}) {
    auto step = DeliveryService(context(), catalogue_).step(situation);
    EXPECT_TRUE(step.has_value()) << (step ? "" : step.error().message);
    return step ? std::move(*step) : DeliveryStep{};
  }
  Instant at_local(std::string_view local) { return to_instant(parse_date_time(local).value(), context().zone); }
  std::string next_of(const DeliveryStep& step) {
    return step.next ? to_string(to_local(std::chrono::floor<std::chrono::seconds>(*step.next), context().zone)) : "";
  }
  static Titles titles(const DeliveryStep& step) {
    Titles found;
    for (const Message& message : step.show)
      found.push_back(message.title + (message.body.empty() ? "" : "|" + message.body));
    return found;
  }
  DeliveryService delivery() { return {context(), catalogue_}; }

  Catalogue catalogue_;
};

TEST_F(DeliveryServiceTest, BringsAReminderAtItsMinuteAndOnce) {
  add("Hug", "20:00");
  const DeliveryStep before = look("2026-11-22T19:59");
  EXPECT_TRUE(before.show.empty());
  EXPECT_EQ(next_of(before), "2026-11-22T20:00");
  const DeliveryStep step = look("2026-11-22T20:00");
  EXPECT_EQ(titles(step), Titles{"Hug"});
  EXPECT_EQ(step.show[0].actions, (std::vector{MessageAction::open, MessageAction::done, MessageAction::later}));
  EXPECT_EQ(next_of(step), "2026-11-23T20:00");
  EXPECT_TRUE(look().show.empty());
  EXPECT_TRUE(look("2026-11-22T20:01").show.empty());
  EXPECT_EQ(titles(look("2026-11-23T20:00")), Titles{"Hug"});
}

TEST_F(DeliveryServiceTest, SaysNothingOfWhatItIsUnlessItsOwnerChoseSo) {
  must(SettingsService(context()).edit({.notification_words = NotificationWords::neutral}));
  add("Hug", "20:00");
  add("Call her mother", "20:03");
  look("2026-11-22T19:00");
  EXPECT_EQ(titles(look("2026-11-22T20:00")), Titles{"Kindling · 2 small things"});
  add("Kiss", "21:00");
  EXPECT_EQ(titles(look("2026-11-22T21:00")), Titles{"Kindling · a small thing"});
}

TEST_F(DeliveryServiceTest, BringsTogetherWhatComesWithinFiveMinutesAndNothingIsLeftBehind) {
  add("Hug", "20:00");
  add("Kiss", "20:04");
  look("2026-11-22T19:00");
  EXPECT_EQ(titles(look("2026-11-22T20:00")), Titles{"Hug|Also: Kiss"});
  add("Tea", "20:03");
  EXPECT_EQ(next_of(look("2026-11-22T20:02")), "2026-11-22T20:03");
  EXPECT_EQ(titles(look("2026-11-22T20:03")), Titles{"Tea"});
  EXPECT_TRUE(look("2026-11-22T20:04").show.empty());
}

TEST_F(DeliveryServiceTest, GivesOutAgainUnderTheSameKeyWhatAKillMayHaveHidden) {
  add("Hug", "20:00");
  look("2026-11-22T19:00");
  const MessageKey key = look("2026-11-22T20:00").show.at(0).key;
  const DeliveryStep again = look("2026-11-22T20:01", {.again = true});
  EXPECT_EQ(titles(again), Titles{"Hug"});
  EXPECT_EQ(again.show.at(0).key, key);
  EXPECT_TRUE(delivery().shown(key).has_value());
  EXPECT_EQ(look("2026-11-22T20:02", {.again = true}).show.at(0).key, key);
  EXPECT_TRUE(delivery().closed(key).has_value());
  EXPECT_TRUE(look("2026-11-22T20:03", {.again = true}).show.empty());
  EXPECT_TRUE(look("2026-11-22T22:00", {.again = true}).show.empty());
}

TEST_F(DeliveryServiceTest, IsDueAgainWhereNobodyShowedIt) {
  add("Hug", "20:00");
  look("2026-11-22T19:00");
  const MessageKey key = look("2026-11-22T20:00").show.at(0).key;
  EXPECT_TRUE(delivery().failed(key).has_value());
  EXPECT_TRUE(look("2026-11-22T20:01", {.nobody_shows = true}).show.empty());
  EXPECT_EQ(titles(look("2026-11-22T20:02")), Titles{"Hug"});
  EXPECT_TRUE(look("2026-11-22T20:03").show.empty());
}

TEST_F(DeliveryServiceTest, TakesAwayWhatWasDoneElsewhere) {
  const EntityRef hug = add("Hug", "20:00");
  look("2026-11-22T19:00");
  const MessageKey key = look("2026-11-22T20:00").show.at(0).key;
  EXPECT_TRUE(delivery().shown(key).has_value());
  EXPECT_TRUE(look("2026-11-22T20:05").withdraw.empty());
  must(ReminderService(context()).finish(hug, {}));
  EXPECT_EQ(look().withdraw, std::vector{key});
  EXPECT_TRUE(look().withdraw.empty());
}

TEST_F(DeliveryServiceTest, TakesAwayTheEveningBeforeOfADateThatWasMovedOrCalledOff) {
  PlanService plans(context());
  AddPlan command;
  command.title = "Opera";
  command.start = parse_date_time("2026-11-23T20:00").value();
  const EntityRef ref = must(plans.add(command));
  look("2026-11-22T18:00");
  const DeliveryStep evening = look("2026-11-22T19:00");
  EXPECT_EQ(titles(evening), Titles{"Tomorrow: Opera"});
  EXPECT_TRUE(delivery().shown(evening.show.at(0).key).has_value());
  must(plans.move(ref, {.start = parse_date_time("2026-11-25T20:00").value()}));
  EXPECT_EQ(look("2026-11-22T19:05").withdraw, std::vector{evening.show.at(0).key});
  EXPECT_TRUE(look("2026-11-23T19:00").show.empty()) << "neither is the old hour told";
  const DeliveryStep again = look("2026-11-24T19:00");
  EXPECT_EQ(titles(again), Titles{"Tomorrow: Opera"});
  EXPECT_TRUE(delivery().shown(again.show.at(0).key).has_value());
  must(plans.cancel(ref));
  EXPECT_EQ(look("2026-11-24T19:05").withdraw, std::vector{again.show.at(0).key});
  EXPECT_TRUE(look("2026-11-25T19:00").show.empty());
}

TEST_F(DeliveryServiceTest, SaysNothingOfAMomentThatWasOverWhenItWasPlanned) {
  look("2026-11-22T18:30");
  home_.clock().set(at_local("2026-11-22T20:00"));
  AddPlan command;
  command.title = "Opera";
  command.start = parse_date_time("2026-11-23T20:00").value();
  command.errands = {{"Buy tickets", 30}};
  must(PlanService(context()).add(command));
  EXPECT_TRUE(look().show.empty()) << "neither last evening nor this morning was missed";
  EXPECT_EQ(titles(look("2026-11-23T19:00")), Titles{"Opera"});
}

TEST_F(DeliveryServiceTest, TellsOfEachTaskOfADateByItself) {
  PlanService plans(context());
  AddPlan command;
  command.title = "Opera";
  command.start = parse_date_time("2026-11-29T20:00").value();
  command.errands = {{"Buy tickets", 6}, {"Find a sitter", 6}};
  const EntityRef ref = must(plans.add(command));
  look("2026-11-23T09:00");
  const DeliveryStep both = look("2026-11-23T10:00");
  EXPECT_EQ(titles(both), Titles{"Opera: Buy tickets|Also: Opera: Find a sitter"});
  EXPECT_TRUE(delivery().shown(both.show.at(0).key).has_value());
  must(plans.finish_task(ref, 1));
  EXPECT_TRUE(look("2026-11-23T10:05").withdraw.empty()) << "one of them is still to do";
  must(plans.finish_task(ref, 2));
  EXPECT_EQ(look("2026-11-23T10:06").withdraw, std::vector{both.show.at(0).key});
}

TEST_F(DeliveryServiceTest, TakesAwayWhatWasRemoved) {
  const EntityRef hug = add("Hug", "20:00");
  look("2026-11-22T19:00");
  const MessageKey key = look("2026-11-22T20:00").show.at(0).key;
  must(ReminderService(context()).remove(hug));
  EXPECT_EQ(look("2026-11-22T20:01").withdraw, std::vector{key});
}

TEST_F(DeliveryServiceTest, DoesWhatTheMessageOffers) {
  add("Hug", "20:00");
  look("2026-11-22T19:00");
  const MessageKey first = look("2026-11-22T20:00").show.at(0).key;
  EXPECT_TRUE(delivery().act(first, MessageAction::later).has_value());
  EXPECT_EQ(next_of(look("2026-11-22T20:01")), "2026-11-22T20:15");
  const DeliveryStep back = look("2026-11-22T20:15");
  EXPECT_EQ(titles(back), Titles{"Hug"});
  EXPECT_TRUE(delivery().act(back.show.at(0).key, MessageAction::done).has_value());
  EXPECT_TRUE(look("2026-11-22T20:30").show.empty());
  EXPECT_EQ(undo(), "mark reminder done 'Hug'");
  refusal(delivery().act(1, MessageAction::done), ErrorCode::not_found);
}

TEST_F(DeliveryServiceTest, PutsOffRitualsAndPlansToo) {
  const EntityRef tea = must(RitualService(context()).add(
      {.title = "Tea", .kind = RitualKind::bedtime, .at = clock("20:00"), .from = day("2026-11-22")}));
  must(PlanService(context()).add({.title = "Cinema", .start = *parse_date_time("2026-11-22T20:30")}));
  look("2026-11-22T19:00");
  const DeliveryStep cinema = look("2026-11-22T19:30");
  EXPECT_EQ(titles(cinema), Titles{"Cinema"});
  EXPECT_EQ(cinema.show.at(0).screen, "time");
  EXPECT_TRUE(delivery().act(cinema.show.at(0).key, MessageAction::later).has_value());
  EXPECT_EQ(titles(look("2026-11-22T19:45")), Titles{"Cinema"});
  const MessageKey key = look("2026-11-22T20:00").show.at(0).key;
  EXPECT_TRUE(delivery().act(key, MessageAction::later).has_value());
  EXPECT_EQ(next_of(look("2026-11-22T20:01")), "2026-11-22T20:15");
  const DeliveryStep back = look("2026-11-22T20:15");
  EXPECT_EQ(titles(back), Titles{"Tea"});
  EXPECT_TRUE(delivery().act(back.show.at(0).key, MessageAction::later).has_value());
  must(RitualService(context()).finish(tea, {}));
  EXPECT_TRUE(look("2026-11-22T20:31").show.empty());
}

TEST_F(DeliveryServiceTest, BringsWhatWasMissedOnceAndTogetherThenItIsOver) {
  add("Hug", "12:00");
  add("Kiss", "15:00");
  look("2026-11-22T11:00");
  EXPECT_EQ(titles(look("2026-11-22T20:00")), Titles{"While you were away|Hug, Kiss"});
  EXPECT_TRUE(look("2026-11-22T20:01").show.empty());
  // Two days asleep: what is more than a day late is over.
  EXPECT_EQ(titles(look("2026-11-24T14:00")), Titles{"While you were away|Kiss, Hug"});
}

TEST_F(DeliveryServiceTest, BeginsWithTheMomentThatItIsFirstRun) {
  add("Hug", "10:00");
  EXPECT_TRUE(look("2026-11-22T20:00").show.empty());
  EXPECT_EQ(titles(look("2026-11-23T10:00")), Titles{"Hug"});
}

TEST_F(DeliveryServiceTest, KeepsQuietHoursAlsoForWhatIsLate) {
  must(SettingsService(context()).set_quiet(*parse_time_range("22:00-07:00")));
  add("Hug", "21:00");
  add("Check the door", "23:00");
  look("2026-11-22T20:00");
  const DeliveryStep night = look("2026-11-22T22:30");
  EXPECT_TRUE(night.show.empty());
  EXPECT_EQ(next_of(night), "2026-11-23T07:00");
  EXPECT_TRUE(look("2026-11-23T03:00").show.empty());
  EXPECT_EQ(titles(look("2026-11-23T07:00")), Titles{"While you were away|Hug"});
}

TEST_F(DeliveryServiceTest, SaysInTheMorningWhatFellIntoTheNightWhereThatIsWished) {
  must(SettingsService(context()).set_quiet(*parse_time_range("22:00-07:00")));
  must(SettingsService(context()).edit({.after_quiet = AfterQuiet::digest}));
  add("Check the door", "23:00");
  add("Feed the cat", "06:00");
  look("2026-11-22T20:00");
  EXPECT_TRUE(look("2026-11-22T23:00").show.empty());
  EXPECT_EQ(titles(look("2026-11-23T07:00")), Titles{"Check the door|Also: Feed the cat"});
  EXPECT_TRUE(look("2026-11-23T07:01").show.empty());
}

TEST_F(DeliveryServiceTest, WaitsBehindALockedScreenWhereThatIsWished) {
  add("Hug", "20:00");
  add("Kiss", "21:00");
  look("2026-11-22T19:00");
  EXPECT_EQ(titles(look("2026-11-22T20:00", {.screen_locked = true})), Titles{"Hug"});
  must(SettingsService(context()).edit({.silent_when_locked = true}));
  EXPECT_TRUE(look("2026-11-22T21:00", {.screen_locked = true}).show.empty());
  EXPECT_EQ(titles(look("2026-11-22T21:05")), Titles{"Kiss"});
}

TEST_F(DeliveryServiceTest, TellsAgainWhatAWrongClockToldTooEarly) {
  add("Hug", "20:00");
  look("2026-11-22T19:00");
  look("2026-11-23T20:00");  // somebody sets the clock a day ahead, and back
  EXPECT_EQ(next_of(look("2026-11-22T19:01")), "2026-11-22T20:00");
  EXPECT_EQ(titles(look("2026-11-22T20:00")), Titles{"Hug"});
  EXPECT_EQ(titles(look("2026-11-23T20:00")), Titles{"Hug"});
}

TEST_F(DeliveryServiceTest, FollowsItsOwnerWithoutTellingTwice) {
  add("Hug", "08:00");
  look("2026-11-23T07:00");
  EXPECT_EQ(titles(look("2026-11-23T08:00")), Titles{"Hug"});
  const Context away{context().self,   context().couple, context().clock,
                     context().random, context().zones,  *context().zones.find("America/New_York")};
  home_.clock().set(*parse_instant("2026-11-23T13:00:00Z"));  // 08:00 in New York
  const auto arrived = DeliveryService(away, catalogue_).step({});
  ASSERT_EQ(arrived->show.size(), 1U);
  EXPECT_EQ(arrived->show[0].key, DeliveryService::kTravelKey) << "the question, and nothing twice";
  home_.clock().set(*parse_instant("2026-11-24T07:00:00Z"));  // 08:00 in Berlin
  EXPECT_TRUE(DeliveryService(away, catalogue_).step({})->show.empty());
  home_.clock().set(*parse_instant("2026-11-24T13:00:00Z"));
  EXPECT_EQ(DeliveryService(away, catalogue_).step({})->show.size(), 1U);
}

TEST_F(DeliveryServiceTest, StaysAtHomeWhereItsOwnerWantsThat) {
  must(SettingsService(context()).edit({.home_zone = "Europe/Berlin"}));
  refusal(SettingsService(context()).edit({.home_zone = "Europe/Nowhere"}));
  add("Call home", "18:00");
  const Context away{context().self,   context().couple, context().clock,
                     context().random, context().zones,  *context().zones.find("America/New_York")};
  home_.clock().set(*parse_instant("2026-11-23T16:00:00Z"));
  EXPECT_EQ(*DeliveryService(away, catalogue_).step({})->next, *parse_instant("2026-11-23T17:00:00Z"));
}

TEST_F(DeliveryServiceTest, ComesAtANewTimeThatItIsGiven) {
  const EntityRef hug = add("Hug", "20:00");
  look("2026-11-22T19:00");
  EXPECT_EQ(look("2026-11-22T20:00").show.size(), 1U);
  must(ReminderService(context()).edit(hug, {.at = clock("20:30")}));
  EXPECT_EQ(titles(look("2026-11-22T20:30")), Titles{"Hug"});
}

TEST_F(DeliveryServiceTest, AsksOnceAboutWhatIsAlwaysPassedOverAndComesLessOften) {
  const EntityRef hug = add("Hug", "20:00");
  look("2026-11-22T19:00");
  int told = 0;
  int asked = 0;
  for (int i = 0; i < 30; ++i) {
    const DeliveryStep step = look(to_string(at(day("2026-11-22") + days(i), clock("20:00"))));
    told += static_cast<int>(step.show.size());
    for (const Message& message : step.show) {
      if (!message.asks) continue;
      ++asked;
      EXPECT_EQ(message.actions, (std::vector{MessageAction::open, MessageAction::rest, MessageAction::let_go}));
      EXPECT_EQ(titles(step), Titles{"Hug|It has passed several times now. Rest it, move it or let it go?"});
    }
    if (i < kIgnoredTooOften) {
      EXPECT_EQ(told, i + 1);
    }
  }
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(told, kIgnoredTooOften + 8);
  // Done once, it comes each day again.
  must(ReminderService(context()).finish(hug, day("2026-12-21")));
  for (int i = 30; i < 33; ++i)
    EXPECT_EQ(look(to_string(at(day("2026-11-22") + days(i), clock("20:00")))).show.size(), 1U) << i;
}

// A year of looks at any time, with sleep of hours between them, done here and there, kills and deaf services.
TEST_F(DeliveryServiceTest, LosesNothingAndTellsNothingTwiceOverAYear) {
  must(SettingsService(context()).set_quiet(*parse_time_range("22:00-07:00")));
  must(SettingsService(context()).set_budget(ReminderKind::affection, 200));
  add("One", "07:45");
  add("Two", "12:10", "FREQ=WEEKLY;BYDAY=MO,WE,FR");
  add("Three", "21:50", "FREQ=DAILY;INTERVAL=2");
  add("Never", "02:30");
  std::mt19937_64 engine(7);
  const auto chance = [&](int in) { return std::uniform_int_distribution<int>(0, in - 1)(engine) == 0; };
  std::map<std::pair<std::string, std::string>, int> told;
  std::map<std::string, int> due;
  look("2026-11-22T11:00");
  const Instant end = at_local("2027-11-22T11:00");
  Instant now = at_local("2026-11-22T11:00");
  std::optional<Instant> next;
  while (now < end) {
    const Instant wanted = next.value_or(now + hours(1));
    now = chance(4) ? wanted + minutes(std::uniform_int_distribution<int>(0, 13 * 60)(engine)) : wanted;
    home_.clock().set(now);
    const DeliveryStep step = look({.again = chance(9)});
    next = step.next;
    ASSERT_TRUE(next && (*next > now || step.show.empty()));
    const LocalTime time = time_of(to_local(std::chrono::floor<std::chrono::seconds>(now), context().zone));
    for (const Message& message : step.show) {
      ASSERT_FALSE(parse_time_range("22:00-07:00")->contains(time));
      if (chance(10)) {
        ASSERT_TRUE(delivery().failed(message.key).has_value());
        next = now + minutes(1);
        continue;
      }
      for (const Notification& one : message.of) ++told[{one.title, to_string(one.date)}];
      ASSERT_TRUE(delivery().closed(message.key).has_value());
      // Somebody does it, so that it isn't thinned out.
      for (const Notification& one : message.of)
        must(ReminderService(context()).finish(one.source, one.date, one.ordinal));
    }
  }
  for (const auto& [key, times] : told) {
    EXPECT_EQ(times, 1) << key.first << " " << key.second;
    ++due[key.first];
  }
  EXPECT_EQ(due["Never"], 0);
  EXPECT_EQ(due["One"], 365);
  EXPECT_EQ(due["Two"], 156);
  EXPECT_EQ(due["Three"], 183);
}

}  // namespace
}  // namespace kindling
