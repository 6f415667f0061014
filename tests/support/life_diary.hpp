// Days made by chance, as two people might live them over months: moods with a rhythm of the week that cling to the day
// before, days without a check-in, rituals that are kept irregularly, touch, evenings together; busy weeks in which all
// of it is a little less, silent spells, holidays (some declared as a rest), and signals that may fall for good. The
// same seed gives the same life everywhere: std::normal_distribution differs from one library to the next.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <random>
#include <vector>

#include "core/insight/drift.hpp"

namespace kindling {

struct LifeShape {
  double mood = 1.0;
  double deviation = 1.2;  // of days; what a day's check-ins differ by makes it 1.3
  double rhythm = 0.5;     // higher at the weekend
  double clinging = 0.2;   // correlation of a day's mood with the one before
  double check_in_odds = 0.8;
  double ritual_odds = 0.65;       // of each that comes up: one every day, one on working days, one on Sundays
  double touch_odds = 0.6;         // of a day
  double evenings = 1.3;           // a week
  double busy_weeks = 1.0 / 9;     // odds
  double silent_spells = 1.0 / 8;  // odds of one in a week, of 1 to 6 days
  int holidays_a_year = 2;         // of 8 to 14 days, every other one a declared rest, the rest silent
  std::array<bool, kSignals> uses{true, true, true, true, true};
  int drop_at_day = -1;
  double drop =
      1;  // in standard deviations of the signal's own days (of time together: of its weeks), at most to nothing
  std::array<bool, kSignals> drops{};
};

class LifeDiary {
 public:
  LifeDiary(const LifeShape& shape, LocalDate first, std::uint32_t seed)
      : shape_(shape), first_(first), random_(seed) {}

  void live_a_day() {
    const LocalDate date = today() + std::chrono::days(1);
    if (day_ % 7 == 0) begin_week();
    if (day_ % 365 == 0) choose_holidays();
    mood_ = shape_.clinging * mood_ + std::sqrt(1 - shape_.clinging * shape_.clinging) * normal();
    DriftDay lived{.date = date};
    const bool silent = silent_left_ > 0 && silent_left_-- > 0;
    const Holiday* holiday = holiday_of(day_);
    const int number = day_++;
    if (holiday != nullptr) lived.resting = holiday->declared;
    const unsigned weekday = std::chrono::weekday(date).iso_encoding();
    // What comes up comes up on silent days too.
    if (uses(Signal::rituals) && !lived.resting)
      lived.rituals_due = 1 + (weekday <= 5 ? 1 : 0) + (weekday == 7 ? 1 : 0);
    if (!silent && (holiday == nullptr || (holiday->declared && uniform() < 0.3))) live(lived, number, weekday);
    days.push_back(lived);
  }
  [[nodiscard]] LocalDate today() const { return first_ + std::chrono::days(day_ - 1); }

  std::vector<DriftDay> days;

 private:
  struct Holiday {
    int from = 0;
    int length = 0;
    bool declared = false;
  };

  [[nodiscard]] bool uses(Signal signal) const { return shape_.uses[static_cast<std::size_t>(signal)]; }
  // By how much a signal is lower now, in its own deviations.
  [[nodiscard]] double lower(Signal signal, int number) const {
    const bool fallen =
        shape_.drop_at_day >= 0 && number >= shape_.drop_at_day && shape_.drops[static_cast<std::size_t>(signal)];
    return (fallen ? shape_.drop : 0) + (busy_ ? 0.5 : 0);
  }
  [[nodiscard]] double odds(Signal signal, double usual, int number) const {
    return std::max(usual - lower(signal, number) * std::sqrt(usual * (1 - usual)), 0.0);
  }

  void live(DriftDay& lived, int number, unsigned weekday) {
    if (uses(Signal::mood) && uniform() < odds(Signal::check_ins, shape_.check_in_odds, number)) {
      const double level = shape_.mood + (weekday >= 6 ? shape_.rhythm : 0) - lower(Signal::mood, number) * 1.3;
      lived.check_ins = 1 + static_cast<int>(uniform() * 3);
      for (int i = 0; i < lived.check_ins; ++i) {
        const double felt = level + shape_.deviation * mood_ + 0.5 * normal();
        lived.valence += static_cast<int>(std::clamp(std::lround(felt), -4L, 4L));
      }
    }
    for (int i = 0; i < lived.rituals_due; ++i)
      lived.rituals_kept += uniform() < odds(Signal::rituals, shape_.ritual_odds, number) ? 1 : 0;
    if (uses(Signal::touch) && uniform() < odds(Signal::touch, shape_.touch_odds, number)) lived.touches = 1;
    if (!uses(Signal::together)) return;
    // Evenings at the weekend come twice as often; their lengths are 90 to 180 minutes.
    const double evenings =
        std::max(shape_.evenings - lower(Signal::together, number) * std::sqrt(shape_.evenings), 0.0);
    if (uniform() < evenings / 9 * (weekday >= 6 ? 2 : 1)) lived.minutes = 90 + 30 * static_cast<int>(uniform() * 4);
  }

