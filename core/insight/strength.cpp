#include "core/insight/strength.hpp"

#include <cmath>

namespace kindling {

double ritual_strength(const std::vector<Repetition>& repetitions, double frequency) {
  const double decay = std::pow(0.5, std::sqrt(frequency) / 13.0);
  double strength = 0;
  for (const Repetition& repetition : repetitions) strength = strength * decay + (repetition.done ? 1 - decay : 0);
  return strength;
}

}  // namespace kindling
