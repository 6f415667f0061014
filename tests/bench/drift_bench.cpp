#include "tests/bench/drift_bench.hpp"

#include <algorithm>

namespace kindling {
namespace {

constexpr int kPeople = 100;  // for false alarms, over two years each; five times as many drops

const auto kAny = [](const DriftNotice&) { return true; };

}  // namespace

std::vector<DriftBenchRow> run_drift_bench() {
  std::vector<DriftBenchRow> rows;
  for (std::size_t i = 0; i < kSignals; ++i) {
    LifeShape falling;
    falling.drops[i] = true;
    const auto names_it = [signal = static_cast<Signal>(i)](const DriftNotice& notice) {
      return std::find(notice.signals.begin(), notice.signals.end(), signal) != notice.signals.end();
    };
    rows.push_back({std::string(EnumNames<Signal>::kNames[i]), drift_figures(LifeShape{}, falling, kPeople, names_it)});
  }
  LifeShape falling;
  falling.drops.fill(true);
  rows.push_back({"all of them", drift_figures(LifeShape{}, falling, kPeople, kAny)});
  LifeShape even;
  even.uses = {true, true, false, false, false};
  even.busy_weeks = even.silent_spells = 0;
  even.holidays_a_year = 0;
  falling = even;
  falling.drops[static_cast<std::size_t>(Signal::mood)] = true;
  rows.push_back({"mood, check-ins alone, even weeks", drift_figures(even, falling, kPeople, kAny)});
  return rows;
}

}  // namespace kindling
