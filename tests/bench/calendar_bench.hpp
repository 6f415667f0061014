// How long it takes to read a large calendar and to find free evenings in it. The budget for both together is 100 ms.
#pragma once

#include <cstddef>

namespace kindling {

struct CalendarBenchResult {
  std::size_t events = 0;  // read
  std::size_t bytes = 0;   // of the text
  std::size_t slots = 0;   // found
  // Medians of several runs, in milliseconds.
  double read_ms = 0;
  double busy_ms = 0;
  double slots_ms = 0;
  double total_ms = 0;
};

// 10,000 events over two years, one in ten of them a series, in four zones, as other programs write them; free evenings
// over the same two years.
[[nodiscard]] CalendarBenchResult run_calendar_bench();

}  // namespace kindling
