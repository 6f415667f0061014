// The pages behind Touch: the ladder of comfort up to one's own ceiling, and all reminders.
#pragma once

#include <optional>
#include <vector>

#include "app/screens/touch.hpp"

namespace kindling::app {

struct LadderDraft {
  ui::ScrollState scroll;
  std::optional<int> open;  // the step whose gestures are shown
  CeilingsDraft ceilings;
};
void draw_ladder(Stage& stage, const TouchModel& view, LadderDraft& draft);

class LadderScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_ladder(stage, view_, draft_); }

 private:
  TouchModel view_;
  LadderDraft draft_;
};

struct RemindersDraft {
  ui::ScrollState scroll;
};
void draw_reminders_page(Stage& stage, const std::vector<ReminderLine>& view, RemindersDraft& draft);

class RemindersScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_reminders_page(stage, view_, draft_); }

 private:
  std::vector<ReminderLine> view_;
  RemindersDraft draft_;
};

}  // namespace kindling::app
