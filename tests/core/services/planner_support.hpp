// Rules and moments for tests of the planner, readable and by chance.
#pragma once

#include <rapidcheck.h>

#include <string>

#include "core/services/reminder_planner.hpp"
#include "platform/common/tzif_zones.hpp"

namespace kindling {

inline Instant instant(std::string_view text) { return parse_instant(text).value(); }
inline LocalTimeRange range(std::string_view text) { return parse_time_range(text).value(); }

inline Uuid uuid_of_number(std::uint32_t number) {
  Uuid id{};
  for (std::size_t i = 0; i < 4; ++i) id[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return id;
}

// "2026-11-23T07:45", "FREQ=DAILY"; an empty rule means once.
inline PlannedRule rule(std::uint32_t number, std::string_view start, std::string_view text,
                        ReminderKind kind = ReminderKind::affection) {
  PlannedRule planned;
  planned.source = {SpaceKind::self, EntityKind::reminder, uuid_of_number(number)};
  planned.title = "number " + std::to_string(number);
  planned.kind = kind;
  planned.schedule.start = parse_date_time(start).value();
  if (!text.empty()) planned.schedule.rule = parse_rule(text).value();
  return planned;
}

inline PlannerInput input(const TimeZone& zone, std::string_view now, std::vector<PlannedRule> rules) {
  PlannerInput made;
  made.rules = std::move(rules);
  made.now = instant(now);
  made.zone = &zone;
  return made;
}

inline int chosen(int lowest, int highest) {
  return lowest == highest ? lowest : *rc::gen::resize(1'000, rc::gen::inRange(lowest, highest + 1));
}

inline std::optional<LocalTimeRange> chosen_range() {
  if (chosen(0, 2) == 0) return std::nullopt;
  return LocalTimeRange{{std::chrono::minutes(chosen(0, 1439))}, {std::chrono::minutes(chosen(0, 1439))}};
}

inline PlannedRule chosen_rule(std::uint32_t number, LocalDate around, const TimeZones& zones) {
  const auto start = at(around + std::chrono::days(chosen(-20, 5)), {std::chrono::minutes(chosen(0, 1439))});
  const char* text =
      *rc::gen::element("FREQ=DAILY", "FREQ=DAILY;BYHOUR=1,2,3,20;BYMINUTE=30", "FREQ=WEEKLY;BYDAY=SA,SU",
                        "FREQ=DAILY;INTERVAL=2", "", "FREQ=HOURLY;INTERVAL=5", "FREQ=WEEKLY");
  PlannedRule made = rule(number, to_string(start), text,
                          *rc::gen::element(ReminderKind::affection, ReminderKind::ritual, ReminderKind::talk,
                                            ReminderKind::date, ReminderKind::other));
  if (chosen(0, 3) == 0) {
    made.schedule.kind = ScheduleKind::zoned;
    made.schedule.zone = *rc::gen::element<std::string>("America/New_York", "Pacific/Auckland", "Asia/Kolkata");
    made.zone = zones.find(made.schedule.zone);
  }
  if (chosen(0, 9) == 0) made.schedule.kind = ScheduleKind::date;
  if (chosen(0, 2) == 0) made.window = chosen_range();
  if (chosen(0, 4) == 0) made.ahead = std::chrono::minutes(chosen(1, 180));
  return made;
}

// Marks some occurrences near `now` as done, skipped or put off.
inline void mark_by_chance(PlannedRule& made, const TimeZone& device, Instant now) {
  const TimeZone& zone = made.zone != nullptr ? *made.zone : device;
  const LocalDate today = date_of(to_local(std::chrono::floor<std::chrono::seconds>(now), zone));
  LocalDate date{};
  int ordinal = 0;
  for (const Occurrence& occurrence : occurrences(made.schedule, zone, LocalDateTime(today - std::chrono::days(7)),
                                                  LocalDateTime(today + std::chrono::days(10)))) {
    ordinal = date_of(occurrence.nominal) == date ? ordinal + 1 : 0;
    date = date_of(occurrence.nominal);
    const int what = chosen(0, 11);
    if (what == 0) made.states.push_back({date, ordinal, OccurrenceState::What::done, {}});
    if (what == 1) made.states.push_back({date, ordinal, OccurrenceState::What::skipped, {}});
    if (what <= 2 && what != 1) {
      made.states.push_back(
          {date, ordinal, OccurrenceState::What::snoozed, now + std::chrono::minutes(chosen(-300, 5'000))});
    }
  }
}

// Any day of ten years, and in every third world one next to a change of the clocks.
inline PlannerInput chosen_input(const TimeZones& zones, std::size_t most_rules) {
  const char* name = *rc::gen::element("Europe/Berlin", "America/New_York");
  const TimeZone* zone = zones.find(name);
  RC_ASSERT(zone != nullptr);
  LocalDate today = parse_date("2024-01-01").value() + std::chrono::days(chosen(0, 3'650));
  if (chosen(0, 2) == 0) {
    const char* change = *rc::gen::element("2026-03-29", "2026-10-25", "2027-03-14", "2027-11-07");
    today = parse_date(change).value() - std::chrono::days(chosen(0, 3));
  }
  PlannerInput made;
  made.zone = zone;
  made.now = to_instant(LocalDateTime(today) + std::chrono::seconds(chosen(0, 86'399)), *zone);
  made.quiet = chosen_range();
  made.days = chosen(1, 16);
  made.limit = static_cast<std::size_t>(chosen(1, 70));
  for (const ReminderKind kind : {ReminderKind::affection, ReminderKind::ritual, ReminderKind::talk}) {
    if (chosen(0, 1) == 0) made.weekly_budget[kind] = chosen(0, 12);
  }
  const int count = chosen(0, static_cast<int>(most_rules));
  for (int i = 0; i < count; ++i) {
    made.rules.push_back(chosen_rule(static_cast<std::uint32_t>(i), today, zones));
    mark_by_chance(made.rules.back(), *zone, made.now);
  }
  return made;
}

}  // namespace kindling
