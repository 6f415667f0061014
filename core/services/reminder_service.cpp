#include "core/services/reminder_service.hpp"

#include <algorithm>

#include "core/services/reminder_change.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

using std::chrono::days;

constexpr std::chrono::hours kLongestSnooze{7 * 24};

// Where a reminder begins without a date given: today, or tomorrow where that time has passed.
LocalDate first_day(const Context& context, const std::string& zone, LocalTime at_time) {
  const TimeZone* own = zone.empty() ? &context.zone : context.zones.find(zone);
  const LocalDateTime now = to_local(context.now(), own == nullptr ? context.zone : *own);
  return date_of(now) + days(at(date_of(now), at_time) <= now ? 1 : 0);
}

Result<Changes> change(const Context& context, const EntityRef& ref, Verb verb,
                       const std::function<Result<void>(Writer&, Reminder&)>& apply) {
  return context.space(ref.space).transact(verb, [&](Writer& writer) -> Result<void> {
    auto reminder = require<Reminder>(writer.tables(), ref);
    if (!reminder) return reminder.error();
    if (auto applied = apply(writer, *reminder); !applied) return applied;
    save(writer, *reminder);
    return {};
  });
}

// Marks an occurrence of that day. Where it was settled in the other way before, what is said last counts.
Result<Changes> settle(const Context& context, const EntityRef& ref, std::optional<LocalDate> date,
                       std::optional<int> ordinal, Verb verb, FieldNumber field) {
  auto today = SettingsService(context).today();
  if (!today) return today.error();
  return change(context, ref, verb, [&](Writer& writer, Reminder& reminder) -> Result<void> {
    const auto chosen = choose(context, writer.tables(), ref, reminder, date.value_or(*today), ordinal);
    if (!chosen) return chosen.error();
    const FieldNumber other = field == Reminder::kDone ? Reminder::kSkipped : Reminder::kDone;
    writer.remove_element(Reminder::kKind, ref.id, other, chosen->key());
    writer.add_element(Reminder::kKind, ref.id, field, chosen->key());
    return {};
  });
}

// The key of the one that is due since it came last, else of the next one.
std::optional<Bytes> due_or_next(const Context& context, Tables& tables, const EntityRef& ref,
                                 const Reminder& reminder) {
  const TimeZone& zone = zone_of(context, reminder.schedule);
  const LocalDate today = date_of(to_local(context.now(), zone));
  std::optional<Bytes> due;
  std::optional<Bytes> next;
  LocalDate day;
  int ordinal = -1;
  for_each_occurrence(reminder.schedule, zone, LocalDateTime(today - days(1)), kEndOfTime,
                      [&](const Occurrence& occurrence) {
                        ordinal = ordinal >= 0 && date_of(occurrence.nominal) == day ? ordinal + 1 : 0;
                        day = date_of(occurrence.nominal);
                        const Bytes key = occurrence_key(day, ordinal);
                        if (is_settled(tables, ref.id, key)) return true;
                        (occurrence.utc <= context.now() ? due : next) = key;
                        return !next.has_value();
                      });
  return due ? due : next;
}

}  // namespace

Result<Changes> ReminderService::add(const AddReminder& command) {
  Reminder reminder;
  reminder.title = command.title;
  reminder.cue = command.cue;
  reminder.kind = command.kind;
  reminder.window = command.window;
  if (auto checked = check_words(reminder); !checked) return checked.error();
  if (auto checked = check_zone(context_, command.zone); !checked) return checked.error();
  auto rule = read_rule(command.rule);
  if (!rule) return rule.error();
  Schedule schedule;
  schedule.kind = command.zone.empty() ? ScheduleKind::floating : ScheduleKind::zoned;
  schedule.zone = command.zone;
  schedule.rule = std::move(*rule);
  schedule.start = at(command.from.value_or(first_day(context_, command.zone, command.at)), command.at);
  auto normal = normalised(std::move(schedule));
  if (!normal) return normal.error();
  reminder.schedule = std::move(*normal);
  Space& space = command.for_both ? context_.couple : context_.self;
  return space.transact(Verb::add_reminder, [&](Writer& writer) -> Result<void> {
    reminder.id.bytes = writer.new_id();
    save(writer, reminder);
    return {};
  });
}

Result<Changes> ReminderService::edit(const EntityRef& ref, const EditReminder& command) {
  return change(context_, ref, Verb::edit_reminder,
                [&](Writer&, Reminder& reminder) { return apply(context_, command, reminder); });
}

Result<Changes> ReminderService::finish(const EntityRef& ref, std::optional<LocalDate> date,
                                        std::optional<int> ordinal) {
  return settle(context_, ref, date, ordinal, Verb::finish_reminder, Reminder::kDone);
}

Result<Changes> ReminderService::skip(const EntityRef& ref, std::optional<LocalDate> date, std::optional<int> ordinal) {
  return settle(context_, ref, date, ordinal, Verb::skip_reminder, Reminder::kSkipped);
}

Result<Changes> ReminderService::unfinish(const EntityRef& ref, std::optional<LocalDate> date,
                                          std::optional<int> ordinal) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  const LocalDate day = date.value_or(*today);
  const Bytes from = occurrence_key(day, ordinal.value_or(0));
  const Bytes to = ordinal ? occurrence_key(day, *ordinal + 1) : occurrence_key(day + days(1));
  return context_.space(ref.space).transact(Verb::unfinish_reminder, [&](Writer& writer) -> Result<void> {
    if (auto reminder = require<Reminder>(writer.tables(), ref); !reminder) return reminder.error();
    for (const FieldNumber field : {Reminder::kDone, Reminder::kSkipped}) {
      const auto marks = writer.tables().elements(ref.id, field, from, to);
      if (marks.empty()) continue;
      writer.remove_element(Reminder::kKind, ref.id, field, marks.back().key);
      return {};
    }
    return invalid("this reminder isn't marked on " + to_string(day) + "; give a day on which it is");
  });
}

