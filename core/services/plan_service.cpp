#include "core/services/plan_service.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/recurrence/schedule.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

constexpr std::chrono::minutes kLongest{31 * 24 * 60};
constexpr std::size_t kMostTasks = 100;

Bytes task_key(int number) {
  return {static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number & 0xFF)};
}
int number_of(ByteView key) { return key.size() < 2 ? 0 : (key[0] << 8) | key[1]; }

Result<void> check_words(const Plan& plan) {
  if (auto checked = check_title(plan.title, "a plan's title"); !checked) return checked;
  return check_note(plan.place, "a place", kTitleLimit);
}

Result<void> check_length(std::chrono::minutes length) {
  if (length >= std::chrono::minutes(1) && length <= kLongest) return {};
  return invalid("a plan lasts from 1m to 31d");
}

// Checks zone and length and sets the instant that they come to.
Result<void> settle_time(const Context& context, Plan& plan) {
  if (plan.zone.empty()) plan.zone = context.zone.name();
  const TimeZone* zone = context.zones.find(plan.zone);
  if (zone == nullptr) return invalid("there is no such time zone; use an IANA name such as Europe/Berlin");
  if (auto checked = check_length(plan.length); !checked) return checked;
  plan.at = to_instant(plan.start, *zone);
  return {};
}

void read_tasks(Tables& tables, Plan& plan) {
  for (const Element& element : tables.elements(plan.id.bytes, Plan::kTasks)) {
    PlanTask& task = plan.tasks.emplace_back();
    task.number = number_of(element.key);
    from_field(element.value, task.title);
    task.done = tables.has_element(plan.id.bytes, Plan::kTasksDone, element.key);
  }
}

std::int64_t milliseconds_of(Instant instant) { return instant.time_since_epoch().count(); }

bool is_open(const Plan& plan) { return plan.state == PlanState::proposed || plan.state == PlanState::accepted; }

}  // namespace

Result<Changes> PlanService::add(const AddPlan& command) {
  Plan plan;
  plan.title = command.title;
  plan.start = command.start;
  plan.zone = command.zone;
  plan.length = command.length;
  plan.idea = command.idea;
  plan.place = command.place;
  if (auto checked = check_words(plan); !checked) return checked.error();
  if (command.tasks.size() > kMostTasks) return invalid("a plan has at most 100 tasks");
  for (const std::string& task : command.tasks) {
    if (auto checked = check_title(task, "a task"); !checked) return checked.error();
  }
  if (auto settled = settle_time(context_, plan); !settled) return settled.error();
  return context_.couple.transact(Verb::add_plan, [&](Writer& writer) -> Result<void> {
    plan.id.bytes = writer.new_id();
    save(writer, plan);
    int number = 0;
    for (const std::string& task : command.tasks)
      writer.add_element(Plan::kKind, plan.id.bytes, Plan::kTasks, task_key(++number), task);
    return {};
  });
}

Result<Changes> PlanService::change_state(const EntityRef& ref, PlanState state, Verb verb, const std::string* note) {
  return context_.couple.transact(verb, [&](Writer& writer) -> Result<void> {
    auto plan = require<Plan>(writer.tables(), ref);
    if (!plan) return plan.error();
    if (!is_open(*plan) && plan->state != state) {
      return invalid("this plan is " + std::string(name_of(plan->state)) + " already; move it to propose it again");
    }
    plan->state = state;
    if (note != nullptr) plan->note = *note;
    save(writer, *plan);
    return {};
  });
}

Result<Changes> PlanService::accept(const EntityRef& plan) {
  return change_state(plan, PlanState::accepted, Verb::accept_plan, nullptr);
}
Result<Changes> PlanService::decline(const EntityRef& plan) {
  return change_state(plan, PlanState::declined, Verb::decline_plan, nullptr);
}
Result<Changes> PlanService::cancel(const EntityRef& plan) {
  return change_state(plan, PlanState::cancelled, Verb::cancel_plan, nullptr);
}

Result<Changes> PlanService::finish(const EntityRef& plan, const std::string& note) {
  if (auto checked = check_note(note, "a note"); !checked) return checked.error();
  return change_state(plan, PlanState::done, Verb::finish_plan, note.empty() ? nullptr : &note);
}

Result<Changes> PlanService::move(const EntityRef& ref, const MovePlan& command) {
  return context_.couple.transact(Verb::move_plan, [&](Writer& writer) -> Result<void> {
    auto plan = require<Plan>(writer.tables(), ref);
    if (!plan) return plan.error();
    plan->start = command.start;
    if (command.zone) plan->zone = *command.zone;
    if (command.length) plan->length = *command.length;
    plan->state = PlanState::proposed;
    if (auto settled = settle_time(context_, *plan); !settled) return settled;
    save(writer, *plan);
    return {};
  });
}

