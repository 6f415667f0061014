#include "app/screens/touch_pages.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "app/screens/idea.hpp"
#include "core/library/content_rules.hpp"
#include "core/recurrence/phrase.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

std::pair<Icon, ui::Step> look_of(ReminderKind kind) {
  switch (kind) {
    case ReminderKind::affection: return {Icon::hand_heart, ui::Step::touch};
    case ReminderKind::ritual: return {Icon::repeat, ui::Step::time};
    case ReminderKind::talk: return {Icon::chat_circle_dots, ui::Step::talk};
    case ReminderKind::date: return {Icon::calendar_heart, ui::Step::time};
    case ReminderKind::other: break;
  }
  return {Icon::bell, ui::Step::none};
}

// A rung: a knob on the rail, its name and what it may hold; the highest one says why it is. True where it was pressed.
bool draw_rung(Stage& stage, int step, const LadderDraft& draft, std::string_view top) {
  const bool ceiling = !top.empty();
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const float side = ui.dp(56);
  const float end = ui.dp(28);
  const float wrap = ui.column().width() - side - end;
  const std::string_view name = comfort_name(ui.tr, step);
  const std::string_view words = comfort_words(ui.tr, step);
  const float title = paint.height(Face::strong, name, wrap);
  const float text = paint.height(Face::label, words, wrap);
  const float mark = ceiling ? paint.line_height(Face::caption) + ui.dp(2) : 0;
  const ui::Box box = ui.take(std::max(ui.dp(72), mark + title + text + ui.dp(26)));
  const bool open = draft.open == step;
  ui::Node node;
  node.id = ui.id(std::to_string(step));
  node.role = ui::Role::button;
  node.name = name;
  node.hint = words;
  if (ceiling) node.value = top;
  node.box = box;
  node.expanded = open;
  node.actions = {"press"};
  const ui::Touch touch = ui.touch(std::move(node));
  if (!ui.on_screen(box)) return touch.pressed;
  const ui::Hue& hue = t.hue(ui::Step::touch);
  const float x = box.left + ui.dp(22);
  const float knob = std::max(ui.dp(18), std::min(ui.dp(22), paint.line_height(Face::strong) * 0.72F));
  const float middle = (box.top + box.bottom) / 2;
  if (touch.hovered || touch.held) paint.fill(box, ui::faded(t.ink, touch.held ? 0.07F : 0.03F), ui.dp(14));
  paint.line(x, ceiling ? middle : box.top, x, step == 0 ? middle : box.bottom, hue.tint, ui.dp(6));
  paint.circle(x, middle, knob, ceiling ? hue.strong : hue.tint);
  if (t.name == ui::ThemeName::contrast) paint.ring(x, middle, knob, hue.strong, ui.dp(1.5F));
  const ui::Colour ink = ceiling ? hue.on_strong : hue.strong;
  paint.text(Face::label, x, middle - paint.line_height(Face::label) / 2, ink, std::to_string(step), ui::Align::centre);
  float y = middle - (mark + title + text + ui.dp(2)) / 2;
  if (ceiling) {
    paint.cut(Face::caption, box.left + side, y, wrap, hue.strong, top);
    y += mark;
  }
  paint.wrapped(Face::strong, box.left + side, y, wrap, t.ink, name);
  paint.wrapped(Face::label, box.left + side, y + title + ui.dp(2), wrap, t.soft_ink, words);
  paint.icon(open ? Icon::caret_up : Icon::caret_down, box.right - ui.dp(12), middle, ui.dp(18), t.soft_ink);
  if (touch.ring) ui.focus_ring(box, ui.dp(14));
  return touch.pressed;
}

std::string_view empty_words(const ui::Strings& tr, const TouchModel& view, int step) {
  if (view.rests) return tr("Touch rests. It comes back when you want it.");
  if (step >= kAdultComfort) return tr("Stays empty until both of you have switched it on, each for yourself.");
  if (step > view.closest) return tr("More than one step above what felt good. It waits, and may wait for good.");
  return tr("Nothing here at the moment.");
}

