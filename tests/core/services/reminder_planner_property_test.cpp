// What holds for every plan: over rules, marks, quiet hours, budgets and moments made by chance.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "tests/core/services/planner_support.hpp"

namespace kindling {
namespace {

using What = OccurrenceState::What;
using Key = std::tuple<EntityRef, LocalDate, int>;
constexpr std::chrono::minutes kFive{5};

template <class T>
Key key_of(const T& one) {
  return {one.source, one.date, one.ordinal};
}
LocalDateTime shown_on(const TimeZone& zone, Instant at) {
  return to_local(std::chrono::floor<std::chrono::seconds>(at), zone);
}
LocalDate monday_of(LocalDate date) { return date - std::chrono::days(std::chrono::weekday(date).iso_encoding() - 1); }
bool is_marked(const PlannerInput& given, const Key& key, bool snoozed) {
  for (const PlannedRule& one : given.rules) {
    for (const OccurrenceState& state : one.states) {
      if (Key{one.source, state.date, state.ordinal} == key && (state.what == What::snoozed) == snoozed) return true;
    }
  }
  return false;
}
std::vector<Notification> flat(const NotificationPlan& plan) {
  std::vector<Notification> all;
  for (const Notification& one : plan.wanted) {
    all.push_back(one);
    all.insert(all.end(), one.merged.begin(), one.merged.end());
  }
  return all;
}

void check(const std::function<void(const PlannerInput&, const NotificationPlan&)>& property) {
  const TzifZones zones;
  EXPECT_TRUE(rc::check([&] {
    const PlannerInput given = chosen_input(zones, 8);
    property(given, plan_notifications(given));
  }));
}

TEST(ReminderPlannerProperty, NeverNotifiesAnOccurrenceTwice) {
  check([](const PlannerInput&, const NotificationPlan& plan) {
    std::set<Key> seen;
    for (const Notification& one : flat(plan)) RC_ASSERT(seen.insert(key_of(one)).second);
  });
}

TEST(ReminderPlannerProperty, NeverNotifiesInQuietHours) {
  check([](const PlannerInput& given, const NotificationPlan& plan) {
    for (const Notification& one : flat(plan))
      RC_ASSERT((!given.quiet || !given.quiet->contains(time_of(shown_on(*given.zone, one.at)))));
  });
}

TEST(ReminderPlannerProperty, NeverNotifiesWhatIsDoneOrSkipped) {
  check([](const PlannerInput& given, const NotificationPlan& plan) {
    for (const Notification& one : flat(plan)) RC_ASSERT(!is_marked(given, key_of(one), false));
  });
}

TEST(ReminderPlannerProperty, NeverExceedsTheBudgetOfAWeek) {
  check([](const PlannerInput& given, const NotificationPlan& plan) {
    std::map<std::pair<ReminderKind, LocalDate>, int> count;
    for (const Notification& one : flat(plan)) {
      if (one.snoozed) continue;
      const auto own = given.weekly_budget.find(one.kind);
      const int budget = own != given.weekly_budget.end() ? own->second : default_weekly_budget(one.kind);
      int& used = count[{one.kind, monday_of(date_of(shown_on(*given.zone, one.at)))}];
      ++used;
      RC_ASSERT(used <= budget);
    }
  });
}

TEST(ReminderPlannerProperty, KeepsItsOrderItsWindowItsLimitAndFiveMinutesBetween) {
  check([](const PlannerInput& given, const NotificationPlan& plan) {
    RC_ASSERT(plan.wanted.size() <= std::min(given.limit, std::size_t{60}));
    for (std::size_t i = 0; i < plan.wanted.size(); ++i) {
      const Notification& one = plan.wanted[i];
      RC_ASSERT(one.at >= given.now && one.at < given.now + std::chrono::days(given.days));
      if (i > 0) RC_ASSERT(one.at - plan.wanted[i - 1].at > kFive);  // RC_ASSERT doesn't stop at a true left side
      for (const Notification& other : one.merged) {
        RC_ASSERT(other.at >= one.at && other.at - one.at <= kFive);
        RC_ASSERT(other.merged.empty());
      }
    }
  });
}

// A second reckoning of what occurs, without jitter: rules with windows are left to their dates.
TEST(ReminderPlannerProperty, RecordsEveryOccurrenceExactlyOnce) {
  check([](const PlannerInput& given, const NotificationPlan& plan) {
    std::map<Key, Fate> recorded;
    for (const PlannedOccurrence& one : plan.record) RC_ASSERT(recorded.emplace(key_of(one), one.fate).second);
    std::size_t expected = 0;
    bool exact = true;
    for (const PlannedRule& one : given.rules) {
      if (one.window || one.schedule.kind == ScheduleKind::date) {
        exact = false;
        continue;
      }
      const TimeZone& zone = one.zone != nullptr ? *one.zone : *given.zone;
      const LocalDate today = date_of(shown_on(zone, given.now));
      LocalDate date{};
      int ordinal = 0;
      for (const Occurrence& occurrence : occurrences(one.schedule, zone, LocalDateTime(today - std::chrono::days(30)),
                                                      LocalDateTime(today + std::chrono::days(given.days + 14)))) {
        ordinal = date_of(occurrence.nominal) == date ? ordinal + 1 : 0;
        date = date_of(occurrence.nominal);
        const Key key{one.source, date, ordinal};
        Instant at = occurrence.utc - one.ahead;
        for (const OccurrenceState& state : one.states) {
          if (state.what == What::snoozed && state.date == date && state.ordinal == ordinal &&
              !is_marked(given, key, false))
            at = state.until;
        }
        const bool within = at >= given.now && at < given.now + std::chrono::days(given.days);
        RC_ASSERT(recorded.contains(key) == within);
        if (within) ++expected;
      }
    }
    RC_ASSERT((!exact || expected == recorded.size()));
    std::size_t told = 0;
    for (const auto& [key, fate] : recorded) told += fate == Fate::notified || fate == Fate::merged ? 1 : 0;
    RC_ASSERT(told == flat(plan).size());
    for (const Notification& one : plan.wanted) RC_ASSERT(recorded.at(key_of(one)) == Fate::notified);
  });
}

bool same(const NotificationPlan& a, const NotificationPlan& b) {
  const auto one = flat(a);
  const auto other = flat(b);
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const Notification& x, const Notification& y) {
                      return key_of(x) == key_of(y) && x.at == y.at && x.title == y.title;
                    });
}

