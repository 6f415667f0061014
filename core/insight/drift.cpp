#include "core/insight/drift.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::weeks;

constexpr double kLambda = 0.07;
constexpr int kStartOfMood = 6;    // weeks that a baseline begins with
constexpr int kStartOfOthers = 8;  // what is new is done more often at first
constexpr int kUsualAfterWeeks = 10;
constexpr int kStaleAfterWeeks = 2;
constexpr int kLeastWeeksBelow = 2;
constexpr long kSilence = 3;  // days
constexpr weeks kBetweenNotices{3};

constexpr int kLeastMoodDays = 3;
constexpr int kLeastDays = 4;
constexpr int kLeastRituals = 3;

constexpr double kCut = 3.0;
constexpr double kLeastOfDays =
    0.5;                             // who always gives the same answer has no spread; a step of nine has 0.5 around it
constexpr double kLeastShare = 0.1;  // p(1 - p) is of 0.1 to 0.9
constexpr double kEvening = 140.0;   // minutes
constexpr double kLeastMinutes = 30.0;  // a week
constexpr double kPriorWeeks = 15.0;    // that phi is 1
constexpr double kLeastPhi = 0.8;
constexpr double kMostPhi = 2.5;
constexpr double kDeviationOfMad = 1.4826;
constexpr double kTogetherness = 0.15;  // how much two signals of one week have in common by chance: a busy one
constexpr double kPartOfADrop = 0.8;    // mean z of a signal that is named for what all of them show

struct Limits {
  double reference;  // k
  double decision;   // h
};
constexpr Limits kAlone{0.8, 2.6};
constexpr Limits kOfMinutes{0.5, 2.8};
constexpr Limits kOfAll{0.7, 3.6};
constexpr double kMorePerDoubling = 0.42;  // to h, with the number of signals that are watched
constexpr double kHeadroom = 1.0;  // of a sum above its h, so that it is soon over once things are as usual again

struct WeekValue {
  LocalDate monday;
  double value = 0;
  int observations = 0;
  double squares = 0;  // mood: of the days' distances from the week's mean
};

// A week of a person, day by day; `known`: neither silent nor resting.
struct Week {
  LocalDate monday;
  std::array<DriftDay, 7> day;
  std::array<bool, 7> known;
};

bool is_silent(const DriftDay& day) {
  return day.check_ins == 0 && day.rituals_kept == 0 && day.touches == 0 && day.minutes == 0;
}

// `count` whole weeks from `first` on.
std::vector<Week> weeks_of(const std::vector<DriftDay>& all, LocalDate first, int count) {
  std::vector<DriftDay> line(static_cast<std::size_t>(count) * 7);
  for (const DriftDay& day : all) {
    const long index = (day.date - first).count();
    if (index >= 0 && index < static_cast<long>(line.size())) line[static_cast<std::size_t>(index)] = day;
  }
  std::vector<bool> known(line.size(), true);
  for (std::size_t begin = 0; begin < line.size();) {
    std::size_t end = begin;
    while (end < line.size() && is_silent(line[end])) ++end;
    if (end - begin >= static_cast<std::size_t>(kSilence))
      std::fill(known.begin() + static_cast<long>(begin), known.begin() + static_cast<long>(end), false);
    begin = std::max(end, begin + 1);
  }
  std::vector<Week> found(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < line.size(); ++i) {
    Week& week = found[i / 7];
    week.monday = first + weeks(i / 7);
    week.day[i % 7] = line[i];
    week.known[i % 7] = known[i] && !line[i].resting;
  }
  return found;
}

std::optional<WeekValue> mood_of(const Week& week) {
  WeekValue value;
  value.monday = week.monday;
  for (const DriftDay& day : week.day) {
    if (day.check_ins == 0) continue;
    value.value += static_cast<double>(day.valence) / day.check_ins;
    ++value.observations;
  }
  if (value.observations < kLeastMoodDays) return std::nullopt;
  value.value /= value.observations;
  for (const DriftDay& day : week.day) {
    if (day.check_ins == 0) continue;
    const double distance = static_cast<double>(day.valence) / day.check_ins - value.value;
    value.squares += distance * distance;
  }
  return value;
}

