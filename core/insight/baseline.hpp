// How a person's moods go from week to week, beside what is usual for them. For its owner alone. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "core/base/time.hpp"

namespace kindling {

// One check-in, or several of one day: then the sums of their moods and their number.
struct MoodPointInTime {
  LocalDate date;
  int valence = 0;
  int energy = 0;
  int check_ins = 1;
  friend bool operator==(const MoodPointInTime&, const MoodPointInTime&) = default;
};

struct WeekTrend {
  LocalDate monday;
  int check_ins = 0;
  std::optional<double> valence;  // mean of the week's daily means; none without check-ins
  std::optional<double> energy;
  std::optional<double> baseline;  // EWMA of the weeks before, once there are enough
};

// `weeks` weeks up to and including the one that holds `today`, oldest first. Points in any order.
[[nodiscard]] std::vector<WeekTrend> weekly_trend(const std::vector<MoodPointInTime>& points, LocalDate today,
                                                  int weeks);

}  // namespace kindling
