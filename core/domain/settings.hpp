// What the owner chose. One entity of the Self space: private, like everything in it. Value types, no I/O.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/domain/entity.hpp"
#include "core/domain/names.hpp"
#include "core/domain/reminder.hpp"

namespace kindling {

// What a comfort ceiling is for: gestures and the ladder; prompts; dates, cooking and getaways; and, below that of
// touch, each sort of it: hands, hugs, kisses and faces, lying close, and a body that is stroked or bare. The sorts
// come in the order of TouchKind (core/library/content.hpp).
enum class ComfortKind { touch, talk, time, hands, hugs, kisses, lying, skin };
template <>
struct EnumNames<ComfortKind> {
  static constexpr std::array<std::string_view, 8> kNames{"touch", "talk",   "time",  "hands",
                                                          "hugs",  "kisses", "lying", "skin"};
};
inline constexpr std::size_t kComfortKinds = EnumNames<ComfortKind>::kNames.size();
[[nodiscard]] constexpr bool is_sort_of_touch(ComfortKind kind) noexcept { return kind >= ComfortKind::hands; }

// How the window looks and speaks. `system`: as the desktop has it.
enum class Theme { system, light, dark, contrast };
template <>
struct EnumNames<Theme> {
  static constexpr std::array<std::string_view, 4> kNames{"system", "light", "dark", "contrast"};
};
enum class Motion { system, full, reduced };
template <>
struct EnumNames<Motion> {
  static constexpr std::array<std::string_view, 3> kNames{"system", "full", "reduced"};
};
enum class ClockFace { system, h24, h12 };
template <>
struct EnumNames<ClockFace> {
  static constexpr std::array<std::string_view, 3> kNames{"system", "h24", "h12"};
};
enum class WeekStart { system, monday, sunday, saturday };
template <>
struct EnumNames<WeekStart> {
  static constexpr std::array<std::string_view, 4> kNames{"system", "monday", "sunday", "saturday"};
};

// What notifications say. Neutral: that there is something, not what.
enum class NotificationWords { neutral, full };
template <>
struct EnumNames<NotificationWords> {
  static constexpr std::array<std::string_view, 2> kNames{"neutral", "full"};
};
// What becomes of what falls into quiet hours.
enum class AfterQuiet { drop, digest };
template <>
struct EnumNames<AfterQuiet> {
  static constexpr std::array<std::string_view, 2> kNames{"drop", "digest"};
};

inline constexpr std::size_t kNameLimit = 60;  // characters (code points) of a person's name
inline constexpr int kTextScaleDefault = 100;  // percent
inline constexpr int kTextScaleLeast = 85;
inline constexpr int kTextScaleMost = 200;
inline constexpr int kLockAfterMost = 120;  // minutes

inline constexpr int kComfortLimit = 6;
inline constexpr int kComfortDefault = 3;

enum class Programme { four_first_steps, small_touches };
template <>
struct EnumNames<Programme> {
  static constexpr std::array<std::string_view, 2> kNames{"four-first-steps", "small-touches"};
};

struct Settings {
  static constexpr EntityKind kKind = EntityKind::settings;
  Id<Settings> id;
  std::optional<LocalTimeRange> quiet;
  LocalTime day_start;  // when a new day begins: 00:00, or 03:00 for late nights
  std::optional<int> comfort_touch, comfort_talk, comfort_time;
  std::array<std::optional<int>, 5> comfort_sorts;                // of touch; none: as touch
  std::array<std::optional<int>, kComfortKinds> partner_comfort;  // what the partner told of theirs; none: unknown
  std::optional<int> felt_good;                                   // how close was what was last marked so, 0..6
  bool touch_rests = false;                                       // no touch is suggested until its owner wants it
  bool adult = false;                                             // the owner's own switch, one of two
  // Notifications a week, by kind of reminder; none: the default of the planner.
  std::optional<int> budget_affection, budget_ritual, budget_talk, budget_date, budget_other;

  // What the window keeps. Each is absent until it is chosen, and then the first of its names, or what its comment
  // says, holds: a choice that was never made must not win over one that another device of the owner made meanwhile.
  std::string own_name, partner_name;  // empty: not told
  std::optional<Theme> theme;
  std::optional<int> text_scale;  // percent; none: kTextScaleDefault
  std::optional<Motion> motion;
  std::optional<ClockFace> clock;
  std::optional<WeekStart> week_start;
  bool discreet_title = false;    // the window's title tells nothing
  std::optional<int> lock_after;  // minutes without input; none: never by itself
  bool first_run_done = false;

  // Notifications.
  std::optional<NotificationWords> notification_words;
  bool silent_when_locked = false;        // nothing while the screen is locked; it comes when that is over
  std::optional<AfterQuiet> after_quiet;  // none: drop
  std::string home_zone;  // floating reminders stay in this zone when its owner travels; empty: they follow

