// What the watch over the last weeks comes to on lives made by chance: false alarms, and how soon a lasting drop is
// found. Deterministic: the same figures on every machine. One thread.
#pragma once

#include <string>
#include <vector>

#include "tests/support/life_diary.hpp"

namespace kindling {

struct DriftBenchRow {
  std::string what;
  DriftFigures figures;
};

// Each signal by itself (how often it is named, while the others go on as usual), and all of them.
[[nodiscard]] std::vector<DriftBenchRow> run_drift_bench();

}  // namespace kindling
