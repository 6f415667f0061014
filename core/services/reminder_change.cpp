#include "core/services/reminder_change.hpp"

#include "core/base/text.hpp"
#include "core/recurrence/series.hpp"

namespace kindling {

Result<void> check_words(const Reminder& reminder) {
  if (auto checked = check_title(reminder.title, "a reminder's title"); !checked) return checked;
  if (reminder.cue.empty()) return {};
  return check_title(reminder.cue, "a cue");
}

Result<void> check_zone(const Context& context, const std::string& zone) {
  if (zone.empty() || context.zones.find(zone) != nullptr) return {};
  return invalid("there is no such time zone; use an IANA name such as Europe/Berlin");
}

Result<std::optional<Rule>> read_rule(const std::string& text) {
  if (text.empty()) return std::optional<Rule>();
  auto rule = parse_rule(text);
  if (!rule) return rule.error();
  return std::optional<Rule>(std::move(*rule));
}

const TimeZone& zone_of(const Context& context, const Schedule& schedule) {
  const TimeZone* zone = schedule.kind == ScheduleKind::zoned ? context.zones.find(schedule.zone) : nullptr;
  return zone == nullptr ? context.zone : *zone;
}

Result<void> apply(const Context& context, const EditReminder& command, Reminder& reminder) {
  if (command.title) reminder.title = *command.title;
  if (command.cue) reminder.cue = *command.cue;
  if (command.kind) reminder.kind = *command.kind;
  if (command.window) reminder.window = *command.window;
  if (command.no_window) reminder.window.reset();
  if (auto checked = check_words(reminder); !checked) return checked;
  Schedule schedule = reminder.schedule;
  if (command.zone) {
    if (auto checked = check_zone(context, *command.zone); !checked) return checked;
    schedule.zone = *command.zone;
    schedule.kind = command.zone->empty() ? ScheduleKind::floating : ScheduleKind::zoned;
  }
  if (command.rule) {
    auto rule = read_rule(*command.rule);
    if (!rule) return rule.error();
    schedule.rule = std::move(*rule);
  }
  if (command.at || command.from) {
    const LocalDateTime start =
        at(command.from.value_or(date_of(schedule.start)), command.at.value_or(time_of(schedule.start)));
    schedule = with_start(std::move(schedule), start);
  }
  if (schedule == reminder.schedule) return {};
  auto normal = normalised(std::move(schedule));
  if (!normal) return normal.error();
  reminder.schedule = std::move(*normal);
  return {};
}

Result<Chosen> choose(const Context& context, Tables& tables, const EntityRef& ref, const Reminder& reminder,
                      LocalDate day, std::optional<int> ordinal) {
  const auto found = occurrences(reminder.schedule, zone_of(context, reminder.schedule), LocalDateTime(day),
                                 LocalDateTime(day + std::chrono::days(1)), UINT16_MAX);
  if (found.empty())
    return invalid("this reminder doesn't come on " + to_string(day) + "; `reminder next` shows when it does");
  const int count = static_cast<int>(found.size());
  Chosen chosen{found.front().nominal, day, ordinal.value_or(0), count};
  if (chosen.ordinal < 0 || chosen.ordinal >= count)
    return invalid("this reminder doesn't come that often on " + to_string(day) +
                   "; `reminder next` shows when it does");
  while (!ordinal && chosen.ordinal + 1 < count && is_settled(tables, ref.id, chosen.key())) ++chosen.ordinal;
  chosen.nominal = found[static_cast<std::size_t>(chosen.ordinal)].nominal;
  return chosen;
}

bool is_settled(Tables& tables, const Uuid& id, ByteView key) {
  return tables.has_element(id, Reminder::kDone, key) || tables.has_element(id, Reminder::kSkipped, key);
}

}  // namespace kindling
