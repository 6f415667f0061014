// The charts of charts.hpp that show days by their moods: a month's sheet and a year in pixels.
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "app/ui/widgets/charts.hpp"
#include "app/ui/widgets/fields.hpp"

namespace kindling::ui {
namespace {

constexpr std::size_t kMonths = 12;
constexpr float kDays = 31;

std::size_t month_of(const MoodDay& day) { return static_cast<unsigned>(calendar(day.date).month()) - 1; }
std::size_t day_of(const MoodDay& day) { return static_cast<unsigned>(calendar(day.date).day()) - 1; }

// On a disc of it a number in ink can be read in each theme.
Colour soft_mood(const Theme& t, const MoodDay& day) {
  return mixed(t.surface, mood_colour(t, day.valence, day.energy), 0.55F);
}

std::string first_letter(std::string_view word) {
  std::size_t end = 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80) ++end;
  return std::string(word.substr(0, end));
}

struct YearPlan {
  float label = 0;  // the width of the months' names
  float left = 0, top = 0;
  float wide = 0, high = 0;  // of a cell

  [[nodiscard]] Box cell(std::size_t month, std::size_t day) const {
    const float x = left + static_cast<float>(day) * wide;
    const float y = top + static_cast<float>(month) * high;
    return {x, y, x + wide, y + high};
  }
};

Reading day_at(std::span<const MoodDay> days, const YearPlan& plan, float x, float y) {
  const float column = std::floor((x - plan.left) / plan.wide);
  const float row = std::floor((y - plan.top) / plan.high);
  if (column < 0 || column >= kDays || row < 0 || row >= static_cast<float>(kMonths)) return std::nullopt;
  const auto month = static_cast<std::size_t>(row);
  const auto day = static_cast<std::size_t>(column);
  for (std::size_t i = month * 28; i < days.size(); ++i) {
    if (month_of(days[i]) == month && day_of(days[i]) == day) return i;
    if (month_of(days[i]) > month) break;
  }
  return std::nullopt;
}

void draw_pixels(Ui& ui, std::span<const MoodDay> days, const YearLook& look, const YearPlan& plan) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float gap = std::min(ui.dp(1.5F), plan.wide * 0.16F);
  const float radius = std::min({ui.dp(4), plan.wide * 0.3F, plan.high * 0.3F});
  for (std::size_t i = 0; i < days.size(); ++i) {
    Box at = plan.cell(month_of(days[i]), day_of(days[i]));
    at = {at.left + gap / 2, at.top + gap, at.right - gap / 2, at.bottom - gap};
    if (days[i].known) {
      paint.fill(at, mood_colour(t, days[i].valence, days[i].energy), radius);
    } else {
      const bool later = look.today && i > *look.today;
      paint.fill(at, later ? faded(t.field, 0.5F) : t.field, radius);
      if (t.name == ThemeName::contrast && !later) paint.outline(at, faded(t.faint, 0.6F), radius, ui.dp(1));
    }
    if (look.today && i == *look.today) {
      const float out = gap / 2 + ui.dp(0.5F);
      paint.outline({at.left - out, at.top - out, at.right + out, at.bottom + out}, t.ink, radius + out, ui.dp(1.5F));
    }
  }
}

}  // namespace

