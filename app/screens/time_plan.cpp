#include "app/screens/time_plan.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

std::string_view state_words(const ui::Strings& tr, PlanState state) {
  switch (state) {
    case PlanState::proposed: return tr("Waiting for a yes");
    case PlanState::accepted: return tr("It's a date");
    case PlanState::declined: return tr("Declined");
    case PlanState::cancelled: return tr("Called off");
    case PlanState::done: break;
  }
  return tr("It happened");
}

Icon state_icon(PlanState state) {
  switch (state) {
    case PlanState::proposed: return Icon::hourglass_medium;
    case PlanState::accepted: return Icon::calendar_heart;
    case PlanState::declined:
    case PlanState::cancelled: return Icon::x_circle;
    case PlanState::done: break;
  }
  return Icon::heart;
}

void draw_line(Stage& stage, std::string_view name, Icon icon, std::string_view text) {
  if (text.empty()) return;
  ui::Ui& ui = stage.ui;
  ui.space(8);
  const float side = ui.dp(32);
  const float wrap = ui.column().width() - side;
  const float height = ui.paint().height(Face::body, text, wrap);
  const ui::Box box = ui.take(std::max(ui.dp(24), height));
  ui.paint().icon(icon, box.left + ui.dp(11), box.top + ui.paint().line_height(Face::body) / 2, ui.dp(20),
                  ui.theme().hue(ui::Step::time).strong);
  ui.paint().wrapped(Face::body, box.left + side, box.top, wrap, ui.theme().ink, text);
  ui.say(ui::Role::text, ui.id(name), box, text);
}

void draw_state(Stage& stage, const PlanModel& view) {
  ui::Ui& ui = stage.ui;
  if (view.state == PlanState::proposed && !view.began) {
    ui.space(18);
    if (ui::button(ui, "accept", ui.tr("Yes, let's"), {.icon = Icon::check, .hue = ui::Step::time}))
      stage.out.emplace_back(ChangePlanState{*view.ref, PlanState::accepted, {}});
  }
  if (view.state == PlanState::proposed) {
    ui.space(8);
    if (ui::button(ui, "decline", ui.tr("Not this time"), {.style = ui::ButtonStyle::plain, .hue = ui::Step::time}))
      stage.out.emplace_back(ChangePlanState{*view.ref, PlanState::declined, {}});
  }
  if (view.state == PlanState::accepted) {
    ui.space(view.began ? 8 : 18);
    if (ui::button(ui, "cancel", ui.tr("Call it off, kindly"),
                   {.style = view.began ? ui::ButtonStyle::plain : ui::ButtonStyle::tinted, .hue = ui::Step::time})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::cancel_plan, .ref = view.ref});
    }
  }
}

void draw_head(Stage& stage, const PlanModel& view, PlanDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "plan", view.title);
  const bool open = view.state == PlanState::proposed || view.state == PlanState::accepted;
  {
    const ui::Hue& hue = ui.theme().hue(open || view.state == PlanState::done ? ui::Step::time : ui::Step::none);
    const float height = std::max(ui.dp(34), ui.paint().line_height(Face::label) + ui.dp(14));
    const ui::Box line = ui.take(height);
    const float wide = std::min(line.width(), ui.paint().width(Face::label, view.state_words) + ui.dp(24 + 8 + 26));
    const ui::Box pill{line.left, line.top, line.left + wide, line.bottom};
    const float middle = (pill.top + pill.bottom) / 2;
    ui.paint().fill(pill, hue.tint, height / 2);
    ui.paint().icon(state_icon(view.state), pill.left + ui.dp(22), middle, ui.dp(18), hue.strong, true);
    ui.paint().cut(Face::label, pill.left + ui.dp(38), middle - ui.paint().line_height(Face::label) / 2,
                   wide - ui.dp(50), hue.strong, view.state_words);
    ui.say(ui::Role::text, ui.id("state"), pill, view.state_words);
  }
  ui.space(6);
  draw_line(stage, "when", Icon::clock, view.when);
  if (open && !view.began) draw_line(stage, "until", Icon::clock_countdown, view.until);
  draw_line(stage, "place", Icon::map_pin, view.place);
  draw_plan_after(stage, view, draft);
  draw_state(stage, view);
}

}  // namespace

