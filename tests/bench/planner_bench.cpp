#include "tests/bench/planner_bench.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <vector>

#include "core/services/delivery_service.hpp"
#include "core/services/settings_service.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/bench/rule_generator.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;
using std::chrono::days;
using std::chrono::minutes;

constexpr int kRuns = 9;
constexpr int kReminders = 1'000;

template <class Work>
double median_of(int runs, Work&& work) {
  std::vector<double> times;
  for (int run = 0; run < runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    times.push_back(Milliseconds(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

PlannerInput input_of(const std::vector<Schedule>& schedules, const TzifZones& zones) {
  PlannerInput input;
  input.now = *parse_instant("2026-11-22T10:00:00Z");
  input.zone = zones.find("Europe/Berlin");
  input.quiet = *parse_time_range("22:00-07:00");
  std::uint32_t number = 0;
  for (const Schedule& schedule : schedules) {
    PlannedRule rule;
    for (std::size_t i = 0; i < 4; ++i) rule.source.id[i] = static_cast<std::uint8_t>(number >> (8 * i));
    ++number;
    rule.title = "Hug";
    rule.kind = static_cast<ReminderKind>(number % EnumNames<ReminderKind>::kNames.size());
    rule.schedule = schedule;
    rule.zone = zones.find(schedule.zone);
    input.rules.push_back(std::move(rule));
  }
  return input;
}

// A home in memory under a clock that one sets.
struct Home {
  explicit Home(const TzifZones& zones)
      : self(open(SpaceKind::self)), couple(open(SpaceKind::couple)), context{*self, *couple,
                                                                              clock, random,
                                                                              zones, *zones.find("Europe/Berlin")} {}

  std::unique_ptr<Space> open(SpaceKind kind) {
    auto space = Space::open({.path = ":memory:", .kind = kind}, SecretKey(), clock, random);
    if (!space) std::abort();
    return std::move(*space);
  }

  FakeClock clock{*parse_instant("2026-11-22T10:00:00Z")};
  SeededRandom random{1};
  std::unique_ptr<Space> self, couple;
  Context context;
};

void must(bool succeeded) {
  if (!succeeded) std::abort();
}

// One reminder every ten minutes; whoever is told when to look again looks then.
void deliver(const TzifZones& zones, PlannerBenchResult& result) {
  Home home(zones);
  const Catalogue catalogue;
  must(SettingsService(home.context).set_budget(ReminderKind::affection, 200).has_value());
  const Instant start = home.clock.now();
  for (int i = 0; i < 200; ++i) {
    // Every 200th of ten minutes apart, over the days: 200 reminders that come five times each.
    const LocalTime at{minutes(i % 100) * 14};
    must(ReminderService(home.context)
             .add({.title = "Hug",
                   .at = at,
                   .rule = "FREQ=DAILY;INTERVAL=2;COUNT=5",
                   .from = date_of(to_local(std::chrono::floor<std::chrono::seconds>(start), home.context.zone)) +
                           days(1 + i / 100),
                   .kind = static_cast<ReminderKind>(i % 5)})
             .has_value());
  }
  for (const ReminderKind kind :
       {ReminderKind::affection, ReminderKind::ritual, ReminderKind::talk, ReminderKind::date, ReminderKind::other})
    must(SettingsService(home.context).set_budget(kind, 200).has_value());
  DeliveryService delivery(home.context, catalogue);
  std::vector<double> steps;
  while (home.clock.now() < start + days(13)) {
    const auto begin = std::chrono::steady_clock::now();
    const auto step = delivery.step({});
    steps.push_back(Milliseconds(std::chrono::steady_clock::now() - begin).count());
    must(step.has_value() && step->next.has_value());
    for (const Message& message : step->show) {
      for (const Notification& one : message.of) {
        ++result.delivered;
        const double late = Milliseconds(home.clock.now() - one.at).count();
        result.late_ms = std::max(result.late_ms, late);
        // What comes within five minutes comes along.
        result.early = result.early || home.clock.now() + minutes(5) < one.at;
        // Somebody does it, so that it isn't thinned out.
        must(ReminderService(home.context).finish(one.source, one.date, one.ordinal).has_value());
      }
      must(delivery.closed(message.key).has_value());
    }
    home.clock.set(std::max(*step->next, home.clock.now() + std::chrono::milliseconds(1)));
  }
  std::sort(steps.begin(), steps.end());
  result.step_ms = steps[steps.size() / 2];
}

}  // namespace

PlannerBenchResult run_planner_bench() {
  const TzifZones zones;
  PlannerBenchResult result;
  const PlannerInput many = input_of(generate_schedules(10'000, 20'261'127), zones);
  const PlannerInput few = input_of(generate_schedules(200, 20'261'127), zones);
  std::size_t planned = 0;
  result.many_ms = median_of(kRuns, [&] { planned += plan_notifications(many).wanted.size(); });
  result.few_ms = median_of(kRuns * 5, [&] { planned += plan_notifications(few).wanted.size(); });
  must(planned > 0);
  deliver(zones, result);
  must(result.delivered <= kReminders);
  return result;
}

}  // namespace kindling
