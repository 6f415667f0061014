// The first run: what this is, that it is private, and up to three rituals to begin with. It can be left at any point.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct Starter {
  std::string id;
  std::string title;
  std::string subtitle;
  ui::Icon icon = ui::Icon::coffee;
  AddRitual add;
};

struct FirstRunModel {
  std::vector<Starter> starters;
};

[[nodiscard]] Result<FirstRunModel> read_first_run(Kindling& home, const Format& format);

struct FirstRunDraft {
  ui::ScrollState scroll;
  int step = 0;                     // 0..2
  std::vector<std::size_t> chosen;  // at most three
};
void draw_first_run(Stage& stage, const FirstRunModel& view, FirstRunDraft& draft);

class FirstRunScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_first_run(stage, view_, draft_); }

 private:
  FirstRunModel view_;
  FirstRunDraft draft_;
};

}  // namespace kindling::app
