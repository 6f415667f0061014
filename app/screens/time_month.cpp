#include "app/screens/time_month.hpp"

#include <algorithm>
#include <utility>

#include "core/recurrence/schedule.hpp"

namespace kindling::app {
namespace {

using ui::Box;
using ui::Face;
using ui::Icon;

constexpr int kMonthsBack = 6;
constexpr int kMonthsAhead = 12;
constexpr std::size_t kMostDots = 180;  // of a ritual in all these months: some two a week
constexpr float kPad = 7;               // dp: seven columns of 48 dp on the usual phone

std::chrono::year_month month_of(LocalDate date) {
  const auto day = calendar(date);
  return day.year() / day.month();
}
LocalDate first_of(std::chrono::year_month month) { return LocalDate{month / std::chrono::day{1}}; }

bool holds(const std::vector<MonthEntry>& entries, EntityKind kind) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const MonthEntry& entry) { return entry.ref.kind == kind && !entry.everyday; });
}

void draw_head(Stage& stage, const MonthModel& view, MonthDraft& draft, std::chrono::year_month month) {
  ui::Ui& ui = stage.ui;
  const std::string title = stage.format.month_year(month);
  const float wrap = ui.column().width() - ui.dp(112);
  const float words = ui.paint().height(Face::heading, title, wrap);
  const Box line = ui.take(std::max(ui.dp(52), words));
  const float middle = (line.top + line.bottom) / 2;
  const float half = ui.dp(24);
  const float left = line.left + ui.dp(13);
  ui.paint().wrapped(Face::heading, left, middle - words / 2, wrap, ui.theme().ink, title);
  ui.say(ui::Role::heading, ui.id("title"), {left, line.top, line.right - 4 * half, line.bottom}, title, {}, 2);
  const auto turn = [&](int by) {
    draft.month = month + std::chrono::months(by);
    draft.day.reset();
  };
  if (first_of(month) > view.first && ui::icon_button(ui, "earlier", Icon::caret_left, ui.tr("Earlier month"),
                                                      line.right - 3 * half, middle, {.on_surface = false})) {
    turn(-1);
  }
  if (first_of(month + std::chrono::months(1)) <= view.last &&
      ui::icon_button(ui, "later", Icon::caret_right, ui.tr("Later month"), line.right - half, middle,
                      {.on_surface = false})) {
    turn(1);
  }
}

void draw_cell(Stage& stage, const MonthModel& view, MonthDraft& draft, LocalDate date, const Box& cell) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const auto found = view.entries.find(date);
  const bool plan = found != view.entries.end() && holds(found->second, EntityKind::plan);
  const bool ritual = found != view.entries.end() && holds(found->second, EntityKind::ritual);
  const bool chosen = draft.day == date;
  const float grow = std::max(0.0F, ui.dp(48) - cell.width()) / 2;
  ui::Node node;
  node.id = ui.id(to_string(date));
  node.role = ui::Role::button;
  node.name = stage.format.full_date(date);
  if (found != view.entries.end())
    node.value = ui.tr.count(static_cast<std::int64_t>(found->second.size()), "1 thing", "{n} things");
  node.selected = chosen;
  node.box = {cell.left - grow, cell.top, cell.right + grow, cell.bottom};
  node.actions = {"press"};
  const ui::Touch touch = ui.touch(std::move(node));
  if (touch.pressed) draft.day = chosen ? std::optional<LocalDate>() : date;
  if (!ui.on_screen(cell)) return;
  const ui::Hue& hue = t.hue(ui::Step::time);
  const float x = (cell.left + cell.right) / 2;
  const float number = paint.line_height(Face::label);
  const float y = (cell.top + cell.bottom) / 2 - ui.dp(4);
  const float radius = std::min({std::max(ui.dp(17), number * 0.85F), cell.width() / 2, cell.height() / 2});
  const bool today = date == stage.today;
  if (chosen) {
    paint.circle(x, y, radius, hue.strong);
  } else if (today) {
    paint.circle(x, y, radius, hue.tint);
  } else if (touch.hovered || touch.held) {
    paint.circle(x, y, radius, ui::faded(t.ink, 0.06F));
  }
  const ui::Colour ink = chosen ? hue.on_strong : today ? hue.strong : date < stage.today ? t.soft_ink : t.ink;
  paint.text(Face::label, x, y - number / 2, ink, std::to_string(static_cast<unsigned>(calendar(date).day())),
             ui::Align::centre);
  const float dot = std::min(y + radius + ui.dp(4), cell.bottom - ui.dp(2));
  const float apart = plan && ritual ? ui.dp(4) : 0;
  if (plan) paint.circle(x - apart, dot, ui.dp(3), t.accent);
  if (ritual) paint.circle(x + apart, dot, ui.dp(3), date < stage.today ? t.faint : hue.strong);
  if (touch.ring) ui.focus_ring({x - radius, y - radius, x + radius, y + radius}, radius);
}

