// Touch: a gesture for today, the library of gestures by moment and comfort, the ladder, one's own ceilings, and the
// reminders of affection. Nothing closer than may be suggested is ever read into it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/ceilings.hpp"
#include "app/screens/gesture_library.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

struct ReminderLine {
  EntityRef ref;
  std::string title, subtitle, trailing;
  ui::Icon icon = ui::Icon::bell;
  ui::Step hue = ui::Step::touch;
  bool due = false;   // today, and not settled yet
  bool done = false;  // today
  bool paused = false;
  bool affection = false;
};
[[nodiscard]] Result<std::vector<ReminderLine>> read_reminder_lines(Kindling& home, const Format& format);
// One row with its swipes: done (or back from its rest) to the right, away to the left; a press opens its sheet.
void draw_reminder(Stage& stage, const ReminderLine& line);

struct TouchModel {
  LocalDate date;  // of the gesture of the day
  std::vector<GestureLine> gestures;
  std::size_t of_the_day = 0;  // in gestures
  std::vector<Content> rungs;  // of the ladder, up to one's own ceiling
  int closest = 0;             // touch that may be suggested now, 0..6
  int ceiling = 0;             // the lower of both that are known
  std::optional<int> felt_good;
  bool rests = false;
  CeilingsView ceilings;
  std::vector<ReminderLine> affection;  // reminders
  std::size_t reminders = 0;            // of every kind
};
[[nodiscard]] Result<TouchModel> read_touch(Kindling& home, const Format& format);

struct TouchDraft {
  ui::ScrollState scroll;
  std::size_t hero = 0;  // how many further than the gesture of the day
  bool hero_gone = false;
  GestureLibraryDraft library;
  CeilingsDraft ceilings;
};
void draw_touch(Stage& stage, const TouchModel& view, TouchDraft& draft);

class TouchScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_touch(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  TouchModel view_;
  TouchDraft draft_;
};

}  // namespace kindling::app
