#include "core/insight/baseline.hpp"

#include <algorithm>

#include "core/insight/drift.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::weeks;

// A slow baseline: 0.05 to 0.25 is what works well (Roberts 1959; Lucas & Saccucci 1990).
constexpr double kLambda = 0.2;
constexpr int kHistoryWeeks = 26;  // what lies further back tells nothing of how things usually are now
constexpr int kStartWeeks = 4;     // weeks that a baseline begins with

struct Day {
  int check_ins = 0;
  double valence = 0;  // sums
  double energy = 0;
};

struct Week {
  int check_ins = 0;
  int days = 0;
  double valence = 0;  // means of the daily means
  double energy = 0;
};

Week week_of(const Day* first) {
  Week week;
  for (const Day* day = first; day != first + 7; ++day) {
    if (day->check_ins == 0) continue;
    week.check_ins += day->check_ins;
    ++week.days;
    week.valence += day->valence / day->check_ins;
    week.energy += day->energy / day->check_ins;
  }
  if (week.days == 0) return week;
  week.valence /= week.days;
  week.energy /= week.days;
  return week;
}

// `count` weeks from `first` on.
std::vector<Week> weeks_from(const std::vector<MoodPointInTime>& points, LocalDate first, std::size_t count) {
  std::vector<Day> all(count * 7);
  for (const MoodPointInTime& point : points) {
    if (point.date < first) continue;
    const auto index = static_cast<std::size_t>((point.date - first).count());
    if (index >= all.size()) continue;
    Day& day = all[index];
    day.check_ins += point.check_ins;
    day.valence += point.valence;
    day.energy += point.energy;
  }
  std::vector<Week> found;
  found.reserve(count);
  for (std::size_t i = 0; i < count; ++i) found.push_back(week_of(&all[i * 7]));
  return found;
}

// The exponentially weighted mean; begins as the plain mean of the first weeks.
class Baseline {
 public:
  [[nodiscard]] bool is_known() const noexcept { return seen_ >= kStartWeeks; }
  [[nodiscard]] double level() const noexcept { return level_; }

  void add(double value) {
    ++seen_;
    const double weight = std::max(1.0 / seen_, kLambda);
    level_ += weight * (value - level_);
  }

 private:
  int seen_ = 0;
  double level_ = 0;
};

}  // namespace

std::vector<WeekTrend> weekly_trend(const std::vector<MoodPointInTime>& points, LocalDate today, int weeks_shown) {
  const int count = std::max(weeks_shown, 0) + kHistoryWeeks;
  const LocalDate first = monday_of(today) - weeks(count - 1);
  std::vector<WeekTrend> trend;
  Baseline baseline;
  LocalDate monday = first;
  for (const Week& week : weeks_from(points, first, static_cast<std::size_t>(count))) {
    if (monday >= first + weeks(kHistoryWeeks)) {
      WeekTrend& shown = trend.emplace_back();
      shown.monday = monday;
      shown.check_ins = week.check_ins;
      if (week.days > 0) shown.valence = week.valence;
      if (week.days > 0) shown.energy = week.energy;
      if (baseline.is_known()) shown.baseline = baseline.level();
    }
    if (week.days > 0) baseline.add(week.valence);
    monday += weeks(1);
  }
  return trend;
}

}  // namespace kindling