  // What of a date is told beforehand; all of it unless switched off.
  bool no_evening_before = false;
  bool no_hour_before = false;
  bool no_task_days = false;

  // Where things are written without being asked each time; empty: nowhere. A folder of one device, which another
  // device of the owner doesn't have: both services say so and write nothing there.
  std::string auto_backup_folder;
  std::string calendar_folder;
  bool calendar_discreet = false;
  std::vector<std::string> calendar_rituals;  // "all", or ids; none: no rituals

  // The guided programme that is on (core/services/programme_service.hpp).
  std::optional<Programme> programme;
  std::optional<int> programme_day;            // things done or passed over
  std::optional<LocalDate> programme_done_on;  // when the last one was done
  bool programme_paused = false;
  std::string programme_last;  // the id of the last thing done or passed over

  template <class Self>
  [[nodiscard]] static auto& comfort_in(Self& self, ComfortKind kind) noexcept {
    if (is_sort_of_touch(kind))
      return self.comfort_sorts[static_cast<std::size_t>(kind) - static_cast<std::size_t>(ComfortKind::hands)];
    return kind == ComfortKind::touch  ? self.comfort_touch
           : kind == ComfortKind::talk ? self.comfort_talk
                                       : self.comfort_time;
  }
  [[nodiscard]] std::optional<int>& comfort(ComfortKind kind) noexcept { return comfort_in(*this, kind); }
  [[nodiscard]] const std::optional<int>& comfort(ComfortKind kind) const noexcept { return comfort_in(*this, kind); }
  [[nodiscard]] std::optional<int>& partner(ComfortKind kind) noexcept {
    return partner_comfort[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] std::optional<int> partner(ComfortKind kind) const noexcept {
    return partner_comfort[static_cast<std::size_t>(kind)];
  }
  // The owner's own. That of a sort of touch is never above that of touch.
  [[nodiscard]] int ceiling(ComfortKind kind) const noexcept {
    if (!is_sort_of_touch(kind)) return comfort(kind).value_or(kComfortDefault);
    const int touch = ceiling(ComfortKind::touch);
    return std::min(touch, comfort(kind).value_or(touch));
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
  visit(20, "own_name", settings.own_name);
  visit(21, "partner_name", settings.partner_name);
  visit(22, "theme", settings.theme);
  visit(23, "text_scale", settings.text_scale);
  visit(24, "motion", settings.motion);
  visit(25, "clock", settings.clock);
  visit(26, "week_start", settings.week_start);
  visit(27, "discreet_title", settings.discreet_title);
  visit(28, "lock_after", settings.lock_after);
  visit(29, "first_run_done", settings.first_run_done);
  visit(30, "notification_words", settings.notification_words);
  visit(31, "silent_when_locked", settings.silent_when_locked);
  visit(32, "after_quiet", settings.after_quiet);
  visit(33, "auto_backup_folder", settings.auto_backup_folder);
  visit(37, "calendar_folder", settings.calendar_folder);
  visit(38, "calendar_discreet", settings.calendar_discreet);
  visit(39, "calendar_rituals", settings.calendar_rituals);
  visit(40, "home_zone", settings.home_zone);
  visit(41, "programme", settings.programme);
  visit(42, "programme_day", settings.programme_day);
  visit(43, "programme_done_on", settings.programme_done_on);
  visit(44, "programme_paused", settings.programme_paused);
  visit(60, "comfort_hands", settings.comfort_sorts[0]);
  visit(61, "comfort_hugs", settings.comfort_sorts[1]);
  visit(62, "comfort_kisses", settings.comfort_sorts[2]);
  visit(63, "comfort_lying", settings.comfort_sorts[3]);
  visit(64, "comfort_skin", settings.comfort_sorts[4]);
  visit(65, "partner_touch", settings.partner_comfort[0]);
  visit(66, "partner_talk", settings.partner_comfort[1]);
  visit(67, "partner_time", settings.partner_comfort[2]);
  visit(68, "partner_hands", settings.partner_comfort[3]);
  visit(69, "partner_hugs", settings.partner_comfort[4]);
  visit(70, "partner_kisses", settings.partner_comfort[5]);
  visit(71, "partner_lying", settings.partner_comfort[6]);
  visit(72, "partner_skin", settings.partner_comfort[7]);
  visit(73, "felt_good", settings.felt_good);
  visit(74, "touch_rests", settings.touch_rests);
  visit(75, "adult", settings.adult);
  visit(76, "programme_last", settings.programme_last);
  visit(90, "no_evening_before", settings.no_evening_before);
  visit(91, "no_hour_before", settings.no_hour_before);
  visit(92, "no_task_days", settings.no_task_days);
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
