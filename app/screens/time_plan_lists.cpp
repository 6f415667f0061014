// What a plan needs: tasks with their days, and the list of what to have ready.
#include <algorithm>
#include <functional>

#include "app/screens/form.hpp"
#include "app/screens/time_plan.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

std::string_view list_title(const ui::Strings& tr, const std::string& idea) {
  if (idea.starts_with("cooking.")) return tr("Shopping list");
  if (idea.starts_with("getaway.")) return tr("To pack");
  return tr("To have ready");
}

// "by Tue 24 Nov"; what is past asks for nothing but to be done now.
std::string by_words(const Format& format, LocalDate due, LocalDate today, bool done) {
  const ui::Strings& tr = format.tr();
  if (!done && due < today) return std::string(tr("now would be good"));
  if (due == today) return std::string(tr("by today"));
  return tr("by {weekday} {date}",
            {{"weekday", format.short_weekday(std::chrono::weekday(due))}, {"date", format.short_date(due)}});
}

// A row that is ticked, and taken away with a swipe.
ui::RowEvent draw_line(ui::Ui& ui, std::string_view name, const PlanLineView& line) {
  const ui::RowLook look{
      .title = line.title, .subtitle = line.by, .done = line.done, .card = false, .swipe_left = ui.tr("Remove")};
  return ui::row(ui, name, look);
}

// A field for one more, with a button as soon as something is written; true where it is to be added.
struct NewLine {
  std::string_view field, label, placeholder, button;
};
bool is_to_add(Stage& stage, const NewLine& look, ui::TextEdit& edit, const std::function<void()>& more = {}) {
  ui::Ui& ui = stage.ui;
  ui.space(8);
  const auto event = ui::text_field(
      ui, look.field, edit, {.label = look.label, .placeholder = look.placeholder, .limit = 200, .show_label = false});
  if (trimmed_view(edit.text()).empty()) return false;
  if (more) more();
  ui.space(8);
  const bool pressed = ui::button(ui, look.button, ui.tr("Add it"),
                                  {.style = ui::ButtonStyle::tinted, .icon = Icon::plus, .hue = ui::Step::time});
  return pressed || event == ui::FieldEvent::entered;
}

void draw_days(ui::Ui& ui, std::optional<int>& days) {
  ui.space(8);
  ui::field_label(ui, ui.tr("By when?"));
  ui::Chips chips(ui, "days", ui.tr("By when?"));
  const auto choice = [&](std::string_view name, std::string_view label, int value) {
    if (chips.chip(name, label, days == value, ui::Step::time)) days = days == value ? std::optional<int>() : value;
  };
  choice("day", ui.tr("The day itself"), 0);
  choice("one", ui.tr("A day before"), 1);
  choice("three", ui.tr("3 days before"), 3);
  choice("week", ui.tr("A week before"), 7);
  choice("fortnight", ui.tr("2 weeks before"), 14);
}

}  // namespace

void read_plan_lines(const Format& format, const Plan& plan, LocalDate today, PlanModel& view) {
  std::vector<PlanTask> tasks = plan.tasks;
  std::stable_sort(tasks.begin(), tasks.end(), [](const PlanTask& a, const PlanTask& b) {
    return a.days_before.value_or(-1) > b.days_before.value_or(-1);
  });
  for (const PlanTask& task : tasks) {
    const auto due = due_date(plan, task);
    view.tasks.push_back(
        {task.number, task.title, due ? by_words(format, *due, today, task.done) : std::string(), task.done});
    view.done += task.done ? 1 : 0;
  }
  view.prepared = format.tr()("{done} of {all} prepared",
                              {{"done", std::to_string(view.done)}, {"all", std::to_string(tasks.size())}});
  view.list_title = list_title(format.tr(), plan.idea);
  for (const PlanItem& item : plan.items) {
    view.items.push_back({item.number, item.title, {}, item.done});
    if (!item.done) view.list_text += item.title + "\n";
  }
}

void draw_plan_tasks(Stage& stage, const PlanModel& view, PlanDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "tasks", ui.tr("To prepare"));
  ui::heading(ui, ui.tr("To prepare"));
  if (!view.tasks.empty()) {
    ui.space(8);
    ui::progress_bar(ui, "progress", view.prepared,
                     static_cast<float>(view.done) / static_cast<float>(view.tasks.size()), ui::Step::time);
    ui.space(6);
    ui::note(ui, view.prepared);
    ui.space(4);
  }
  for (const PlanLineView& task : view.tasks) {
    const ui::RowEvent event = draw_line(ui, "task" + std::to_string(task.number), task);
    if (event == ui::RowEvent::swiped_left) stage.out.emplace_back(RemoveTask{*view.ref, task.number});
    if (event != ui::RowEvent::ticked) continue;
    if (task.done) {
      stage.out.emplace_back(UnfinishTask{*view.ref, task.number});
    } else {
      stage.out.emplace_back(FinishTask{*view.ref, task.number});
    }
  }
  const NewLine look{"new_task", ui.tr("Add something"), ui.tr("Book a table, buy candles"), "add_task"};
  if (!is_to_add(stage, look, draft.task, [&] { draw_days(ui, draft.task_days); })) return;
  stage.out.emplace_back(AddTask{*view.ref, draft.task.text(), draft.task_days});
  draft.task.set({});
  draft.task_days.reset();
}

void draw_plan_items(Stage& stage, const PlanModel& view, PlanDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "items", view.list_title);
  ui::heading(ui, view.list_title);
  ui.space(4);
  for (const PlanLineView& item : view.items) {
    const ui::RowEvent event = draw_line(ui, "item" + std::to_string(item.number), item);
    if (event == ui::RowEvent::swiped_left) stage.out.emplace_back(RemoveItem{*view.ref, item.number});
    if (event == ui::RowEvent::ticked) stage.out.emplace_back(TickItem{*view.ref, item.number, !item.done});
  }
  const NewLine look{"new_item", ui.tr("Another thing to get"), ui.tr("Lemons, a candle"), "add_item"};
  if (is_to_add(stage, look, draft.item)) {
    stage.out.emplace_back(AddItem{*view.ref, draft.item.text()});
    draft.item.set({});
  }
  if (view.list_text.empty()) return;
  ui.space(8);
  if (ui::button(ui, "copy", ui.tr("Copy the list"),
                 {.style = ui::ButtonStyle::plain, .icon = Icon::copy, .hue = ui::Step::time})) {
    ui.clipboard.write(view.list_text);
    stage.out.emplace_back(Say{std::string(ui.tr("Copied"))});
  }
}

}  // namespace kindling::app