Result<Changes> PlanService::edit(const EntityRef& ref, const EditPlan& command) {
  return context_.couple.transact(Verb::edit_plan, [&](Writer& writer) -> Result<void> {
    auto plan = require<Plan>(writer.tables(), ref);
    if (!plan) return plan.error();
    if (command.title) plan->title = *command.title;
    if (command.place) plan->place = *command.place;
    if (command.length) plan->length = *command.length;
    if (auto checked = check_words(*plan); !checked) return checked;
    if (auto checked = check_length(plan->length); !checked) return checked;
    save(writer, *plan);
    return {};
  });
}

Result<Changes> PlanService::remove(const EntityRef& ref) {
  return context_.couple.transact(Verb::remove_plan, [&](Writer& writer) -> Result<void> {
    if (auto plan = require<Plan>(writer.tables(), ref); !plan) return plan.error();
    writer.set_alive(Plan::kKind, ref.id, false);
    return {};
  });
}

Result<Changes> PlanService::add_task(const EntityRef& ref, const std::string& title) {
  if (auto checked = check_title(title, "a task"); !checked) return checked.error();
  return context_.couple.transact(Verb::add_task, [&](Writer& writer) -> Result<void> {
    if (auto plan = require<Plan>(writer.tables(), ref); !plan) return plan.error();
    const auto tasks = writer.tables().elements(ref.id, Plan::kTasks);
    if (tasks.size() >= kMostTasks) return invalid("a plan has at most 100 tasks");
    int number = tasks.empty() ? 1 : number_of(tasks.back().key) + 1;
    // Also past those that were removed: a tick of the other device may still be on its way to one of them.
    while (number <= kLastTask && writer.tables().element(ref.id, Plan::kTasks, task_key(number))) ++number;
    if (number > kLastTask) return invalid("this plan has had too many tasks; make a new plan");
    writer.add_element(Plan::kKind, ref.id, Plan::kTasks, task_key(number), title);
    return {};
  });
}

Result<Changes> PlanService::change_task(const EntityRef& ref, int number, Verb verb,
                                         const std::function<void(Writer&, const Bytes& key)>& apply) {
  return context_.couple.transact(verb, [&](Writer& writer) -> Result<void> {
    auto plan = require<Plan>(writer.tables(), ref);
    if (!plan) return plan.error();
    if (number < 1 || number > kLastTask || !writer.tables().has_element(ref.id, Plan::kTasks, task_key(number)))
      return not_found("this plan has no task of that number");
    apply(writer, task_key(number));
    return {};
  });
}

Result<Changes> PlanService::finish_task(const EntityRef& ref, int number) {
  return change_task(ref, number, Verb::finish_task, [&](Writer& writer, const Bytes& key) {
    writer.add_element(Plan::kKind, ref.id, Plan::kTasksDone, key);
  });
}

Result<Changes> PlanService::unfinish_task(const EntityRef& ref, int number) {
  return change_task(ref, number, Verb::unfinish_task, [&](Writer& writer, const Bytes& key) {
    writer.remove_element(Plan::kKind, ref.id, Plan::kTasksDone, key);
  });
}

Result<Changes> PlanService::remove_task(const EntityRef& ref, int number) {
  return change_task(ref, number, Verb::remove_task, [&](Writer& writer, const Bytes& key) {
    writer.remove_element(Plan::kKind, ref.id, Plan::kTasks, key);
    writer.remove_element(Plan::kKind, ref.id, Plan::kTasksDone, key);
  });
}

Result<std::vector<Plan>> PlanService::list() {
  Tables& tables = context_.couple.tables();
  std::vector<Plan> plans = load_all<Plan>(tables);
  for (Plan& plan : plans) read_tasks(tables, plan);
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return plans;
}

Result<std::vector<Plan>> PlanService::coming(std::size_t limit) {
  Tables& tables = context_.couple.tables();
  const Instant now = context_.clock.now();
  // Plans that began before now may still be going on: none lasts longer than kLongest.
  SortRange range;
  range.from = milliseconds_of(now - kLongest);
  std::vector<Plan> found = load_all<Plan>(tables, range);
  std::erase_if(found, [&](const Plan& plan) { return !is_open(plan) || plan.at + plan.length <= now; });
  if (found.size() > limit) found.resize(limit);
  for (Plan& plan : found) read_tasks(tables, plan);
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return found;
}

Result<Plan> PlanService::get(const EntityRef& ref) {
  auto plan = require<Plan>(context_.couple.tables(), ref);
  if (plan) read_tasks(context_.couple.tables(), *plan);
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return plan;
}

}  // namespace kindling