TEST(ReminderPlannerProperty, AgreesOnTwoDevicesWhateverTheOrderOfTheirRules) {
  const TzifZones zones;
  EXPECT_TRUE(rc::check([&] {
    PlannerInput given = chosen_input(zones, 8);
    const NotificationPlan here = plan_notifications(given);
    std::reverse(given.rules.begin(), given.rules.end());
    for (PlannedRule& one : given.rules) std::reverse(one.states.begin(), one.states.end());
    RC_ASSERT(same(here, plan_notifications(given)));
  }));
}

// The fate of what still lies ahead, merging and the limit apart, is the same on a device that looks a while later.
TEST(ReminderPlannerProperty, AgreesWithALaterLook) {
  const TzifZones zones;
  EXPECT_TRUE(rc::check([&] {
    PlannerInput given = chosen_input(zones, 8);
    given.days = 16;
    const auto settled = [](const NotificationPlan& plan) {
      std::map<Key, Fate> fates;
      for (const PlannedOccurrence& one : plan.record) {
        const bool free = one.fate == Fate::merged || one.fate == Fate::beyond_limit;
        fates[key_of(one)] = free ? Fate::notified : one.fate;
      }
      return fates;
    };
    const auto before = settled(plan_notifications(given));
    given.now += std::chrono::minutes(chosen(0, 8'000));
    for (const auto& [key, fate] : settled(plan_notifications(given))) {
      const auto found = before.find(key);
      RC_ASSERT((found == before.end() || found->second == fate));
    }
  }));
}

TEST(ReminderPlannerProperty, JittersIntoTheWindowAndOutOfQuietHoursWhereItCan) {
  EXPECT_TRUE(rc::check([] {
    const LocalTimeRange window{{std::chrono::minutes(chosen(0, 1439))}, {std::chrono::minutes(chosen(0, 1439))}};
    const auto quiet = chosen_range();
    const LocalDate date = parse_date("2026-11-23").value();
    const LocalDateTime moved =
        jittered(uuid_of_number(static_cast<std::uint32_t>(chosen(0, 9'999))), date, window, quiet);
    RC_ASSERT(window.contains(time_of(moved)));
    RC_ASSERT(moved >= at(date, window.start) && moved < at(date, window.start) + std::chrono::days(1));
    if (!quiet || !quiet->contains(time_of(moved))) return;
    for (int minute = 0; minute < 1440; ++minute) {
      const LocalTime time{std::chrono::minutes(minute)};
      RC_ASSERT((!window.contains(time) || quiet->contains(time)));
    }
  }));
}

// Two years on one device that plans again after each notification and remembers what it has shown.
TEST(ReminderPlannerSimulation, KeepsItsPromisesOverTwoYears) {
  const TzifZones zones;
  for (const char* name : {"Europe/Berlin", "America/New_York"}) {
    PlannerInput given = input(*zones.find(name), "2026-01-01T00:00:00Z",
                               {rule(1, "2026-01-01T02:30", "FREQ=DAILY"), rule(2, "2026-01-01T07:45", "FREQ=DAILY"),
                                rule(3, "2026-01-01T07:48", "FREQ=WEEKLY;BYDAY=MO,WE"),
                                rule(4, "2026-01-01T22:30", "FREQ=DAILY"), rule(5, "2026-01-02T18:00", "FREQ=WEEKLY")});
    given.rules[4].window = range("17:00-23:00");
    given.quiet = range("22:00-02:00");
    given.weekly_budget[ReminderKind::affection] = 12;
    given.days = 3;
    std::set<Key> shown;
    std::map<LocalDate, int> weeks;
    const Instant end = given.now + std::chrono::days(730);
    while (given.now < end) {
      const NotificationPlan plan = plan_notifications(given);
      if (plan.wanted.empty()) {
        given.now += std::chrono::days(1);
        continue;
      }
      const Notification& next = plan.wanted.front();
      for (const Notification& one : flat({{next}, {}})) {
        if (!shown.insert(key_of(one)).second) continue;
        EXPECT_LE(++weeks[monday_of(date_of(shown_on(*given.zone, one.at)))], 12);
        EXPECT_FALSE(given.quiet->contains(time_of(shown_on(*given.zone, one.at))));
      }
      given.now = next.at + std::chrono::milliseconds(1);
    }
    EXPECT_GE(shown.size(), 103U * 12U);
  }
}

}  // namespace
}  // namespace kindling
