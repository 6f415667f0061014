#include "core/services/plan_service.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/recurrence/schedule.hpp"
#include "core/services/plan_lines.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

constexpr std::chrono::minutes kLongest{31 * 24 * 60};

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

Result<void> check_lists(const AddPlan& command) {
  if (command.tasks.size() + command.errands.size() > kMostPlanLines) return invalid("a plan has at most 100 tasks");
  if (command.items.size() > kMostPlanLines) return invalid("a plan's list has at most 100 entries");
  for (const std::string& task : command.tasks) {
    if (auto checked = check_title(task, "a task"); !checked) return checked;
  }
  for (const DatedTask& errand : command.errands) {
    if (auto checked = check_title(errand.title, "a task"); !checked) return checked;
    if (auto checked = check_days_before(errand.days_before); !checked) return checked;
  }
  for (const std::string& item : command.items) {
    if (auto checked = check_title(item, "an entry of the list"); !checked) return checked;
  }
  return {};
}

// A task that was due before it was thought of is due today.
int days_before_at_most(const Context& context, const Plan& plan, int days_before) {
  const LocalDate today = date_of(to_local(context.now(), *context.zones.find(plan.zone)));
  const auto left = static_cast<int>((date_of(plan.start) - today).count());
  return std::clamp(days_before, 0, std::max(left, 0));
}

std::int64_t milliseconds_of(Instant instant) { return instant.time_since_epoch().count(); }

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
  if (auto checked = check_lists(command); !checked) return checked.error();
  if (auto settled = settle_time(context_, plan); !settled) return settled.error();
  return context_.couple.transact(Verb::add_plan, [&](Writer& writer) -> Result<void> {
    plan.id.bytes = writer.new_id();
    save(writer, plan);
    int number = 0;
    // What has a day stands first: it can't wait.
    for (const DatedTask& errand : command.errands) {
      const Bytes key = plan_line_key(++number);
      writer.add_element(Plan::kKind, plan.id.bytes, Plan::kTasks, key, errand.title);
      writer.add_element(Plan::kKind, plan.id.bytes, Plan::kTaskDays, key,
                         to_field(days_before_at_most(context_, plan, errand.days_before)));
    }
    for (const std::string& task : command.tasks)
      writer.add_element(Plan::kKind, plan.id.bytes, Plan::kTasks, plan_line_key(++number), task);
    number = 0;
    for (const std::string& item : command.items)
      writer.add_element(Plan::kKind, plan.id.bytes, Plan::kItems, plan_line_key(++number), item);
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
    // What would have been due by now, had one known, is due today.
    read_plan_lists(writer.tables(), *plan);
    for (const PlanTask& task : plan->tasks) {
      if (task.done || !task.days_before) continue;
      const int days = days_before_at_most(context_, *plan, *task.days_before);
      if (days == *task.days_before) continue;
      writer.add_element(Plan::kKind, ref.id, Plan::kTaskDays, plan_line_key(task.number), to_field(days));
    }
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

Result<Changes> PlanService::again(const EntityRef& ref, LocalDateTime start) {
  const auto plan = get(ref);
  if (!plan) return plan.error();
  AddPlan command{.title = plan->title,
                  .start = start,
                  .zone = {},
                  .length = plan->length,
                  .idea = plan->idea,
                  .place = plan->place};
  for (const PlanTask& task : plan->tasks) {
    if (task.days_before) {
      command.errands.push_back({task.title, *task.days_before});
    } else {
      command.tasks.push_back(task.title);
    }
  }
  for (const PlanItem& item : plan->items) command.items.push_back(item.title);
  return add(command);
}

Result<std::vector<Plan>> PlanService::list() {
  Tables& tables = context_.couple.tables();
  std::vector<Plan> plans = load_all<Plan>(tables);
  for (Plan& plan : plans) read_plan_lists(tables, plan);
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
  for (Plan& plan : found) read_plan_lists(tables, plan);
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return found;
}

Result<Plan> PlanService::get(const EntityRef& ref) {
  auto plan = require<Plan>(context_.couple.tables(), ref);
  if (plan) read_plan_lists(context_.couple.tables(), *plan);
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return plan;
}

}  // namespace kindling
