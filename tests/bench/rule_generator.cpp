#include "tests/bench/rule_generator.hpp"

#include <random>

namespace kindling {
namespace {

// Not std::uniform_int_distribution, which differs between standard libraries.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  int from(int lowest, int highest) {
    const auto span = static_cast<std::uint64_t>(highest - lowest + 1);
    return lowest + static_cast<int>(engine_() % span);
  }
  bool chance(int percent) { return from(1, 100) <= percent; }

 private:
  std::mt19937_64 engine_;
};

std::chrono::weekday weekday_from(int number) { return std::chrono::weekday(static_cast<unsigned>(number % 7)); }

const char* zone_from(Dice& dice) {
  const int roll = dice.from(1, 10);
  return roll <= 5 ? "Europe/Berlin" : roll <= 8 ? "America/New_York" : roll == 9 ? "Australia/Sydney" : "UTC";
}

Rule daily(Dice& dice) {
  Rule rule;
  rule.frequency = Frequency::daily;
  if (dice.chance(20)) rule.interval = dice.from(2, 5);
  if (dice.chance(10)) rule.by_hour = {dice.from(6, 11), dice.from(12, 22)};
  if (dice.chance(10)) rule.count = dice.from(300, 5'000);
  return rule;
}

Rule weekly(Dice& dice) {
  Rule rule;
  rule.frequency = Frequency::weekly;
  if (dice.chance(25)) rule.interval = 2;
  const int first = dice.from(0, 6);
  const int size = dice.from(0, 3);
  for (int i = 0; i < size; ++i) rule.by_day.push_back({0, weekday_from(first + 2 * i)});
  if (dice.chance(10)) rule.count = dice.from(100, 1'000);
  return rule;
}

Rule monthly(Dice& dice) {
  Rule rule;
  rule.frequency = Frequency::monthly;
  const int shape = dice.from(1, 4);
  if (shape == 1) rule.by_month_day = {dice.from(1, 28), -1};
  if (shape == 2) rule.by_day = {{dice.from(1, 4), weekday_from(dice.from(0, 6))}};
  if (shape == 3) {
    for (int day = 1; day <= 5; ++day) rule.by_day.push_back({0, weekday_from(day)});
    rule.by_set_pos = {-1};
  }
  return rule;
}

Rule yearly(Dice& dice) {
  Rule rule;
  rule.frequency = Frequency::yearly;
  if (dice.chance(30)) {
    rule.by_month = {dice.from(1, 12)};
    rule.by_day = {{dice.from(1, 4), weekday_from(dice.from(0, 6))}};
  }
  return rule;
}

Rule rule_from(Dice& dice) {
  const int roll = dice.from(1, 100);
  return roll <= 41 ? daily(dice) : roll <= 71 ? weekly(dice) : roll <= 92 ? monthly(dice) : yearly(dice);
}

}  // namespace

std::vector<Schedule> generate_schedules(std::size_t size, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<Schedule> schedules;
  schedules.reserve(size);
  const LocalDate first = LocalDate(std::chrono::year(2015) / 1 / 1);
  for (std::size_t i = 0; i < size; ++i) {
    Schedule schedule;
    schedule.kind = ScheduleKind::zoned;
    schedule.zone = zone_from(dice);
    schedule.start =
        LocalDateTime(first + std::chrono::days(dice.from(0, 4'300))) + std::chrono::minutes(5 * dice.from(0, 287));
    schedule.rule = rule_from(dice);
    schedules.push_back(*normalised(std::move(schedule)));
  }
  return schedules;
}

}  // namespace kindling
