#include "app/screens/plan_sheet.hpp"

#include <algorithm>
#include <array>

#include "app/screens/form.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr ui::Step kHue = ui::Step::time;
constexpr std::array<int, 5> kLengths{60, 90, 120, 180, 240};

void draw_title(Stage& stage, const PlanSheetView& view, PlanSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  focus_first(stage, "title", draft.focused);
  const auto event = ui::text_field(ui, "title", draft.title,
                                    {.label = ui.tr("What will it be?"),
                                     .placeholder = ui.tr("Pasta and a long walk"),
                                     .limit = kTitleLimit,
                                     .error = missing_words(ui.tr, draft.missing)});
  if (event == ui::FieldEvent::changed) {
    draft.touched = true;
    draft.missing = false;
  }
  if (view.idea_text.empty()) return;
  ui.space(8);
  ui::note(ui, view.idea_text);
}

void draw_time(Stage& stage, const PlanSheetView& view, PlanSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  bool moved = date_field(stage, "date", draft.date, {.label = ui.tr("Day"), .least = stage.today, .hue = kHue});
  ui.space(kFieldGap);
  moved = time_field(stage, "time", ui.tr("From"), draft.time, kHue) || moved;
  ui.space(kFieldGap);
  ui::field_label(ui, ui.tr("How long?"));
  moved = ui::length_chips(ui, "length", draft.length,
                           {.label = ui.tr("How long?"),
                            .minutes = kLengths,
                            .hue = kHue,
                            .spoken = [&](std::chrono::minutes length) { return stage.format.length(length); }}) ||
          moved;
  if (moved) {
    draft.touched = true;
    draft.past = false;
  }
  if (draft.past) {
    ui.space(8);
    ui::error_note(ui, ui.tr("That time has passed; a later one would be right"));
  }
  if (view.old && at(draft.date.date, draft.time.time) != view.old->start) {
    ui.space(6);
    ui::note(ui, ui.tr("A new time asks for both of your yeses again."));
  }
}

void draw_task(Stage& stage, PlanSheetDraft& draft, std::size_t index) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const PlanTaskDraft& task = draft.tasks[index];
  std::string title = task.title;
  if (task.days_before) {
    const LocalDate due = std::max(draft.date.date - std::chrono::days(*task.days_before), stage.today);
    title = ui.tr("{task}, by {weekday} {date}", {{"task", task.title},
                                                  {"weekday", stage.format.short_weekday(std::chrono::weekday(due))},
                                                  {"date", stage.format.short_date(due)}});
  }
  const float wrap = ui.column().width() - ui.dp(76);
  const float words = paint.height(Face::body, title, wrap);
  const ui::Box line = ui.take(std::max(ui.dp(48), words + ui.dp(16)));
  const float middle = (line.top + line.bottom) / 2;
  paint.circle(line.left + ui.dp(8), middle, ui.dp(4), t.time.strong);
  paint.wrapped(Face::body, line.left + ui.dp(24), middle - words / 2, wrap, t.ink, title);
  ui.say(ui::Role::list_item, ui.id("words"), line, title);
  if (ui::icon_button(ui, "drop", Icon::x, ui.tr("Leave out {task}", {{"task", task.title}}), line.right - ui.dp(24),
                      middle, {.on_surface = false, .colour = t.soft_ink})) {
    draft.tasks.erase(draft.tasks.begin() + static_cast<std::ptrdiff_t>(index));
    draft.touched = true;
  }
}

void add_task(PlanSheetDraft& draft) {
  const std::string title(trimmed_view(draft.task.text()));
  if (!title.empty()) draft.tasks.push_back({0, title});
  draft.task.set({});
}

void draw_tasks(Stage& stage, PlanSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui::field_label(ui, ui.tr("To get ready"));
  // What is left out shifts the others: they are drawn again in the next frame.
  for (std::size_t i = 0; i < draft.tasks.size(); ++i) {
    const ui::Scope scope(ui, "task" + std::to_string(i));
    const std::size_t before = draft.tasks.size();
    draw_task(stage, draft, i);
    if (draft.tasks.size() < before) break;
  }
  const auto event = ui::text_field(ui, "task", draft.task,
                                    {.label = ui.tr("Another task"),
                                     .placeholder = ui.tr("Book a table, then Enter"),
                                     .limit = kTitleLimit,
                                     .show_label = false});
  if (event == ui::FieldEvent::changed) draft.touched = true;
  if (event == ui::FieldEvent::entered) add_task(draft);
}

void draw_items(Stage& stage, const PlanSheetDraft& draft) {
  if (draft.items.empty()) return;
  ui::Ui& ui = stage.ui;
  std::string words;
  for (const std::string& item : draft.items) words += (words.empty() ? "" : " · ") + item;
  ui.space(kFieldGap);
  ui::field_label(ui, ui.tr("To have ready"));
  ui::paragraph(ui, words);
  ui.space(2);
  ui::note(ui, ui.tr("It becomes a list to tick off and to copy."));
}

void save_new(Stage& stage, const PlanSheetView& view, const PlanSheetDraft& draft) {
  AddPlan act{.title = std::string(trimmed_view(draft.title.text())),
              .start = at(draft.date.date, draft.time.time),
              .zone = {},
              .length = draft.length,
              .idea = view.idea,
              .place = std::string(trimmed_view(draft.place.text())),
              .tasks = {}};
  for (const PlanTaskDraft& task : draft.tasks) {
    if (task.days_before) {
      act.errands.push_back({task.title, *task.days_before});
    } else {
      act.tasks.push_back(task.title);
    }
  }
  act.items = draft.items;
  stage.out.emplace_back(std::move(act));
}