std::optional<WeekValue> rituals_of(const Week& week) {
  WeekValue value;
  value.monday = week.monday;
  for (std::size_t i = 0; i < 7; ++i) {
    if (!week.known[i]) continue;
    value.value += week.day[i].rituals_kept;
    value.observations += week.day[i].rituals_due;
  }
  if (value.observations < kLeastRituals) return std::nullopt;
  value.value = std::min(value.value / value.observations, 1.0);
  return value;
}

// Over the days that are known: `of_day` gives what each adds.
template <class OfDay>
std::optional<WeekValue> mean_of(const Week& week, OfDay&& of_day) {
  WeekValue value;
  value.monday = week.monday;
  for (std::size_t i = 0; i < 7; ++i) {
    if (!week.known[i]) continue;
    value.value += of_day(week.day[i]);
    ++value.observations;
  }
  if (value.observations < kLeastDays) return std::nullopt;
  value.value /= value.observations;
  return value;
}

std::optional<WeekValue> value_of(Signal signal, const Week& week) {
  switch (signal) {
    case Signal::mood: return mood_of(week);
    case Signal::rituals: return rituals_of(week);
    case Signal::check_ins: return mean_of(week, [](const DriftDay& day) { return day.check_ins > 0 ? 1.0 : 0.0; });
    case Signal::touch: return mean_of(week, [](const DriftDay& day) { return day.touches > 0 ? 1.0 : 0.0; });
    case Signal::together: break;
  }
  return mean_of(week, [](const DriftDay& day) { return 7.0 * day.minutes; });
}

// What is usual, and what a week scatters by around it.
class Usual {
 public:
  explicit Usual(Signal signal) : signal_(signal) {}

  [[nodiscard]] bool is_known() const { return seen_ >= (signal_ == Signal::mood ? kStartOfMood : kStartOfOthers); }
  [[nodiscard]] double level() const { return level_; }
  [[nodiscard]] double deviation(const WeekValue& week) const { return phi() * std::sqrt(by_chance(week)); }

  void add(const WeekValue& week) {
    if (seen_ > 0) residuals_.push_back(std::abs(level_ - week.value) / std::sqrt(by_chance(week)));
    ++seen_;
    squares_ += week.squares;
    degrees_ += week.observations - 1;
    const double weight = std::max(1.0 / seen_, kLambda);
    level_ += weight * (week.value - level_);
    uncertainty_ = (1 - weight) * (1 - weight) * uncertainty_ + weight * weight;
  }

 private:
  [[nodiscard]] double by_chance(const WeekValue& week) const { return of_week(week) * (1 + uncertainty_); }
  [[nodiscard]] double of_week(const WeekValue& week) const {
    if (signal_ == Signal::together) return std::max(level_, kLeastMinutes) * kEvening * 7 / week.observations;
    if (signal_ != Signal::mood) {
      const double share = std::clamp(level_, kLeastShare, 1 - kLeastShare);
      return share * (1 - share) / week.observations;
    }
    const double of_days = std::max(degrees_ > 0 ? std::sqrt(squares_ / degrees_) : 1.0, kLeastOfDays);
    return of_days * of_days / week.observations;
  }
  [[nodiscard]] double phi() const {
    if (residuals_.empty()) return 1;
    std::vector<double> sorted = residuals_;
    const auto middle = sorted.begin() + static_cast<long>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const double spread = kDeviationOfMad * *middle;
    const auto count = static_cast<double>(sorted.size());
    const double square = (kPriorWeeks + count * spread * spread) / (kPriorWeeks + count);
    return std::clamp(std::sqrt(square), kLeastPhi, kMostPhi);
  }

