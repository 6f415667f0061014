#include "core/insight/baseline.hpp"

#include <algorithm>
#include <cmath>

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::weeks;

// A slow baseline: 0.05 to 0.25 is what works well (Roberts 1959; Lucas & Saccucci 1990).
constexpr double kLambda = 0.2;
constexpr int kHistoryWeeks = 26;  // what lies further back tells nothing of how things usually are now
constexpr int kStartWeeks = 4;     // weeks that a baseline begins with
constexpr int kLeastDays = 3;      // days of a week that can speak for it

// CUSUM: about half of the shift that is looked for as reference value and 4 to 5 as interval for decision (Page 1954;
// Montgomery, Introduction to Statistical Quality Control, §9.1). Tuned by the DriftSimulation tests, which state what
// they come to.
constexpr double kReference = 0.6;
constexpr double kDecision = 4.0;
constexpr double kMostPerWeek = 4.0;       // one very bad week is no drift by itself
constexpr double kMost = kDecision + 1.0;  // so that it is soon over once things are as usual again
constexpr std::size_t kDriftWeeks = 2;     // less than this isn't lasting
constexpr int kUsualAfterWeeks = 10;       // a lower level that has held this long is the usual one
constexpr int kStaleAfterWeeks = 2;        // without check-ins nothing is known of how things are now

// Somebody who always gives the same answer has no spread; a step on the scale of nine has 0.5 to either side.
constexpr double kLeastDeviation = 0.5;

LocalDate monday_of(LocalDate date) { return date - days(std::chrono::weekday(date).iso_encoding() - 1); }

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
  double squares = 0;  // of the days' distances from the week's mean valence
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
  for (const Day* day = first; day != first + 7; ++day) {
    if (day->check_ins == 0) continue;
    const double distance = day->valence / day->check_ins - week.valence;
    week.squares += distance * distance;
  }
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

  // How uncertain the level is, as a share of the variance of one week.
  [[nodiscard]] double uncertainty() const noexcept { return uncertainty_; }

  void add(double value) {
    ++seen_;
    const double weight = std::max(1.0 / seen_, kLambda);
    level_ += weight * (value - level_);
    uncertainty_ = (1 - weight) * (1 - weight) * uncertainty_ + weight * weight;
  }

 private:
  int seen_ = 0;
  double level_ = 0;
  double uncertainty_ = 0;
};

// What a week's mean is expected to scatter by. From the scatter of days within their week, which a change of level
// doesn't touch; widened where weeks differ by more than that explains (moods of one day outlast the night).
class Scatter {
 public:
  void add(const Week& week) {
    squares_ += week.squares;
    degrees_ += week.days - 1;
    if (before_) {
      // Mean square of successive differences (von Neumann 1941): one change of level moves it but once.
      const double difference = week.valence - before_->valence;
      differences_ += difference * difference;
      explained_ += 1.0 / week.days + 1.0 / before_->days;
    }
    before_ = week;
  }

  [[nodiscard]] double of_days() const {
    const double within = degrees_ > 0 ? std::sqrt(squares_ / degrees_) : 0;
    return std::max(within, kLeastDeviation);
  }

  [[nodiscard]] double of_week(int days_seen) const {
    const double day = of_days();
    const double ratio = explained_ > 0 ? differences_ / (explained_ * day * day) : 1;
    return day * std::sqrt(std::max(ratio, 1.0) / days_seen);
  }

 private:
  double squares_ = 0;
  int degrees_ = 0;
  double differences_ = 0;
  double explained_ = 0;
  std::optional<Week> before_;
};

// One-sided CUSUM. While it runs the baseline is held, so that a drop doesn't become usual before it is seen; once the
// run ends, or has lasted long enough to be the new usual, its weeks are taken in.
class Drift {
 public:
  void add(LocalDate monday, const Week& week) {
    if (week.days < kLeastDays) return;
    if (!baseline_.is_known()) {
      take_in(week);
      return;
    }
    const double scatter = scatter_.of_week(week.days) * std::sqrt(1 + baseline_.uncertainty());
    const double distance = (baseline_.level() - week.valence) / scatter;
    const double sum = std::clamp(sum_ + std::min(distance, kMostPerWeek) - kReference, 0.0, kMost);
    below_ = distance > 0;
    if (sum > 0 && held_.empty()) since_ = monday;
    sum_ = sum;
    held_.push_back(week);
    last_ = monday;
    if (sum_ == 0 || monday - since_ >= weeks(kUsualAfterWeeks)) end_run();
  }

  [[nodiscard]] std::optional<DriftNotice> notice(LocalDate today) const {
    if (sum_ <= kDecision || !below_ || held_.size() < kDriftWeeks) return std::nullopt;
    if (monday_of(today) - last_ > weeks(kStaleAfterWeeks)) return std::nullopt;
    double mean = 0;
    for (const Week& week : held_) mean += week.valence / static_cast<double>(held_.size());
    return DriftNotice{since_, static_cast<int>((last_ - since_) / weeks(1)) + 1,
                       (baseline_.level() - mean) / scatter_.of_days()};
  }

 private:
  void take_in(const Week& week) {
    baseline_.add(week.valence);
    scatter_.add(week);
  }
  void end_run() {
    for (const Week& week : held_) take_in(week);
    held_.clear();
    sum_ = 0;
  }

  Baseline baseline_;
  Scatter scatter_;
  double sum_ = 0;
  bool below_ = false;  // the newest week
  LocalDate since_{};
  LocalDate last_{};
  std::vector<Week> held_;
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

std::optional<DriftNotice> find_drift(const std::vector<MoodPointInTime>& points, LocalDate today) {
  LocalDate monday = monday_of(today) - weeks(kHistoryWeeks - 1);
  Drift drift;
  for (const Week& week : weeks_from(points, monday, static_cast<std::size_t>(kHistoryWeeks))) {
    drift.add(monday, week);
    monday += weeks(1);
  }
  return drift.notice(today);
}

}  // namespace kindling
