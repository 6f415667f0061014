// Moods made by chance, as somebody might check in over months: a usual level, a rhythm of the week, days that differ,
// some of which cling to the day before, days without a check-in, and a level that may drop.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "core/insight/baseline.hpp"

namespace kindling {

struct DiaryShape {
  double level = 1.0;
  double deviation = 1.2;      // of days
  double rhythm = 0.5;         // higher at the weekend
  double clinging = 0;         // correlation of a day with the one before
  double check_in_odds = 0.8;  // that a day has any
  int gap_every_weeks = 0;     // a whole week without any
  int drop_at_day = -1;
  double drop = 0;  // points of the scale
};

class MoodDiary {
 public:
  MoodDiary(const DiaryShape& shape, LocalDate first, std::uint32_t seed)
      : shape_(shape), first_(first), random_(seed) {}

  // Adds what the next day brings.
  void live_a_day() {
    const double c = shape_.clinging;
    mood_ = c * mood_ + std::sqrt(1 - c * c) * normal();
    const LocalDate date = first_ + std::chrono::days(day_);
    const bool weekend = std::chrono::weekday(date).iso_encoding() >= 6;
    const bool gap = shape_.gap_every_weeks > 0 && (day_ / 7) % shape_.gap_every_weeks == shape_.gap_every_weeks - 1;
    const bool dropped = shape_.drop_at_day >= 0 && day_ >= shape_.drop_at_day;
    const double level = shape_.level + (weekend ? shape_.rhythm : 0) - (dropped ? shape_.drop : 0);
    ++day_;
    if (gap || uniform() > shape_.check_in_odds) return;
    const int times = 1 + static_cast<int>(uniform() * 3);
    for (int i = 0; i < times; ++i) {
      const double felt = level + shape_.deviation * mood_ + 0.5 * normal();
      points.push_back({date, static_cast<int>(std::clamp(std::lround(felt), -4L, 4L)), 0});
    }
  }
  [[nodiscard]] LocalDate today() const { return first_ + std::chrono::days(day_ - 1); }

  std::vector<MoodPointInTime> points;

 private:
  double uniform() { return (static_cast<double>(random_()) + 0.5) / 4294967296.0; }
  // Box and Muller: std::normal_distribution differs from one library to the next.
  double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }

  DiaryShape shape_;
  LocalDate first_;
  std::mt19937 random_;
  double mood_ = 0;
  int day_ = 0;
};

}  // namespace kindling
