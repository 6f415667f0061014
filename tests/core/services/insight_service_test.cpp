#include "core/services/insight_service.hpp"

#include "core/services/check_in_service.hpp"
#include "core/services/safety_service.hpp"
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

// Sixteen weeks as usual and three that are lower; it is a Monday then.
class DriftTest : public InsightServiceTest {
 protected:
  DriftTest() {
    go_to("2026-11-23T10:00:00Z");
    live(2, 16);
    EXPECT_FALSE(service_.drift()->has_value());
    live(-3, 3);
  }
  void live(int valence, int weeks) {
    for (int day = 0; day < weeks * 7; ++day) {
      check_in(valence + day % 2, 0);
      home_.clock().advance(std::chrono::hours(24));
    }
  }
  void pass(int days) { home_.clock().advance(std::chrono::hours(24 * days)); }
  // As somebody sees it who looks at Today.
  bool is_told() {
    EXPECT_TRUE(service_.keep_up().has_value());
    const bool told = service_.drift()->has_value();
    if (told) {
      EXPECT_TRUE(service_.drift_was_told().has_value());
    }
    return told;
  }
};

TEST_F(DriftTest, IsQuietForASeasonOnceItWasDismissed) {
  ASSERT_TRUE(is_told());
  EXPECT_TRUE(service_.dismiss_drift().has_value());
  EXPECT_FALSE(is_told());
  live(2, 9);
  live(-4, 3);
  EXPECT_FALSE(is_told()) << "84 days after";
  EXPECT_TRUE(service_.drift_report()->notice.has_value()) << "who asks is told what the signals say";
  live(-4, 1);
  EXPECT_TRUE(is_told()) << "a season later";
}

TEST_F(DriftTest, StaysAWeekAndTellsADropOnce) {
  EXPECT_TRUE(is_told());
  pass(6);
  EXPECT_TRUE(is_told());
  pass(1);
  EXPECT_FALSE(is_told());
  live(-3, 4);
  ASSERT_TRUE(service_.drift_report()->notice.has_value());
  EXPECT_FALSE(is_told()) << "it was told already";
}

TEST_F(DriftTest, CountsFromWhenItWasSeen) {
  EXPECT_TRUE(service_.keep_up().has_value()) << "an agent or another command";
  pass(9);
  EXPECT_TRUE(service_.drift()->has_value()) << "nobody has seen it yet";
  EXPECT_TRUE(is_told());
  pass(3);
  EXPECT_TRUE(is_told()) << "still the same week";
}

TEST_F(DriftTest, SaysNothingWhereNothingForTwoIsOffered) {
  ASSERT_TRUE(SafetyService(context()).set_only_for_me(true).has_value());
  EXPECT_FALSE(is_told());
  ASSERT_TRUE(SafetyService(context()).set_only_for_me(false).has_value());
  EXPECT_TRUE(is_told());
}

TEST_F(DriftTest, IsTentativeAndNamesWhatIsLower) {
  const auto drift = *service_.drift();
  ASSERT_TRUE(drift.has_value());
  EXPECT_EQ(drift->text, "The last three weeks look a little lower than is usual for you. It may mean nothing at all.");
  EXPECT_EQ(drift->notice.signals, std::vector{Signal::mood});
}

TEST_F(DriftTest, LeavesNoTraceInTheLogOfEitherSpace) {
  const auto before = context().self.log().count() + context().couple.log().count();
  EXPECT_TRUE(is_told());
  EXPECT_EQ(context().self.log().count() + context().couple.log().count(), before);
}

}  // namespace
}  // namespace kindling
