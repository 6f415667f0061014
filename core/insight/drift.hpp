// Whether the last weeks lie below what is usual for somebody, by several signs of how things go. For its owner alone,
// tentative, no diagnosis. Pure; any thread.
//
// Each signal becomes one value a week. Against an exponentially weighted mean of the weeks before (EWMA, Roberts 1959,
// lambda 0.07; at first their plain mean) it is standardised: z = (usual - week) / scatter. A one-sided CUSUM (Page
// 1954) adds z - k and never falls below 0; above h the signal lies below its usual. Another CUSUM runs over all
// signals that are known in a week, by their sum over its own deviation (Stouffer 1949; two signals of a week are taken
// to correlate by 0.15), for drops that no signal shows alone. While a sum runs, its baseline is held, so that a drop
// doesn't become usual before it is seen; after ten weeks the lower level is the usual one.
//
//   scatter   phi * sqrt(v * (1 + u)): v is what chance alone gives a week, u the baseline's own uncertainty as a share
//             of it. v is the days' variance within their weeks over their number (mood), p(1 - p)/n (shares),
//             140 min * usual (minutes: evenings that come by chance, of 140 minutes each). phi widens it where weeks
//             differ by more, from the median of |z| (1.4826 * MAD, Hampel 1974), drawn towards 1 as by 15 weeks more.
//   k, h      0.8 and 2.6; time together, of which a week holds little, 0.5 and 2.8; all of them 0.7 and 3.6. To the h
//   of
//             a single signal 0.42 is added for each doubling of the signals that are watched, since each could be
//             wrong. k is about half of the shift that is looked for (Montgomery, Introduction to Statistical Quality
//             Control, 9.1), h is what keeps false alarms below one a year in all: tests/core/insight/drift_test.cpp
//             and
//             `./dev bench` state what they come to.
//   limits    z is cut at 3: one very bad week is no drift. A baseline begins with 6 weeks of mood, 8 of the others. A
//             notice needs two weeks below.
//
// What isn't known is no bad news: three days or more on which nothing at all was noted, days of a declared rest and
// weeks with too little of a signal are left out, and after two weeks without a value nothing is said.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/time.hpp"
#include "core/domain/names.hpp"

namespace kindling {

enum class Signal : std::uint8_t {
  mood,       // mean pleasantness of the days with a check-in, -4..4
  check_ins,  // share of days with a check-in
  rituals,    // share of the rituals that came up which were kept
  touch,      // share of days with a touch: an affection reminder done, a gesture taken up
  together,   // minutes of dates that took place, a week
};
template <>
struct EnumNames<Signal> {
  static constexpr std::array<std::string_view, 5> kNames{"mood", "check_ins", "rituals", "touch", "together"};
};
inline constexpr std::size_t kSignals = EnumNames<Signal>::kNames.size();

// What one day came to.
struct DriftDay {
  LocalDate date;
  int check_ins = 0;
  int valence = 0;  // their sum
  int rituals_due = 0;
  int rituals_kept = 0;  // of those due
  int touches = 0;
  int minutes = 0;       // together
  bool resting = false;  // declared: of all signals the mood alone counts
  friend bool operator==(const DriftDay&, const DriftDay&) = default;
};

struct SignalState {
  Signal signal = Signal::mood;
  int weeks = 0;                 // with a value, of those looked at
  std::optional<double> usual;   // once there are enough
  std::optional<double> recent;  // mean of the weeks since it fell, else of the last known one
  bool below = false;
};

struct DriftNotice {
  LocalDate since;              // the Monday of the first week below
  int weeks = 0;                // up to and including the last whole one
  double drop = 0;              // the largest of its signals' drops, in deviations of a week
  std::vector<Signal> signals;  // those that are lower, at least one
};

struct DriftReport {
  std::vector<SignalState> signals;  // all of them, in their order
  std::optional<DriftNotice> notice;
};

inline constexpr int kDriftWeeks = 26;  // whole weeks before today's that are looked at

// Looks at whole weeks alone, so its answer changes on Mondays. `days` ascend; those without anything may be missing.
[[nodiscard]] DriftReport find_drift(const std::vector<DriftDay>& days, LocalDate today);

// Whether a notice may come after the last one that was told: three weeks later at the earliest, and not of a drop that
// had begun by then. A drop is told once.
[[nodiscard]] bool may_be_told(const DriftNotice& notice, LocalDate today, LocalDate told) noexcept;

[[nodiscard]] LocalDate monday_of(LocalDate date) noexcept;

}  // namespace kindling
