#include "app/ui/pointer.hpp"

#include <cmath>
#include <variant>

namespace kindling::ui {
namespace {

bool inside(const Box& box, float x, float y) {
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}

}  // namespace

template <class Take>
void Pointer::each_below(Take&& take) const {
  for (auto hit = shown_.rbegin(); hit != shown_.rend(); ++hit) {
    if (!inside(hit->box, x_, y_)) continue;
    if (take(*hit)) return;
    if ((hit->wants & kSolid) != 0) return;
  }
}

void Pointer::push(const Event& event) {
  if (std::holds_alternative<PointerMove>(event) && !queue_.empty() &&
      std::holds_alternative<PointerMove>(queue_.back())) {
    queue_.back() = event;
    return;
  }
  queue_.push_back(event);
}

void Pointer::begin_frame(double time, float slop) {
  slop_ = slop;
  clicked_ = 0;
  wheel_at_ = 0;
  wheel_ = 0;
  went_down_ = false;
  drag_began_ = false;
  if (drag_ended_) captured_ = 0;
  drag_ended_ = false;
  const double passed = time - last_time_;
  bool edge = false;
  while (!queue_.empty() && !edge) {
    const Event event = queue_.front();
    queue_.pop_front();
    if (const auto* move = std::get_if<PointerMove>(&event)) {
      move_to(move->x, move->y);
    } else if (const auto* press = std::get_if<PointerDown>(&event)) {
      touch_ = press->touch;
      move_to(press->x, press->y);
      go_down();
      edge = true;
    } else if (const auto* release = std::get_if<PointerUp>(&event)) {
      move_to(release->x, release->y);
      go_up();
      edge = true;
    } else if (std::holds_alternative<PointerCancel>(event)) {
      cancel();
      down_ = false;
    } else if (std::holds_alternative<PointerLeave>(event)) {
      if (!down_) inside_ = false;
    } else if (const auto* turn = std::get_if<Wheel>(&event)) {
      each_below([&](const Hit& hit) {
        if ((hit.wants & kWheel) == 0) return false;
        wheel_at_ = hit.id;
        wheel_ += turn->y;
        return true;
      });
    }
  }
  step_x_ = x_ - last_x_;
  step_y_ = y_ - last_y_;
  if (passed > 0.0005) {
    const auto smooth = [&](float& speed, float step) {
      const float now = step / static_cast<float>(passed);
      speed = speed * 0.4F + now * 0.6F;
    };
    if (!drag_ended_) {
      smooth(speed_x_, step_x_);
      smooth(speed_y_, step_y_);
    }
    last_time_ = time;
  }
  last_x_ = x_;
  last_y_ = y_;
  hovered_ = 0;
  if (inside_ && !(touch_ && !down_)) {
    each_below([&](const Hit& hit) {
      if ((hit.wants & (kPress | kDragAny)) == 0) return false;
      hovered_ = hit.id;
      return true;
    });
  }
}

void Pointer::end_frame() {
  shown_.swap(recorded_);
  recorded_.clear();
}

void Pointer::go_down() {
  down_ = went_down_ = true;
  down_x_ = last_x_ = x_;
  down_y_ = last_y_ = y_;
  speed_x_ = speed_y_ = 0;
  pressed_ = drag_x_ = drag_y_ = captured_ = 0;
  each_below([&](const Hit& hit) {
    if ((hit.wants & kDragAny) != 0 && pressed_ == 0 && captured_ == 0) {
      captured_ = hit.id;
      drag_began_ = true;
      return true;
    }
    if ((hit.wants & kPress) != 0 && pressed_ == 0) {
      pressed_ = hit.id;
      press_box_ = hit.box;
    }
    if ((hit.wants & kDragX) != 0 && drag_x_ == 0) drag_x_ = hit.id;
    if ((hit.wants & kDragY) != 0 && drag_y_ == 0) drag_y_ = hit.id;
    return false;
  });
}

void Pointer::move_to(float x, float y) {
  x_ = x;
  y_ = y;
  inside_ = true;
  if (!down_ || captured_ != 0) return;
  const float far_x = std::abs(x_ - down_x_);
  const float far_y = std::abs(y_ - down_y_);
  if (std::max(far_x, far_y) <= slop_) return;
  const NodeId taker = far_x > far_y ? drag_x_ : drag_y_;
  if (taker != 0) {
    captured_ = taker;
    drag_began_ = true;
    pressed_ = 0;
  } else if (!inside(press_box_, x_, y_)) {
    pressed_ = 0;
  }
}

void Pointer::go_up() {
  if (!down_) return;
  down_ = false;
  if (captured_ != 0) {
    drag_ended_ = true;
  } else if (pressed_ != 0 && inside(press_box_, x_, y_)) {
    clicked_ = pressed_;
  }
  pressed_ = 0;
}

void Pointer::cancel() {
  pressed_ = 0;
  if (captured_ != 0) {
    // Let go where it began: nothing was meant.
    down_x_ = x_;
    down_y_ = y_;
    speed_x_ = speed_y_ = 0;
    drag_ended_ = true;
  }
  drag_x_ = drag_y_ = 0;
}

std::optional<Drag> Pointer::drag(NodeId id) const {
  if (captured_ != id || id == 0) return std::nullopt;
  return Drag{.x = x_,
              .y = y_,
              .step_x = step_x_,
              .step_y = step_y_,
              .moved_x = x_ - down_x_,
              .moved_y = y_ - down_y_,
              .began = drag_began_,
              .ended = drag_ended_,
              .speed_x = speed_x_,
              .speed_y = speed_y_};
}

}  // namespace kindling::ui
