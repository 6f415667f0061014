#include "core/services/insight_service.hpp"

#include "core/services/check_in_service.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

constexpr LocalTime kMidnight{};

class InsightServiceTest : public ServiceTest {
 protected:
  EntityRef check_in(int valence, int energy) { return must(check_ins_.add({.valence = valence, .energy = energy})); }
  void go_to(std::string_view instant) { home_.clock().set(parse_instant(instant).value()); }
  std::optional<std::vector<MoodPointInTime>> kept() { return service_.moods_by_day(kMidnight); }

  CheckInService check_ins_{context()};
  InsightService service_{context()};
};

using Moods = std::vector<MoodPointInTime>;

TEST_F(InsightServiceTest, KeepsTheSumsOfEachDay) {
  EXPECT_EQ(kept(), std::nullopt);
  check_in(2, -1);
  check_in(1, -2);
  home_.clock().advance(std::chrono::hours(24));
  check_in(-3, 0);
  EXPECT_EQ(kept(), (Moods{{day("2026-11-22"), 3, -3, 2}, {day("2026-11-23"), -3, 0, 1}}));
}

TEST_F(InsightServiceTest, KeepsThemForOneStartOfTheDay) {
  check_in(2, -1);
  EXPECT_EQ(service_.moods_by_day(clock("04:00")), std::nullopt);
}

TEST_F(InsightServiceTest, ForgetsThemWhereACheckInIsTakenAwayAndReadsAgain) {
  const EntityRef first = check_in(2, -1);
  check_in(1, 1);
  must(check_ins_.remove(first));
  EXPECT_EQ(kept(), std::nullopt);
  check_in(0, 0);
  EXPECT_EQ(kept(), (Moods{{day("2026-11-22"), 1, 1, 2}}));
}

TEST_F(InsightServiceTest, AddsThemWhereTheyAreMissing) {
  EXPECT_TRUE(service_.keep_up().has_value());
  EXPECT_EQ(kept(), std::nullopt);
  check_in(2, -1);
  check_in(1, -2);
  ASSERT_TRUE(context().self.rebuild().has_value());
  EXPECT_EQ(kept(), std::nullopt);
  EXPECT_TRUE(service_.keep_up().has_value());
  EXPECT_EQ(kept(), (Moods{{day("2026-11-22"), 3, -3, 2}}));
}

TEST_F(InsightServiceTest, LeavesOutWhatIsOlderThanItLooksAt) {
  check_in(2, -1);
  go_to("2027-06-01T10:00:00Z");
  check_in(1, 1);
  EXPECT_EQ(kept(), (Moods{{day("2027-06-01"), 1, 1, 1}}));
}

TEST_F(InsightServiceTest, LosesNoDayToAClockThatRanAhead) {
  check_in(2, -1);
  go_to("2031-01-01T10:00:00Z");
  const EntityRef ahead = check_in(4, 4);
  go_to("2026-11-23T10:00:00Z");
  EXPECT_EQ(kept(), std::nullopt) << "what is kept begins too late for today";
  check_in(-3, 0);
  EXPECT_EQ(kept(),
            (Moods{{day("2026-11-22"), 2, -1, 1}, {day("2026-11-23"), -3, 0, 1}, {day("2031-01-01"), 4, 4, 1}}));
  must(check_ins_.remove(ahead));
}

TEST_F(InsightServiceTest, IsQuietForASeasonOnceItWasDismissed) {
  const auto weeks_of = [&](int valence, int weeks) {
    for (int day = 0; day < weeks * 7; ++day) {
      check_in(valence + day % 2, 0);
      home_.clock().advance(std::chrono::hours(24));
    }
  };
  weeks_of(2, 16);
  EXPECT_FALSE(service_.drift()->has_value());
  weeks_of(-3, 4);
  ASSERT_TRUE(service_.drift()->has_value());
  EXPECT_TRUE(service_.dismiss_drift().has_value());
  EXPECT_FALSE(service_.drift()->has_value());
  EXPECT_TRUE(InsightService(context()).trend(4).has_value());
}

}  // namespace
}  // namespace kindling