Result<Changes> ReminderService::snooze(const EntityRef& ref, Instant until, std::optional<LocalDate> date,
                                        std::optional<int> ordinal) {
  const Instant now = context_.clock.now();
  if (until <= now || until > now + kLongestSnooze)
    return invalid("a reminder can be put off to a time from now on, by at most 7 days");
  return change(context_, ref, Verb::snooze_reminder, [&](Writer& writer, Reminder& reminder) -> Result<void> {
    std::optional<Bytes> key;
    if (date) {
      const auto chosen = choose(context_, writer.tables(), ref, reminder, *date, ordinal);
      if (!chosen) return chosen.error();
      key = chosen->key();
    } else {
      key = due_or_next(context_, writer.tables(), ref, reminder);
    }
    if (!key) return invalid("this reminder doesn't come again, so there is nothing to put off");
    writer.add_element(Reminder::kKind, ref.id, Reminder::kSnoozed, *key, until.time_since_epoch().count());
    return {};
  });
}

Result<int> ReminderService::ordinal_at(const EntityRef& ref, std::optional<LocalDate> date, LocalTime time) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  const auto reminder = get(ref);
  if (!reminder) return reminder.error();
  const LocalDate day = date.value_or(*today);
  const auto found = occurrences(reminder->schedule, zone_of(context_, reminder->schedule), LocalDateTime(day),
                                 LocalDateTime(day + days(1)), UINT16_MAX);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (time_of(found[i].nominal) == time) return static_cast<int>(i);
  }
  return invalid("this reminder doesn't come on " + to_string(day) + " at " + to_string(time) +
                 "; `reminder next` shows when it does");
}

Result<Changes> ReminderService::pause(const EntityRef& ref) {
  return change(context_, ref, Verb::pause_reminder, [](Writer&, Reminder& reminder) -> Result<void> {
    reminder.paused = true;
    return {};
  });
}

Result<Changes> ReminderService::resume(const EntityRef& ref) {
  return change(context_, ref, Verb::resume_reminder, [](Writer&, Reminder& reminder) -> Result<void> {
    reminder.paused = false;
    return {};
  });
}

Result<Changes> ReminderService::remove(const EntityRef& ref) {
  return context_.space(ref.space).transact(Verb::remove_reminder, [&](Writer& writer) -> Result<void> {
    if (auto reminder = require<Reminder>(writer.tables(), ref); !reminder) return reminder.error();
    writer.set_alive(Reminder::kKind, ref.id, false);
    return {};
  });
}

Result<std::vector<Reminder>> ReminderService::list() {
  std::vector<Reminder> found;
  for (Space* space : {&context_.self, &context_.couple}) {
    for (Reminder& reminder : load_all<Reminder>(space->tables())) {
      reminder.space = space->kind();
      found.push_back(std::move(reminder));
    }
    if (auto status = space->take_status(); !status) return status.error();
  }
  std::sort(found.begin(), found.end(), [](const Reminder& a, const Reminder& b) { return a.id < b.id; });
  return found;
}

Result<Reminder> ReminderService::get(const EntityRef& ref) {
  Space& space = context_.space(ref.space);
  auto reminder = require<Reminder>(space.tables(), ref);
  if (auto status = space.take_status(); !status) return status.error();
  if (reminder) reminder->space = ref.space;
  return reminder;
}

Result<std::vector<OccurrenceState>> ReminderService::states(const Reminder& reminder, LocalDate from, LocalDate to) {
  using What = OccurrenceState::What;
  Space& space = context_.space(reminder.space);
  std::vector<OccurrenceState> found;
  for (const Element& element :
       space.tables().elements(reminder.id.bytes, {Reminder::kDone, Reminder::kSkipped, Reminder::kSnoozed},
                               occurrence_key(from), occurrence_key(to + days(1)))) {
    OccurrenceState& state = found.emplace_back();
    state.date = date_of_key(element.key);
    state.ordinal = ordinal_of_key(element.key);
    state.what = element.field == Reminder::kDone      ? What::done
                 : element.field == Reminder::kSkipped ? What::skipped
                                                       : What::snoozed;
    from_field(element.value, state.until);
  }
  if (auto status = space.take_status(); !status) return status.error();
  return found;
}

Result<std::vector<Occurrence>> ReminderService::next(const EntityRef& ref, std::size_t count) {
  auto reminder = get(ref);
  if (!reminder) return reminder.error();
  std::vector<Occurrence> found;
  Space& space = context_.space(ref.space);
  const TimeZone& zone = zone_of(context_, reminder->schedule);
  const LocalDate today = date_of(to_local(context_.now(), zone));
  LocalDate day;
  int ordinal = -1;
  for_each_occurrence(
      reminder->schedule, zone, LocalDateTime(today - days(1)), kEndOfTime, [&](const Occurrence& occurrence) {
        ordinal = ordinal >= 0 && date_of(occurrence.nominal) == day ? ordinal + 1 : 0;
        day = date_of(occurrence.nominal);
        if (occurrence.utc >= context_.now() && !is_settled(space.tables(), ref.id, occurrence_key(day, ordinal)))
          found.push_back(occurrence);
        return found.size() < count;
      });
  if (auto status = space.take_status(); !status) return status.error();
  return found;
}

}  // namespace kindling