void save_old(Stage& stage, const PlanSheetView& view, const PlanSheetDraft& draft) {
  const Plan& old = *view.old;
  ChangePlan act{.ref = *view.ref, .edit = {}};
  const std::string title(trimmed_view(draft.title.text()));
  const std::string place(trimmed_view(draft.place.text()));
  if (title != old.title) act.edit.title = title;
  if (place != old.place) act.edit.place = place;
  if (draft.length != old.length) act.edit.length = draft.length;
  const LocalDateTime start = at(draft.date.date, draft.time.time);
  // One that was called off is proposed anew, also for the same time.
  if (start != old.start || !is_open(old)) act.move = MovePlan{.start = start, .zone = {}, .length = {}};
  for (const PlanTask& task : old.tasks) {
    const bool stays = std::any_of(draft.tasks.begin(), draft.tasks.end(),
                                   [&](const PlanTaskDraft& kept) { return kept.number == task.number; });
    if (!stays) act.without.push_back(task.number);
  }
  for (const PlanTaskDraft& task : draft.tasks) {
    if (task.number == 0) act.with.push_back(task.title);
  }
  stage.out.emplace_back(std::move(act));
}

}  // namespace

void draw_plan_sheet(Stage& stage, const PlanSheetView& view, PlanSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "plan");
  draw_title(stage, view, draft);
  ui.space(kFieldGap);
  draw_time(stage, view, draft);
  ui.space(kFieldGap);
  if (ui::text_field(
          ui, "place", draft.place,
          {.label = ui.tr("Where?"), .placeholder = ui.tr("At home, by the river…"), .limit = kTitleLimit}) ==
      ui::FieldEvent::changed) {
    draft.touched = true;
  }
  ui.space(kFieldGap);
  draw_tasks(stage, draft);
  draw_items(stage, draft);
  ui.space(20);
  if (ui::button(ui, "save", view.old ? ui.tr("Save") : ui.tr("Propose this date"), {.hue = kHue})) {
    add_task(draft);
    const LocalDateTime start = at(draft.date.date, draft.time.time);
    draft.missing = trimmed_view(draft.title.text()).empty();
    draft.past = start <= stage.now && !(view.old && view.old->start == start);
    if (!draft.missing && !draft.past) {
      if (view.old) {
        save_old(stage, view, draft);
      } else {
        save_new(stage, view, draft);
      }
      stage.out.emplace_back(Saved{});
    }
  }
  if (view.old && remove_button(ui)) {
    stage.out.emplace_back(Remove{*view.ref});
    stage.out.emplace_back(Saved{});
  }
}

Result<void> PlanSheet::fill_from_idea(Kindling& home, LocalDate today) {
  auto idea = home.library().find(item_);
  if (!idea) return idea.error();
  const Content& content = idea->content;
  AddPlan plan;
  ::kindling::fill_from_idea(plan, content);
  view_.idea = plan.idea;
  draft_.title.set(plan.title);
  if (!content.title.empty()) view_.idea_text = content.text;
  draft_.length = plan.length;
  for (const DatedTask& errand : plan.errands) draft_.tasks.push_back({0, errand.title, errand.days_before});
  draft_.items = plan.items;
  const LocalDateTime start = likely_start(content, today);
  draft_.date.date = date_of(start);
  draft_.time.time = time_of(start);
  return {};
}

// The same day of the week, at the same hour.
Result<void> PlanSheet::fill_from_plan(Kindling& home, LocalDate today) {
  const auto plan = home.plans().get(*source_);
  if (!plan) return plan.error();
  view_.idea = plan->idea;
  draft_.title.set(plan->title);
  draft_.place.set(plan->place);
  draft_.length = plan->length;
  for (const PlanTask& task : plan->tasks) draft_.tasks.push_back({0, task.title, task.days_before});
  for (const PlanItem& item : plan->items) draft_.items.push_back(item.title);
  const LocalDate tomorrow = today + std::chrono::days(1);
  draft_.date.date = tomorrow + (std::chrono::weekday(date_of(plan->start)) - std::chrono::weekday(tomorrow));
  draft_.time.time = time_of(plan->start);
  return {};
}

Result<void> PlanSheet::read(Kindling& home, const Format&) {
  // What is changed is what the fields were filled with: what somebody else changed meanwhile stays.
  if (filled_) return {};
  if (view_.ref) {
    auto plan = home.plans().get(*view_.ref);
    if (!plan) return plan.error();
    view_.old = std::move(*plan);
  }
  auto today = home.settings().today();
  if (!today) return today.error();
  filled_ = true;
  const LocalDateTime usual = likely_start({}, *today);
  draft_.date.date = date_of(usual);
  draft_.time.time = time_of(usual);
  if (view_.old) {
    const Plan& old = *view_.old;
    draft_.title.set(old.title);
    draft_.place.set(old.place);
    draft_.date.date = date_of(old.start);
    draft_.time.time = time_of(old.start);
    draft_.length = old.length;
    for (const PlanTask& task : old.tasks) draft_.tasks.push_back({task.number, task.title, task.days_before});
    return {};
  }
  if (source_) return fill_from_plan(home, *today);
  if (item_.empty() || item_ == "again") return {};
  if (const auto start = parse_date_time(item_)) {
    draft_.date.date = date_of(*start);
    draft_.time.time = time_of(*start);
    return {};
  }
  return fill_from_idea(home, *today);
}

}  // namespace kindling::app
