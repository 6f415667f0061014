#include <array>

#include "core/codec/ics_reader.hpp"
#include "core/talk/kind_refusals.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

std::string when_words(const Session& session, const Plan& plan) {
  std::string words = time_words(plan.start, current_date(session)) + ", " + length_words(plan.length);
  if (plan.zone != session.zone().name()) words += ", " + plan.zone + " time";
  return words;
}

Result<void> show_ref(Session& session, Kindling& home, const EntityRef& ref) {
  const auto plan = home.plans().get(ref);
  if (!plan) return plan.error();
  if (session.json()) return session.print_json(plan_json(home.context(), *plan)), Result<void>();
  const Style& style = session.style();
  session.print(style.strong(plan->title) + "  " + style.faint(short_id(ref.id)) + "\n");
  Columns rows;
  rows.add({"when", when_words(session, *plan)});
  rows.add({"state", std::string(name_of(plan->state))});
  if (!plan->place.empty()) rows.add({"place", plan->place});
  for (const PlanTask& task : plan->tasks) {
    const auto due = due_date(*plan, task);
    const std::string by = due ? "  by " + date_words(*due, current_date(session)) : std::string();
    rows.add({"task " + std::to_string(task.number), task.title + by + (task.done ? "  (done)" : "")});
  }
  for (const PlanItem& item : plan->items)
    rows.add({"item " + std::to_string(item.number), item.title + (item.done ? "  (have it)" : "")});
  if (!plan->note.empty()) rows.add({"note", one_line(plan->note)});
  session.print(rows.text("  "));
  return {};
}

Result<void> add(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  AddPlan command;
  command.title = arguments.text("TITLE");
  command.start = read.value("--start", parse_date_time);
  command.zone = arguments.text("--zone");
  command.length = read.value("--for", parse_length, std::chrono::minutes(120));
  command.place = arguments.text("--place");
  command.tasks = arguments.all("--task");
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  command.items = arguments.all("--item");
  if (arguments.has("--idea")) {
    const auto idea = (*home)->library().find(arguments.text("--idea"));
    if (!idea) return Error{idea.error().code, "--idea: " + idea.error().message};
    const std::chrono::minutes length = command.length;
    command.idea = idea->content.id;
    if (!arguments.has("--bare")) fill_from_idea(command, idea->content);
    if (arguments.has("--for") || arguments.has("--bare")) command.length = length;
  }
  const auto changes = (*home)->plans().add(command);
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::plan);
  if (!ref) return ref.error();
  return show_ref(session, **home, *ref);
}

Result<void> list(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto plans = (*home)->plans().list();
  if (!plans) return plans.error();
  if (session.json()) return session.print_json(plans_json((*home)->context(), *plans)), Result<void>();
  Columns rows;
  for (const Plan& plan : *plans) {
    rows.add({session.style().faint(short_id(plan.id.bytes)), one_line(plan.title, 40), when_words(session, plan),
              std::string(name_of(plan.state))});
  }
  session.print(rows.empty() ? "No plans yet. `kindling plan free` finds an evening.\n" : rows.text());
  return {};
}

Result<EntityRef> plan_of(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  return subject(**home, EntityKind::plan, arguments);
}

template <class Act>
Result<void> act(Session& session, const Arguments& arguments, Act&& act_on) {
  const auto ref = plan_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  if (const Result<Changes> changes = act_on(home.plans(), *ref); !changes) return changes.error();
  return show_ref(session, home, *ref);
}

