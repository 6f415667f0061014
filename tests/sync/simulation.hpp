// Two people, two to five devices, one store, and everything that can go wrong, in one thread and by one seed. First
// anything may happen; then the faults stop, and everybody has to come to the same, with nothing lost.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/sync/exchange.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/simulated_store.hpp"

namespace kindling::sim {

// What a seed came to. `wrong` is empty where every promise held.
struct Outcome {
  std::string wrong;
  std::uint64_t trace = 0;  // a hash over all that happened: the same for the same seed
  std::uint64_t operations = 0, segments = 0, crashes = 0, clones = 0, forks = 0, rounds = 0;
  std::map<Fault, std::uint64_t> faults;
  std::set<std::pair<OperationKind, OperationKind>> pairs;  // of kinds that met on one entity from two devices
};

struct Plan {
  std::uint64_t seed = 1;
  int steps = 60;
};

[[nodiscard]] Outcome simulate(const Plan& plan);

}  // namespace kindling::sim