  Signal signal_;
  int seen_ = 0;
  double level_ = 0;
  double uncertainty_ = 0;  // of the level, as a share of the variance of a week
  double squares_ = 0;
  int degrees_ = 0;
  std::vector<double> residuals_;
};

class Cusum {
 public:
  explicit Cusum(Limits limits) : limits_(limits) {}

  // Added to h from now on.
  void be_stricter(double by) { more_ = by; }

  void add(LocalDate monday, double z) {
    if (sum_ == 0) {
      since_ = monday;
      weeks_ = 0;
      total_ = 0;
    }
    sum_ = std::clamp(sum_ + std::min(z, kCut) - limits_.reference, 0.0, limits_.decision + more_ + kHeadroom);
    total_ += z;
    ++weeks_;
    last_ = monday;
    lower_ = z > 0;
  }
  void stop() { sum_ = 0; }

  [[nodiscard]] bool is_running() const { return sum_ > 0; }
  [[nodiscard]] bool is_below(LocalDate newest) const {
    return sum_ > limits_.decision + more_ && lower_ && weeks_ >= kLeastWeeksBelow &&
           newest - last_ < weeks(kStaleAfterWeeks);
  }
  [[nodiscard]] LocalDate since() const { return since_; }
  [[nodiscard]] double mean() const { return weeks_ > 0 ? total_ / weeks_ : 0; }

 private:
  Limits limits_;
  double more_ = 0;
  double sum_ = 0;
  double total_ = 0;
  int weeks_ = 0;
  bool lower_ = false;  // the newest week
  LocalDate since_{};
  LocalDate last_{};
};

class SignalWatch {
 public:
  explicit SignalWatch(Signal signal)
      : signal_(signal), usual_(signal), cusum_(signal == Signal::together ? kOfMinutes : kAlone) {}

  // Something is usual that could become less.
  [[nodiscard]] bool is_watched() const { return usual_.is_known() && usual_.level() != 0; }
  void be_stricter(double by) { cusum_.be_stricter(by); }

  // The week's z; nothing where it has no value or nothing is usual yet.
  std::optional<double> add(const Week& week) {
    const auto value = value_of(signal_, week);
    if (!value) return std::nullopt;
    ++weeks_;
    last_ = value->value;
    if (!usual_.is_known()) {
      usual_.add(*value);
      return std::nullopt;
    }
    const double z = (usual_.level() - value->value) / usual_.deviation(*value);
    cusum_.add(week.monday, z);
    held_.push_back(*value);
    const bool has_stayed = cusum_.is_running() && week.monday - cusum_.since() >= weeks(kUsualAfterWeeks);
    // What has stayed so long is the usual now, and nothing before it.
    if (has_stayed) usual_ = Usual(signal_);
    if (has_stayed || !cusum_.is_running()) {
      for (const WeekValue& one : held_) usual_.add(one);
      held_.clear();
      cusum_.stop();
    }
    return z;
  }

  [[nodiscard]] const Cusum& cusum() const { return cusum_; }
  [[nodiscard]] SignalState state(LocalDate newest) const {
    SignalState state;
    state.signal = signal_;
    state.weeks = weeks_;
    if (usual_.is_known()) state.usual = usual_.level();
    state.below = cusum_.is_below(newest);
    if (weeks_ > 0) state.recent = last_;
    if (held_.empty()) return state;
    double sum = 0;
    for (const WeekValue& one : held_) sum += one.value;
    state.recent = sum / static_cast<double>(held_.size());
    return state;
  }

 private:
  Signal signal_;
  Usual usual_;
  Cusum cusum_;
  int weeks_ = 0;
  double last_ = 0;
  std::vector<WeekValue> held_;
};

