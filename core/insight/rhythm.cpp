#include "core/insight/rhythm.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <string_view>

namespace kindling {
namespace {

constexpr std::size_t kWeekdays = 7;
constexpr double kComparisons = 2 * (kWeekdays + kDayParts);  // either axis of each

std::size_t weekday_of(LocalDate date) { return std::chrono::weekday(date).iso_encoding() - 1; }
LocalDate monday_of(LocalDate date) { return date - std::chrono::days(weekday_of(date)); }

using WeekOfCells = std::array<RhythmCell, kWeekdays>;  // of parts of the day, the first four
using Differences = std::vector<double>;

void add(RhythmCell& cell, const MoodMoment& moment) {
  ++cell.check_ins;
  cell.valence += moment.valence;
  cell.energy += moment.energy;
}

using Told = std::array<bool, kWeekdays>;  // groups that have a pattern already

// Of one group in one week: its mean less the mean of the others' means. What is told already would pull on them.
std::optional<std::array<double, 2>> difference(const WeekOfCells& week, std::size_t group, const Told& told) {
  if (week[group].check_ins == 0) return std::nullopt;
  double valence = 0;
  double energy = 0;
  int others = 0;
  for (std::size_t i = 0; i < week.size(); ++i) {
    if (i == group || told[i] || week[i].check_ins == 0) continue;
    valence += week[i].mean_valence();
    energy += week[i].mean_energy();
    ++others;
  }
  if (others == 0) return std::nullopt;
  return std::array{week[group].mean_valence() - valence / others, week[group].mean_energy() - energy / others};
}

double mean_of(const Differences& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// 1 or -1 where the mean is more than chance and large enough to be felt; 0 otherwise.
int direction(const Differences& values) {
  if (static_cast<int>(values.size()) < kLeastWeeks) return 0;
  const double mean = mean_of(values);
  if (std::abs(mean) < kLeastDifference) return 0;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const auto count = static_cast<double>(values.size());
  const double deviation = std::sqrt(squares / (count - 1));
  const int sign = mean > 0 ? 1 : -1;
  // The same in each of the weeks: nothing is left to chance.
  if (deviation <= 0) return sign;
  if (std::abs(mean) / deviation < kLeastEffect) return 0;
  const double t = mean / deviation * std::sqrt(count);
  return two_sided_t(t, static_cast<int>(values.size()) - 1) <= kFamilyError / kComparisons ? sign : 0;
}

using Weeks = std::map<LocalDate, WeekOfCells>;

Pattern pattern_of(const Weeks& weeks, std::size_t group, const Told& told) {
  Differences valence;
  Differences energy;
  for (const auto& [monday, week] : weeks) {
    if (const auto by = difference(week, group, told)) {
      valence.push_back((*by)[0]);
      energy.push_back((*by)[1]);
    }
  }
  Pattern pattern{.which = group, .valence = direction(valence), .energy = direction(energy)};
  if (pattern.valence == 0 && pattern.energy == 0) return pattern;
  pattern.weeks = static_cast<int>(valence.size());
  pattern.valence_by = mean_of(valence);
  pattern.energy_by = mean_of(energy);
  return pattern;
}

double size_of(const Pattern& pattern) {
  return std::max(pattern.valence == 0 ? 0 : std::abs(pattern.valence_by),
                  pattern.energy == 0 ? 0 : std::abs(pattern.energy_by));
}

// The largest first; then the others anew without it. Where nothing is told in the first round nothing ever is, so that
// chance isn't asked more often.
template <class Group>
void add_patterns(const std::vector<MoodMoment>& moments, Pattern::Of of, std::size_t groups, Group&& group_of,
                  std::vector<Pattern>& found) {
  Weeks weeks;
  for (const MoodMoment& moment : moments) add(weeks[monday_of(moment.date)][group_of(moment)], moment);
  Told told{};
  for (;;) {
    std::optional<Pattern> largest;
    for (std::size_t group = 0; group < groups; ++group) {
      if (told[group]) continue;
      const Pattern pattern = pattern_of(weeks, group, told);
      if (size_of(pattern) > (largest ? size_of(*largest) : 0)) largest = pattern;
    }
    if (!largest) return;
    told[largest->which] = true;
    largest->of = of;
    found.push_back(*largest);
  }
}

}  // namespace

DayPart day_part(int hour) noexcept {
  if (hour >= 5 && hour < 12) return DayPart::morning;
  if (hour >= 12 && hour < 17) return DayPart::afternoon;
  return hour >= 17 && hour < 22 ? DayPart::evening : DayPart::night;
}

double two_sided_t(double t, int freedom) noexcept {
  const double angle = std::atan(std::abs(t) / std::sqrt(static_cast<double>(freedom)));
  const double cosine = std::cos(angle);
  const double sine = std::sin(angle);
  const bool odd = freedom % 2 == 1;
  double inside = 0;
  double term = odd ? cosine : 1;
  for (int k = odd ? 1 : 0; k <= freedom - 2; k += 2) {
    inside += term;
    term *= cosine * cosine * (k + 1) / (k + 2);
  }
  const double within = odd ? (angle + sine * inside) * 2 / std::numbers::pi : sine * inside;
  return std::clamp(1 - within, 0.0, 1.0);
}

std::vector<Pattern> find_patterns(const std::vector<MoodMoment>& moments) {
  std::vector<Pattern> found;
  add_patterns(
      moments, Pattern::Of::weekday, kWeekdays, [](const MoodMoment& moment) { return weekday_of(moment.date); },
      found);
  add_patterns(
      moments, Pattern::Of::day_part, kDayParts,
      [](const MoodMoment& moment) { return static_cast<std::size_t>(day_part(moment.hour)); }, found);
  return found;
}

Rhythm rhythm_of(const std::vector<MoodMoment>& moments) {
  Rhythm rhythm;
  const auto place = [](int value) {
    return static_cast<std::size_t>(std::clamp(value, -kMoodLimit, kMoodLimit) + kMoodLimit);
  };
  for (const MoodMoment& moment : moments) {
    ++rhythm.check_ins;
    add(rhythm.weekdays[weekday_of(moment.date)], moment);
    add(rhythm.hours[static_cast<std::size_t>(std::clamp(moment.hour, 0, 23))], moment);
    ++rhythm.grid[place(moment.energy)][place(moment.valence)];
  }
  rhythm.patterns = find_patterns(moments);
  return rhythm;
}

std::string pattern_sentence(const Pattern& pattern) {
  constexpr std::array<std::string_view, kWeekdays> kDays{"Mondays", "Tuesdays",  "Wednesdays", "Thursdays",
                                                          "Fridays", "Saturdays", "Sundays"};
  constexpr std::array<std::string_view, kDayParts> kParts{"Mornings", "Afternoons", "Evenings", "Late hours"};
  // By energy, from low to high; by valence, from unpleasant to pleasant.
  constexpr std::array<std::array<std::string_view, 3>, 3> kWords{
      {{"lower", "quieter", "calmer"}, {"heavier", "", "lighter"}, {"tenser", "more awake", "livelier"}}};
  const bool of_week = pattern.of == Pattern::Of::weekday;
  const std::string_view when = of_week ? kDays[pattern.which] : kParts[pattern.which];
  const std::string_view words =
      kWords[static_cast<std::size_t>(pattern.energy + 1)][static_cast<std::size_t>(pattern.valence + 1)];
  return std::string(when) + " tend to be " + std::string(words) +
         (of_week ? " than your other days." : " than the rest of your day.");
}

}  // namespace kindling
