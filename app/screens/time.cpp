#include "app/screens/time.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/time_ritual.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr std::size_t kFirstKept = 3;

void draw_kept(Stage& stage, const TimeModel& view, TimeDraft& draft) {
  ui::Ui& ui = stage.ui;
  std::vector<const IdeaCard*> kept;
  for (const IdeaCard& card : view.deck) {
    if (card.verdict == Verdict::yes) kept.push_back(&card);
  }
  if (kept.empty()) return;
  section(stage, ui.tr("Kept ideas"));
  const std::size_t shown = draft.all_kept ? kept.size() : std::min(kept.size(), kFirstKept);
  for (std::size_t i = 0; i < shown; ++i) {
    const IdeaCard& card = *kept[i];
    if (i > 0) ui.space(10);
    const ui::RowLook look{.icon = card.icon,
                           .hue = ui::Step::time,
                           .title = card.content.name(),
                           .subtitle = card.sort,
                           .arrow = true,
                           .swipe_right = ui.tr("Plan this"),
                           .swipe_left = ui.tr("Put back"),
                           .right_icon = Icon::calendar_plus,
                           .left_icon = Icon::arrow_counter_clockwise};
    switch (ui::row(ui, card.content.id, look)) {
      case ui::RowEvent::pressed:
        stage.out.emplace_back(OpenPage{{.kind = PageKind::idea, .item = card.content.id}});
        break;
      case ui::RowEvent::swiped_right:
        stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .item = card.content.id});
        break;
      case ui::RowEvent::swiped_left: stage.out.emplace_back(MarkIdea{card.content.id, Verdict::none}); break;
      case ui::RowEvent::ticked:
      case ui::RowEvent::none: break;
    }
  }
  if (shown < kept.size()) {
    ui.space(4);
    const auto count = static_cast<std::int64_t>(kept.size());
    if (ui::link(ui, "all_kept", ui.tr.count(count, "Show the one", "Show all {n}"), ui::Step::time))
      draft.all_kept = true;
  }
}

void draw_plans(Stage& stage, const TimeModel& view) {
  ui::Ui& ui = stage.ui;
  ui::heading(ui, ui.tr("Dates ahead"));
  ui.space(10);
  if (view.plans.empty()) {
    if (nothing_card(ui, "no_plans",
                     {Icon::calendar_heart, ui::Step::time, ui.tr("Nothing is planned yet"),
                      ui.tr("Take an idea from the deck, or simply an evening."), ui.tr("Plan an evening")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan});
    }
    return;
  }
  for (std::size_t i = 0; i < view.plans.size(); ++i) {
    const PlanLine& line = view.plans[i];
    if (i > 0) ui.space(10);
    const ui::RowLook look{
        .icon = line.icon, .hue = ui::Step::time, .title = line.title, .subtitle = line.subtitle, .arrow = true};
    if (ui::row(ui, to_string(line.ref.id), look) == ui::RowEvent::pressed)
      stage.out.emplace_back(OpenPage{{.kind = PageKind::plan, .ref = line.ref}});
  }
}

void draw_evenings(Stage& stage, const TimeModel& view) {
  if (view.evenings.empty()) return;
  ui::Ui& ui = stage.ui;
  ui.space(16);
  const ui::Card card(ui, "evenings", ui.tr("Free evenings"));
  ui::heading(ui, ui.tr("Free evenings"));
  ui.space(4);
  ui::note(ui, ui.tr("Going by your own plans. Choose one to plan it."));
  ui.space(10);
  ui::Chips chips(ui, "days", ui.tr("Which evening"));
  for (const FreeEvening& evening : view.evenings) {
    if (chips.chip(evening.start, evening.label, false, ui::Step::time))
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .item = evening.start});
  }
}

void draw_rituals(Stage& stage, const TimeModel& view) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Rituals"));
  if (view.rituals.empty()) {
    ui::note(ui, ui.tr("Small things done again and again. Choose one to begin with."));
    ui.space(10);
  }
  for (std::size_t i = 0; i < view.starters.size(); ++i) {
    const StarterLine& starter = view.starters[i];
    if (i > 0) ui.space(10);
    const ui::RowLook look{.icon = starter.icon,
                           .hue = ui::Step::time,
                           .title = starter.ritual.title,
                           .subtitle = starter.subtitle,
                           .trailing = ui.tr("Begin")};
    if (ui::row(ui, "starter" + std::to_string(i), look) == ui::RowEvent::pressed)
      stage.out.emplace_back(starter.ritual);
  }
  for (std::size_t i = 0; i < view.rituals.size(); ++i) {
    if (i > 0) ui.space(10);
    draw_ritual_row(stage, view.rituals[i]);
  }
  ui.space(8);
  if (ui::link(ui, "add_ritual", ui.tr("Add a ritual of your own"), ui::Step::time))
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::ritual});
}

}  // namespace

void draw_time(Stage& stage, const TimeModel& view, TimeDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "time", draft.scroll, {.title = ui.tr("Time"), .overline = ui.tr("For the two of you")});
  if (stage.only_for_me) {
    draw_care(stage);
  } else {
    draw_idea_deck(stage, view.deck, draft.deck);
    draw_kept(stage, view, draft);
  }
  if (stage.wide) {
    ui.space(22);
    draw_month(stage, view.month, draft.month);
  }
  scene.second_column();
  if (!stage.wide) ui.space(22);
  draw_plans(stage, view);
  draw_evenings(stage, view);
  draw_rituals(stage, view);
  if (stage.wide) return;
  ui.space(16);
  draw_month(stage, view.month, draft.month);
}

Result<void> TimeScreen::read(Kindling& home, const Format& format) {
  auto view = read_time(home, format);
  if (!view) return view.error();
  if (view->date != view_.date) draft_.deck.passed.clear();
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
