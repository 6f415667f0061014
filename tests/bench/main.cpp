// Benchmarks that run inside one process, as one JSON document; tests/bench/bench.py adds those of whole commands.
#include <cstdio>

#include "tests/bench/calendar_bench.hpp"
#include "tests/bench/drift_bench.hpp"
#include "tests/bench/planner_bench.hpp"
#include "tests/bench/recurrence_bench.hpp"

int main() {
  const auto rules = kindling::run_recurrence_bench();
  const auto calendar = kindling::run_calendar_bench();
  const auto planner = kindling::run_planner_bench();
  std::printf(
      "{\"recurrence\": {\"schedules\": %zu, \"ms\": %.3f, \"libical_ms\": %.1f, \"ratio\": %.1f, \"disagreements\": "
      "%zu},\n",
      rules.schedules, rules.our_median.count(), rules.libical_median.count(), rules.ratio(), rules.disagreements);
  std::printf(" \"calendar\": {\"events\": %zu, \"bytes\": %zu, \"read_ms\": %.1f, \"total_ms\": %.1f},\n",
              calendar.events, calendar.bytes, calendar.read_ms, calendar.total_ms);
  std::printf(
      " \"planner\": {\"many_ms\": %.2f, \"few_ms\": %.3f, \"step_ms\": %.2f, \"delivered\": %d, \"late_ms\": %.1f, "
      "\"early\": %s},\n",
      planner.many_ms, planner.few_ms, planner.step_ms, planner.delivered, planner.late_ms,
      planner.early ? "true" : "false");
  std::printf(" \"drift\": [");
  const char* separator = "\n";
  for (const auto& row : kindling::run_drift_bench()) {
    const kindling::DriftFigures& figures = row.figures;
    std::printf(
        "%s  {\"what\": \"%s\", \"false_alarms_a_year\": %.2f, \"found\": [%.3f, %.3f, %.3f, %.3f], \"days\": %.0f}",
        separator, row.what.c_str(), figures.false_alarms_a_year, figures.found[0], figures.found[1], figures.found[2],
        figures.found[3], figures.median_delay.value_or(-1));
    separator = ",\n";
  }
  std::printf("]}\n");
  return 0;
}
