// What a store really does, found by doing it: a few small files and a larger one are written below the folder `check`,
// read, listed, replaced and removed again. For `store check` and the set-up assistant. Nothing that a store promises
// counts. Pure of the system: the time comes from the clock, names and contents from the random generator.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/clock.hpp"
#include "core/ports/random.hpp"
#include "core/ports/remote_store.hpp"

namespace kindling {

enum class StoreVerdict {
  fine,
  risky,    // sharing works, with what the sentence says
  unusable  // sharing through it would fail
};

// "fine", "risky", "unusable".
[[nodiscard]] std::string_view name_of(StoreVerdict verdict) noexcept;

struct StoreFinding {
  std::string trait;  // a stable name: write, read, list, absent, replace, names, large, remove, speed
  StoreVerdict verdict = StoreVerdict::fine;
  std::string sentence;                // what was seen
  std::string advice;                  // what to change; empty where it is fine
  std::chrono::milliseconds took{-1};  // by the clock; negative where it isn't a matter of time
};

struct StoreReport {
  std::vector<StoreFinding> findings;  // in the order of the trials; it ends with what made further ones pointless

  // The worst of them.
  [[nodiscard]] StoreVerdict verdict() const noexcept;
  // One sentence for all of it.
  [[nodiscard]] std::string summary() const;
};

// Blocks for as long as about thirty calls of the store do. What it wrote is removed again where the store lets it.
[[nodiscard]] StoreReport probe_store(RemoteStore& store, const Clock& clock, Random& random);

}  // namespace kindling
