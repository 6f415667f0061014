// Help: numbers to call first, by country, with their sources; when more than an app is needed; and how to begin. It
// reads nothing of the home and writes nothing down.
#pragma once

#include <string>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct HelpDraft {
  ui::ScrollState scroll;
  std::optional<std::string> country;  // chosen on the page, else the device's; empty: unknown
  bool choosing = false;               // all countries are shown
};
void draw_help(Stage& stage, HelpDraft& draft);

class HelpScreen final : public Screen {
 public:
  Result<void> read(Kindling&, const Format&) override { return {}; }
  void draw(Stage& stage) override { draw_help(stage, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  HelpDraft draft_;
};

}  // namespace kindling::app
