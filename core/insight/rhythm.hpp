// How a person's moods lie over the weekdays, the hours and the mood grid, and which of the differences are more than
// chance: the only ones that may be put into a sentence. For its owner alone. Pure; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/domain/check_in.hpp"

namespace kindling {

// One check-in.
struct MoodMoment {
  LocalDate date;  // as the owner counts days
  int hour = 0;    // on the wall where it was, 0..23
  int valence = 0;
  int energy = 0;
};

struct RhythmCell {
  int check_ins = 0;
  int valence = 0;  // sums
  int energy = 0;
  [[nodiscard]] double mean_valence() const noexcept {
    return check_ins == 0 ? 0 : static_cast<double>(valence) / check_ins;
  }
  [[nodiscard]] double mean_energy() const noexcept {
    return check_ins == 0 ? 0 : static_cast<double>(energy) / check_ins;
  }
};

enum class DayPart { morning, afternoon, evening, night };
inline constexpr std::size_t kDayParts = 4;
// 5 to 12, 12 to 17, 17 to 22, 22 to 5.
[[nodiscard]] DayPart day_part(int hour) noexcept;

// Where a weekday or a part of the day differs from the rest of its own weeks.
struct Pattern {
  enum class Of { weekday, day_part } of = Of::weekday;
  std::size_t which = 0;  // from Monday on, or a DayPart
  int valence = 0;        // 1: more pleasant there, -1: less, 0: nothing that the data carry
  int energy = 0;
  int weeks = 0;          // that have both it and something else to compare with
  double valence_by = 0;  // the mean difference, in steps of the grid
  double energy_by = 0;
};

struct Rhythm {
  static constexpr std::size_t kSide = 2 * kMoodLimit + 1;
  int check_ins = 0;
  std::array<RhythmCell, 7> weekdays;  // from Monday on
  std::array<RhythmCell, 24> hours;
  std::array<std::array<int, kSide>, kSide> grid{};  // [energy + 4][valence + 4]: check-ins
  std::vector<Pattern> patterns;  // weekdays first, then parts of the day; of each, the largest first
};

// What a sentence needs. Of noise, at most one year in a hundred has any; the test of that prints what it measured.
inline constexpr int kLeastWeeks = 12;           // of a cell: below, a mean of weeks is too shaky for a t-test
inline constexpr double kLeastDifference = 0.5;  // steps of the grid: less wouldn't be felt
inline constexpr double kLeastEffect = 0.3;      // mean by deviation of the differences (Cohen 1988: 0.2 is small)
inline constexpr double kFamilyError = 0.01;     // of all comparisons together (Bonferroni; Dunn 1961)

// Each week is its own control: of a weekday or part of the day, the mean there less the mean of the other days or
// parts of that week. So neither a hard month nor a mood that clings to the day before makes a pattern, and the weeks
// stand almost apart. On these differences a paired, two-sided t-test (Student 1908) for either axis; its level is
// kFamilyError divided by all 22 comparisons, whether there are data for them or not. What is found is left out of what
// the rest is compared with: one calm day doesn't make six restless ones.
[[nodiscard]] std::vector<Pattern> find_patterns(const std::vector<MoodMoment>& moments);

// Counts and means of all, with find_patterns.
[[nodiscard]] Rhythm rhythm_of(const std::vector<MoodMoment>& moments);

// "Sundays tend to be calmer than your other days." In English: what the command line prints.
[[nodiscard]] std::string pattern_sentence(const Pattern& pattern);

// The chance of a t at least so far from 0, either way, where there is no difference. `freedom` ≥ 1. Abramowitz &
// Stegun 1964, 26.7.3 and 26.7.4: exact sums for whole degrees of freedom.
[[nodiscard]] double two_sided_t(double t, int freedom) noexcept;

}  // namespace kindling
