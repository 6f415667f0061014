// The guided programmes: the day's small thing on a card, for Today and for its page, and the two to choose from. One
// thread.
#pragma once

#include <optional>

#include "app/screens/screen.hpp"

namespace kindling::app {

// The day's thing with what can be said to it; nothing where none is on, or it rests, or today's is done.
void draw_programme_card(Stage& stage, const std::optional<ProgrammeView>& view);

struct ProgrammeDraft {
  ui::ScrollState scroll;
};
void draw_programme(Stage& stage, const std::optional<ProgrammeView>& view, ProgrammeDraft& draft);

class ProgrammeScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_programme(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  std::optional<ProgrammeView> view_;
  ProgrammeDraft draft_;
};

}  // namespace kindling::app
