#include "core/services/plan_lines.hpp"

#include "core/base/text.hpp"
#include "core/services/plan_service.hpp"
#include "core/storage/repository.hpp"

namespace kindling {

Bytes plan_line_key(int number) {
  return {static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number & 0xFF)};
}

int plan_line_number(ByteView key) { return key.size() < 2 ? 0 : (key[0] << 8) | key[1]; }

Result<void> check_days_before(int days_before) {
  if (days_before >= 0 && days_before <= kMostDaysBefore) return {};
  return invalid("a task is due 0 to 365 days before the plan");
}

void read_plan_lists(Tables& tables, Plan& plan) {
  const Uuid& id = plan.id.bytes;
  for (const Element& element : tables.elements(id, Plan::kTasks)) {
    PlanTask& task = plan.tasks.emplace_back();
    task.number = plan_line_number(element.key);
    from_field(element.value, task.title);
    task.done = tables.has_element(id, Plan::kTasksDone, element.key);
  }
  for (const Element& element : tables.elements(id, Plan::kTaskDays)) {
    for (PlanTask& task : plan.tasks) {
      if (task.number == plan_line_number(element.key)) from_field(element.value, task.days_before);
    }
  }
  for (const Element& element : tables.elements(id, Plan::kItems)) {
    PlanItem& item = plan.items.emplace_back();
    item.number = plan_line_number(element.key);
    from_field(element.value, item.title);
    item.done = tables.has_element(id, Plan::kItemsDone, element.key);
  }
}

const PlanService::List PlanService::kTaskList{Plan::kTasks, Plan::kTasksDone, "a plan has at most 100 tasks",
                                               "this plan has no task of that number"};
const PlanService::List PlanService::kItemList{Plan::kItems, Plan::kItemsDone, "a plan's list has at most 100 entries",
                                               "this plan's list has no entry of that number"};

Result<Changes> PlanService::add_line(const EntityRef& ref, const List& list, Verb verb, const std::string& title,
                                      std::optional<int> days_before) {
  return context_.couple.transact(verb, [&](Writer& writer) -> Result<void> {
    if (auto plan = require<Plan>(writer.tables(), ref); !plan) return plan.error();
    const auto lines = writer.tables().elements(ref.id, list.titles);
    if (lines.size() >= kMostPlanLines) return invalid(list.full);
    int number = lines.empty() ? 1 : plan_line_number(lines.back().key) + 1;
    // Also past those that were removed: a tick of the other device may still be on its way to one of them.
    while (number <= kLastTask && writer.tables().element(ref.id, list.titles, plan_line_key(number))) ++number;
    if (number > kLastTask) return invalid("this plan has had too many of them; make a new plan");
    writer.add_element(Plan::kKind, ref.id, list.titles, plan_line_key(number), title);
    if (days_before)
      writer.add_element(Plan::kKind, ref.id, Plan::kTaskDays, plan_line_key(number), to_field(*days_before));
    return {};
  });
}

Result<Changes> PlanService::change_line(const EntityRef& ref, int number, const List& list, Verb verb,
                                         const std::function<void(Writer&, const Bytes& key)>& apply) {
  return context_.couple.transact(verb, [&](Writer& writer) -> Result<void> {
    auto plan = require<Plan>(writer.tables(), ref);
    if (!plan) return plan.error();
    if (number < 1 || number > kLastTask || !writer.tables().has_element(ref.id, list.titles, plan_line_key(number)))
      return not_found(list.nothing);
    apply(writer, plan_line_key(number));
    return {};
  });
}

Result<Changes> PlanService::add_task(const EntityRef& ref, const std::string& title, std::optional<int> days_before) {
  if (auto checked = check_title(title, "a task"); !checked) return checked.error();
  if (days_before) {
    if (auto checked = check_days_before(*days_before); !checked) return checked.error();
  }
  return add_line(ref, kTaskList, Verb::add_task, title, days_before);
}

Result<Changes> PlanService::finish_task(const EntityRef& ref, int number) {
  return change_line(ref, number, kTaskList, Verb::finish_task, [&](Writer& writer, const Bytes& key) {
    writer.add_element(Plan::kKind, ref.id, Plan::kTasksDone, key);
  });
}

Result<Changes> PlanService::unfinish_task(const EntityRef& ref, int number) {
  return change_line(ref, number, kTaskList, Verb::unfinish_task, [&](Writer& writer, const Bytes& key) {
    writer.remove_element(Plan::kKind, ref.id, Plan::kTasksDone, key);
  });
}

Result<Changes> PlanService::remove_task(const EntityRef& ref, int number) {
  return change_line(ref, number, kTaskList, Verb::remove_task, [&](Writer& writer, const Bytes& key) {
    writer.remove_element(Plan::kKind, ref.id, Plan::kTasks, key);
    writer.remove_element(Plan::kKind, ref.id, Plan::kTasksDone, key);
    if (writer.tables().has_element(ref.id, Plan::kTaskDays, key))
      writer.remove_element(Plan::kKind, ref.id, Plan::kTaskDays, key);
  });
}

Result<Changes> PlanService::add_item(const EntityRef& ref, const std::string& title) {
  if (auto checked = check_title(title, "an entry of the list"); !checked) return checked.error();
  return add_line(ref, kItemList, Verb::add_item, title, std::nullopt);
}

Result<Changes> PlanService::finish_item(const EntityRef& ref, int number) {
  return change_line(ref, number, kItemList, Verb::finish_item, [&](Writer& writer, const Bytes& key) {
    writer.add_element(Plan::kKind, ref.id, Plan::kItemsDone, key);
  });
}

Result<Changes> PlanService::unfinish_item(const EntityRef& ref, int number) {
  return change_line(ref, number, kItemList, Verb::unfinish_item, [&](Writer& writer, const Bytes& key) {
    writer.remove_element(Plan::kKind, ref.id, Plan::kItemsDone, key);
  });
}

Result<Changes> PlanService::remove_item(const EntityRef& ref, int number) {
  return change_line(ref, number, kItemList, Verb::remove_item, [&](Writer& writer, const Bytes& key) {
    writer.remove_element(Plan::kKind, ref.id, Plan::kItems, key);
    writer.remove_element(Plan::kKind, ref.id, Plan::kItemsDone, key);
  });
}

}  // namespace kindling