  void begin_week() {
    busy_ = uniform() < shape_.busy_weeks;
    if (uniform() < shape_.silent_spells) silent_left_ = 1 + static_cast<int>(uniform() * 6);
  }
  void choose_holidays() {
    for (int i = 0; i < shape_.holidays_a_year; ++i) {
      const int part = 365 / shape_.holidays_a_year;
      holidays_.push_back({day_ + part * i + static_cast<int>(uniform() * (part - 20)),
                           8 + static_cast<int>(uniform() * 7), holidays_.size() % 2 == 0});
    }
  }
  [[nodiscard]] const Holiday* holiday_of(int day) const {
    for (const Holiday& one : holidays_) {
      if (day >= one.from && day < one.from + one.length) return &one;
    }
    return nullptr;
  }

  double uniform() { return (static_cast<double>(random_()) + 0.5) / 4294967296.0; }
  double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }

  LifeShape shape_;
  LocalDate first_;
  std::mt19937 random_;
  double mood_ = 0;
  bool busy_ = false;
  int silent_left_ = 0;
  std::vector<Holiday> holidays_;
  int day_ = 0;
};

// What the figures of a watch over such lives come to.
struct DriftFigures {
  double false_alarms_a_year = 0;           // on lives in which nothing falls
  std::array<double, 4> found{};            // share of drops that a notice came for within 2, 3, 4 and 6 weeks
  std::optional<double> median_delay = {};  // days; none where fewer than half are found within half a year
};
inline constexpr std::array<int, 4> kFoundWithin{2, 3, 4, 6};  // weeks

template <class Concerns>
double false_alarms_a_year(const LifeShape& shape, int people, Concerns&& concerns) {
  constexpr int kDays = 7 * 110;
  const LocalDate first = *parse_date("2026-01-05");
  int alarms = 0;
  for (int person = 0; person < people; ++person) {
    LifeDiary diary(shape, first, static_cast<std::uint32_t>(1'000 + person));
    LocalDate told = first;
    for (int day = 0; day < kDays; ++day) {
      diary.live_a_day();
      if (day % 7 != 0) continue;  // its answer changes on Mondays
      const auto notice = find_drift(diary.days, diary.today()).notice;
      if (!notice || !concerns(*notice) || !may_be_told(*notice, diary.today(), told)) continue;
      ++alarms;
      told = diary.today();
    }
  }
  return alarms * 365.25 / (static_cast<double>(kDays) * people);
}

template <class Concerns>
DriftFigures drift_figures(const LifeShape& steady, LifeShape falling, int people, Concerns&& concerns) {
  DriftFigures figures;
  figures.false_alarms_a_year = false_alarms_a_year(steady, people, concerns);
  const LocalDate first = *parse_date("2026-01-05");
  std::vector<double> delays;
  for (int person = 0; person < people * 5; ++person) {
    falling.drop_at_day = 7 * (10 + person % 15) + person % 7;  // on any day of the week
    LifeDiary diary(falling, first, static_cast<std::uint32_t>(5'000 + person));
    double delay = 1e9;
    for (int day = 0; day <= falling.drop_at_day + 180 && delay > 1e8; ++day) {
      diary.live_a_day();
      if (day % 7 != 0 || day < falling.drop_at_day) continue;
      const auto notice = find_drift(diary.days, diary.today()).notice;
      if (notice && concerns(*notice)) delay = day - falling.drop_at_day;
    }
    delays.push_back(delay);
  }
  for (std::size_t i = 0; i < kFoundWithin.size(); ++i) {
    const auto found = std::count_if(delays.begin(), delays.end(), [&](double d) { return d <= kFoundWithin[i] * 7; });
    figures.found[i] = static_cast<double>(found) / static_cast<double>(delays.size());
  }
  const auto middle = delays.begin() + static_cast<long>(delays.size() / 2);
  std::nth_element(delays.begin(), middle, delays.end());
  if (*middle < 1e8) figures.median_delay = *middle;
  return figures;
}

}  // namespace kindling
