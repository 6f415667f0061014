#include "app/screens/touch.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/idea.hpp"
#include "app/screens/offer.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr std::size_t kFirstRows = 6;

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Cues are free words of the library and of one's own ideas, so this looks for the things that such moments have.
Moment moment_of(std::string_view cue) {
  if (has_any(cue, {"coat", "keys", "door", "set off", "on the way", "on my way", "come in from", "meet again",
                    "my bag", "about to go out", "dressed to go", "due home", "waiting somewhere", "post box"})) {
    return Moment::coming_and_going;
  }
  if (has_any(cue, {"cup", "pan", "food", "kettle", "drink", "water", "to eat", "table", "shopping"}))
    return Moment::table;
  if (has_any(cue, {"night", "light", "awake", "evening", "lie down", "watch", "song", "book"})) return Moment::evening;
  if (has_any(cue, {"tell", "mention", "suggest", "said", "asks", "voice", "sigh", "call", "write", "type", "news"}))
    return Moment::talk;
  return Moment::any;
}

GestureLine line_of(const IdeaView& idea, const Format& format) {
  GestureLine line;
  line.id = idea.content.id;
  line.title = idea.content.name();
  if (!idea.content.title.empty()) line.text = idea.content.text;
  line.cue = cue_line(idea.content.cue);
  line.subtitle = line.cue.empty() ? format.length(std::chrono::minutes(idea.content.minutes)) : line.cue;
  line.icon = icon_of(idea.content);
  line.comfort = idea.content.comfort;
  line.moment = moment_of(idea.content.cue);
  line.verdict = idea.verdict;
  return line;
}

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

void draw_filters(Stage& stage, const TouchModel& view, TouchDraft& draft) {
  ui::Ui& ui = stage.ui;
  const auto moment = [&](ui::Chips& chips, std::string_view name, std::string_view label, Moment value) {
    if (chips.chip(name, label, draft.moment == value, ui::Step::touch)) draft.moment = value;
  };
  ui::field_label(ui, ui.tr("Which moment"));
  ui.space(4);
  {
    ui::Chips chips(ui, "moments", ui.tr("Which moment"));
    moment(chips, "any", ui.tr("Any moment"), Moment::any);
    moment(chips, "going", ui.tr("Coming and going"), Moment::coming_and_going);
    moment(chips, "table", ui.tr("At the table"), Moment::table);
    moment(chips, "talk", ui.tr("In a talk"), Moment::talk);
    moment(chips, "evening", ui.tr("In the evening"), Moment::evening);
  }
  ui.space(8);
  ui::field_label(ui, ui.tr("How close"));
  ui.space(4);
  ui::Chips chips(ui, "comfort", ui.tr("How close"));
  for (int step = 0; step <= view.ceilings[0]; ++step) {
    const bool there = std::any_of(view.gestures.begin(), view.gestures.end(),
                                   [&](const GestureLine& line) { return line.comfort == step; });
    if (!there) continue;
    const bool chosen = draft.comfort == step;
    if (chips.chip(std::to_string(step), comfort_name(ui.tr, step), chosen, ui::Step::touch))
      draft.comfort = chosen ? std::optional<int>() : step;
  }
}

void draw_library(Stage& stage, const TouchModel& view, TouchDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui::heading(ui, ui.tr("Gestures"));
  ui.space(10);
  draw_filters(stage, view, draft);
  ui.space(12);
  std::vector<const GestureLine*> lines;
  for (const GestureLine& line : view.gestures) {
    if (draft.moment != Moment::any && line.moment != draft.moment) continue;
    if (draft.comfort && line.comfort != *draft.comfort) continue;
    lines.push_back(&line);
  }
  if (lines.empty()) {
    if (nothing_card(ui, "none",
                     {Icon::hand_heart, ui::Step::touch, ui.tr("Nothing fits both"), ui.tr("Other moments have more."),
                      ui.tr("Show every gesture")})) {
      draft.moment = Moment::any;
      draft.comfort.reset();
    }
    return;
  }
  const std::size_t shown = draft.all ? lines.size() : std::min(lines.size(), kFirstRows);
  for (std::size_t i = 0; i < shown; ++i) {
    const GestureLine& line = *lines[i];
    if (i > 0) ui.space(10);
    const ui::RowLook look{.icon = line.icon,
                           .hue = ui::Step::touch,
                           .title = line.title,
                           .subtitle = line.subtitle,
                           .arrow = true,
                           .faint = line.verdict == Verdict::no};
    if (ui::row(ui, line.id, look) == ui::RowEvent::pressed)
      stage.out.emplace_back(OpenPage{{.kind = PageKind::idea, .item = line.id}});
  }
  if (shown == lines.size()) return;
  ui.space(8);
  const auto count = static_cast<std::int64_t>(lines.size());
  if (ui::button(ui, "all", ui.tr.count(count, "Show the one gesture", "Show all {n} gestures"),
                 {.style = ui::ButtonStyle::tinted, .hue = ui::Step::touch})) {
    draft.all = true;
  }
}

