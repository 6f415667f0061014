#include "tests/sync/simulation.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

namespace kindling::sim {
namespace {

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

TEST(Simulation, ComesToTheSameEverywhereWithNothingLost) {
  const std::uint64_t first = number_from("KINDLING_SIM_SEED", 1);
  const std::uint64_t seeds = number_from("KINDLING_SIM_SEEDS", 200);
  Outcome all;
  for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
    const Outcome outcome = simulate({.seed = seed});
    ASSERT_EQ(outcome.wrong, "") << "seed " << seed << ": KINDLING_SIM_SEED=" << seed << " KINDLING_SIM_SEEDS=1";
    all.operations += outcome.operations;
    all.segments += outcome.segments;
    all.crashes += outcome.crashes;
    all.clones += outcome.clones;
    all.forks += outcome.forks;
    all.rounds += outcome.rounds;
    for (const auto& [fault, count] : outcome.faults) all.faults[fault] += count;
    all.pairs.insert(outcome.pairs.begin(), outcome.pairs.end());
  }
  std::cout << "seeds " << first << " to " << first + seeds - 1 << ": " << all.operations << " operations, "
            << all.segments << " segments, " << all.rounds << " rounds, " << all.crashes << " crashes, " << all.clones
            << " clones, " << all.forks << " forks seen, " << all.pairs.size() << " pairs of kinds; faults:";
  for (const auto& [fault, count] : all.faults) std::cout << " " << static_cast<int>(fault) << ":" << count;
  std::cout << "\n";
}

TEST(Simulation, IsTheSameForTheSameSeed) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    EXPECT_EQ(simulate({.seed = seed}).trace, simulate({.seed = seed}).trace) << seed;
  }
}

}  // namespace
}  // namespace kindling::sim