Result<void> show(Session& session, const Arguments& arguments) {
  const auto ref = plan_of(session, arguments);
  if (!ref) return ref.error();
  return show_ref(session, **session.home(), *ref);
}
Result<void> accept(Session& session, const Arguments& arguments) {
  return act(session, arguments, [](PlanService& plans, const EntityRef& ref) { return plans.accept(ref); });
}
Result<void> decline(Session& session, const Arguments& arguments) {
  return act(session, arguments, [](PlanService& plans, const EntityRef& ref) { return plans.decline(ref); });
}
Result<void> cancel(Session& session, const Arguments& arguments) {
  auto done = act(session, arguments, [](PlanService& plans, const EntityRef& ref) { return plans.cancel(ref); });
  if (!done || session.json()) return done;
  session.print("\nTo say it kindly, if you like; nobody sends it for you:\n");
  for (const KindRefusal& refusal : kind_refusals()) session.print(wrapped(refusal.sentence, "  "));
  session.print("`kindling plan move` proposes another time.\n");
  return {};
}
Result<void> finish(Session& session, const Arguments& arguments) {
  return act(session, arguments,
             [&](PlanService& plans, const EntityRef& ref) { return plans.finish(ref, arguments.text("--note")); });
}
Result<void> finish_task(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto number = read.number("NUMBER", 1, kLastTask);
  if (!read.ok()) return read.error();
  return act(session, arguments,
             [&](PlanService& plans, const EntityRef& ref) { return plans.finish_task(ref, *number); });
}
Result<void> unfinish_task(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto number = read.number("NUMBER", 1, kLastTask);
  if (!read.ok()) return read.error();
  return act(session, arguments,
             [&](PlanService& plans, const EntityRef& ref) { return plans.unfinish_task(ref, *number); });
}
Result<void> remove_task(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto number = read.number("NUMBER", 1, kLastTask);
  if (!read.ok()) return read.error();
  return act(session, arguments,
             [&](PlanService& plans, const EntityRef& ref) { return plans.remove_task(ref, *number); });
}
Result<void> add_task(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto due = read.optional("--due", parse_date);
  if (!read.ok()) return read.error();
  return act(session, arguments, [&](PlanService& plans, const EntityRef& ref) -> Result<Changes> {
    std::optional<int> days;
    if (due) {
      const auto plan = plans.get(ref);
      if (!plan) return plan.error();
      const auto before = (date_of(plan->start) - *due).count();
      if (before < 0 || before > kMostDaysBefore)
        return invalid("--due: a task is due on the plan's day or up to 365 days before it");
      days = static_cast<int>(before);
    }
    return plans.add_task(ref, arguments.text("TEXT"), days);
  });
}
Result<void> add_item(Session& session, const Arguments& arguments) {
  return act(session, arguments,
             [&](PlanService& plans, const EntityRef& ref) { return plans.add_item(ref, arguments.text("TEXT")); });
}
template <Result<Changes> (PlanService::*change)(const EntityRef&, int)>
Result<void> change_item(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto number = read.number("NUMBER", 1, kLastTask);
  if (!read.ok()) return read.error();
  return act(session, arguments,
             [&](PlanService& plans, const EntityRef& ref) { return (plans.*change)(ref, *number); });
}
// What is still to get, a line each: to be pasted into any list.
Result<void> shopping(Session& session, const Arguments& arguments) {
  const auto ref = plan_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  const auto plan = home.plans().get(*ref);
  if (!plan) return plan.error();
  if (session.json()) return session.print_json(shopping_json(*plan)), Result<void>();
  for (const PlanItem& item : plan->items) {
    if (!item.done) session.print(item.title + "\n");
  }
  return {};
}
Result<void> again(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const LocalDateTime start = read.value("--start", parse_date_time);
  if (!read.ok()) return read.error();
  const auto ref = plan_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  const auto changes = home.plans().again(*ref, start);
  if (!changes) return changes.error();
  const auto made = touched(*changes, EntityKind::plan);
  if (!made) return made.error();
  return show_ref(session, home, *made);
}
Result<void> edit(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  EditPlan command;
  command.title = arguments.optional_text("--title");
  command.place = arguments.optional_text("--place");
  command.length = read.optional("--for", parse_length);
  if (!read.ok()) return read.error();
  return act(session, arguments, [&](PlanService& plans, const EntityRef& ref) { return plans.edit(ref, command); });
}
Result<void> remove(Session& session, const Arguments& arguments) {
  const auto ref = plan_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  const auto plan = home.plans().get(*ref);
  if (!plan) return plan.error();
  if (const auto changes = home.plans().remove(*ref); !changes) return changes.error();
  if (session.json()) return session.print_json(plan_json(home.context(), *plan)), Result<void>();
  session.print("Removed. `kindling undo` brings it back.\n");
  return {};
}
Result<void> move(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  MovePlan command;
  command.start = read.value("--start", parse_date_time);
  command.zone = arguments.optional_text("--zone");
  command.length = read.optional("--for", parse_length);
  if (!read.ok()) return read.error();
  return act(session, arguments, [&](PlanService& plans, const EntityRef& ref) { return plans.move(ref, command); });
}