bool year_in_pixels(Ui& ui, std::string_view name, std::string_view label, std::span<const MoodDay> days,
                    const YearLook& look, Reading& reading) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float wrap = ui.column().width();
  const float caption = paint.line_height(Face::caption);
  float words = std::max(paint.height(Face::label, look.summary, wrap), 2 * paint.line_height(Face::label));
  YearPlan plan;
  for (const std::string& month : look.months) plan.label = std::max(plan.label, paint.width(Face::caption, month));
  // A long month's name may not eat the days.
  plan.label = std::min(plan.label, wrap * 0.22F);
  plan.left = ui.column().left + plan.label + ui.dp(6);
  plan.wide = (ui.column().right - plan.left) / kDays;
  plan.high = std::max({caption, ui.dp(20), std::min(plan.wide, ui.dp(22))});
  const Box box = ui.take(words + ui.dp(12) + kMonths * plan.high + ui.dp(4) + caption);
  plan.top = box.top + words + ui.dp(12);

  Node node;
  node.id = ui.id(name);
  node.role = Role::image;
  node.name = label;
  node.value = reading && *reading < days.size() ? std::string_view(days[*reading].words) : look.summary;
  node.hint = ui.tr("Arrow keys read single days; Enter opens one");
  node.box = box;
  // Up and down go by about a month: a row. The row above may be shorter, which is near enough for a walk by keys.
  const Touch touch = touch_chart(ui, std::move(node), days.size(), {.across = 1, .down = 30}, reading);
  bool pressed = touch.pressed && reading.has_value();
  const bool clicked = ui.pointer().clicked(touch.id);
  const bool mouse = touch.hovered && !ui.pointer().touch();
  const bool dragged = ui.pointer().drag(touch.id).has_value();
  if (dragged) ui.set_focus(touch.id);
  if (clicked || mouse || dragged) {
    const Reading under = day_at(days, plan, ui.pointer().x(), ui.pointer().y());
    // A finger is wider than a day: its first touch reads, and a second one on the same day opens it.
    pressed = clicked && under && (under == reading || !ui.pointer().touch());
    reading = under;
  } else if (!touch.focused) {
    reading.reset();
  }
  if (!ui.on_screen(box)) return pressed;

  const bool reads = reading && *reading < days.size();
  paint.wrapped(Face::label, box.left, box.top, wrap, reads ? t.ink : t.soft_ink,
                reads ? std::string_view(days[*reading].words) : look.summary);
  for (std::size_t month = 0; month < std::min(kMonths, look.months.size()); ++month) {
    const Box first = plan.cell(month, 0);
    paint.cut(Face::caption, box.left, (first.top + first.bottom - caption) / 2, plan.label, t.soft_ink,
              look.months[month]);
  }
  draw_pixels(ui, days, look, plan);
  float taken = plan.left - ui.dp(20);
  for (const std::size_t day : {1U, 8U, 15U, 22U, 29U}) {
    const std::string number = std::to_string(day);
    const Box at = plan.cell(kMonths, day - 1);
    const float half = paint.width(Face::caption, number) / 2;
    const float x = (at.left + at.right) / 2;
    if (x - half < taken + ui.dp(4) || x + half > box.right + ui.dp(6)) continue;
    taken = x + half;
    paint.text(Face::caption, x, at.top + ui.dp(4), t.soft_ink, number, Align::centre);
  }
  if (reads) {
    const Box at = plan.cell(month_of(days[*reading]), day_of(days[*reading]));
    paint.outline({at.left - ui.dp(2), at.top - ui.dp(1), at.right + ui.dp(2), at.bottom + ui.dp(1)}, t.focus, ui.dp(4),
                  ui.dp(2));
  }
  if (touch.ring) ui.focus_ring(box, ui.dp(10));
  return pressed;
}

