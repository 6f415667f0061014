// Time: the deck of ideas, the dates ahead, free evenings, rituals with their strength, and the month.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/screens/time_deck.hpp"
#include "app/screens/time_month.hpp"

namespace kindling::app {

struct PlanLine {
  EntityRef ref;
  std::string title, subtitle;
  ui::Icon icon = ui::Icon::calendar_heart;
};
struct FreeEvening {
  std::string label;  // "Fr 27 Nov"
  std::string start;  // "2026-11-27T19:00", for the plan sheet
};
struct RitualLine {
  EntityRef ref;
  std::string title, subtitle;
  ui::Icon icon = ui::Icon::repeat;
  float strength = 0;
  bool due = false, done = false, resting = false;
};
struct StarterLine {  // a ritual of the library, to begin with
  AddRitual ritual;
  std::string subtitle;
  ui::Icon icon = ui::Icon::repeat;
};

struct TimeModel {
  LocalDate date;  // that the deck was shuffled for
  std::vector<IdeaCard> deck;
  std::vector<PlanLine> plans;
  std::vector<FreeEvening> evenings;
  std::vector<RitualLine> rituals;
  std::vector<StarterLine> starters;  // where there are no rituals
  MonthModel month;
};
[[nodiscard]] Result<TimeModel> read_time(Kindling& home, const Format& format);

struct TimeDraft {
  ui::ScrollState scroll;
  IdeaDeckDraft deck;
  MonthDraft month;
  bool all_kept = false;
};
void draw_time(Stage& stage, const TimeModel& view, TimeDraft& draft);

class TimeScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_time(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  TimeModel view_;
  TimeDraft draft_;
};

}  // namespace kindling::app
