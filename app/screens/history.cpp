#include "app/screens/history.hpp"

#include <algorithm>
#include <utility>

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr std::size_t kMostEntries = 10'000;

// Large letters in a narrow window: the icon makes room, the act may take two lines and the time one of its own.
bool is_narrow(ui::Ui& ui) { return ui.column().width() < ui.text_dp(250); }

// What an act's words have beside its icon and its time.
float title_width(ui::Ui& ui, std::string_view time) {
  return ui.column().width() - ui.dp(44 + 14 + 12) - ui.paint().width(Face::label, time);
}

// All rows are as tall; an owner's words are cut beyond that.
float line_height(ui::Ui& ui, const HistoryModel& view) {
  ui::Paint& paint = ui.paint();
  const float title = paint.line_height(Face::strong);
  const float label = paint.line_height(Face::label);
  if (is_narrow(ui)) return 2 * title + 2 * label + ui.dp(24);
  const float wide = title_width(ui, view.widest_time);
  const bool wraps = std::any_of(view.titles.begin(), view.titles.end(),
                                 [&](const std::string& words) { return paint.width(Face::strong, words) > wide; });
  return std::max(ui.dp(64), (wraps ? 2 : 1) * title + label + ui.dp(20));
}

void draw_narrow(ui::Ui& ui, const HistoryLine& line, const ui::Box& box) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const float title =
      std::min(paint.height(Face::strong, line.title, box.width()), 2 * paint.line_height(Face::strong));
  float y = box.top + ui.dp(8);
  ui.push_clip({box.left, y, box.right, y + title});
  paint.wrapped(Face::strong, box.left, y, box.width(), line.undone ? t.soft_ink : t.ink, line.title);
  ui.pop_clip();
  y += title + ui.dp(2);
  for (const std::string* words : {&line.subtitle, &line.time}) {
    if (words->empty()) continue;
    paint.cut(Face::label, box.left, y, box.width(), t.soft_ink, *words);
    y += paint.line_height(Face::label);
  }
}

void draw_line(ui::Ui& ui, std::size_t index, const HistoryLine& line, float height) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const ui::Box box = ui.take(height);
  const std::string name = std::to_string(index);
  if (line.heading) {
    ui.say(ui::Role::heading, ui.id(name), box, line.title, {}, 2);
    const float words = paint.height(Face::heading, line.title, box.width());
    paint.wrapped(Face::heading, box.left, box.bottom - words - ui.dp(4), box.width(), t.ink, line.title);
    return;
  }
  ui::Node node;
  node.id = ui.id(name);
  node.role = ui::Role::list_item;
  node.name = line.title;
  node.value = line.subtitle;
  node.hint = line.time;
  node.enabled = !line.undone;
  node.box = box;
  node.visible = ui.on_screen(box);
  ui.semantics().add(std::move(node));
  if (is_narrow(ui)) {
    draw_narrow(ui, line, box);
    return;
  }
  const float side = ui.dp(44);
  const float middle = (box.top + box.bottom) / 2;
  const ui::Box tile{box.left, middle - side / 2, box.left + side, middle + side / 2};
  const ui::Hue& hue = t.hue(line.look.hue);
  paint.fill(tile, line.undone ? t.field : hue.tint, ui.dp(14));
  paint.icon(line.undone ? Icon::arrow_counter_clockwise : line.look.icon, tile.left + side / 2, middle, ui.dp(22),
             line.undone ? t.soft_ink : hue.strong, !line.undone);
  const float left = tile.right + ui.dp(14);
  const float wide = title_width(ui, line.time);
  const Face face = line.undone ? Face::body : Face::strong;
  const float title = paint.height(face, line.title, wide);
  const float words = line.subtitle.empty() ? title : title + paint.line_height(Face::label) + ui.dp(2);
  const float top = middle - words / 2;
  paint.wrapped(face, left, top, wide, line.undone ? t.soft_ink : t.ink, line.title);
  if (!line.subtitle.empty()) paint.cut(Face::label, left, top + title + ui.dp(2), wide, t.soft_ink, line.subtitle);
  paint.text(Face::label, box.right, middle - paint.line_height(Face::label) / 2, t.soft_ink, line.time,
             ui::Align::right);
}

}  // namespace

Result<HistoryModel> read_history(Kindling& home, const Format& format, std::size_t limit) {
  auto entries = home.history().history(limit);
  if (!entries) return entries.error();
  const ui::Strings& tr = format.tr();
  const Context& context = home.context();
  const LocalDate today = date_of(context.local_now());
  HistoryModel model;
  model.widest_time = format.time(LocalTime{std::chrono::hours(22)});
  std::optional<LocalDate> day;
  for (const HistoryEntry& entry : *entries) {
    const LocalDateTime at = to_local(std::chrono::floor<std::chrono::seconds>(entry.at), context.zone);
    if (const LocalDate date = date_of(at); day != date) {
      day = date;
      model.lines.push_back({.heading = true, .title = format.date(date, today)});
    }
    HistoryLine line;
    line.title = act_words(tr, entry.verb);
    line.subtitle = entry.title;
    line.time = format.time(time_of(at));
    line.look = look_of(entry.subject.kind);
    line.undone = entry.undone;
    if (line.undone) line.title = tr("{act}, taken back", {{"act", line.title}});
    if (model.newest.empty() && !entry.undone && is_undoable(entry.verb)) model.newest = line.title;
    model.titles.insert(line.title);
    model.lines.push_back(std::move(line));
  }
  return model;
}

void draw_history(Stage& wide, const HistoryModel& view, HistoryDraft& draft) {
  Stage stage = wide;
  stage.wide = false;
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "history", draft.scroll, {.title = ui.tr("History")});
  if (view.lines.empty()) {
    if (nothing_card(
            ui, "empty",
            {Icon::clock, ui::Step::feel, ui.tr("Nothing was done yet"),
             ui.tr("Whatever you add or change is listed here, and can be taken back."), ui.tr("Add something")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::add});
    }
  } else {
    if (!view.newest.empty()) {
      const std::string label = ui.tr("Take back: {act}", {{"act", view.newest}});
      if (ui::button(ui, "undo", label, {.style = ui::ButtonStyle::tinted, .icon = Icon::arrow_counter_clockwise})) {
        stage.out.emplace_back(Undo{});
      }
    }
    const float height = line_height(ui, view);
    const ui::Scope scope(ui, "lines");
    const auto rows = scene.area().rows(view.lines.size(), height);
    for (std::size_t i = rows.first; i < rows.last; ++i) draw_line(ui, i, view.lines[i], height);
    scene.area().skip_after(rows, view.lines.size(), height);
  }
}

Result<void> HistoryScreen::read(Kindling& home, const Format& format) {
  auto view = read_history(home, format, kMostEntries);
  if (!view) return view.error();
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