bool month_of_moods(Ui& ui, std::string_view name, std::string_view label, std::span<const MoodDay> days,
                    const MonthLook& look, Reading& chosen) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const Box whole{ui.column().left, ui.column().y, ui.column().right, 0};
  const float head = paint.line_height(Face::caption) + ui.dp(6);
  const float wide = whole.width() / 7;
  const float high = std::max(ui.dp(44), paint.line_height(Face::label) + ui.dp(12));
  const std::size_t rows = (look.blanks + days.size() + 6) / 7;
  const Box box = ui.take(head + static_cast<float>(rows) * high);
  const float top = box.top + head;

  const Reading before = chosen;
  Node node;
  node.id = ui.id(name);
  node.role = Role::grid;
  node.name = label;
  node.value = chosen && *chosen < days.size() ? std::string_view(days[*chosen].words) : look.summary;
  node.hint = ui.tr("Arrow keys go from day to day");
  node.box = box;
  const Touch touch = touch_chart(ui, std::move(node), days.size(), {.across = 1, .down = 7}, chosen);
  Reading under;
  const float column = std::floor((ui.pointer().x() - box.left) / wide);
  const float row = std::floor((ui.pointer().y() - top) / high);
  if (column >= 0 && column < 7 && row >= 0) {
    const auto place = static_cast<std::size_t>(row) * 7 + static_cast<std::size_t>(column);
    if (place >= look.blanks && place - look.blanks < days.size()) under = place - look.blanks;
  }
  const bool clicked = ui.pointer().clicked(touch.id);
  if (touch.pressed && !clicked) chosen = chosen ? std::nullopt : Reading(look.today.value_or(0));
  if (clicked && under) chosen = under == before ? std::nullopt : under;
  if (!ui.on_screen(box)) return chosen != before;

  const bool short_names = std::any_of(look.weekdays.begin(), look.weekdays.end(), [&](const std::string& day) {
    return paint.width(Face::caption, day) > wide - ui.dp(4);
  });
  for (std::size_t i = 0; i < std::min<std::size_t>(7, look.weekdays.size()); ++i) {
    const float x = box.left + (static_cast<float>(i) + 0.5F) * wide;
    paint.text(Face::caption, x, box.top, t.soft_ink, short_names ? first_letter(look.weekdays[i]) : look.weekdays[i],
               Align::centre);
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::size_t place = look.blanks + i;
    const float x = box.left + (static_cast<float>(place % 7) + 0.5F) * wide;
    const float y = top + (static_cast<float>(place / 7) + 0.5F) * high;
    const float radius = std::min(wide, high) / 2 - ui.dp(2);
    const bool is_today = look.today && i == *look.today;
    if (days[i].known) paint.circle(x, y, radius - ui.dp(1), soft_mood(t, days[i]));
    if (touch.hovered && under == i) paint.circle(x, y, radius, faded(t.ink, 0.07F));
    if (is_today) paint.ring(x, y, radius - ui.dp(1), t.hue(Step::feel).strong, ui.dp(1.5F));
    if (chosen == i) paint.ring(x, y, radius, t.ink, ui.dp(2.5F));
    const Face face = paint.width(Face::label, "30") > wide - ui.dp(4) ? Face::caption : Face::label;
    paint.text(face, x, y - paint.line_height(face) / 2, days[i].known || is_today ? t.ink : t.soft_ink,
               std::to_string(i + 1), Align::centre);
  }
  if (touch.ring) ui.focus_ring(box, ui.dp(10));
  return chosen != before;
}

void legend(Ui& ui, std::span<const LegendEntry> entries) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float line = paint.line_height(Face::label);
  const float side = ui.dp(14);
  const float left = ui.column().left;
  float x = left;
  float y = ui.column().y;
  for (const LegendEntry& entry : entries) {
    const float room = ui.column().width() - side - ui.dp(8);
    const float text = std::min(paint.width(Face::label, entry.words), room);
    const float wide = side + ui.dp(8) + text;
    if (x > left && x + wide > ui.column().right) {
      x = left;
      y += line + ui.dp(6);
    }
    const float middle = y + line / 2;
    const Box square{x, middle - side / 2, x + side, middle + side / 2};
    paint.fill(square, entry.colour.value_or(t.field), ui.dp(4));
    if (!entry.colour) paint.outline(square, t.faint, ui.dp(4), ui.dp(1));
    paint.cut(Face::label, x + side + ui.dp(8), y, room, t.soft_ink, entry.words);
    ui.say(Role::text, ui.next_id(), {x, y, x + wide, y + line}, entry.words);
    x += wide + ui.dp(18);
  }
  ui.column().y = y + line;
}

}  // namespace kindling::ui