void draw_reminders(Stage& stage, const TouchModel& view) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Affection reminders"));
  if (view.affection.empty()) {
    if (nothing_card(ui, "no_reminders",
                     {Icon::bell, ui::Step::touch, ui.tr("No reminder yet"),
                      ui.tr("Tie a small touch to a moment that comes anyway, such as hanging up your coat."),
                      ui.tr("Add a reminder")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::reminder});
    }
  }
  for (std::size_t i = 0; i < view.affection.size(); ++i) {
    if (i > 0) ui.space(10);
    draw_reminder(stage, view.affection[i]);
  }
  if (view.reminders == 0) return;
  ui.space(8);
  if (ui::link(ui, "all_reminders", ui.tr("All reminders"), ui::Step::touch))
    stage.out.emplace_back(OpenPage{{.kind = PageKind::reminders}});
}

void draw_ladder_row(Stage& stage) {
  ui::Ui& ui = stage.ui;
  const ui::RowLook look{.icon = Icon::steps,
                         .hue = ui::Step::touch,
                         .title = ui.tr("The ladder"),
                         .subtitle = ui.tr("From light to close, one step at a time; it stops wherever you like"),
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
    view.gestures.push_back(line_of(idea, format));
  }
  auto rungs = home.library().pieces(ContentKind::rung);
  if (!rungs) return rungs.error();
  view.rungs = std::move(*rungs);
  view.ceilings = {settings->ceiling(ComfortKind::touch), settings->ceiling(ComfortKind::talk),
                   settings->ceiling(ComfortKind::time)};
  auto lines = read_reminder_lines(home, format);
  if (!lines) return lines.error();
  view.reminders = lines->size();
  for (ReminderLine& line : *lines) {
    if (line.affection && !line.paused) view.affection.push_back(std::move(line));
  }
  return view;
}

void draw_ceilings(Stage& stage, const std::array<int, 3>& ceilings, std::array<std::optional<double>, 3>& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "ceilings", ui.tr("Your own ceilings"));
  ui::heading(ui, ui.tr("Your own ceilings"));
  ui.space(4);
  ui::note(ui, ui.tr("Only you see them. Nothing that is suggested here goes above, and you can change them any day."));
  ui.space(14);
  const std::array<std::string_view, 3> labels{ui.tr("Touch"), ui.tr("Talk"), ui.tr("Time together")};
  static constexpr std::array<std::string_view, 3> kNames{"touch", "talk", "time"};
  static constexpr std::array<ui::Step, 3> kHues{ui::Step::touch, ui::Step::talk, ui::Step::time};
  static constexpr std::array<ComfortKind, 3> kKinds{ComfortKind::touch, ComfortKind::talk, ComfortKind::time};
  for (std::size_t i = 0; i < 3; ++i) {
    if (i > 0) ui.space(16);
    double value = draft[i].value_or(ceilings[i]);
    const int step = static_cast<int>(value);
    const ui::Range range{.least = 0, .most = kComfortLimit, .now = value, .step = 1};
    if (ui::slider(ui, kNames[i], labels[i], value, range, comfort_name(ui.tr, step), kHues[i])) draft[i] = value;
    ui::note(ui, comfort_words(ui.tr, step));
    // One act for one drag, so that Undo goes back the whole way.
    if (!draft[i] || ui.pointer().is_down()) continue;
    const int wanted = static_cast<int>(*draft[i]);
    if (wanted != ceilings[i]) stage.out.emplace_back(SetComfort{kKinds[i], wanted});
    draft[i].reset();
  }
}

void draw_touch(Stage& stage, const TouchModel& view, TouchDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "touch", draft.scroll, {.title = ui.tr("Touch"), .overline = ui.tr("No pressure, no counting")});
  if (stage.only_for_me) return draw_care(stage);
  draw_hero(stage, view, draft);
  draw_ladder_row(stage);
  if (!stage.wide) draw_reminders(stage, view);
  ui.space(22);
  draw_library(stage, view, draft);
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
