// What a screen draws with: the frame's paint, words, motion, pointer, keyboard, focus and semantics, and a column that
// hands out room from top to bottom. A widget is one call on it that makes all four: the picture, the hit box, the
// semantic node, and an action that tests and screen readers can ask for. One thread; owned by the app; everything that
// it is given must outlive it.
#pragma once

#include <imgui.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/ui/fonts.hpp"
#include "app/ui/input.hpp"
#include "app/ui/motion.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/pointer.hpp"
#include "app/ui/semantics.hpp"
#include "app/ui/strings.hpp"
#include "app/ui/theme.hpp"

namespace kindling::ui {

// How the person wants it to look and move.
struct Look {
  ThemeName theme = ThemeName::light;
  bool reduced_motion = false;
  float text_scale = 1;  // 0.85..2
};

// The system's clipboard, as the shell gives it.
struct Clipboard {
  std::function<std::string()> read = [] { return std::string(); };
  std::function<void(const std::string&)> write = [](const std::string&) {};
};

// What happened to a widget in this frame.
struct Touch {
  NodeId id = 0;
  bool pressed = false;  // clicked, Enter or Space, or asked for
  bool held = false;
  bool hovered = false;
  bool focused = false;
  bool ring = false;                    // draw the focus ring
  std::optional<std::size_t> action{};  // an action beyond the first was asked for: its index in Node::actions
};

class ScrollArea;

class Ui {
 public:
  Ui(Fonts& fonts, const Strings& strings) : tr(strings), fonts_(fonts) {}

  // REQUIRES: ImGui's frame has begun; `list` is what is drawn to. `title`: the window's, as its node is named.
  void begin_frame(const FrameInput& input, std::span<const Event> events, const Look& look, std::string_view title,
                   ImDrawList& list);
  [[nodiscard]] FrameOutput end_frame();

  const Strings& tr;
  Clipboard clipboard;
  [[nodiscard]] Paint& paint() noexcept { return *paint_; }
  [[nodiscard]] const Theme& theme() const noexcept { return *theme_; }
  [[nodiscard]] const Look& look() const noexcept { return look_; }
  [[nodiscard]] Motion& motion() noexcept { return motion_; }
  [[nodiscard]] Pointer& pointer() noexcept { return pointer_; }
  [[nodiscard]] Semantics& semantics() noexcept { return semantics_; }
  [[nodiscard]] const Semantics& semantics() const noexcept { return semantics_; }
  [[nodiscard]] double time() const noexcept { return input_.time; }

  // Lengths: dp to physical pixels. `text_dp` grows with the text size too.
  [[nodiscard]] float dp(float length) const noexcept { return length * input_.scale; }
  [[nodiscard]] float text_dp(float length) const noexcept { return length * input_.scale * look_.text_scale; }
  [[nodiscard]] float to_dp(float pixels) const noexcept { return pixels / input_.scale; }
  // The window without what the system's edges cover, and without the on-screen keyboard.
  [[nodiscard]] Box window() const noexcept;
  [[nodiscard]] Box whole_window() const noexcept { return {0, 0, input_.width, input_.height}; }

  // --- Identity. A translated word is never one: use the thing's id or a fixed name.
  [[nodiscard]] NodeId id(std::string_view name) const noexcept;
  // For words that nothing else names: the first of this scope, the second …
  [[nodiscard]] NodeId next_id();
  void push_id(std::string_view name);
  void pop_id() { scopes_.pop_back(); }

  // --- Room
  struct Column {
    float left = 0, right = 0, y = 0;
    [[nodiscard]] float width() const noexcept { return right - left; }
  };
  [[nodiscard]] Column& column() noexcept { return columns_.back(); }
  void push_column(const Column& column) { columns_.push_back(column); }
  Column pop_column();
  // The next `height` pixels of the column.
  Box take(float height);
  void space(float length_dp) { column().y += dp(length_dp); }
  // What is drawn and hit lies within `box` until pop_clip.
  void push_clip(const Box& box);
  void pop_clip();
  [[nodiscard]] bool on_screen(const Box& box) const noexcept;

