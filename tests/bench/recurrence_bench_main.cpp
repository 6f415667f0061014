// Prints the figures of run_recurrence_bench.
#include <cstdio>

#include "tests/bench/recurrence_bench.hpp"

int main() {
  const kindling::RecurrenceBenchResult result = kindling::run_recurrence_bench();
  std::printf("recurrence: %zu schedules, 365 days, median of %zu runs\n", result.schedules, result.runs);
  std::printf("  kindling %9.2f ms  %zu occurrences\n", result.our_median.count(), result.our_occurrences);
  std::printf("  libical  %9.2f ms  %zu occurrences\n", result.libical_median.count(), result.libical_occurrences);
  std::printf("  ratio    %9.1f     %zu schedules differ\n", result.ratio(), result.disagreements);
  return 0;
}
