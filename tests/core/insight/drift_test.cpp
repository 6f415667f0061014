#include "core/insight/drift.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/life_diary.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::weeks;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

const LocalDate kMonday = *parse_date("2026-01-05");

// A day as it usually is: a pleasant mood, two rituals kept of two, a touch; on Fridays an evening of two hours.
DriftDay usual_day(LocalDate date) {
  DriftDay day;
  day.date = date;
  day.check_ins = 1;
  day.valence = 2;
  day.rituals_due = 2;
  day.rituals_kept = 2;
  day.touches = 1;
  if (std::chrono::weekday(date) == std::chrono::Friday) day.minutes = 120;
  return day;
}

// `count` weeks from that Monday on; `change` may change each day.
template <class Change>
std::vector<DriftDay> life(int usual_weeks, int changed_weeks, Change&& change) {
  std::vector<DriftDay> all;
  for (int i = 0; i < 7 * (usual_weeks + changed_weeks); ++i) {
    DriftDay day = usual_day(kMonday + days(i));
    if (i >= 7 * usual_weeks) change(day);
    all.push_back(day);
  }
  return all;
}
LocalDate after(int count) { return kMonday + weeks(count); }

const auto kSame = [](DriftDay&) {};
const auto kLowMood = [](DriftDay& day) { day.valence = -1; };

TEST(FindDrift, KnowsNothingOfNothing) {
  const auto report = find_drift({}, kMonday);
  EXPECT_FALSE(report.notice.has_value());
  ASSERT_EQ(report.signals.size(), kSignals);
  for (const SignalState& state : report.signals) {
    EXPECT_EQ(state.weeks, 0);
    EXPECT_FALSE(state.usual.has_value() || state.recent.has_value() || state.below);
  }
}

TEST(FindDrift, SaysWhatIsUsualInTheUnitOfEachSignal) {
  const auto report = find_drift(life(12, 0, kSame), after(12));
  EXPECT_FALSE(report.notice.has_value());
  const auto usual = [&](Signal signal) { return report.signals[static_cast<std::size_t>(signal)].usual.value(); };
  EXPECT_DOUBLE_EQ(usual(Signal::mood), 2);
  EXPECT_DOUBLE_EQ(usual(Signal::check_ins), 1);
  EXPECT_DOUBLE_EQ(usual(Signal::rituals), 1);
  EXPECT_DOUBLE_EQ(usual(Signal::touch), 1);
  EXPECT_DOUBLE_EQ(usual(Signal::together), 120);
  EXPECT_EQ(report.signals[0].weeks, 12);
}

TEST(FindDrift, FindsALastingDropOfMoodAndSaysSinceWhen) {
  const auto notice = find_drift(life(10, 3, kLowMood), after(13)).notice;
  ASSERT_TRUE(notice.has_value());
  EXPECT_EQ(notice->since, after(10));
  EXPECT_EQ(notice->weeks, 3);
  EXPECT_GT(notice->drop, 1.0);
  EXPECT_THAT(notice->signals, ElementsAre(Signal::mood));
}

TEST(FindDrift, NamesTheSignalThatFell) {
  const auto signals_of = [](auto change) {
    const auto notice = find_drift(life(12, 5, change), after(17)).notice;
    return notice ? notice->signals : std::vector<Signal>();
  };
  EXPECT_THAT(
      signals_of([](DriftDay& day) { day.rituals_kept = day.date.time_since_epoch().count() % 3 == 0 ? 1 : 0; }),
      ElementsAre(Signal::rituals));
  EXPECT_THAT(signals_of([](DriftDay& day) { day.touches = day.date.time_since_epoch().count() % 4 == 0 ? 1 : 0; }),
              ElementsAre(Signal::touch));
  EXPECT_THAT(signals_of([](DriftDay& day) {
                if (day.date.time_since_epoch().count() % 3 != 0) day.check_ins = day.valence = 0;
              }),
              ElementsAre(Signal::check_ins));
  // A week holds little of it, so that it takes longer.
  const auto notice = find_drift(life(12, 8, [](DriftDay& day) { day.minutes = 0; }), after(20)).notice;
  ASSERT_TRUE(notice.has_value());
  EXPECT_THAT(notice->signals, ElementsAre(Signal::together));
}

