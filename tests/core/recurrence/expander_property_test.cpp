// The expander against the oracle of tests/support, over rules made by chance.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "core/recurrence/schedule.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/random_rule.hpp"
#include "tests/support/recurrence_oracle.hpp"

namespace kindling {
namespace {

int choose_with_rapidcheck(int lowest, int highest) {
  return lowest == highest ? lowest : *rc::gen::resize(1'000, rc::gen::inRange(lowest, highest + 1));
}

// How long a window the oracle can look through in a moment.
std::chrono::seconds window_of(Frequency frequency) {
  switch (frequency) {
    case Frequency::yearly: return std::chrono::days(366 * 9);
    case Frequency::monthly: return std::chrono::days(366 * 4);
    case Frequency::weekly: return std::chrono::days(366 * 2);
    case Frequency::daily: return std::chrono::days(366 * 2);
    case Frequency::hourly: return std::chrono::days(70);
    case Frequency::minutely: return std::chrono::days(4);
    case Frequency::secondly: break;
  }
  return std::chrono::hours(4);
}

std::vector<Occurrence> expected(const Schedule& schedule, const TimeZone& zone, LocalDateTime from, LocalDateTime to) {
  std::vector<Occurrence> result;
  for (const LocalDateTime nominal : oracle_nominals(*schedule.rule, schedule.start, to)) {
    if (nominal < from) continue;
    const auto instant = oracle_instant(nominal, zone);
    result.push_back({nominal, LocalDateTime(instant.time_since_epoch() + zone.period_at(instant).offset), instant});
  }
  return result;
}

class ExpanderProperty : public testing::TestWithParam<Frequency> {};

TEST_P(ExpanderProperty, AgreesWithTheOracleInEveryZone) {
  const TzifZones zones;
  const bool agrees = rc::check([&](std::uint8_t) {
    const char* name =
        *rc::gen::element("Europe/Berlin", "America/New_York", "Australia/Sydney", "UTC", "Australia/Lord_Howe");
    const TimeZone* zone = zones.find(name);
    RC_ASSERT(zone != nullptr);
    Schedule schedule;
    schedule.kind = ScheduleKind::zoned;
    schedule.zone = name;
    schedule.start = random_start(choose_with_rapidcheck);
    schedule.rule = random_rule(GetParam(), schedule.start, choose_with_rapidcheck);
    const auto window = window_of(GetParam());
    const LocalDateTime from = schedule.start + window * choose_with_rapidcheck(-10, 90) / 100;
    const LocalDateTime to = schedule.start + window;
    RC_LOG(to_string(schedule.start) + " " + to_string(*schedule.rule) + " " + name + " from " + to_string(from));
    auto wanted = expected(schedule, *zone, from, to);
    // More than this adds time, not sharpness.
    if (wanted.size() > 3'000) wanted.resize(3'000);
    RC_ASSERT(check_rule(*schedule.rule).has_value());
    const bool same = occurrences(schedule, *zone, from, to, 3'000) == wanted;
    RC_ASSERT(same);
  });
  EXPECT_TRUE(agrees);
}

std::string name_of_case(const testing::TestParamInfo<Frequency>& test) {
  Rule rule;
  rule.frequency = test.param;
  return to_string(rule).substr(std::string_view("FREQ=").size());
}

INSTANTIATE_TEST_SUITE_P(All, ExpanderProperty,
                         testing::Values(Frequency::secondly, Frequency::minutely, Frequency::hourly, Frequency::daily,
                                         Frequency::weekly, Frequency::monthly, Frequency::yearly),
                         name_of_case);

TEST(RuleProperty, ParsesWhatItPrints) {
  const bool same = rc::check([](std::uint8_t) {
    const LocalDateTime start = random_start(choose_with_rapidcheck);
    const Rule rule = random_rule(static_cast<Frequency>(choose_with_rapidcheck(0, 6)), start, choose_with_rapidcheck);
    const auto again = parse_rule(to_string(rule));
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == rule);
    RC_ASSERT(to_string(*again) == to_string(rule));
  });
  EXPECT_TRUE(same);
}

TEST(ScheduleProperty, NormalisingMovesOnlyTheStart) {
  const TzifZones zones;
  const TimeZone* zone = zones.find("UTC");
  const bool same = rc::check([&](std::uint8_t) {
    Schedule schedule;
    schedule.start = random_start(choose_with_rapidcheck);
    const auto frequency = static_cast<Frequency>(choose_with_rapidcheck(0, 6));
    schedule.rule = random_rule(frequency, schedule.start, choose_with_rapidcheck);
    const auto fit = normalised(schedule);
    if (!fit) return;
    RC_LOG(to_string(schedule.start) + " " + to_string(*schedule.rule));
    const LocalDateTime to = fit->start + window_of(frequency);
    RC_ASSERT(occurrences(*fit, *zone, schedule.start, to, 1).front().nominal == fit->start);
    const bool unchanged =
        occurrences(*fit, *zone, schedule.start, to, 200) == occurrences(schedule, *zone, schedule.start, to, 200);
    RC_ASSERT(unchanged);
  });
  EXPECT_TRUE(same);
}

}  // namespace
}  // namespace kindling
