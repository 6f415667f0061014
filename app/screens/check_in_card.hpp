// The check-in in one drag and one press, as Today and Feel show it. One thread.
#pragma once

#include <optional>
#include <string>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct MoodDraft {
  int valence = 0, energy = 0;
  bool chosen = false;  // a mood was set on the grid and not yet saved
};
// `earlier`: the last mood of today, in words.
void draw_check_in(Stage& stage, const std::optional<std::string>& earlier, MoodDraft& draft);

}  // namespace kindling::app
