// One of a series, or this and those that follow: the part of ReminderService that cuts schedules.
#include <algorithm>

#include "core/recurrence/series.hpp"
#include "core/services/reminder_change.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

using std::chrono::days;

constexpr FieldNumber kMarks[] = {Reminder::kDone, Reminder::kSkipped, Reminder::kSnoozed};

// Those that come later on the same day are counted one less from now on: their marks go along.
void close_gap(Writer& writer, const Uuid& id, const Chosen& gone) {
  for (const FieldNumber field : kMarks) {
    for (int ordinal = gone.ordinal; ordinal < gone.count; ++ordinal) {
      const Bytes key = occurrence_key(gone.day, ordinal);
      const auto next = writer.tables().element(id, field, occurrence_key(gone.day, ordinal + 1));
      if (ordinal + 1 < gone.count && next && next->present) {
        writer.add_element(Reminder::kKind, id, field, key, next->value);
      } else {
        writer.remove_element(Reminder::kKind, id, field, key);
      }
    }
  }
}

Result<void> save_series(Writer& writer, Reminder series, const std::optional<Schedule>& rest) {
  if (!rest) {
    writer.set_alive(Reminder::kKind, series.id.bytes, false);
    return {};
  }
  auto normal = normalised(*rest);
  if (!normal) return normal.error();
  series.schedule = std::move(*normal);
  save(writer, series);
  return {};
}

Result<void> edit_whole(const Context& context, Writer& writer, Reminder reminder, const EditReminder& command) {
  if (auto applied = apply(context, command, reminder); !applied) return applied;
  save(writer, reminder);
  return {};
}

// The one that leaves its series, as a reminder that comes once, with its mark if it has one.
Result<void> add_single(const Context& context, Writer& writer, const Reminder& series, const Chosen& chosen,
                        const EditReminder& command) {
  Reminder one = series;
  one.schedule.rule.reset();
  one.schedule.added.clear();
  one.schedule.excluded.clear();
  one.schedule.start = chosen.nominal;
  if (auto applied = apply(context, command, one); !applied) return applied;
  one.id.bytes = writer.new_id();
  save(writer, one);
  const Bytes key = occurrence_key(date_of(one.schedule.start));
  for (const FieldNumber field : kMarks) {
    // It was put off from the time that it had.
    if (field == Reminder::kSnoozed && one.schedule.start != chosen.nominal) continue;
    if (const auto mark = writer.tables().element(series.id.bytes, field, chosen.key()); mark && mark->present)
      writer.add_element(Reminder::kKind, one.id.bytes, field, key, mark->value);
  }
  return {};
}

// A rule that is named but is the series' own changes nothing: its COUNT goes on from what came before.
bool is_own_rule(const Reminder& series, const EditReminder& command) {
  const auto rule = read_rule(command.rule.value_or(""));
  return rule && *rule == series.schedule.rule;
}

// What follows, as a series of its own. Its marks go along where its dates stay.
Result<void> add_following(const Context& context, Writer& writer, const Reminder& series, const Schedule& schedule,
                           LocalDate day, EditReminder command) {
  Reminder following = series;
  following.schedule = schedule;
  if (is_own_rule(series, command)) command.rule.reset();
  if (auto applied = apply(context, command, following); !applied) return applied;
  following.id.bytes = writer.new_id();
  save(writer, following);
  if (following.schedule.rule != schedule.rule || date_of(following.schedule.start) != date_of(schedule.start))
    return {};
  for (const FieldNumber field : kMarks) {
    for (const Element& mark : writer.tables().elements(series.id.bytes, field, occurrence_key(day)))
      writer.add_element(Reminder::kKind, following.id.bytes, field, mark.key, mark.value);
  }
  return {};
}

}  // namespace

Result<Changes> ReminderService::edit_occurrence(const EntityRef& ref, LocalDate date, const EditReminder& command,
                                                 std::optional<int> ordinal) {
  if (command.rule && !command.rule->empty())
    return invalid("one day has no rhythm of its own; change the rhythm from a day on, or of all");
  return context_.space(ref.space).transact(Verb::edit_one_reminder, [&](Writer& writer) -> Result<void> {
    const auto series = require<Reminder>(writer.tables(), ref);
    if (!series) return series.error();
    const auto chosen = choose(context_, writer.tables(), ref, *series, date, ordinal);
    if (!chosen) return chosen.error();
    const auto rest = without_occurrence(series->schedule, chosen->nominal, zone_of(context_, series->schedule));
    if (!rest) return edit_whole(context_, writer, *series, command);
    if (auto saved = save_series(writer, *series, rest); !saved) return saved;
    if (auto added = add_single(context_, writer, *series, *chosen, command); !added) return added;
    close_gap(writer, ref.id, *chosen);
    return {};
  });
}

Result<Changes> ReminderService::edit_following(const EntityRef& ref, LocalDate date, const EditReminder& command) {
  if (command.from && *command.from < date)
    return invalid("the new first day lies before the day from which it changes; give that day or a later one");
  return context_.space(ref.space).transact(Verb::edit_following_reminders, [&](Writer& writer) -> Result<void> {
    const auto series = require<Reminder>(writer.tables(), ref);
    if (!series) return series.error();
    const TimeZone& zone = zone_of(context_, series->schedule);
    auto after = from_day(series->schedule, date, zone);
    if (!after)
      return invalid("this reminder doesn't come on " + to_string(date) +
                     " or later; `reminder next` shows when it does");
    const auto before = before_day(series->schedule, date, zone);
    if (!before) return edit_whole(context_, writer, *series, command);
    if (auto saved = save_series(writer, *series, before); !saved) return saved;
    return add_following(context_, writer, *series, *after, date, command);
  });
}

Result<Changes> ReminderService::remove_occurrence(const EntityRef& ref, LocalDate date, std::optional<int> ordinal) {
  return context_.space(ref.space).transact(Verb::remove_one_reminder, [&](Writer& writer) -> Result<void> {
    const auto series = require<Reminder>(writer.tables(), ref);
    if (!series) return series.error();
    const auto chosen = choose(context_, writer.tables(), ref, *series, date, ordinal);
    if (!chosen) return chosen.error();
    const auto rest = without_occurrence(series->schedule, chosen->nominal, zone_of(context_, series->schedule));
    if (auto saved = save_series(writer, *series, rest); !saved || !rest) return saved;
    close_gap(writer, ref.id, *chosen);
    return {};
  });
}

Result<Changes> ReminderService::remove_following(const EntityRef& ref, LocalDate date) {
  return context_.space(ref.space).transact(Verb::remove_following_reminders, [&](Writer& writer) -> Result<void> {
    const auto series = require<Reminder>(writer.tables(), ref);
    if (!series) return series.error();
    const TimeZone& zone = zone_of(context_, series->schedule);
    if (!from_day(series->schedule, date, zone))
      return invalid("this reminder doesn't come on " + to_string(date) +
                     " or later; `reminder next` shows when it does");
    return save_series(writer, *series, before_day(series->schedule, date, zone));
  });
}

}  // namespace kindling
