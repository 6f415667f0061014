// What the owner chose. One entity of the Self space: private, like everything in it. Value types, no I/O.
#pragma once

#include <optional>

#include "core/base/time.hpp"
#include "core/domain/entity.hpp"
#include "core/domain/names.hpp"
#include "core/domain/reminder.hpp"

namespace kindling {

// What a comfort ceiling is for: gestures and the ladder; prompts; dates, cooking and getaways.
enum class ComfortKind { touch, talk, time };
template <>
struct EnumNames<ComfortKind> {
  static constexpr std::array<std::string_view, 3> kNames{"touch", "talk", "time"};
};

inline constexpr int kComfortLimit = 6;
inline constexpr int kComfortDefault = 3;

struct Settings {
  static constexpr EntityKind kKind = EntityKind::settings;
  Id<Settings> id;
  std::optional<LocalTimeRange> quiet;
  LocalTime day_start;  // when a new day begins: 00:00, or 03:00 for late nights
  std::optional<int> comfort_touch, comfort_talk, comfort_time;
  // Notifications a week, by kind of reminder; none: the default of the planner.
  std::optional<int> budget_affection, budget_ritual, budget_talk, budget_date, budget_other;

  [[nodiscard]] std::optional<int>& comfort(ComfortKind kind) noexcept {
    return kind == ComfortKind::touch ? comfort_touch : kind == ComfortKind::talk ? comfort_talk : comfort_time;
  }
  [[nodiscard]] int ceiling(ComfortKind kind) const noexcept {
    return (kind == ComfortKind::touch  ? comfort_touch
            : kind == ComfortKind::talk ? comfort_talk
                                        : comfort_time)
        .value_or(kComfortDefault);
  }
  [[nodiscard]] std::optional<int>& budget(ReminderKind kind) noexcept;
};

template <class Visitor>
void describe(Visitor& visit, Settings& settings) {
  visit(1, "quiet", settings.quiet);
  visit(2, "day_start", settings.day_start);
  visit(4, "comfort_touch", settings.comfort_touch);
  visit(5, "comfort_talk", settings.comfort_talk);
  visit(6, "comfort_time", settings.comfort_time);
  visit(10, "budget_affection", settings.budget_affection);
  visit(11, "budget_ritual", settings.budget_ritual);
  visit(12, "budget_talk", settings.budget_talk);
  visit(13, "budget_date", settings.budget_date);
  visit(14, "budget_other", settings.budget_other);
}

inline std::optional<int>& Settings::budget(ReminderKind kind) noexcept {
  switch (kind) {
    case ReminderKind::affection: return budget_affection;
    case ReminderKind::ritual: return budget_ritual;
    case ReminderKind::talk: return budget_talk;
    case ReminderKind::date: return budget_date;
    case ReminderKind::other: break;
  }
  return budget_other;
}

}  // namespace kindling
