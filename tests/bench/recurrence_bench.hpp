// 10,000 schedules over a year with zones: ours and libical's, in one run, on the same schedules.
#pragma once

#include <chrono>
#include <cstddef>

namespace kindling {

struct RecurrenceBenchResult {
  std::size_t schedules = 0;
  std::size_t runs = 0;
  std::size_t our_occurrences = 0;
  std::size_t libical_occurrences = 0;
  std::size_t disagreements = 0;  // schedules whose instants differ in number or sum: gaps, mostly
  std::chrono::duration<double, std::milli> our_median{};
  std::chrono::duration<double, std::milli> libical_median{};

  [[nodiscard]] double ratio() const { return libical_median / our_median; }
};

// Expands from 2026-01-01 to 2027-01-01, on one thread. Times are medians over `runs`; parsing isn't part of them, nor
// is loading the zones.
[[nodiscard]] RecurrenceBenchResult run_recurrence_bench(std::size_t schedules = 10'000, std::size_t runs = 5);

}  // namespace kindling
