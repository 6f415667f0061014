// A date for two: what, when, where, what to see to by when and what to have ready. Item: the id of an idea, or a day
// and time as "2026-11-27T19:00". With a ref it changes that plan, or, with the item "again", makes a new one of it.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {

struct PlanSheetView {
  std::optional<EntityRef> ref;
  std::optional<Plan> old;
  std::string idea;       // its id
  std::string idea_text;  // what it is about
};

struct PlanTaskDraft {
  int number = 0;  // 0: new
  std::string title;
  std::optional<int> days_before = std::nullopt;
};
struct PlanSheetDraft {
  ui::TextEdit title;
  ui::TextEdit place;
  ui::TextEdit task;
  ui::DatePick date;
  ui::TimePick time;
  std::chrono::minutes length{120};
  std::vector<PlanTaskDraft> tasks;
  std::vector<std::string> items;  // to have ready; of new plans
  bool focused = false;
  bool missing = false;
  bool past = false;
  bool touched = false;
};
void draw_plan_sheet(Stage& stage, const PlanSheetView& view, PlanSheetDraft& draft);

class PlanSheet final : public Screen {
 public:
  explicit PlanSheet(const OpenSheet& sheet) : item_(sheet.item) {
    (item_ == "again" ? source_ : view_.ref) = sheet.ref;
  }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_plan_sheet(stage, view_, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override {
    return view_.ref ? tr("Change the plan") : tr("Plan a date");
  }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  Result<void> fill_from_idea(Kindling& home, LocalDate today);
  Result<void> fill_from_plan(Kindling& home, LocalDate today);

  std::string item_;
  std::optional<EntityRef> source_;  // the plan that is to come again
  PlanSheetView view_;
  PlanSheetDraft draft_;
  bool filled_ = false;
};

}  // namespace kindling::app
