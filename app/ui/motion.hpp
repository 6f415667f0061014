// Movement: springs by widget, on the frame's own clock. A spring starts at rest where it is first asked for, follows
// its target, can be turned round at any moment and stops by itself. With reduced motion it is there at once. One
// thread.
#pragma once

#include <cstdint>
#include <unordered_map>

namespace kindling::ui {

class Motion {
 public:
  // `time` in seconds. After a long wait only a small first step is taken.
  void begin_frame(double time, bool reduced);

  // Where the spring `key` is now on its way to `target`; it settles in about `seconds`.
  [[nodiscard]] float to(std::uint32_t key, float target, float seconds = 0.25F);
  // As to, but where `key` is new it begins at `from`.
  [[nodiscard]] float from_to(std::uint32_t key, float from, float target, float seconds = 0.25F);
  // Puts it at `value`, moving with `velocity` a second: after a drag.
  void put(std::uint32_t key, float value, float velocity = 0);
  [[nodiscard]] bool has(std::uint32_t key) const { return springs_.contains(key); }
  void forget(std::uint32_t key) { springs_.erase(key); }

  // True while something asked for in this frame is still on its way.
  [[nodiscard]] bool moving() const noexcept { return moving_; }
  [[nodiscard]] float step() const noexcept { return step_; }  // seconds since the last frame, clamped

 private:
  struct Spring {
    float value = 0;
    float velocity = 0;
    std::uint64_t frame = 0;
  };

  std::unordered_map<std::uint32_t, Spring> springs_;
  double time_ = -1;
  float step_ = 0;
  std::uint64_t frame_ = 0;
  bool reduced_ = false;
  bool moving_ = false;
};

}  // namespace kindling::ui
