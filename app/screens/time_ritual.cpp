#include "app/screens/time_ritual.hpp"

#include <algorithm>
#include <array>

#include "core/recurrence/phrase.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr double kSteady = 0.55;

std::string_view strength_words(const ui::Strings& tr, const RitualView& view) {
  if (view.resting_until) return tr("Resting");
  return view.strength >= kSteady ? tr("Steady") : tr("Growing");
}

void draw_ring(Stage& stage, const RitualModel& view) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const ui::Hue& hue = t.hue(ui::Step::time);
  const float radius = ui.dp(64);
  const ui::Box box = ui.take(2 * radius);
  const float x = (box.left + box.right) / 2;
  const float y = box.top + radius;
  paint.circle(x, y, radius - ui.dp(16), hue.tint);
  paint.ring(x, y, radius - ui.dp(5), t.field, ui.dp(10));
  const float part = ui.motion().to(ui.id("strength"), view.line.strength, 0.5F);
  if (part > 0.01F) {
    paint.arc(x, y, radius - ui.dp(5), part, view.line.resting ? t.faint : hue.strong, ui.dp(10));
  }
  paint.icon(view.line.resting ? Icon::moon : view.line.icon, x, y, ui.dp(40), hue.strong, true);
  ui::Node node;
  node.id = ui.id("ring");
  node.role = ui::Role::progress;
  node.name = ui.tr("How well it holds");
  node.value = view.strength;
  node.box = box;
  node.visible = ui.on_screen(box);
  ui.semantics().add(std::move(node));
}

void draw_acts(Stage& stage, const RitualModel& view) {
  ui::Ui& ui = stage.ui;
  const EntityRef& ref = view.line.ref;
  if (view.line.done) {
    if (ui::button(ui, "undone", ui.tr("Done today; take it back"),
                   {.style = ui::ButtonStyle::tinted, .icon = Icon::check_circle, .hue = ui::Step::time})) {
      stage.out.emplace_back(TakeBack{ref, stage.today});
    }
    return;
  }
  if (ui::button(ui, "done", ui.tr("Done today"), {.icon = Icon::check, .hue = ui::Step::time}))
    stage.out.emplace_back(FinishRitual{ref, stage.today});
  if (!view.line.due) return;
  ui.space(8);
  if (ui::button(ui, "skip", ui.tr("Leave it out today"), {.style = ui::ButtonStyle::plain, .hue = ui::Step::time}))
    stage.out.emplace_back(SkipRitual{ref, stage.today});
}

void draw_steps(Stage& stage, const RitualModel& view) {
  if (view.steps.empty()) return;
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Card card(ui, "steps", ui.tr("How it goes"));
  ui::heading(ui, ui.tr("How it goes"));
  const ui::Hue& hue = ui.theme().hue(ui::Step::time);
  const float side = ui.dp(44);
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    ui.space(12);
    const float wrap = ui.column().width() - side;
    const float text = paint.height(Face::body, view.steps[i], wrap);
    const ui::Box box = ui.take(std::max(ui.dp(32), text));
    const float y = (box.top + box.bottom) / 2;
    const std::string number = std::to_string(i + 1);
    paint.circle(box.left + ui.dp(15), y, ui.dp(15), hue.tint);
    paint.text(Face::label, box.left + ui.dp(15), y - paint.line_height(Face::label) / 2, hue.strong, number,
               ui::Align::centre);
    paint.wrapped(Face::body, box.left + side, y - text / 2, wrap, ui.theme().ink, view.steps[i]);
    ui.say(ui::Role::list_item, ui.id("step" + number), box, view.steps[i]);
  }
}

void draw_rest(Stage& stage, const RitualModel& view) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "rest", ui.tr("Let it rest"));
  ui::heading(ui, ui.tr("Let it rest"));
  ui.space(4);
  ui::note(ui, view.rest.empty() ? std::string_view(ui.tr("A busy time, a journey: days of rest cost nothing."))
                                 : std::string_view(view.rest));
  ui.space(10);
  if (view.line.resting) {
    if (ui::button(ui, "wake", ui.tr("Begin again today"),
                   {.style = ui::ButtonStyle::tinted, .icon = Icon::sun_horizon, .hue = ui::Step::time})) {
      stage.out.emplace_back(WakeRitual{view.line.ref});
    }
    ui.space(10);
  }
  ui::Chips chips(ui, "until", ui.tr("For how long"));
  const auto rest = [&](std::string_view name, std::string_view label, int days) {
    if (chips.chip(name, label, false, ui::Step::time, Icon::moon))
      stage.out.emplace_back(RestRitual{view.line.ref, stage.today + std::chrono::days(days)});
  };
  rest("week", ui.tr("A week"), 6);
  rest("fortnight", ui.tr("Two weeks"), 13);
  rest("month", ui.tr("A month"), 29);
}

}  // namespace

Icon ritual_icon(RitualKind kind) {
  switch (kind) {
    case RitualKind::parting: return Icon::door_open;
    case RitualKind::reunion: return Icon::house_line;
    case RitualKind::meal: return Icon::fork_knife;
    case RitualKind::bedtime: return Icon::moon_stars;
    case RitualKind::weekly: return Icon::calendar_dots;
    case RitualKind::yearly: return Icon::cake;
    case RitualKind::other: break;
  }
  return Icon::repeat;
}