// All signals of a week as one: their sum over its deviation.
std::optional<double> together_of(const std::array<std::optional<double>, kSignals>& all) {
  double sum = 0;
  double count = 0;
  for (const auto& z : all) {
    if (!z) continue;
    sum += std::clamp(*z, -kCut, kCut);
    ++count;
  }
  if (count < 2) return std::nullopt;
  return sum / std::sqrt(count * (1 + kTogetherness * (count - 1)));
}

class Watch {
 public:
  void add(const Week& week) {
    const auto watched =
        std::count_if(signals_.begin(), signals_.end(), [](const SignalWatch& one) { return one.is_watched(); });
    for (SignalWatch& one : signals_)
      one.be_stricter(watched > 1 ? kMorePerDoubling * std::log2(static_cast<double>(watched)) : 0);
    std::array<std::optional<double>, kSignals> all;
    for (std::size_t i = 0; i < kSignals; ++i) all[i] = signals_[i].add(week);
    if (const auto z = together_of(all)) {
      all_.add(week.monday, *z);
      if (all_.is_running() && week.monday - all_.since() >= weeks(kUsualAfterWeeks)) all_.stop();
      for (std::size_t i = 0; i < kSignals; ++i) recent_[i].add(all[i]);
      if (!all_.is_running()) recent_ = {};
    }
    newest_ = week.monday;
  }

  [[nodiscard]] DriftReport report() const {
    DriftReport report;
    DriftNotice notice;
    notice.since = newest_;
    for (std::size_t i = 0; i < kSignals; ++i) {
      report.signals.push_back(signals_[i].state(newest_));
      if (!report.signals.back().below) continue;
      notice.signals.push_back(report.signals.back().signal);
      notice.since = std::min(notice.since, signals_[i].cusum().since());
      notice.drop = std::max(notice.drop, signals_[i].cusum().mean());
    }
    if (all_.is_below(newest_)) add_those_of_all(report, notice);
    if (notice.signals.empty()) return report;
    notice.weeks = static_cast<int>((newest_ - notice.since) / weeks(1)) + 1;
    report.notice = std::move(notice);
    return report;
  }

 private:
  // The mean z of a signal since all of them together are lower.
  struct Recent {
    double total = 0;
    int weeks = 0;
    void add(std::optional<double> z) {
      if (!z) return;
      total += *z;
      ++weeks;
    }
    [[nodiscard]] double mean() const { return weeks > 0 ? total / weeks : 0; }
  };

  void add_those_of_all(DriftReport& report, DriftNotice& notice) const {
    notice.since = std::min(notice.since, all_.since());
    double most = 0;
    for (const Recent& one : recent_) most = std::max(most, one.mean());
    for (std::size_t i = 0; i < kSignals; ++i) {
      const double mean = recent_[i].mean();
      if (report.signals[i].below || mean < std::min(kPartOfADrop, most)) continue;
      report.signals[i].below = true;
      notice.signals.push_back(report.signals[i].signal);
      notice.drop = std::max(notice.drop, mean);
    }
    std::sort(notice.signals.begin(), notice.signals.end());
  }

  std::array<SignalWatch, kSignals> signals_{SignalWatch(Signal::mood), SignalWatch(Signal::check_ins),
                                             SignalWatch(Signal::rituals), SignalWatch(Signal::touch),
                                             SignalWatch(Signal::together)};
  Cusum all_{kOfAll};
  std::array<Recent, kSignals> recent_;
  LocalDate newest_{};
};

}  // namespace

LocalDate monday_of(LocalDate date) noexcept { return date - days(std::chrono::weekday(date).iso_encoding() - 1); }

bool may_be_told(const DriftNotice& notice, LocalDate today, LocalDate told) noexcept {
  return today - told >= kBetweenNotices && notice.since > told;
}

DriftReport find_drift(const std::vector<DriftDay>& all, LocalDate today) {
  const LocalDate first = monday_of(today) - weeks(kDriftWeeks);
  Watch watch;
  for (const Week& week : weeks_of(all, first, kDriftWeeks)) watch.add(week);
  return watch.report();
}

}  // namespace kindling