Result<PlanModel> read_plan(Kindling& home, const Format& format, const std::optional<EntityRef>& ref) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  Plan plan;
  if (ref) {
    auto found = home.plans().get(*ref);
    if (!found) return found.error();
    plan = std::move(*found);
  } else {
    auto coming = home.plans().coming(1);
    if (!coming) return coming.error();
    auto all = home.plans().list();
    if (!all) return all.error();
    if (coming->empty() && all->empty()) return PlanModel{};
    plan = coming->empty() ? all->back() : coming->front();
  }
  const ui::Strings& tr = format.tr();
  const LocalDateTime now = home.context().local_now();
  PlanModel view;
  view.ref = EntityRef{SpaceKind::couple, EntityKind::plan, plan.id.bytes};
  view.title = plan.title;
  view.when =
      tr("{when}, for {length}", {{"when", format.when(plan.start, *today)}, {"length", format.length(plan.length)}});
  if (plan.zone != home.context().zone.name()) view.when += " (" + plan.zone + ")";
  view.until = format.until(plan.start, now);
  view.place = plan.place;
  view.note = plan.note;
  view.idea = plan.idea;
  view.state = plan.state;
  view.state_words = state_words(tr, plan.state);
  view.date = date_of(plan.start);
  view.began = plan.start <= now;
  read_plan_lines(format, plan, *today, view);
  if (plan.idea.empty()) return view;
  // An idea that a later library lacks is no reason to fail.
  if (const auto idea = home.library().find(plan.idea)) {
    view.verdict = idea->verdict;
    view.cooking = !idea->content.hands.empty();
  }
  return view;
}

void draw_plan(Stage& stage, const PlanModel& view, PlanDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (!view.ref) {
    Stage narrow = stage;
    narrow.wide = false;
    const Scene scene(narrow, "plan", draft.scroll, {.title = ui.tr("Your next date")});
    if (nothing_card(ui, "nothing",
                     {Icon::calendar_heart, ui::Step::time, ui.tr("Nothing is planned yet"),
                      ui.tr("Take an idea from the deck, or simply an evening."), ui.tr("Plan an evening")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan});
    }
    return;
  }
  Scene scene(stage, "plan", draft.scroll, {.title = view.title});
  draw_head(stage, view, draft);
  if (!view.idea.empty()) {
    ui.space(12);
    const ui::RowLook look{
        .icon = Icon::lightbulb, .hue = ui::Step::time, .title = ui.tr("The idea behind it"), .arrow = true};
    if (ui::row(ui, "idea", look) == ui::RowEvent::pressed)
      stage.out.emplace_back(OpenPage{{.kind = PageKind::idea, .item = view.idea}});
  }
  if (view.cooking) {
    ui.space(10);
    const ui::RowLook look{.icon = Icon::cooking_pot,
                           .hue = ui::Step::time,
                           .title = ui.tr("Cook along"),
                           .subtitle = ui.tr("One step at a time, who does what"),
                           .arrow = true};
    if (ui::row(ui, "cook", look) == ui::RowEvent::pressed)
      stage.out.emplace_back(OpenPage{{.kind = PageKind::cook, .item = view.idea}});
  }
  scene.second_column();
  if (!stage.wide) ui.space(16);
  draw_plan_tasks(stage, view, draft);
  ui.space(16);
  draw_plan_items(stage, view, draft);
  ui.space(20);
  const bool over = view.state == PlanState::done;
  if (!over &&
      ui::button(ui, "move",
                 view.state == PlanState::cancelled || view.state == PlanState::declined ? ui.tr("Propose another time")
                                                                                         : ui.tr("Move or change it"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::pencil_simple, .hue = ui::Step::time})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .ref = view.ref});
  }
  // Its page goes with it.
  if (remove_button(ui)) stage.out.emplace_back(Remove{*view.ref});
}

Result<void> PlanScreen::read(Kindling& home, const Format& format) {
  auto view = read_plan(home, format, ref_);
  if (!view) return view.error();
  ref_ = view->ref;
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
