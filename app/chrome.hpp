// What stands around the screens: the bar of places with the button that adds, at the bottom or, where there is room,
// as a rail at the left; the way to the settings; and what is shown where a screen can't be read. Holds nothing.
#pragma once

#include <string_view>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct Bar {
  ui::Box box;
  bool rail = false;
  Place place = Place::today;
  bool on_page = false;  // a page lies over the place: pressing leads back to it
};
void draw_bar(ui::Ui& ui, Intents& out, const Bar& bar);

// `scrolled`: of the place below it, pixels.
void draw_avatar(Stage& stage, std::string_view own_name, float scrolled);

// True where it should be tried again.
[[nodiscard]] bool draw_failure(Stage& stage, std::string_view sentence);

}  // namespace kindling::app
