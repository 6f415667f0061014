#include "core/services/look_back.hpp"

#include "core/services/keepsake_service.hpp"
#include "core/services/plan_service.hpp"
#include "core/services/ritual_service.hpp"
#include "core/services/safety_service.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

// It is Sunday, 22 November 2026.
class LookBackTest : public ServiceTest {
 protected:
  LookBack year(int which) {
    auto found = look_back(context(), which);
    EXPECT_TRUE(found.has_value()) << (found ? "" : found.error().message);
    return found ? std::move(*found) : LookBack{};
  }
  void go_to(std::string_view instant) { home_.clock().set(parse_instant(instant).value()); }
  // A ritual of every day of November, kept on every `n`th of the first twenty.
  void add_ritual(const std::string& title, std::string_view at, int n) {
    AddRitual command;
    command.title = title;
    command.at = clock(at);
    command.from = day("2026-11-01");
    const EntityRef ref = must(rituals_.add(command));
    for (int i = 0; n > 0 && i < 20; i += n) must(rituals_.finish(ref, day("2026-11-01") + std::chrono::days(i)));
  }

  KeepsakeService keepsakes_{context()};
  RitualService rituals_{context()};
};

TEST_F(LookBackTest, HoldsWhatIsOfThatYearAlone) {
  must(keepsakes_.add_memory("new year", day("2025-12-31")));
  must(keepsakes_.add_memory("first", day("2026-01-01")));
  must(keepsakes_.add_memory("now", day("2026-11-22")));
  ASSERT_EQ(year(2026).moments.size(), 2U);
  EXPECT_EQ(year(2026).moments.front().text, "first");
  ASSERT_EQ(year(2025).moments.size(), 1U);
  EXPECT_TRUE(year(1999).moments.empty());
}

TEST_F(LookBackTest, TakesTheYearOfAMomentFromTheClockOnTheWall) {
  go_to("2026-12-31T23:30:00Z");  // half past midnight of 2027 in Berlin
  must(keepsakes_.appreciate("you came along"));
  EXPECT_TRUE(year(2026).appreciations.empty());
  ASSERT_EQ(year(2027).appreciations.size(), 1U);
}

TEST_F(LookBackTest, KnowsTheEveningsThatTookPlace) {
  PlanService plans(context());
  AddPlan command;
  command.title = "Ramen";
  command.start = parse_date_time("2026-11-13T19:00").value();
  const EntityRef took_place = must(plans.add(command));
  must(plans.add(command));
  must(plans.finish(took_place, "the small table"));
  ASSERT_EQ(year(2026).evenings.size(), 1U);
  EXPECT_EQ(year(2026).evenings[0].note, "the small table");
}

TEST_F(LookBackTest, TellsInWordsHowARitualHeldAndRanksNone) {
  add_ritual("now and then", "22:00", 7);
  add_ritual("mostly", "21:00", 1);
  add_ritual("on and off", "06:00", 2);
  add_ritual("never", "05:00", 0);
  const auto rituals = year(2026).rituals;
  ASSERT_EQ(rituals.size(), 3U);
  EXPECT_EQ(rituals[0].title, "on and off") << "by the time of day, not by how it went";
  EXPECT_EQ(rituals[0].held, Held::on_and_off);
  EXPECT_EQ(rituals[1].held, Held::mostly);
  EXPECT_EQ(rituals[2].held, Held::now_and_then);
}

TEST_F(LookBackTest, ShowsNothingForTwoWhereNothingForTwoIsOffered) {
  add_ritual("tea", "22:00", 1);
  must(keepsakes_.add_memory("mine", day("2026-01-01")));
  ASSERT_TRUE(SafetyService(context()).set_only_for_me(true).has_value());
  EXPECT_TRUE(year(2026).rituals.empty());
  EXPECT_EQ(year(2026).moments.size(), 1U);
}

TEST_F(LookBackTest, RefusesYearsThatHaveNotBegun) {
  refusal(look_back(context(), 2027));
  refusal(look_back(context(), 1899));
}

}  // namespace
}  // namespace kindling
