// History: what was done, day by day, newest first, and taking the newest back. Rows are all of one height, so that ten
// thousand of them cost no more than those that are seen.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/screens/things.hpp"

namespace kindling::app {

// A day's heading, or an act.
struct HistoryLine {
  bool heading = false;
  std::string title;
  std::string subtitle;  // the thing's name
  std::string time;
  ThingLook look;
  bool undone = false;
};

struct HistoryModel {
  std::string newest;  // what Undo would take back; empty: nothing
  std::vector<HistoryLine> lines;
  std::set<std::string> titles;  // that the acts have, each once: few, however many lines
  std::string widest_time;
};

[[nodiscard]] Result<HistoryModel> read_history(Kindling& home, const Format& format, std::size_t limit);

struct HistoryDraft {
  ui::ScrollState scroll;
};
void draw_history(Stage& stage, const HistoryModel& view, HistoryDraft& draft);

class HistoryScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_history(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  HistoryModel view_;
  HistoryDraft draft_;
};

}  // namespace kindling::app
