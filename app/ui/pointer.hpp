// The gesture arena: mouse and finger alike. Widgets record where they were drawn and what they want; a press belongs
// to what the person saw, that is to the last frame's widgets. A press that moves more than the slop becomes a drag of
// one axis, and then nobody's click. At most one edge of the button is taken a frame, so that quick taps aren't lost.
// One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "app/ui/input.hpp"

namespace kindling::ui {

// What a widget takes part in.
enum Wants : std::uint8_t {
  kPress = 1,
  kDragX = 2,
  kDragY = 4,
  kDragAny = 8,  // from the first touch on: grids, sliders
  kWheel = 16,
  kSolid = 32,  // nothing below it is reached
};

struct Hit {
  NodeId id = 0;
  Box box;
  std::uint8_t wants = kPress;
};

struct Drag {
  float x = 0, y = 0;              // where the pointer is
  float step_x = 0, step_y = 0;    // since the last frame
  float moved_x = 0, moved_y = 0;  // since the press
  bool began = false;
  bool ended = false;
  float speed_x = 0, speed_y = 0;  // pixels a second, when it ended
};

class Pointer {
 public:
  void push(const Event& event);  // the pointer's events; others are left out
  // Takes what fits into this frame. `slop` in pixels.
  void begin_frame(double time, float slop);
  void end_frame();

  void record(const Hit& hit) { recorded_.push_back(hit); }

  [[nodiscard]] bool over(NodeId id) const noexcept { return hovered_ == id; }
  [[nodiscard]] bool held(NodeId id) const noexcept { return pressed_ == id && id != 0; }
  [[nodiscard]] bool clicked(NodeId id) const noexcept { return clicked_ == id && id != 0; }
  [[nodiscard]] std::optional<Drag> drag(NodeId id) const;
  // Notches over `id` in this frame.
  [[nodiscard]] float wheel(NodeId id) const noexcept { return wheel_at_ == id ? wheel_ : 0; }
  [[nodiscard]] float x() const noexcept { return x_; }
  [[nodiscard]] float y() const noexcept { return y_; }
  // A press began anywhere in this frame.
  [[nodiscard]] bool went_down() const noexcept { return went_down_; }
  [[nodiscard]] bool is_down() const noexcept { return down_; }
  [[nodiscard]] bool touch() const noexcept { return touch_; }
  [[nodiscard]] bool over_press() const noexcept { return hovered_ != 0; }
  // Nobody's click or drag any more: what was under the finger has gone.
  void cancel();

  // Edges that wait for the next frame.
  [[nodiscard]] bool pending() const noexcept { return !queue_.empty(); }

 private:
  void go_down();
  void go_up();
  void move_to(float x, float y);
  // Calls `take` with what lies at the pointer, topmost first, until it returns true or something solid is reached.
  template <class Take>
  void each_below(Take&& take) const;

  std::vector<Hit> recorded_;
  std::vector<Hit> shown_;  // the last frame's
  std::deque<Event> queue_;
  float slop_ = 8;
  float x_ = -1, y_ = -1;
  bool inside_ = false, down_ = false, touch_ = false, went_down_ = false;
  float down_x_ = 0, down_y_ = 0;
  NodeId hovered_ = 0, pressed_ = 0, clicked_ = 0;
  NodeId drag_x_ = 0, drag_y_ = 0;  // who would take it
  Box press_box_;
  NodeId captured_ = 0;
  bool drag_began_ = false, drag_ended_ = false;
  float last_x_ = 0, last_y_ = 0;
  float step_x_ = 0, step_y_ = 0;
  float speed_x_ = 0, speed_y_ = 0;
  double last_time_ = 0;
  NodeId wheel_at_ = 0;
  float wheel_ = 0;
};

}  // namespace kindling::ui
