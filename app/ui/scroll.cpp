#include "app/ui/scroll.hpp"

#include <algorithm>
#include <cmath>

namespace kindling::ui {
namespace {

constexpr float kFriction = 4.2F;       // a second
constexpr float kNotch = 72;            // dp a notch of the wheel
constexpr std::size_t kRowsAround = 2;  // drawn beyond the edges, for the focus to go to

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view name, ScrollState& state, const Box& view, float inset)
    : ui_(ui), state_(state), view_(view), inset_(inset) {
  const NodeId id = ui.id(name);
  // Recorded before its content, which lies above it.
  ui.pointer().record({id, view, static_cast<std::uint8_t>(kDragY | kWheel)});
  move(id);
  ui.push_clip(view);
  top_ = view.top - std::round(state.offset);
  ui.push_column({view.left, view.right, top_});
  ui.enter_scroll(this);
}

ScrollArea::~ScrollArea() {
  ui_.leave_scroll();
  take_page_keys();
  const float content = ui_.pop_column().y - top_;
  if (content != state_.content) ui_.draw_again();
  state_.content = content;
  ui_.pop_clip();
}

float ScrollArea::most() const noexcept { return std::max(0.0F, state_.content + inset_ - view_.height()); }

void ScrollArea::move(NodeId id) {
  const float step = ui_.motion().step();
  const float end = most();
  const auto drag = ui_.pointer().drag(id);
  if (drag && !drag->ended) {
    state_.target = -1;
    const bool beyond = state_.offset < 0 || state_.offset > end;
    state_.offset -= drag->step_y * (beyond ? 0.4F : 1.0F);
    state_.speed = 0;
    return;
  }
  if (drag && drag->ended) state_.speed = -drag->speed_y;
  if (const float notches = ui_.pointer().wheel(id); notches != 0) {
    const float from = state_.target >= 0 ? state_.target : state_.offset;
    state_.target = std::clamp(from - notches * ui_.dp(kNotch), 0.0F, end);
    state_.speed = 0;
  }
  if (state_.target >= 0) {
    const float way = std::clamp(state_.target, 0.0F, end) - state_.offset;
    if (ui_.look().reduced_motion || std::abs(way) < 0.5F) {
      state_.offset += way;
      state_.target = -1;
    } else {
      state_.offset += way * (1 - std::exp(-18 * step));
    }
    ui_.draw_again();
    return;
  }
  if (ui_.look().reduced_motion) state_.speed = 0;
  if (std::abs(state_.speed) > 12) {
    state_.offset += state_.speed * step;
    state_.speed *= std::exp(-kFriction * step);
    ui_.draw_again();
  } else {
    state_.speed = 0;
  }
  // Beyond an end it is pulled back.
  const float bound = std::clamp(state_.offset, 0.0F, end);
  if (bound != state_.offset) {
    state_.speed *= std::exp(-20 * step);
    const float left = (state_.offset - bound) * std::exp(-14 * step);
    state_.offset = ui_.look().reduced_motion || std::abs(left) < 0.5F ? bound : bound + left;
    ui_.draw_again();
  }
}

// After its content, which may want them for itself.
void ScrollArea::take_page_keys() {
  if (ui_.below_cover()) return;
  const float page = (view_.height() - inset_) * 0.9F;
  const float from = state_.target >= 0 ? state_.target : state_.offset;
  float to = from;
  if (ui_.take_key(Key::page_down)) to += page;
  if (ui_.take_key(Key::page_up)) to -= page;
  if (to == from) return;
  state_.target = std::clamp(to, 0.0F, most());
  state_.speed = 0;
  ui_.draw_again();
}

void ScrollArea::reveal(Ui& ui, const Box& box) {
  const float margin = ui.dp(24);
  const float low = view_.bottom - inset_ - margin;
  float by = 0;
  if (box.bottom > low) by = box.bottom - low;
  if (box.top - by < view_.top + margin) by = box.top - view_.top - margin;
  if (std::abs(by) < 1) return;
  state_.target = std::clamp(state_.offset + by, 0.0F, std::max(most(), state_.offset + by));
  ui.draw_again();
}

ScrollArea::Rows ScrollArea::rows(std::size_t count, float height) {
  const float above = std::max(0.0F, view_.top - ui_.column().y);
  const auto hidden = static_cast<std::size_t>(above / height);
  const std::size_t first = std::min(count, hidden > kRowsAround ? hidden - kRowsAround : 0);
  const auto fit = static_cast<std::size_t>(view_.height() / height) + 2 * kRowsAround + 2;
  ui_.column().y += static_cast<float>(first) * height;
  return {first, std::min(count, first + fit)};
}

void ScrollArea::skip_after(const Rows& rows, std::size_t count, float height) {
  ui_.column().y += static_cast<float>(count - rows.last) * height;
}

}  // namespace kindling::ui
