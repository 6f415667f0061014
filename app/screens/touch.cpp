#include "app/screens/touch.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/idea.hpp"
#include "app/screens/offer.hpp"
#include "core/library/comfort_bounds.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

bool may_be_offered(const GestureLine& line) { return line.verdict != Verdict::no && line.verdict != Verdict::hide; }

const GestureLine* hero_of(const TouchModel& view, const TouchDraft& draft) {
  if (view.gestures.empty() || draft.hero_gone) return nullptr;
  std::size_t left = draft.hero;
  // At most twice round: once to count those that may be offered.
  for (std::size_t i = 0; i < 2 * view.gestures.size(); ++i) {
    const GestureLine& line = view.gestures[(view.of_the_day + i) % view.gestures.size()];
    if (!may_be_offered(line)) continue;
    if (left == 0) return &line;
    --left;
  }
  return nullptr;
}

void draw_hero(Stage& stage, const TouchModel& view, TouchDraft& draft) {
  ui::Ui& ui = stage.ui;
  const GestureLine* gesture = hero_of(view, draft);
  if (gesture == nullptr) return;
  const ui::Colour ink = ui.theme().on_ember;
  {
    const ui::Card card(ui, "hero", ui.tr("A gesture for today"),
                        {.fill = ui::CardLook::Fill::hero, .hue = ui::Step::touch});
    ui::paragraph(ui, gesture->cue.empty() ? ui.tr("A gesture for today") : std::string_view(gesture->cue), Face::label,
                  ink);
    ui.space(6);
    ui::paragraph(ui, gesture->title, Face::title, ink);
    ui.space(6);
    ui::paragraph(ui, gesture->text, Face::body, ink);
    ui.space(18);
    switch (draw_offer(stage, gesture->id, ui::Step::touch)) {
      case OfferAnswer::another: ++draft.hero; break;
      case OfferAnswer::taken:
      case OfferAnswer::not_today: draft.hero_gone = true; break;
      case OfferAnswer::none: break;
    }
  }
  ui.space(16);
}

void draw_reminders(Stage& stage, const TouchModel& view) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Affection reminders"));
  if (view.affection.empty()) {
    if (nothing_card(ui, "no_reminders",
                     {Icon::bell, ui::Step::touch, ui.tr("No reminder yet"),
                      ui.tr("Tie a small touch to a moment that comes anyway, such as hanging up your coat."),
                      ui.tr("When this, I do that")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::if_then});
    }
  }
  for (std::size_t i = 0; i < view.affection.size(); ++i) {
    if (i > 0) ui.space(10);
    draw_reminder(stage, view.affection[i]);
  }
  if (!view.affection.empty()) {
    ui.space(10);
    if (ui::button(ui, "if_then", ui.tr("When this, I do that"),
                   {.style = ui::ButtonStyle::tinted, .icon = Icon::plus, .hue = ui::Step::touch})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::if_then});
    }
  }
  if (view.reminders == 0) return;
  ui.space(8);
  if (ui::link(ui, "all_reminders", ui.tr("All reminders"), ui::Step::touch))
    stage.out.emplace_back(OpenPage{{.kind = PageKind::reminders}});
}

void draw_ladder_row(Stage& stage, const TouchModel& view) {
  ui::Ui& ui = stage.ui;
  const ui::RowLook look{.icon = Icon::steps,
                         .hue = ui::Step::touch,
                         .title = ui.tr("The ladder"),
                         .subtitle = view.rests ? ui.tr("Touch rests for as long as you like")
                                                : ui.tr("From light to close, one step at a time; it stops wherever "
                                                        "you like"),
                         .arrow = true};
  if (ui::row(ui, "ladder", look) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::ladder}});
}

}  // namespace

Result<TouchModel> read_touch(Kindling& home, const Format& format) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  auto settings = home.settings().get();
  if (!settings) return settings.error();
  auto ideas = home.library().ideas({.kinds = {ContentKind::gesture}});
  if (!ideas) return ideas.error();
  const auto gesture = home.library().gesture_of_the_day(*today);
  if (!gesture) return gesture.error();
  TouchModel view{.date = *today};
  std::stable_sort(ideas->begin(), ideas->end(), [&](const IdeaView& a, const IdeaView& b) {
    return order_of_day(a.content.id, *today) < order_of_day(b.content.id, *today);
  });
  for (const IdeaView& idea : *ideas) {
    if (*gesture && idea.content.id == (*gesture)->id) view.of_the_day = view.gestures.size();
    view.gestures.push_back(gesture_line(idea, format));
  }
  auto rungs = home.library().pieces(ContentKind::rung);
  if (!rungs) return rungs.error();
  view.rungs = std::move(*rungs);
  const ComfortBounds bounds = bounds_of(*settings);
  view.closest = bounds.closest_touch();
  view.ceiling = bounds.ceiling(ComfortKind::touch);
  view.felt_good = bounds.felt_good;
  view.rests = bounds.touch_rests;
  view.ceilings = ceilings_of(*settings);
  auto lines = read_reminder_lines(home, format);
  if (!lines) return lines.error();
  view.reminders = lines->size();
  for (ReminderLine& line : *lines) {
    if (line.affection && !line.paused) view.affection.push_back(std::move(line));
  }
  return view;
}

void draw_touch(Stage& stage, const TouchModel& view, TouchDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "touch", draft.scroll, {.title = ui.tr("Touch"), .overline = ui.tr("No pressure, no counting")});
  if (stage.only_for_me) return draw_care(stage);
  draw_hero(stage, view, draft);
  draw_ladder_row(stage, view);
  if (!stage.wide) draw_reminders(stage, view);
  ui.space(22);
  draw_gesture_library(stage, view.gestures, view.closest, draft.library);
  scene.second_column();
  if (stage.wide) {
    draw_ceilings(stage, view.ceilings, draft.ceilings);
    draw_reminders(stage, view);
  } else {
    ui.space(22);
    draw_ceilings(stage, view.ceilings, draft.ceilings);
  }
}

Result<void> TouchScreen::read(Kindling& home, const Format& format) {
  auto view = read_touch(home, format);
  if (!view) return view.error();
  // A new day has a gesture of its own.
  if (view->date != view_.date) {
    draft_.hero = 0;
    draft_.hero_gone = false;
  }
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
