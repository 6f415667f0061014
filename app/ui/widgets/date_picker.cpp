#include <algorithm>
#include <array>
#include <cmath>

#include "app/ui/widgets/basic.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::ui {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;

LocalDate first_of(year_month month) { return LocalDate(month / std::chrono::day{1}); }
LocalDate last_of(year_month month) { return LocalDate(month / std::chrono::last); }
year_month month_of(LocalDate date) {
  const auto day = calendar(date);
  return {day.year(), day.month()};
}
// The same day of another month, or that month's last.
LocalDate by_months(LocalDate date, int by) {
  const year_month month = month_of(date) + months(by);
  return std::min(first_of(month) + (date - first_of(month_of(date))), last_of(month));
}

// How the days of a month lie in weeks.
struct Sheet {
  LocalDate first;  // in the upper left corner, perhaps of the month before
  int weeks = 0;
  Box box;
  float wide = 0, high = 0;

  [[nodiscard]] std::optional<LocalDate> at(float x, float y) const {
    const int column = std::clamp(static_cast<int>(std::floor((x - box.left) / wide)), 0, 6);
    const int row = static_cast<int>(std::floor((y - box.top) / high));
    if (row < 0 || row >= weeks) return std::nullopt;
    return first + days(7 * row + column);
  }
};

void draw_head(Ui& ui, DatePick& pick, year_month month, const DateOptions& options) {
  const std::string words = options.month(month);
  const float wrap = ui.column().width() - ui.dp(104);
  const float high = ui.paint().height(Face::heading, words, wrap);
  const Box head = ui.take(std::max(ui.dp(48), high));
  const float middle = (head.top + head.bottom) / 2;
  ui.paint().wrapped(Face::heading, head.left + ui.dp(4), middle - high / 2, wrap, ui.theme().ink, words);
  ui.say(Role::heading, ui.id("month"), head, words, {}, 3);
  const auto turn = [&](int by) { pick.shown = month + months(by); };
  if (icon_button(ui, "before", Icon::caret_left, ui.tr("Month before"), head.right - ui.dp(72), middle,
                  {.on_surface = false})) {
    turn(-1);
  }
  if (icon_button(ui, "after", Icon::caret_right, ui.tr("Month after"), head.right - ui.dp(24), middle,
                  {.on_surface = false})) {
    turn(1);
  }
}

void draw_days(Ui& ui, const Sheet& sheet, year_month month, const DatePick& pick, const DateOptions& options,
               bool ring) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const Hue& hue = t.hue(options.hue);
  const float line = paint.line_height(Face::label);
  for (int i = 0; i < 7 * sheet.weeks; ++i) {
    const LocalDate day = sheet.first + days(i);
    if (month_of(day) != month) continue;
    const float x = sheet.box.left + (static_cast<float>(i % 7) + 0.5F) * sheet.wide;
    const float y = sheet.box.top + (static_cast<float>(i / 7) + 0.5F) * sheet.high;
    const float radius = std::min(sheet.wide, sheet.high) / 2 - ui.dp(1);
    const bool chosen = day == pick.date;
    const bool out = (options.least && day < *options.least) || (options.most && day > *options.most);
    if (chosen) {
      paint.circle(x, y, radius, hue.strong);
      if (ring) paint.ring(x, y, radius + ui.dp(2), t.focus, ui.dp(2.5F));
    } else if (day == options.today) {
      paint.ring(x, y, radius, hue.strong, ui.dp(1.5F));
    }
    const Colour colour = chosen ? hue.on_strong : out ? t.faint : day == options.today ? hue.strong : t.ink;
    paint.text(Face::label, x, y - line / 2, colour, std::to_string(static_cast<unsigned>(calendar(day).day())),
               Align::centre);
  }
}

}  // namespace

bool fold_row(Ui& ui, std::string_view name, const FoldLook& look, bool& open) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  field_label(ui, look.label);
  const float sign = look.icon == Icon::none ? 0 : ui.dp(32);
  const float wrap = ui.column().width() - ui.dp(64) - sign;
  const float words = paint.height(Face::body, look.value, wrap);
  const Box box = ui.take(std::max(ui.dp(52), words + ui.dp(24)));
  Node node;
  node.id = ui.id(name);
  node.role = Role::button;
  node.name = look.label;
  node.value = look.value;
  node.expanded = open;
  node.box = box;
  node.actions = {"press"};
  const Touch touch = ui.touch(std::move(node));
  if (touch.pressed) open = !open;
  if (!ui.on_screen(box)) return touch.pressed;
  const float radius = ui.dp(14);
  const float middle = (box.top + box.bottom) / 2;
  paint.fill(box, t.field, radius);
  if (touch.hovered || touch.held) paint.fill(box, faded(t.ink, touch.held ? 0.08F : 0.04F), radius);
  if (open || t.name == ThemeName::contrast) paint.outline(box, open ? t.accent : t.line, radius, ui.dp(2));
  if (look.icon != Icon::none) {
    paint.icon(look.icon, box.left + ui.dp(27), middle, ui.dp(22), t.hue(look.hue).strong);
  }
  paint.wrapped(Face::body, box.left + ui.dp(16) + sign, middle - words / 2, wrap, t.ink, look.value);
  paint.icon(open ? Icon::caret_up : Icon::caret_down, box.right - ui.dp(26), middle, ui.dp(18), t.soft_ink);
  if (touch.ring) ui.focus_ring(box, radius);
  return touch.pressed;
}

