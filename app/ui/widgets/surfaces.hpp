// What things lie on: cards, list rows with swipe actions, sheets, dialogs, the toast, empty states. One thread.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>

#include "app/ui/scroll.hpp"
#include "app/ui/ui.hpp"
#include "app/ui/widgets/basic.hpp"

namespace kindling::ui {

// A rounded surface around what is drawn while it lives, as tall as that. `name` groups its nodes under `label`.
struct CardLook {
  enum class Fill : std::uint8_t { surface, tint, hero } fill = Fill::surface;
  Step hue = Step::none;
  float padding = 20;  // dp
};
class Card {
 public:
  Card(Ui& ui, std::string_view name, std::string_view label, const CardLook& look = {});
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;
  ~Card();

 private:
  Ui& ui_;
  CardLook look_;
  ImDrawListSplitter layers_;
  Box outer_;
  std::size_t node_;
};

// A row of a list: an icon on its hue, a title, a line below, something at the end.
struct RowLook {
  Icon icon = Icon::none;
  Step hue = Step::none;
  std::string_view title;
  std::string_view subtitle = {};
  std::string_view trailing = {};
  std::optional<bool> done = std::nullopt;   // a round tick at the end
  bool arrow = false;                        // it leads somewhere
  bool faint = false;                        // past, paused
  bool card = true;                          // on a surface of its own; else flat, inside a card
  bool press = true;                         // pressing it does something
  std::optional<float> ring = std::nullopt;  // 0..1: the icon within a ring so far round
  int lines = 0;  // room for that many of the title and one below, whatever they are: long lists
  // Swiping right does the first, swiping left the second; both are actions of the node too.
  std::string_view swipe_right = {};
  std::string_view swipe_left = {};
  Icon right_icon = Icon::check;
  Icon left_icon = Icon::trash;
};
// Whether a drag to the side that ended `shift` pixels off meant what it uncovered: far enough, or thrown that way.
[[nodiscard]] bool is_swipe(const Ui& ui, const Drag& drag, float shift, float width);

enum class RowEvent : std::uint8_t { none, pressed, ticked, swiped_right, swiped_left };
RowEvent row(Ui& ui, std::string_view name, const RowLook& look);
[[nodiscard]] float row_height(Ui& ui, const RowLook& look);

// One friendly line and exactly one thing to do; true where that was pressed.
bool empty_state(Ui& ui, std::string_view name, Icon icon, Step hue, std::string_view title, std::string_view text,
                 std::string_view action);

// A sheet from the bottom (in the middle of a wide window), over everything before. While `open` is true it is there; a
// drag down, Escape or a press beside it set it to false. Use: `Sheet sheet(ui, …); if (sheet) { … }`.
struct SheetState {
  bool open = false;
  ScrollState scroll;
  float content = 0;           // its height in the last frame
  float pulled = 0;            // by the finger, pixels
  bool asks_for_help = false;  // the lifebuoy in its head was pressed; for whoever shows the sheet to see and take back
};
class Sheet {
 public:
  Sheet(Ui& ui, std::string_view name, std::string_view title, SheetState& state);
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;
  ~Sheet();
  explicit operator bool() const noexcept { return shown_; }

 private:
  Ui& ui_;
  SheetState& state_;
  bool shown_ = false;
  std::optional<ScrollArea> area_;
};

// A question with two answers, over everything before: call it at the end of what is drawn, outside cards and sheets.
// Where large letters want more than the window has, it scrolls.
enum class Answer : std::uint8_t { none, yes, no };
struct Question {
  std::string_view title, text;
  std::string_view yes, no;
  bool dangerous = false;  // to say yes
};
[[nodiscard]] Answer dialog(Ui& ui, std::string_view name, const Question& question, ScrollState& scroll);

// A sentence at the bottom for six seconds, with one thing to do; true where that was pressed.
struct Toast {
  std::string text;
  std::string action;  // "Undo"; empty: none
  double since = -1;   // Ui::time() when it came; negative: not yet shown
  bool error = false;
};
inline constexpr double kToastSeconds = 6;
bool toast(Ui& ui, std::optional<Toast>& toast, float bottom);

}  // namespace kindling::ui
