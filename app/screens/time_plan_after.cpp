// A plan once it began: how it was, a memory of it, and whether it is to come again.
#include "app/screens/time_plan.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

void draw_it_happened(Stage& stage, const PlanModel& view, PlanDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui.space(18);
  ui::text_field(ui, "note", draft.note,
                 {.label = ui.tr("How was it?"),
                  .placeholder = ui.tr("A line to find again, if you like"),
                  .lines = 2,
                  .limit = 2000});
  ui.space(12);
  if (ui::button(ui, "happened", ui.tr("It happened"), {.icon = Icon::heart, .hue = ui::Step::time})) {
    stage.out.emplace_back(ChangePlanState{*view.ref, PlanState::done, draft.note.text()});
    draft.note.set({});
  }
}

void draw_memory(Stage& stage, const PlanModel& view, PlanDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui.space(14);
  if (!view.note.empty()) {
    ui::note(ui, ui.tr("How it was"));
    ui.space(2);
    ui::paragraph(ui, view.note);
    ui.space(14);
    if (ui::button(ui, "memory", ui.tr("Keep it as a memory"),
                   {.style = ui::ButtonStyle::tinted, .icon = Icon::bookmark_simple, .hue = ui::Step::feel})) {
      stage.out.emplace_back(AddMemory{view.note, view.date});
    }
    return;
  }
  ui::text_field(ui, "line", draft.note,
                 {.label = ui.tr("One line to remember it by"),
                  .placeholder = ui.tr("The waiter who sang"),
                  .lines = 2,
                  .limit = 2000});
  if (draft.note.text().find_first_not_of(" \n") == std::string::npos) return;
  ui.space(10);
  if (ui::button(ui, "remember", ui.tr("Keep it as a memory"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::bookmark_simple, .hue = ui::Step::feel})) {
    stage.out.emplace_back(AddMemory{draft.note.text(), view.date});
    draft.note.set({});
  }
}

void draw_again(Stage& stage, const PlanModel& view) {
  ui::Ui& ui = stage.ui;
  ui.space(18);
  ui::heading(ui, ui.tr("Again?"));
  ui.space(4);
  ui::note(ui, ui.tr("Only you see what you say here."));
  ui.space(10);
  ui::Chips chips(ui, "again", ui.tr("Again?"));
  if (chips.chip("soon", ui.tr("Plan it again"), false, ui::Step::time, Icon::calendar_plus))
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .ref = view.ref, .item = "again"});
  if (view.idea.empty()) return;
  if (chips.chip("some_time", ui.tr("Some time"), view.verdict == Verdict::yes, ui::Step::time, Icon::heart)) {
    stage.out.emplace_back(MarkIdea{view.idea, view.verdict == Verdict::yes ? Verdict::none : Verdict::yes});
    if (view.verdict != Verdict::yes) stage.out.emplace_back(Say{std::string(ui.tr("Kept with your ideas"))});
  }
  if (chips.chip("no", ui.tr("Not again"), view.verdict == Verdict::no, ui::Step::time, Icon::eye_slash))
    stage.out.emplace_back(MarkIdea{view.idea, view.verdict == Verdict::no ? Verdict::none : Verdict::no});
}

}  // namespace

void draw_plan_after(Stage& stage, const PlanModel& view, PlanDraft& draft) {
  const bool open = view.state == PlanState::proposed || view.state == PlanState::accepted;
  // Once it began, a yes comes too late; how it was can still be told.
  if (open && view.began) draw_it_happened(stage, view, draft);
  if (view.state != PlanState::done) return;
  draw_memory(stage, view, draft);
  draw_again(stage, view);
}

}  // namespace kindling::app
