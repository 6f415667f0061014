// The library of gestures on Touch, by the moment that they hang on, by closeness and by who is there; where nothing
// fits all of that, what comes nearest, with a note that says so. One thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/screens/screen.hpp"
#include "core/library/gesture_filter.hpp"

namespace kindling::app {

struct GestureLine {
  std::string id;
  std::string title, text, cue, subtitle;
  ui::Icon icon = ui::Icon::hand_heart;
  int comfort = 0;
  Moment moment = Moment::any;
  std::string setting;  // private, public or any
  bool touch = false;   // and not a word or an act of care
  Verdict verdict = Verdict::none;
};
[[nodiscard]] GestureLine gesture_line(const IdeaView& idea, const Format& format);

// "Coming home"; "In between" for the moments that are none of the six.
[[nodiscard]] std::string_view moment_label(const ui::Strings& tr, Moment moment);

struct GestureWishes {
  std::optional<Moment> moment;
  std::optional<int> comfort;
  std::optional<Privacy> privacy;
};
struct GestureChoice {
  std::vector<const GestureLine*> lines;  // point into what was given
  std::vector<GestureWish> given_up;
};
// What fits, else what comes nearest: never anything closer than was asked for.
[[nodiscard]] GestureChoice choose(const std::vector<GestureLine>& gestures, const GestureWishes& wishes);

struct GestureLibraryDraft {
  GestureWishes wishes;
  bool all = false;  // the whole list, not its beginning
};
void draw_gesture_library(Stage& stage, const std::vector<GestureLine>& gestures, int closest,
                          GestureLibraryDraft& draft);
void draw_gesture_row(Stage& stage, const GestureLine& line, bool card = true);

}  // namespace kindling::app