bool date_picker(Ui& ui, std::string_view name, DatePick& pick, const DateOptions& options) {
  Paint& paint = ui.paint();
  const Scope scope(ui, name);
  const LocalDate before = pick.date;
  const year_month month = pick.shown.value_or(month_of(pick.date));
  draw_head(ui, pick, month, options);
  Sheet sheet;
  const auto lead = (std::chrono::weekday(first_of(month)) - options.week_start).count();
  sheet.first = first_of(month) - days(lead);
  sheet.weeks = static_cast<int>((lead + (last_of(month) - first_of(month)).count()) / 7 + 1);
  const float line = paint.line_height(Face::caption);
  const Box names = ui.take(line + ui.dp(6));
  sheet.wide = names.width() / 7;
  sheet.high = std::max(ui.dp(42), ui.text_dp(32));
  for (int i = 0; i < 7; ++i) {
    const std::string day = options.weekday(options.week_start + days(i));
    paint.text(Face::caption, names.left + (static_cast<float>(i) + 0.5F) * sheet.wide, names.top, ui.theme().soft_ink,
               day, Align::centre);
  }
  sheet.box = ui.take(static_cast<float>(sheet.weeks) * sheet.high);

  Node node;
  node.id = ui.id("days");
  node.role = Role::grid;
  node.name = options.label;
  node.value = options.spoken(pick.date);
  node.hint = ui.tr("Arrow keys move by a day and a week, Page keys by a month");
  node.box = sheet.box;
  node.range = Range{static_cast<double>(options.least.value_or(LocalDate(days(-25000))).time_since_epoch().count()),
                     static_cast<double>(options.most.value_or(LocalDate(days(80000))).time_since_epoch().count()),
                     static_cast<double>(pick.date.time_since_epoch().count()), 1};
  node.actions = {"press", std::string(ui.tr("Next day")), std::string(ui.tr("Day before")),
                  std::string(ui.tr("Next week")), std::string(ui.tr("Week before"))};
  const Touch touch = ui.touch(std::move(node), kPress | kDragX);
  const auto choose = [&](LocalDate date) {
    if (options.least) date = std::max(date, *options.least);
    if (options.most) date = std::min(date, *options.most);
    pick.date = date;
    pick.shown.reset();
  };
  if (ui.pointer().clicked(touch.id)) {
    const auto day = sheet.at(ui.pointer().x(), ui.pointer().y());
    if (day && month_of(*day) == month) choose(*day);
  }
  if (const auto drag = ui.pointer().drag(touch.id); drag && drag->ended && std::abs(drag->moved_x) > ui.dp(40)) {
    pick.shown = month + months(drag->moved_x < 0 ? 1 : -1);
  }
  if (touch.focused) {
    if (ui.take_key(Key::right)) choose(pick.date + days(1));
    if (ui.take_key(Key::left)) choose(pick.date - days(1));
    if (ui.take_key(Key::down)) choose(pick.date + days(7));
    if (ui.take_key(Key::up)) choose(pick.date - days(7));
    if (ui.take_key(Key::page_down)) choose(by_months(pick.date, 1));
    if (ui.take_key(Key::page_up)) choose(by_months(pick.date, -1));
    if (ui.take_key(Key::home)) choose(options.today);
  }
  if (touch.action) {
    static constexpr std::array<int, 5> kBy{0, 1, -1, 7, -7};
    choose(pick.date + days(kBy[std::min<std::size_t>(*touch.action, 4)]));
  }
  if (const auto asked = ui.semantics().take(touch.id, Request::Kind::set_number)) {
    choose(LocalDate(days(static_cast<int>(std::clamp(asked->number, -25000.0, 80000.0)))));
  }
  if (ui.on_screen(sheet.box)) draw_days(ui, sheet, month, pick, options, touch.ring);
  if (pick.date != before) ui.draw_again();
  return pick.date != before;
}

}  // namespace kindling::ui
