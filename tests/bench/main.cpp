// Benchmarks that run inside one process, as one JSON document; tests/bench/bench.py adds those of whole commands.
#include <cstdio>

#include "tests/bench/calendar_bench.hpp"
#include "tests/bench/recurrence_bench.hpp"

int main() {
  const auto rules = kindling::run_recurrence_bench();
  const auto calendar = kindling::run_calendar_bench();
  std::printf(
      "{\"recurrence\": {\"schedules\": %zu, \"ms\": %.3f, \"libical_ms\": %.1f, \"ratio\": %.1f, \"disagreements\": "
      "%zu},\n",
      rules.schedules, rules.our_median.count(), rules.libical_median.count(), rules.ratio(), rules.disagreements);
  std::printf(" \"calendar\": {\"events\": %zu, \"bytes\": %zu, \"read_ms\": %.1f, \"total_ms\": %.1f}}\n",
              calendar.events, calendar.bytes, calendar.read_ms, calendar.total_ms);
  return 0;
}
