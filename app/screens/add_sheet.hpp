// What can be added, as a grid of friendly tiles; and the list of keyboard shortcuts. Neither reads anything.
#pragma once

#include "app/screens/screen.hpp"

namespace kindling::app {

void draw_add(Stage& stage);

class AddSheet final : public Screen {
 public:
  Result<void> read(Kindling&, const Format&) override { return {}; }
  void draw(Stage& stage) override { draw_add(stage); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override { return tr("Add something"); }
};

void draw_shortcuts(Stage& stage);

class ShortcutsSheet final : public Screen {
 public:
  Result<void> read(Kindling&, const Format&) override { return {}; }
  void draw(Stage& stage) override { draw_shortcuts(stage); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override { return tr("Keyboard"); }
};

}  // namespace kindling::app