TEST(FindDrift, HearsWhatNoSignalSaysAlone) {
  // A little less of everything: each is too little for a notice of its own.
  const auto little = [](DriftDay& day) {
    const auto number = day.date.time_since_epoch().count();
    day.valence = number % 2 == 0 ? 2 : 1;
    if (number % 7 == 1) day.touches = 0;
    if (number % 4 == 0) day.rituals_kept = 1;
  };
  const auto report = find_drift(life(12, 6, little), after(18));
  ASSERT_TRUE(report.notice.has_value());
  EXPECT_GE(report.notice->signals.size(), 1U);
}

TEST(FindDrift, TakesOneBadWeekForNothing) {
  const auto bad = [](DriftDay& day) {
    day.valence = -4;
    day.touches = day.rituals_kept = day.minutes = 0;
  };
  EXPECT_FALSE(find_drift(life(10, 1, bad), after(11)).notice.has_value());
}

TEST(FindDrift, FindsNothingInARise) {
  auto all = life(10, 8, [](DriftDay& day) { day.valence = 4; });
  for (int week = 0; week <= 18; ++week) EXPECT_FALSE(find_drift(all, after(week)).notice.has_value());
}

TEST(FindDrift, FallsSilentOnceThingsAreAsUsual) {
  auto all = life(10, 4, kLowMood);
  EXPECT_TRUE(find_drift(all, after(14)).notice.has_value());
  for (int i = 0; i < 7; ++i) all.push_back(usual_day(after(14) + days(i)));
  EXPECT_FALSE(find_drift(all, after(15)).notice.has_value());
}

TEST(FindDrift, TakesALowerLevelThatHasHeldForLongAsTheUsualOne) {
  EXPECT_FALSE(find_drift(life(8, 17, [](DriftDay& day) { day.valence = 0; }), after(25)).notice.has_value());
}

TEST(FindDrift, TakesSilenceForNoNews) {
  const auto nothing = [](DriftDay& day) {
    const LocalDate date = day.date;
    const int due = day.rituals_due;
    day = {};
    day.date = date;
    day.rituals_due = due;
  };
  for (int silent = 1; silent <= 8; ++silent) {
    const auto report = find_drift(life(12, silent, nothing), after(12 + silent));
    EXPECT_FALSE(report.notice.has_value()) << silent;
    for (const SignalState& state : report.signals) EXPECT_EQ(state.weeks, 12) << silent;
  }
}

TEST(FindDrift, LetsNoHolidayAndNoDeclaredRestCount) {
  const auto resting = [](DriftDay& day) {
    day.resting = true;
    day.rituals_due = day.rituals_kept = day.touches = day.minutes = 0;
  };
  const auto report = find_drift(life(12, 4, resting), after(16));
  EXPECT_FALSE(report.notice.has_value());
  EXPECT_EQ(report.signals[static_cast<std::size_t>(Signal::mood)].weeks, 16);
  EXPECT_EQ(report.signals[static_cast<std::size_t>(Signal::touch)].weeks, 12);
}

TEST(FindDrift, TakesNoMoodFromDaysWithoutACheckIn) {
  // Hardly any check-ins any more, but what there is is as usual: that is no lower mood.
  const auto rare = [](DriftDay& day) {
    if (std::chrono::weekday(day.date).iso_encoding() > 2) day.check_ins = day.valence = 0;
  };
  const auto notice = find_drift(life(12, 5, rare), after(17)).notice;
  ASSERT_TRUE(notice.has_value());
  EXPECT_THAT(notice->signals, Not(Contains(Signal::mood)));
}

TEST(FindDrift, SaysNothingOfNowFromOldDays) {
  EXPECT_FALSE(find_drift(life(10, 4, kLowMood), after(17)).notice.has_value());
}