// What calendars and own plans that are proposed or accepted take.
Result<std::vector<Busy>> busy_stretches(Session& session, Kindling& home, const std::vector<std::string>& calendars,
                                         std::chrono::sys_seconds from, std::chrono::sys_seconds to) {
  std::vector<Busy> busy;
  for (const std::string& path : calendars) {
    const auto bytes = session.files().read(path, kIcsByteLimit);
    if (!bytes) return Error{bytes.error().code, "--calendar: the file isn't there or can't be read"};
    const auto calendar = read_ics(text_of(*bytes), session.zones());
    if (!calendar) return Error{calendar.error().code, "--calendar: " + calendar.error().message};
    const auto taken = busy_times(*calendar, session.zones(), session.zone(), from, to);
    busy.insert(busy.end(), taken.begin(), taken.end());
  }
  const auto plans = home.plans().list();
  if (!plans) return plans.error();
  for (const Plan& plan : *plans) {
    if (plan.state != PlanState::proposed && plan.state != PlanState::accepted) continue;
    const auto begin = std::chrono::floor<std::chrono::seconds>(plan.at);
    if (begin < to && begin + plan.length > from) busy.push_back({begin, begin + plan.length});
  }
  return busy;
}

Result<void> free(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  SlotQuery query;
  query.days = read.number("--days", 1, 3660).value_or(14);
  query.length = read.value("--length", parse_length, std::chrono::minutes(120));
  query.between =
      read.value("--between", parse_time_range, LocalTimeRange{{std::chrono::hours(18)}, {std::chrono::hours(23)}});
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  query.first_day = current_date(session);
  const auto now = std::chrono::floor<std::chrono::seconds>(session.now());
  // A window may cross midnight, so a day more.
  const auto end = to_instant(LocalDateTime(query.first_day + std::chrono::days(query.days + 2)), session.zone());
  auto busy = busy_stretches(session, **home, arguments.all("--calendar"), now, end);
  if (!busy) return busy.error();
  const auto slots = free_slots(std::move(*busy), query, session.zone(), now);
  if (session.json()) return session.print_json(slots_json((*home)->context(), slots)), Result<void>();
  const LocalDate today = current_date(session);
  Columns rows;
  for (const Slot& slot : slots) {
    rows.add(
        {time_words(local_of(session, slot.begin), today) + " to " + to_string(time_of(local_of(session, slot.end))),
         length_words(std::chrono::floor<std::chrono::minutes>(slot.end - slot.begin))});
  }
  session.print(rows.empty() ? "No free time of that length. A shorter --length or more --days may find some.\n"
                             : rows.text());
  return {};
}