void draw_pieces_of(Stage& stage, const TouchModel& view, int step) {
  ui::Ui& ui = stage.ui;
  bool any = false;
  for (const Content& rung : view.rungs) {
    if (rung.comfort != step) continue;
    any = true;
    const std::string length = stage.format.length(std::chrono::minutes(rung.minutes));
    const ui::RowLook look{.icon = Icon::hand_heart,
                           .hue = ui::Step::touch,
                           .title = rung.title,
                           .subtitle = length,
                           .arrow = true,
                           .card = false};
    if (ui::row(ui, rung.id, look) == ui::RowEvent::pressed)
      stage.out.emplace_back(OpenPage{{.kind = PageKind::reading, .item = rung.id}});
  }
  for (const GestureLine& line : view.gestures) {
    if (line.comfort != step || !line.touch) continue;
    any = true;
    draw_gesture_row(stage, line, false);
  }
  if (any) return;
  ui::note(ui, empty_words(ui.tr, view, step));
  ui.space(12);
}

void draw_felt_good(Stage& stage, const TouchModel& view) {
  ui::Ui& ui = stage.ui;
  if (!view.felt_good) {
    ui::note(ui,
             ui.tr("Where a page felt good, you can say so on it. From then on nothing more than one step closer is "
                   "suggested."));
    return;
  }
  const ui::Card card(ui, "felt_good", ui.tr("What felt good"),
                      {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::touch});
  ui::paragraph(ui, ui.tr("What felt good last: {step}", {{"step", comfort_name(ui.tr, *view.felt_good)}}),
                Face::strong);
  ui.space(4);
  ui::note(ui, ui.tr("Nothing more than one step closer is suggested."));
  if (ui::link(ui, "forget", ui.tr("Forget it"), ui::Step::touch)) stage.out.emplace_back(MarkFeltGood{});
}

// One may leave, or let all touch rest, without a word.
void draw_stops(Stage& stage, const TouchModel& view) {
  ui::Ui& ui = stage.ui;
  if (view.rests) {
    ui::paragraph(ui, ui.tr("Touch rests. Nobody asks why, and words and small kindnesses go on."));
    ui.space(10);
    if (ui::button(ui, "wake", ui.tr("Let it come back"), {.style = ui::ButtonStyle::tinted, .hue = ui::Step::touch}))
      stage.out.emplace_back(RestTouch{false});
    return;
  }
  if (ui::button(ui, "stop", ui.tr("Stop here"), {.style = ui::ButtonStyle::tinted, .hue = ui::Step::touch}))
    stage.out.emplace_back(GoBack{});
  ui.space(8);
  if (ui::button(ui, "rest", ui.tr("Let touch rest"), {.style = ui::ButtonStyle::plain, .hue = ui::Step::touch}))
    stage.out.emplace_back(RestTouch{true});
  ui::note(ui, ui.tr("Then no touch is suggested anywhere until you want it again. It needs no reason."));
}

struct Day {
  bool due = false;
  bool done = false;
};

// What today holds of each reminder.
Result<std::map<Uuid, Day>> today_of(Kindling& home) {
  auto today = home.today().today();
  if (!today) return today.error();
  std::map<Uuid, Day> days;
  for (const DueReminder& due : today->reminders) {
    Day& day = days[due.reminder.id.bytes];
    using State = DueReminder::State;
    if (due.state == State::done) day.done = true;
    if (due.state == State::due || due.state == State::coming || due.state == State::snoozed) day.due = true;
  }
  return days;
}

}  // namespace

