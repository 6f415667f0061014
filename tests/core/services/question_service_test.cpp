// What is asked once, and what the answers do.
#include "core/services/question_service.hpp"

#include "core/services/delivery_service.hpp"
#include "core/services/reminder_planner.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/settings_service.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::hours;

class QuestionServiceTest : public ServiceTest {
 protected:
  // The same home on a device that shows the clock of another zone.
  Context in(const char* zone) {
    return {context().self,   context().couple, context().clock,
            context().random, context().zones,  *context().zones.find(zone)};
  }
  std::vector<Message> look(const Context& where) {
    auto step = DeliveryService(where, catalogue_).step({});
    EXPECT_TRUE(step.has_value());
    return step ? step->show : std::vector<Message>{};
  }
  static std::optional<TravelQuestion> travel(const Context& where) {
    const auto open = QuestionService(where).open();
    EXPECT_TRUE(open.has_value());
    return open ? open->travel : std::nullopt;
  }
  std::optional<IgnoredQuestion> ignored() {
    const auto open = QuestionService(context()).open();
    EXPECT_TRUE(open.has_value());
    return open ? open->ignored : std::nullopt;
  }
  // It comes so many days at 20:00 and nobody does anything about it.
  EntityRef pass_over(int times) {
    const EntityRef hug = must(ReminderService(context()).add(
        {.title = "Hug", .at = clock("20:00"), .rule = "FREQ=DAILY", .from = day("2026-11-22")}));
    (void)look(context());
    for (int i = 0; i < times; ++i) {
      home_.clock().set(to_instant(at(day("2026-11-22") + days(i), clock("20:00")), context().zone));
      EXPECT_EQ(look(context()).size(), 1U);
    }
    home_.clock().set(context().clock.now() + hours(2));
    return hug;
  }

  Catalogue catalogue_;
};

TEST_F(QuestionServiceTest, AsksAboutAJourneyOnceForEachZone) {
  EXPECT_TRUE(look(context()).empty());
  EXPECT_FALSE(travel(context()));
  const Context there = in("America/New_York");
  const auto asked = look(there);
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].key, DeliveryService::kTravelKey);
  EXPECT_EQ(asked[0].title, "Kindling · a small question");
  EXPECT_EQ(asked[0].actions, (std::vector{MessageAction::open, MessageAction::follow, MessageAction::stay}));
  EXPECT_TRUE(look(there).empty());
  EXPECT_EQ(travel(there), (TravelQuestion{"Europe/Berlin", "America/New_York"}));
  EXPECT_EQ(look(in("Asia/Tokyo")).size(), 1U);
  // Back home it has lost its reason.
  EXPECT_FALSE(travel(context()));
  EXPECT_TRUE(look(context()).empty());
}

TEST_F(QuestionServiceTest, FollowsAJourneyOrStaysAsItIsAnswered) {
  (void)look(context());
  const Context there = in("America/New_York");
  (void)look(there);
  DeliveryService delivery(there, catalogue_);
  EXPECT_TRUE(delivery.act(DeliveryService::kTravelKey, MessageAction::open).has_value());
  EXPECT_TRUE(travel(there));
  EXPECT_TRUE(delivery.act(DeliveryService::kTravelKey, MessageAction::follow).has_value());
  EXPECT_FALSE(travel(there));
  EXPECT_EQ(SettingsService(there).get()->home_zone, "");
  // And home again, that was agreed to before another one.
  EXPECT_EQ(travel(context()), (TravelQuestion{"America/New_York", "Europe/Berlin"}));
  (void)look(context());
  must(QuestionService(context()).answer_travel(false));
  EXPECT_EQ(SettingsService(context()).get()->home_zone, "America/New_York");
  EXPECT_FALSE(travel(context()));
  EXPECT_EQ(undo(), "change settings");
}

TEST_F(QuestionServiceTest, AsksAgainWhereTheMessageDidNotArrive) {
  (void)look(context());
  const Context there = in("America/New_York");
  EXPECT_EQ(look(there).size(), 1U);
  EXPECT_TRUE(DeliveryService(there, catalogue_).failed(DeliveryService::kTravelKey).has_value());
  EXPECT_EQ(look(there).size(), 1U);
}

TEST_F(QuestionServiceTest, DoesNotAskWhoseRemindersStayAtHome) {
  must(SettingsService(context()).edit({.home_zone = "Europe/Berlin"}));
  (void)look(context());
  EXPECT_TRUE(look(in("America/New_York")).empty());
  EXPECT_FALSE(travel(in("America/New_York")));
}

TEST_F(QuestionServiceTest, KeepsTheZoneSealed) {
  (void)look(context());
  Query query = context().self.database().query("SELECT count(*) FROM meta WHERE instr(value, ?1) > 0");
  query.bind(1, "Berlin");
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.integer(0), 0);
}

TEST_F(QuestionServiceTest, AsksWhatToDoWithAReminderThatPassesByAgainAndAgain) {
  const EntityRef hug = pass_over(kIgnoredTooOften - 1);
  EXPECT_FALSE(ignored());
  home_.clock().set(to_instant(at(day("2026-11-22") + days(kIgnoredTooOften - 1), clock("20:00")), context().zone));
  (void)look(context());
  home_.clock().set(context().clock.now() + hours(2));
  ASSERT_TRUE(ignored());
  EXPECT_EQ(ignored()->reminder, hug);
  EXPECT_EQ(ignored()->title, "Hug");
  EXPECT_EQ(ignored()->times, kIgnoredTooOften);
  must(ReminderService(context()).pause(hug));
  EXPECT_FALSE(ignored());
}

TEST_F(QuestionServiceTest, CountsAnewWhatItsOwnerKeeps) {
  const EntityRef hug = pass_over(kIgnoredTooOften);
  ASSERT_TRUE(ignored());
  EXPECT_TRUE(QuestionService(context()).keep(hug).has_value());
  EXPECT_FALSE(ignored());
  // It comes each day again, and what was told isn't told twice.
  EXPECT_TRUE(look(context()).empty());
  for (int i = 0; i < 3; ++i) {
    home_.clock().set(to_instant(at(day("2026-11-22") + days(kIgnoredTooOften + i), clock("20:00")), context().zone));
    EXPECT_EQ(look(context()).size(), 1U) << i;
  }
}

}  // namespace
}  // namespace kindling
