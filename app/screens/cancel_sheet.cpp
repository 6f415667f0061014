#include "app/screens/cancel_sheet.hpp"

#include "core/talk/kind_refusals.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

void draw_sentences(Stage& stage) {
  ui::Ui& ui = stage.ui;
  for (const KindRefusal& refusal : kind_refusals()) {
    const ui::RowLook look{
        .icon = Icon::copy, .hue = ui::Step::talk, .title = refusal.about, .subtitle = refusal.sentence, .card = false};
    if (ui::row(ui, refusal.about, look) != ui::RowEvent::pressed) continue;
    ui.clipboard.write(std::string(refusal.sentence));
    stage.out.emplace_back(Say{std::string(ui.tr("Copied"))});
  }
}

}  // namespace

Result<void> CancelSheet::read(Kindling& home, const Format& format) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  std::optional<Plan> plan;
  if (ref_) {
    auto found = home.plans().get(*ref_);
    if (!found) return found.error();
    plan = std::move(*found);
  } else {
    auto coming = home.plans().coming(1);
    if (!coming) return coming.error();
    if (!coming->empty()) plan = std::move(coming->front());
  }
  view_ = {};
  if (!plan) return {};
  view_.ref = EntityRef{SpaceKind::couple, EntityKind::plan, plan->id.bytes};
  view_.title = plan->title;
  view_.when = format.when(plan->start, *today);
  return {};
}

void draw_cancel_sheet(Stage& stage, const CancelView& view) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "cancel");
  if (!view.ref) {
    ui::note(ui, ui.tr("Nothing is planned, so there is nothing to call off."));
    return;
  }
  ui::paragraph(ui, view.title, ui::Face::heading);
  ui.space(4);
  ui::note(ui, view.when);
  ui.space(14);
  ui::paragraph(ui, ui.tr("Tell them yourself: out loud, or in your own way. Nothing is sent for you."));
  ui.space(14);
  ui::heading(ui, ui.tr("A kind way to say it"));
  ui.space(2);
  ui::note(ui, ui.tr("Press one to copy it."));
  ui.space(4);
  draw_sentences(stage);
  ui.space(16);
  if (ui::button(ui, "move", ui.tr("Propose another time"), {.icon = Icon::calendar_plus, .hue = ui::Step::time}))
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .ref = view.ref});
  ui.space(8);
  if (ui::button(ui, "cancel", ui.tr("Call it off"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::x_circle, .hue = ui::Step::time})) {
    stage.out.emplace_back(ChangePlanState{*view.ref, PlanState::cancelled, {}});
    stage.out.emplace_back(Saved{});
  }
}

}  // namespace kindling::app