TEST(FindDrift, LooksAtTheLastHalfYearAlone) {
  auto all = life(30, 0, kSame);
  auto old = all;
  for (DriftDay& day : old) day.date -= weeks(kDriftWeeks);
  const auto report = find_drift(all, after(30));
  old.insert(old.end(), all.begin(), all.end());
  std::stable_sort(old.begin(), old.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
  EXPECT_EQ(report.signals[0].weeks, kDriftWeeks);
  EXPECT_EQ(find_drift(all, after(30)).notice.has_value(), report.notice.has_value());
}

TEST(FindDrift, AnswersTheSameOnEveryDayOfAWeek) {
  const auto all = life(10, 3, kLowMood);
  for (int day = 0; day < 7; ++day) EXPECT_EQ(find_drift(all, after(12) + days(day)).notice->weeks, 2) << day;
}

TEST(MayBeTold, OnceADropAndOnceInThreeWeeks) {
  DriftNotice notice;
  notice.since = kMonday;
  EXPECT_FALSE(may_be_told(notice, kMonday + days(20), kMonday - days(0)));
  EXPECT_TRUE(may_be_told(notice, kMonday + days(20), kMonday - days(1)));
  EXPECT_FALSE(may_be_told(notice, kMonday + days(19), kMonday - days(1)));
  EXPECT_FALSE(may_be_told(notice, kMonday + days(200), kMonday + days(7)));
}

// --- What it comes to over lives made by chance (tests/support/life_diary.hpp)

const auto kAny = [](const DriftNotice&) { return true; };
auto names(Signal signal) {
  return [signal](const DriftNotice& notice) {
    return std::find(notice.signals.begin(), notice.signals.end(), signal) != notice.signals.end();
  };
}
constexpr std::array<bool, kSignals> kAll{true, true, true, true, true};

TEST(DriftSimulation, RaisesAtMostOneFalseAlarmAYear) {
  const double alarms = false_alarms_a_year(LifeShape{}, 100, kAny);
  RecordProperty("alarms", std::to_string(alarms));
  EXPECT_LE(alarms, 1.0);
  EXPECT_GT(alarms, 0.0) << "lives without any chance in them show nothing";
  LifeShape moods_alone;
  moods_alone.uses = {true, true, false, false, false};
  EXPECT_LE(false_alarms_a_year(moods_alone, 100, kAny), 1.0);
}

TEST(DriftSimulation, FindsALastingDropOfOneDeviationWithinFourWeeks) {
  LifeShape falling;
  falling.drops = kAll;
  const DriftFigures figures = drift_figures(LifeShape{}, falling, 40, kAny);
  RecordProperty("found", std::to_string(figures.found[2]));
  EXPECT_GE(figures.found[2], 0.8);
  EXPECT_LE(figures.median_delay.value_or(999), 21);
}

TEST(DriftSimulation, FindsADropOfMoodAloneInEvenWeeks) {
  LifeShape steady;
  steady.uses = {true, true, false, false, false};
  steady.busy_weeks = 0;
  steady.silent_spells = 0;
  steady.holidays_a_year = 0;
  LifeShape falling = steady;
  falling.drops[static_cast<std::size_t>(Signal::mood)] = true;
  const DriftFigures figures = drift_figures(steady, falling, 60, names(Signal::mood));
  RecordProperty("found", std::to_string(figures.found[2]));
  EXPECT_GE(figures.found[2], 0.75);
}

TEST(DriftSimulation, FindsRitualsThatSlippedWithinFourWeeks) {
  LifeShape falling;
  falling.drops[static_cast<std::size_t>(Signal::rituals)] = true;
  EXPECT_GE(drift_figures(LifeShape{}, falling, 40, names(Signal::rituals)).found[2], 0.8);
}

TEST(DriftSimulation, BearsDaysThatClingToTheDayBefore) {
  LifeShape steady;
  steady.clinging = 0.5;
  LifeShape falling = steady;
  falling.drops = kAll;
  const DriftFigures figures = drift_figures(steady, falling, 40, kAny);
  EXPECT_LE(figures.false_alarms_a_year, 1.3);
  EXPECT_GE(figures.found[2], 0.8);
}

}  // namespace
}  // namespace kindling
