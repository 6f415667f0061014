// How well a ritual holds: an exponentially decaying average of its repetitions, forgiving of a missed day. Pure; any
// thread.
#pragma once

#include <vector>

#include "core/base/time.hpp"

namespace kindling {

// One expected repetition, oldest first.
struct Repetition {
  LocalDate date;
  bool done = false;
};

// 0 (never) to 1 (always). Each expected repetition moves the score s to s·d + (done ? 1 − d : 0) with the decay
// d = 0.5^(√f / 13), f being the expected repetitions a day: the formula of Loop Habit Tracker (uhabits-core,
// Score.compute). Repetitions within a declared rest are left out by the caller. REQUIRES: frequency > 0.
[[nodiscard]] double ritual_strength(const std::vector<Repetition>& repetitions, double frequency);

}  // namespace kindling