constexpr Parameter kId{"ID", "", "its id, or the first characters of it", true};
constexpr Parameter kStart{"--start", "TIME", "wall time it begins, such as 2026-11-27T19:00", true};
constexpr Parameter kZone{"--zone", "ZONE", "the zone of that wall time; else the device's"};
constexpr Parameter kFor{"--for", "LENGTH", "how long; else 2h"};
constexpr auto kAdd =
    std::to_array<Parameter>({{"TITLE", "", "what you plan, at most 200 characters", true},
                              kStart,
                              kZone,
                              kFor,
                              {"--idea", "ID", "the idea that it comes from, with its tasks and what it needs"},
                              {"--place", "TEXT", "where"},
                              {"--task", "TEXT", "something to prepare; may be given several times", false, true},
                              {"--item", "TEXT", "something to have ready; may be given several times", false, true},
                              {"--bare", "", "with --idea: none of its tasks and things to have ready"}});
constexpr auto kIdOnly = std::to_array<Parameter>({kId});
constexpr auto kMove = std::to_array<Parameter>({kId, kStart, kZone, {"--for", "LENGTH", "how long; else as before"}});
constexpr auto kDone = std::to_array<Parameter>({kId, {"--note", "TEXT", "how it was"}});
constexpr auto kTask = std::to_array<Parameter>({kId, {"NUMBER", "", "the number of the task", true}});
constexpr auto kNewTask = std::to_array<Parameter>(
    {kId, {"TEXT", "", "something to prepare", true}, {"--due", "DATE", "by when; it moves along with the plan"}});
constexpr auto kItem = std::to_array<Parameter>({kId, {"NUMBER", "", "its number in the list", true}});
constexpr auto kNewItem = std::to_array<Parameter>({kId, {"TEXT", "", "something to have ready", true}});
constexpr auto kAgain = std::to_array<Parameter>({kId, kStart});
constexpr auto kEdit = std::to_array<Parameter>({kId,
                                                 {"--title", "TEXT", "a new title"},
                                                 {"--place", "TEXT", "where; empty takes it away"},
                                                 {"--for", "LENGTH", "how long"}});
constexpr auto kFree = std::to_array<Parameter>(
    {{"--days", "N", "how many days to look at; else 14"},
     {"--length", "LENGTH", "at least how long; else 2h"},
     {"--between", "HH:MM-HH:MM", "the time of day; else 18:00-23:00"},
     {"--calendar", "FILE", "a calendar (iCalendar) whose events are busy; may be given several times", false, true}});
constexpr auto kChildren = std::to_array<Command>({
    {"add", "propose a date", kAdd, add, {}},
    {"list", "all plans", {}, list, {}},
    {"show", "one plan", kIdOnly, show, {}},
    {"accept", "say yes", kIdOnly, accept, {}},
    {"decline", "say no, without a reason", kIdOnly, decline, {}},
    {"move", "propose another time", kMove, move, {}},
    {"cancel", "call it off", kIdOnly, cancel, {}},
    {"done", "it was; with a note if you like", kDone, finish, {}},
    {"edit", "change words and length; `move` changes the time", kEdit, edit, {}},
    {"remove", "remove a plan", kIdOnly, remove, {}},
    {"task", "tick off a task", kTask, finish_task, {}},
    {"task-undone", "take back that a task was ticked off", kTask, unfinish_task, {}},
    {"task-add", "add a task", kNewTask, add_task, {}},
    {"task-remove", "remove a task", kTask, remove_task, {}},
    {"shopping", "what is still to get, a line each", kIdOnly, shopping, {}},
    {"item", "tick off what you have", kItem, change_item<&PlanService::finish_item>, {}},
    {"item-undone", "put it back on the list", kItem, change_item<&PlanService::unfinish_item>, {}},
    {"item-add", "add something to have ready", kNewItem, add_item, {}},
    {"item-remove", "take something off the list", kItem, change_item<&PlanService::remove_item>, {}},
    {"again", "the same once more, as a new plan", kAgain, again, {}},
    {"free", "find free time", kFree, free, {}},
});

}  // namespace

Command plan_commands() noexcept {
  return {"plan", "time together: proposal, yes, the evening", {}, nullptr, kChildren};
}

}  // namespace kindling::cli
