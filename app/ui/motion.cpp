#include "app/ui/motion.hpp"

#include <algorithm>
#include <cmath>

namespace kindling::ui {
namespace {

constexpr float kLongestStep = 1.0F / 30;
constexpr std::uint64_t kFramesKept = 600;

}  // namespace

void Motion::begin_frame(double time, bool reduced) {
  const double passed = time_ < 0 ? 0 : time - time_;
  // Whoever slept for an hour doesn't want the first frame to jump.
  step_ = std::clamp(static_cast<float>(passed), 0.0F, kLongestStep);
  time_ = time;
  reduced_ = reduced;
  moving_ = false;
  ++frame_;
  if (frame_ % kFramesKept == 0) {
    std::erase_if(springs_, [this](const auto& entry) { return entry.second.frame + kFramesKept < frame_; });
  }
}

float Motion::to(std::uint32_t key, float target, float seconds) { return from_to(key, target, target, seconds); }

float Motion::from_to(std::uint32_t key, float from, float target, float seconds) {
  const auto [found, is_new] = springs_.try_emplace(key, Spring{from, 0, frame_});
  Spring& spring = found->second;
  const bool first_in_frame = is_new || spring.frame != frame_;
  spring.frame = frame_;
  if (reduced_) {
    spring.value = target;
    spring.velocity = 0;
    return target;
  }
  // A critically damped spring, solved exactly for the step: stable for any length of it.
  if (first_in_frame) {
    const float omega = 5.8F / std::max(seconds, 0.01F);
    const float distance = spring.value - target;
    const float slope = spring.velocity + omega * distance;
    const float decay = std::exp(-omega * step_);
    spring.value = target + (distance + slope * step_) * decay;
    spring.velocity = (spring.velocity - omega * slope * step_) * decay;
  }
  const float size = std::max(1.0F, std::abs(target) + std::abs(from));
  if (std::abs(spring.value - target) < 0.001F * size && std::abs(spring.velocity) < 0.02F * size) {
    spring.value = target;
    spring.velocity = 0;
  } else {
    moving_ = true;
  }
  return spring.value;
}

void Motion::put(std::uint32_t key, float value, float velocity) { springs_[key] = {value, velocity, frame_}; }

}  // namespace kindling::ui
