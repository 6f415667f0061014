// Touch: a gesture for today, the library of gestures by moment and comfort, the ladder, one's own ceilings, and the
// reminders of affection. Nothing above the owner's ceiling is ever read into it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

// The sort of everyday moment that a gesture hangs on.
enum class Moment : std::uint8_t { any, coming_and_going, table, talk, evening };

struct GestureLine {
  std::string id;
  std::string title, text, cue, subtitle;
  ui::Icon icon = ui::Icon::hand_heart;
  int comfort = 0;
  Moment moment = Moment::any;
  Verdict verdict = Verdict::none;
};

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
  std::size_t of_the_day = 0;           // in gestures
  std::vector<Content> rungs;           // of the ladder, up to one's own ceiling
  std::array<int, 3> ceilings{};        // by ComfortKind
  std::vector<ReminderLine> affection;  // reminders
  std::size_t reminders = 0;            // of every kind
};
[[nodiscard]] Result<TouchModel> read_touch(Kindling& home, const Format& format);

struct TouchDraft {
  ui::ScrollState scroll;
  std::size_t hero = 0;  // how many further than the gesture of the day
  bool hero_gone = false;
  Moment moment = Moment::any;
  std::optional<int> comfort;
  bool all = false;                                 // the whole library, not its beginning
  std::array<std::optional<double>, 3> ceilings{};  // while the finger is on them
};
void draw_touch(Stage& stage, const TouchModel& view, TouchDraft& draft);
// Three lines to drag; what is set is written when the finger leaves them.
void draw_ceilings(Stage& stage, const std::array<int, 3>& ceilings, std::array<std::optional<double>, 3>& draft);

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