void draw_grid(Stage& stage, const MonthModel& view, MonthDraft& draft, std::chrono::year_month month) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const float wide = ui.column().width() / 7;
  const std::chrono::weekday start = stage.format.habits().week_start;
  const Box heads = ui.take(paint.line_height(Face::caption) + ui.dp(8));
  for (int i = 0; i < 7; ++i) {
    const float x = heads.left + (static_cast<float>(i) + 0.5F) * wide;
    paint.text(Face::caption, x, heads.top, ui.theme().soft_ink,
               stage.format.short_weekday(start + std::chrono::days(i)), ui::Align::centre);
  }
  const LocalDate first = first_of(month);
  const LocalDate end = first_of(month + std::chrono::months(1));
  const auto lead = static_cast<int>((std::chrono::weekday(first) - start).count());
  const float height = std::max(ui.dp(48), paint.line_height(Face::label) * 1.7F + ui.dp(14));
  const int weeks = (lead + static_cast<int>((end - first).count()) + 6) / 7;
  const Box grid = ui.take(static_cast<float>(weeks) * height);
  for (LocalDate date = first; date < end; date += std::chrono::days(1)) {
    const int at = lead + static_cast<int>((date - first).count());
    const float left = grid.left + static_cast<float>(at % 7) * wide;
    const float top = grid.top + static_cast<float>(at / 7) * height;
    draw_cell(stage, view, draft, date, {left, top, left + wide, top + height});
  }
}

void draw_day(Stage& stage, const MonthModel& view, LocalDate day) {
  ui::Ui& ui = stage.ui;
  ui::Ui::Column inner = ui.column();
  inner.left += ui.dp(13);
  inner.right -= ui.dp(13);
  inner.y += ui.dp(8);
  ui.push_column(inner);
  ui::heading(ui, stage.format.date(day, stage.today), 3, Face::strong);
  ui.space(4);
  const auto found = view.entries.find(day);
  if (found == view.entries.end()) {
    ui::note(ui, day < stage.today ? ui.tr("Nothing was planned.") : ui.tr("Nothing yet."));
    if (day >= stage.today && ui::link(ui, "plan", ui.tr("Plan something"), ui::Step::time)) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .item = to_string(day) + "T19:00"});
    }
  } else {
    for (const MonthEntry& entry : found->second) {
      const bool plan = entry.ref.kind == EntityKind::plan;
      const ui::RowLook look{.icon = plan ? Icon::calendar_heart : Icon::repeat,
                             .hue = plan ? ui::Step::none : ui::Step::time,
                             .title = entry.title,
                             .subtitle = entry.subtitle,
                             .arrow = true,
                             .card = false};
      if (ui::row(ui, to_string(entry.ref.id), look) != ui::RowEvent::pressed) continue;
      stage.out.emplace_back(OpenPage{{.kind = plan ? PageKind::plan : PageKind::ritual, .ref = entry.ref}});
    }
  }
  const float y = ui.pop_column().y;
  ui.column().y = y + ui.dp(8);
}

}  // namespace

Result<MonthModel> read_month(Kindling& home, const Format& format) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  MonthModel view;
  view.first = first_of(month_of(*today) - std::chrono::months(kMonthsBack));
  view.last = first_of(month_of(*today) + std::chrono::months(kMonthsAhead)) - std::chrono::days(1);
  const auto plans = home.plans().list();
  if (!plans) return plans.error();
  for (const Plan& plan : *plans) {
    const LocalDate date = date_of(plan.start);
    if (plan.state == PlanState::declined || plan.state == PlanState::cancelled) continue;
    if (date < view.first || date > view.last) continue;
    view.entries[date].push_back({plan.title,
                                  format.time(time_of(plan.start)) + " · " + format.length(plan.length),
                                  {SpaceKind::couple, EntityKind::plan, plan.id.bytes}});
  }
  const auto rituals = home.rituals().list();
  if (!rituals) return rituals.error();
  for (const RitualView& each : *rituals) {
    const Ritual& ritual = each.ritual;
    MonthEntry entry{ritual.title,
                     format.time(time_of(ritual.schedule.start)) + " · " + format.length(ritual.length),
                     {SpaceKind::couple, EntityKind::ritual, ritual.id.bytes}};
    std::vector<LocalDate> days;
    for_each_occurrence(ritual.schedule, home.context().zone, LocalDateTime(view.first),
                        LocalDateTime(view.last + std::chrono::days(1)), [&](const Occurrence& occurrence) {
                          const LocalDate date = date_of(occurrence.local);
                          const bool rests = each.resting_until && date >= *today && date <= *each.resting_until;
                          if (!rests) days.push_back(date);
                          return true;
                        });
    entry.everyday = days.size() > kMostDots;
    for (const LocalDate date : days) view.entries[date].push_back(entry);
  }
  return view;
}

void draw_month(Stage& stage, const MonthModel& view, MonthDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "month", ui.tr("Calendar"), {.padding = kPad});
  const std::chrono::year_month month = draft.month.value_or(month_of(stage.today));
  draw_head(stage, view, draft, month);
  ui.space(4);
  draw_grid(stage, view, draft, month);
  if (draft.day) draw_day(stage, view, *draft.day);
}

}  // namespace kindling::app
