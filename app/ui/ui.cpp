#include "app/ui/ui.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/ui/scroll.hpp"

namespace kindling::ui {
namespace {

constexpr float kSlop = 8;     // dp
constexpr float kTarget = 48;  // dp, the least side of what can be pressed

// FNV-1a over the parent's id and the name; never 0.
NodeId hashed(NodeId parent, std::string_view name) noexcept {
  std::uint32_t hash = 2166136261U ^ parent;
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  hash ^= hash >> 15;
  return hash == 0 ? 1 : hash;
}

Box overlap(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

}  // namespace

void Ui::begin_frame(const FrameInput& input, std::span<const Event> events, const Look& look, std::string_view title,
                     ImDrawList& list) {
  input_ = input;
  look_ = look;
  theme_ = &ui::theme(look.theme);
  list_ = &list;
  paint_.emplace(list, fonts_, input.scale);
  motion_.begin_frame(input.time, look.reduced_motion);
  semantics_.begin_frame();
  scopes_.assign(1, 2166136261U);
  columns_.assign(1, Column{input.insets.left, input.width - input.insets.right, input.insets.top});
  clips_.assign(1, whole_window());
  keys_.clear();
  text_.clear();
  focusable_.clear();
  named_.clear();
  inert_ = false;
  again_ = false;
  wake_after_ = 1e9;
  wants_text_ = false;
  caret_ = {};
  last_cover_ = std::exchange(cover_, 0);
  for (const Event& event : events) {
    if (const auto* key = std::get_if<KeyDown>(&event)) {
      keys_.push_back(*key);
    } else if (const auto* text = std::get_if<TextInput>(&event)) {
      text_ += text->text;
      preedit_ = {};
    } else if (const auto* preedit = std::get_if<TextPreedit>(&event)) {
      preedit_ = *preedit;
    } else if (std::holds_alternative<Back>(event)) {
      keys_.push_back({.key = Key::escape});
    } else if (const auto* request = std::get_if<Request>(&event)) {
      semantics_.ask(*request);
    } else {
      pointer_.push(event);
    }
  }
  pointer_.begin_frame(input.time, dp(kSlop));
  if (pointer_.went_down()) focus_visible_ = false;
  Node window;
  window.id = hashed(0, "window");
  window.role = Role::window;
  window.name = title;
  window.box = whole_window();
  semantics_.open(std::move(window));
}

FrameOutput Ui::end_frame() {
  if (cover_ == 0 && last_cover_ != 0 && focus_below_) focus_ = *std::exchange(focus_below_, std::nullopt);
  // What has opened takes the focus: its first thing, unless it chose another.
  if (cover_ != 0 && last_cover_ == 0 && focus_ == 0 && !focusable_.empty()) {
    focus_ = focusable_.front();
    again_ = true;
  }
  const bool lost = focus_ != 0 && std::find(focusable_.begin(), focusable_.end(), focus_) == focusable_.end();
  if (lost) focus_ = 0;
  if (take_key(Key::tab) || take_key(Key::down)) move_focus(1);
  if (take_key(Key::tab, false, true) || take_key(Key::up)) move_focus(-1);
  semantics_.close();
  semantics_.end_frame(focus_);
  pointer_.end_frame();
  FrameOutput out;
  out.again = again_ || motion_.moving() || pointer_.pending() || semantics_.has_requests();
  out.wake_after = wake_after_;
  out.wants_text = wants_text_;
  out.caret = caret_;
  out.hand = pointer_.over_press();
  return out;
}

void Ui::move_focus(int by) {
  if (focusable_.empty()) return;
  const auto found = std::find(focusable_.begin(), focusable_.end(), focus_);
  const auto count = static_cast<int>(focusable_.size());
  int next = by > 0 ? 0 : count - 1;
  if (found != focusable_.end()) next = (static_cast<int>(found - focusable_.begin()) + by + count) % count;
  set_focus(focusable_[static_cast<std::size_t>(next)], true);
}

void Ui::set_focus(NodeId id, bool by_keyboard) {
  focus_ = id;
  focus_visible_ = by_keyboard;
  if (by_keyboard) reveal_ = id;
  again_ = true;
}

Box Ui::window() const noexcept {
  const Insets& insets = input_.insets;
  return {insets.left, insets.top, input_.width - insets.right,
          input_.height - std::max(insets.bottom, insets.keyboard)};
}

NodeId Ui::id(std::string_view name) const noexcept { return hashed(scopes_.back(), name); }
NodeId Ui::next_id() { return id("#" + std::to_string(named_[scopes_.back()]++)); }
void Ui::push_id(std::string_view name) { scopes_.push_back(id(name)); }

Ui::Column Ui::pop_column() {
  const Column column = columns_.back();
  columns_.pop_back();
  return column;
}

Box Ui::take(float height) {
  Column& now = column();
  const Box box{now.left, now.y, now.right, now.y + height};
  now.y += height;
  return box;
}

void Ui::push_clip(const Box& box) {
  const Box clip = overlap(box, clips_.back());
  clips_.push_back(clip);
  list_->PushClipRect({clip.left, clip.top}, {std::max(clip.left, clip.right), std::max(clip.top, clip.bottom)}, false);
}

void Ui::pop_clip() {
  clips_.pop_back();
  list_->PopClipRect();
}

bool Ui::on_screen(const Box& box) const noexcept { return !overlap(box, clips_.back()).empty(); }

Touch Ui::touch(Node node, std::uint8_t wants) {
  Touch touch;
  const NodeId id = touch.id = node.id;
  const Box box = node.box;
  node.visible = on_screen(box);
  const bool usable = node.enabled && !inert_;
  node.focusable = usable;
  const auto shown = semantics_.take(id, Request::Kind::show);
  if (usable) {
    focusable_.push_back(id);
    if (semantics_.take(id, Request::Kind::focus)) set_focus(id, true);
    if (const auto asked = semantics_.take(id, Request::Kind::action)) {
      touch.pressed = asked->action == 0;
      if (asked->action > 0) touch.action = asked->action;
    }
    touch.focused = focus_ == id;
    if (touch.focused && node.role != Role::text_field && (wants & kPress) != 0)
      touch.pressed = take_press_key() || touch.pressed;
    if (pointer_.clicked(id)) {
      touch.pressed = true;
      set_focus(id);
      touch.focused = true;
    }
    touch.held = pointer_.held(id);
    touch.hovered = pointer_.over(id);
    touch.ring = touch.focused && focus_visible_;
    if (wants != 0) {
      const float grow_x = std::max(0.0F, dp(kTarget) - box.width()) / 2;
      const float grow_y = std::max(0.0F, dp(kTarget) - box.height()) / 2;
      const Box reach{box.left - grow_x, box.top - grow_y, box.right + grow_x, box.bottom + grow_y};
      pointer_.record({id, overlap(reach, clips_.back()), wants});
    }
  }
  if ((reveal_ == id || shown) && !scrolls_.empty()) {
    scrolls_.back()->reveal(*this, box);
    reveal_ = 0;
  }
  node.focused = touch.focused;
  semantics_.add(std::move(node));
  return touch;
}

void Ui::say(Role role, NodeId id, const Box& box, std::string_view name, std::string_view value, int level) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = name;
  node.value = value;
  node.box = box;
  node.level = level;
  node.visible = on_screen(box);
  semantics_.add(std::move(node));
}

void Ui::open_group(Role role, std::string_view id_name, std::string_view name, const Box& box) {
  Node node;
  node.id = id(id_name);
  node.role = role;
  node.name = name;
  node.box = box;
  node.visible = box.empty() || on_screen(box);
  semantics_.open(std::move(node));
}

void Ui::focus_ring(const Box& box, float radius) {
  const float gap = dp(2);
  const Box around{box.left - gap, box.top - gap, box.right + gap, box.bottom + gap};
  paint_->outline(around, theme_->focus, radius + gap, dp(2.5F));
}

bool Ui::take_key(Key key, bool control, bool shift) {
  const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const KeyDown& down) {
    return down.key == key && down.control == control && down.shift == shift && !down.alt;
  });
  if (found == keys_.end()) return false;
  keys_.erase(found);
  return true;
}

// A key that is held down presses once.
bool Ui::take_press_key() {
  for (const Key key : {Key::enter, Key::space}) {
    const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const KeyDown& down) { return down.key == key; });
    const bool repeats = found != keys_.end() && found->repeat;
    if (take_key(key) && !repeats) return true;
  }
  return false;
}

void Ui::edit_at(const Box& caret) {
  wants_text_ = true;
  caret_ = caret;
}

void Ui::cover(std::string_view id_name) {
  semantics_.cover();
  focusable_.clear();
  cover_ = id(id_name);
  pointer_.record({cover_, whole_window(), kSolid});
  if (last_cover_ == 0 && !focus_below_) focus_below_ = std::exchange(focus_, 0);
}

void Ui::wake_in(double seconds) { wake_after_ = std::min(wake_after_, seconds); }

}  // namespace kindling::ui