  // --- Widgets' common part
  // Adds the node, takes part in pointer, keyboard and focus, and tells what happened. `node.id` and `node.box` are
  // set; `wants` as in pointer.hpp; the hit box grows to 48 dp where `node.box` is smaller.
  Touch touch(Node node, std::uint8_t wants = kPress);
  // A node that can be read and not used.
  void say(Role role, NodeId id, const Box& box, std::string_view name, std::string_view value = {}, int level = 0);
  // A group: what is added until close_group belongs to it.
  void open_group(Role role, std::string_view id_name, std::string_view name, const Box& box);
  void close_group() { semantics_.close(); }
  void set_box(std::size_t node, const Box& box) { semantics_.at(node).box = box; }
  void focus_ring(const Box& box, float radius);

  // --- Keyboard and focus
  // Takes a key press of this frame; nobody gets it twice.
  bool take_key(Key key, bool control = false, bool shift = false);
  [[nodiscard]] std::vector<KeyDown>& keys() noexcept { return keys_; }
  [[nodiscard]] std::string take_text() { return std::exchange(text_, {}); }
  [[nodiscard]] const TextPreedit& preedit() const noexcept { return preedit_; }
  [[nodiscard]] NodeId focus() const noexcept { return focus_; }
  void set_focus(NodeId id, bool by_keyboard = false);
  void clear_focus() { focus_ = 0; }
  // The caret of the focused text field: the shell shows the keyboard and the input method there.
  void edit_at(const Box& caret);

  // From here on only what comes can be read, hit and focused: a sheet, a dialog, the lock. `id` names it.
  void cover(std::string_view id_name);
  // What is drawn now lies below something of the last frame that covers it.
  [[nodiscard]] bool below_cover() const noexcept { return last_cover_ != 0 && cover_ == 0; }
  // What is touched from here on is on its way out: it can be seen, and no longer used.
  void set_inert(bool inert) { inert_ = inert; }
  [[nodiscard]] bool covered() const noexcept { return cover_ != 0; }

  // Draw again after that many seconds, at the latest.
  void wake_in(double seconds);
  void draw_again() { again_ = true; }

  void enter_scroll(ScrollArea* area) { scrolls_.push_back(area); }
  void leave_scroll() { scrolls_.pop_back(); }

 private:
  void move_focus(int by);
  bool take_press_key();

  Fonts& fonts_;
  std::optional<Paint> paint_;
  ImDrawList* list_ = nullptr;
  const Theme* theme_ = nullptr;
  Look look_;
  FrameInput input_;
  Motion motion_;
  Pointer pointer_;
  Semantics semantics_;
  std::vector<NodeId> scopes_;
  std::vector<Column> columns_;
  std::vector<Box> clips_;
  std::vector<KeyDown> keys_;
  std::string text_;
  TextPreedit preedit_;
  std::vector<NodeId> focusable_;
  NodeId focus_ = 0;
  NodeId reveal_ = 0;  // to be scrolled into view
  bool focus_visible_ = false;
  NodeId cover_ = 0, last_cover_ = 0;
  std::optional<NodeId> focus_below_;  // what had the focus under the cover
  bool inert_ = false;
  std::unordered_map<NodeId, unsigned> named_;  // how many words each scope has named
  std::vector<ScrollArea*> scrolls_;
  bool again_ = false;
  double wake_after_ = 1e9;
  bool wants_text_ = false;
  Box caret_;
};

// An id scope for as long as it lives.
class Scope {
 public:
  Scope(Ui& ui, std::string_view name) : ui_(ui) { ui_.push_id(name); }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  ~Scope() { ui_.pop_id(); }

 private:
  Ui& ui_;
};

}  // namespace kindling::ui