RitualLine ritual_line(const RitualView& view, const Format& format, LocalDate today) {
  RitualLine line;
  line.ref = {SpaceKind::couple, EntityKind::ritual, view.ritual.id.bytes};
  line.title = view.ritual.title;
  line.subtitle = phrase_of(view.ritual.schedule, today) + " · " + format.time(time_of(view.ritual.schedule.start)) +
                  "\n" + std::string(strength_words(format.tr(), view));
  line.icon = ritual_icon(view.ritual.kind);
  line.strength = static_cast<float>(view.strength);
  line.done = view.done_today;
  line.resting = view.resting_until.has_value();
  line.due = view.due_today && !view.done_today && !line.resting;
  return line;
}

void draw_ritual_row(Stage& stage, const RitualLine& line) {
  ui::Ui& ui = stage.ui;
  const ui::RowLook look{.icon = line.resting ? Icon::moon : line.icon,
                         .hue = ui::Step::time,
                         .title = line.title,
                         .subtitle = line.subtitle,
                         .trailing = line.done ? ui.tr("Done today") : std::string_view(),
                         .arrow = !line.done,
                         .faint = line.resting,
                         .ring = line.resting ? 0 : line.strength,
                         .swipe_right = line.due ? ui.tr("Done") : std::string_view(),
                         .swipe_left = line.due ? ui.tr("Not today") : std::string_view(),
                         .left_icon = Icon::moon};
  switch (ui::row(ui, to_string(line.ref.id), look)) {
    case ui::RowEvent::swiped_right: stage.out.emplace_back(FinishRitual{line.ref, stage.today}); break;
    case ui::RowEvent::swiped_left: stage.out.emplace_back(SkipRitual{line.ref, stage.today}); break;
    case ui::RowEvent::pressed: stage.out.emplace_back(OpenPage{{.kind = PageKind::ritual, .ref = line.ref}}); break;
    case ui::RowEvent::ticked:
    case ui::RowEvent::none: break;
  }
}

Result<RitualModel> read_ritual(Kindling& home, const Format& format, const std::optional<EntityRef>& ref) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  RitualView found;
  if (ref) {
    auto ritual = home.rituals().get(*ref);
    if (!ritual) return ritual.error();
    found = std::move(*ritual);
  } else {
    auto rituals = home.rituals().list();
    if (!rituals) return rituals.error();
    if (rituals->empty()) return RitualModel{.none = true};
    found = std::move(rituals->front());
  }
  const ui::Strings& tr = format.tr();
  RitualModel view{.none = false, .line = ritual_line(found, format, *today)};
  view.schedule = phrase_of(found.ritual.schedule, *today) + " · " + format.time(time_of(found.ritual.schedule.start)) +
                  " · " + format.length(found.ritual.length);
  if (found.resting_until) {
    view.rest = tr("It rests until {day}.", {{"day", format.date(*found.resting_until, *today)}});
    view.strength = tr("It rests, and keeps its strength");
  } else {
    view.strength = found.strength >= kSteady ? tr("Steady: part of how you live") : tr("Growing, a little each time");
  }
  view.steps = found.ritual.steps;
  return view;
}

void draw_ritual(Stage& stage, const RitualModel& view, RitualDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (view.none) {
    Stage narrow = stage;
    narrow.wide = false;
    const Scene scene(narrow, "ritual", draft.scroll, {.title = ui.tr("Rituals")});
    if (nothing_card(ui, "nothing",
                     {Icon::coffee, ui::Step::time, ui.tr("No ritual yet"),
                      ui.tr("Something small that comes again and again, such as tea on the balcony."),
                      ui.tr("Add a ritual")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::ritual});
    }
    return;
  }
  Scene scene(stage, "ritual", draft.scroll, {.title = view.line.title});
  {
    const ui::Card card(ui, "ritual", view.line.title);
    ui.space(4);
    draw_ring(stage, view);
    ui.space(14);
    ui::paragraph(ui, view.strength, Face::heading, ui.theme().ink, ui::Align::centre);
    ui.space(4);
    ui::paragraph(ui, view.schedule, Face::label, ui.theme().soft_ink, ui::Align::centre);
    ui.space(18);
    draw_acts(stage, view);
  }
  scene.second_column();
  if (!stage.wide) ui.space(16);
  draw_steps(stage, view);
  ui.space(16);
  draw_rest(stage, view);
  ui.space(20);
  if (ui::button(ui, "edit", ui.tr("Change it"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::pencil_simple, .hue = ui::Step::time})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::ritual, .ref = view.line.ref});
  }
  // Its page goes with it.
  if (remove_button(ui)) stage.out.emplace_back(Remove{view.line.ref});
}

Result<void> RitualScreen::read(Kindling& home, const Format& format) {
  auto view = read_ritual(home, format, ref_);
  if (!view) return view.error();
  if (!view->none) ref_ = view->line.ref;
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