Result<std::vector<ReminderLine>> read_reminder_lines(Kindling& home, const Format& format) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  const auto days = today_of(home);
  if (!days) return days.error();
  const auto reminders = home.reminders().list();
  if (!reminders) return reminders.error();
  std::vector<std::pair<LocalDateTime, ReminderLine>> lines;
  for (const Reminder& reminder : *reminders) {
    ReminderLine line;
    line.ref = {reminder.space, EntityKind::reminder, reminder.id.bytes};
    line.title = reminder.title;
    std::tie(line.icon, line.hue) = look_of(reminder.kind);
    line.affection = reminder.kind == ReminderKind::affection;
    line.paused = reminder.paused;
    const auto day = days->find(reminder.id.bytes);
    if (day != days->end()) {
      line.due = day->second.due && !reminder.paused;
      line.done = day->second.done;
    }
    line.subtitle = phrase_of(reminder.schedule, *today);
    if (reminder.schedule.kind != ScheduleKind::date)
      line.subtitle += " · " + format.time(time_of(reminder.schedule.start));
    LocalDateTime next = kEndOfTime;
    if (!reminder.paused) {
      const auto coming = home.reminders().next(line.ref, 1);
      if (!coming) return coming.error();
      if (!coming->empty()) next = coming->front().local;
    }
    if (next != kEndOfTime) {
      line.subtitle += " · " + format.tr()("comes {when}", {{"when", format.until(next, home.context().local_now())}});
    }
    if (line.done) line.trailing = format.tr()("Done today");
    if (reminder.paused) line.subtitle += " · " + std::string(format.tr()("resting"));
    if (!reminder.cue.empty()) line.subtitle += "\n" + cue_line(reminder.cue);
    lines.emplace_back(next, std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ReminderLine> sorted;
  for (auto& [next, line] : lines) sorted.push_back(std::move(line));
  return sorted;
}

void draw_reminder(Stage& stage, const ReminderLine& line) {
  ui::Ui& ui = stage.ui;
  std::string_view right;
  if (line.paused) {
    right = ui.tr("Wake it");
  } else if (line.due) {
    right = ui.tr("Done");
  }
  const ui::RowLook look{.icon = line.paused ? Icon::bell_z : line.icon,
                         .hue = line.hue,
                         .title = line.title,
                         .subtitle = line.subtitle,
                         .trailing = line.trailing,
                         .faint = line.paused,
                         .swipe_right = right,
                         .swipe_left = ui.tr("Remove"),
                         .right_icon = line.paused ? Icon::bell : Icon::check};
  switch (ui::row(ui, to_string(line.ref.id), look)) {
    case ui::RowEvent::swiped_right:
      if (line.paused) {
        stage.out.emplace_back(PauseReminder{line.ref, false});
      } else {
        stage.out.emplace_back(FinishReminder{line.ref, std::nullopt});
      }
      break;
    case ui::RowEvent::swiped_left: stage.out.emplace_back(Remove{line.ref}); break;
    case ui::RowEvent::pressed: stage.out.emplace_back(OpenSheet{.kind = SheetKind::reminder, .ref = line.ref}); break;
    case ui::RowEvent::ticked:
    case ui::RowEvent::none: break;
  }
}

void draw_ladder(Stage& stage, const TouchModel& view, LadderDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "ladder", draft.scroll, {.title = ui.tr("The ladder")});
  if (stage.only_for_me) return draw_care(stage);
  ui::paragraph(ui,
                ui.tr("Take a step, stay on it, step back down. Every rung is a whole evening's worth, none is owed, "
                      "and nobody counts."),
                Face::body, ui.theme().soft_ink);
  ui.space(16);
  {
    const ui::Card card(ui, "rungs", ui.tr("The ladder"));
    const int ceiling = view.ceiling;
    const bool partners = view.ceilings.partner_touch == ceiling &&
                          ceiling < view.ceilings.own[static_cast<std::size_t>(ComfortKind::touch)];
    const std::string_view top = partners ? ui.tr("As far as you both like") : ui.tr("Your ceiling");
    for (int step = ceiling; step >= 0; --step) {
      if (draw_rung(stage, step, draft, step == ceiling ? top : std::string_view()))
        draft.open = draft.open == step ? std::optional<int>() : step;
      if (draft.open == step) draw_pieces_of(stage, view, step);
    }
  }
  ui.space(16);
  draw_felt_good(stage, view);
  ui.space(12);
  draw_stops(stage, view);
  scene.second_column();
  if (!stage.wide) ui.space(16);
  draw_ceilings(stage, view.ceilings, draft.ceilings);
}

Result<void> LadderScreen::read(Kindling& home, const Format& format) {
  auto view = read_touch(home, format);
  if (!view) return view.error();
  view_ = std::move(*view);
  return {};
}

void draw_reminders_page(Stage& stage, const std::vector<ReminderLine>& view, RemindersDraft& draft) {
  ui::Ui& ui = stage.ui;
  const Scene scene(stage, "reminders", draft.scroll, {.title = ui.tr("Reminders")});
  if (view.empty()) {
    if (nothing_card(ui, "none",
                     {Icon::bell, ui::Step::touch, ui.tr("No reminder yet"),
                      ui.tr("Small things come back when something reminds you of them."), ui.tr("Add a reminder")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::reminder});
    }
    return;
  }
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (i > 0) ui.space(10);
    draw_reminder(stage, view[i]);
  }
  ui.space(16);
  if (ui::button(ui, "add", ui.tr("Add a reminder"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::plus, .hue = ui::Step::touch})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::reminder});
  }
}

Result<void> RemindersScreen::read(Kindling& home, const Format& format) {
  auto view = read_reminder_lines(home, format);
  if (!view) return view.error();
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
