// What a person does, as the shell hands it to the app: the same few events for mouse, finger, keyboard and input
// method. Value types.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/ui/semantics.hpp"

namespace kindling::ui {

struct PointerDown {
  float x = 0, y = 0;  // physical pixels of the window
  bool touch = false;
};
struct PointerMove {
  float x = 0, y = 0;
};
struct PointerUp {
  float x = 0, y = 0;
};
struct PointerCancel {};  // a second finger, the window lost it
struct PointerLeave {};   // the mouse is outside
struct Wheel {
  float x = 0, y = 0;  // in notches, y > 0 away from the person
};

enum class Key : std::uint8_t {
  none,
  tab,
  enter,
  escape,
  space,
  backspace,
  del,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  menu,
  a,
  c,
  f,
  h,
  k,
  l,
  n,
  v,
  x,
  y,
  z,
  d1,
  d2,
  d3,
  d4,
  d5,
  question,
  comma,
  other,
};
struct KeyDown {
  Key key = Key::none;
  bool shift = false, control = false, alt = false;  // control: Cmd on a Mac
  bool repeat = false;
};
struct TextInput {
  std::string text;  // UTF-8
};
struct TextPreedit {  // of an input method, shown at the caret and not yet text
  std::string text;
  int caret = 0;  // code points into it
};
struct Back {};  // the system's back button or gesture

using Event = std::variant<PointerDown, PointerMove, PointerUp, PointerCancel, PointerLeave, Wheel, KeyDown, TextInput,
                           TextPreedit, Back, Request>;

// What the window's edges cover, in physical pixels.
struct Insets {
  float left = 0, top = 0, right = 0, bottom = 0;
  float keyboard = 0;  // the height that an on-screen keyboard takes from the bottom
};

struct FrameInput {
  float width = 390, height = 844;  // physical pixels
  float scale = 1;                  // physical pixels a dp
  double time = 0;                  // seconds, monotonic, from any start
  Insets insets;
};

// What the shell has to know to go to sleep.
struct FrameOutput {
  bool again = false;       // something moves: draw the next frame now
  double wake_after = 1e9;  // else seconds to the next moment that changes the picture (caret, toast)
  bool wants_text = false;  // a text field has the focus: show the keyboard, feed TextInput
  Box caret;                // where an input method shows its list
  bool hand = false;        // the pointer is over something to press
};

}  // namespace kindling::ui
