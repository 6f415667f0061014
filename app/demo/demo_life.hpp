// The invented life of Mara, whose home it is, and Jon: constant tables of words, placed by weeks and weekdays before a
// day that is given later, so that "the Sunday pancakes" fall on Sundays whenever it is shown. Nothing in them names a
// season, a holiday or a place on the map. Constant data; any thread.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "core/domain/check_in.hpp"
#include "core/domain/idea.hpp"
#include "core/domain/plan.hpp"
#include "core/domain/reminder.hpp"
#include "core/domain/ritual.hpp"

namespace kindling::demo {

// A time of day as people write it without the colon: 745 is 07:45.
using Clock24 = int;

// A day, told from the day on which the home is shown.
struct Day {
  enum class From { week, today, friday, year } from = From::today;
  int count = 0;    // weeks ago (0 is the running week), days ago, days after the coming Friday, years ago
  int weekday = 0;  // of a week: 1 is Monday
};
constexpr Day in_week(int weeks_ago, int weekday) { return {Day::From::week, weeks_ago, weekday}; }
constexpr Day days_ago(int days) { return {Day::From::today, days}; }
constexpr Day after_friday(int days) { return {Day::From::friday, days}; }  // 0: the coming Friday itself
constexpr Day years_ago(int years) { return {Day::From::year, years}; }     // the same day of an earlier year

struct Moment {
  Day day;
  Clock24 at = 0;
};

struct CheckInWords {
  Clock24 at = 0;  // 0: none that day
  int valence = 0;
  int energy = 0;
  std::string_view feelings;  // split at commas
  std::string_view note;
  std::string_view need;
  Share share = Share::none;
};
inline constexpr int kWeeks = 14;
using WeekOfCheckIns = std::array<CheckInWords, 7>;  // from Monday on

// How often a thing gets done, of a hundred times: in ordinary weeks and in the two hard ones.
struct Habit {
  std::string_view weekdays;  // seven of x and -, from Monday on: the days on which it may be done
  int usual = 0;
  int hard = 0;
  int since = 0;  // weeks ago in which the last "done" lies; 0: it goes on
};

struct ReminderWords {
  std::string_view title;
  std::string_view cue;
  Clock24 at = 0;
  std::string_view rule;
  ReminderKind kind = ReminderKind::affection;
  bool for_both = false;
  Clock24 window_end = 0;  // 0: no window; else it spreads from `at` to this
  Habit habit;
};

struct RitualWords {
  std::string_view title;
  RitualKind kind = RitualKind::other;
  Clock24 at = 0;
  std::string_view rule;
  int minutes = 10;
  std::array<std::string_view, 3> steps;  // up to the first empty one
  Habit habit;
  int rest_from = 0;  // days ago; 0: no rest
  int rest_to = 0;    // days from now
};

struct PlanWords {
  std::string_view title;
  std::string_view place;
  std::string_view idea;
  Moment start;
  int minutes = 120;
  std::array<std::string_view, 4> tasks;  // up to the first empty one
  int tasks_done = 0;
  PlanState state = PlanState::proposed;
  Moment proposed, answered, task_done, finished;
  std::string_view note;
};

struct MemoryWords {
  Day date;
  Moment written;
  std::string_view text;
};
struct AppreciationWords {
  Moment at;
  std::string_view text;
};
struct AnswerWords {
  Moment at;
  std::string_view prompt;
  std::string_view text;
};
struct MarkWords {
  Moment at;
  std::string_view item;
  Verdict verdict = Verdict::none;
};

[[nodiscard]] std::span<const WeekOfCheckIns, kWeeks> check_ins() noexcept;  // the oldest week first
[[nodiscard]] bool is_hard_week(int weeks_ago) noexcept;
[[nodiscard]] std::span<const ReminderWords> reminders() noexcept;
[[nodiscard]] std::span<const RitualWords> rituals() noexcept;
[[nodiscard]] std::span<const PlanWords> plans() noexcept;
[[nodiscard]] std::span<const MemoryWords> memories() noexcept;
[[nodiscard]] std::span<const AppreciationWords> appreciations() noexcept;
[[nodiscard]] std::span<const AnswerWords> answers() noexcept;
[[nodiscard]] std::span<const MarkWords> marks() noexcept;

}  // namespace kindling::demo
