// A date for two: what, when, where, and who brings what. Item: the id of an idea, or a day and time as
// "2026-11-27T19:00". With a ref it changes that plan.
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
};
struct PlanSheetDraft {
  ui::TextEdit title;
  ui::TextEdit place;
  ui::TextEdit task;
  ui::DatePick date;
  ui::TimePick time;
  std::chrono::minutes length{120};
  std::vector<PlanTaskDraft> tasks;
  bool focused = false;
  bool missing = false;
  bool past = false;
  bool touched = false;
};
void draw_plan_sheet(Stage& stage, const PlanSheetView& view, PlanSheetDraft& draft);

// The Friday after `today`.
[[nodiscard]] LocalDate coming_friday(LocalDate today);

class PlanSheet final : public Screen {
 public:
  explicit PlanSheet(const OpenSheet& sheet) : item_(sheet.item) { view_.ref = sheet.ref; }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_plan_sheet(stage, view_, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override {
    return view_.ref ? tr("Change the plan") : tr("Plan a date");
  }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  Result<void> fill_from_idea(Kindling& home);

  std::string item_;
  PlanSheetView view_;
  PlanSheetDraft draft_;
  bool filled_ = false;
};

}  // namespace kindling::app
