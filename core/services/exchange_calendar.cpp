// The calendar of other programs: what goes out in one file, and events that come in as plans.
#include <algorithm>

#include "core/base/text.hpp"
#include "core/codec/ics_reader.hpp"
#include "core/codec/ics_writer.hpp"
#include "core/domain/checks.hpp"
#include "core/services/exchange_service.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

// The first `limit` characters. REQUIRES: valid UTF-8.
std::string shortened(std::string_view text, std::size_t limit) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && characters++ == limit) return std::string(text.substr(0, at));
  }
  return std::string(text);
}

std::string line_of(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return std::string(trim(shortened(trim(text), kTitleLimit)));
}

// From the UID alone, so that an event that was moved meanwhile is still the same plan.
Uuid id_of_event(const CalendarEvent& event) {
  std::string name = "kindling/ics\n" + event.uid;
  if (event.uid.empty()) name += to_string(event.schedule.start) + "\n" + event.summary;
  const auto hash = digest(bytes_of(name));
  Uuid id{};
  std::copy_n(hash.begin(), id.size(), id.begin());
  // RFC 9562's version 8: an id of a program's own making.
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0FU) | 0x80U);
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3FU) | 0x80U);
  return id;
}

Plan plan_of(const CalendarEvent& event, const Context& context) {
  Plan plan;
  plan.title = line_of(event.summary);
  if (plan.title.empty()) plan.title = "Event";
  plan.place = line_of(event.location);
  plan.note = shortened(event.description, kNoteLimit);
  plan.start = event.schedule.start;
  plan.zone = context.zone.name();
  if (event.schedule.kind == ScheduleKind::zoned && event.schedule.zone == "UTC") {
    plan.start = to_local(std::chrono::sys_seconds(event.schedule.start.time_since_epoch()), context.zone);
  } else if (event.schedule.kind == ScheduleKind::zoned) {
    plan.zone = event.schedule.zone;
  }
  if (event.length > std::chrono::minutes(0)) plan.length = event.length;
  // A yes is only what the file calls one.
  plan.state = event.cancelled ? PlanState::cancelled : event.confirmed ? PlanState::accepted : PlanState::proposed;
  return plan;
}

bool repeats(const CalendarEvent& event) {
  return event.schedule.rule || event.recurrence_id || !event.schedule.added.empty();
}

// Whether the event may become a plan here: not what is here already, not a series, not what takes no time of ours.
bool is_wanted(const CalendarEvent& event, const std::optional<Uuid>& own, const Context& context) {
  if (repeats(event)) return false;
  if (!own) return !event.cancelled;
  return !event.transparent && !context.self.tables().is_known(*own) && !context.couple.tables().is_known(*own);
}

}  // namespace

Result<std::string> ExchangeService::export_ics(const CalendarChoice& choice, const Progress& progress) {
  auto events = calendar_events(context_, choice, progress);
  if (!events) return events.error();
  auto reminders = reminder_events(context_, choice.discreet);
  if (!reminders) return reminders.error();
  events->insert(events->end(), std::make_move_iterator(reminders->begin()), std::make_move_iterator(reminders->end()));
  return write_ics(*events, context_.zones, {.stamp = context_.clock.now()});
}

Result<ImportReport> ExchangeService::import_ics(std::string_view text, const Progress& progress) {
  const auto file = read_ics(text, context_.zones);
  if (!file) return file.error();
  ImportReport report;
  const auto changes = context_.couple.transact(Verb::import, [&](Writer& writer) -> Result<void> {
    std::uint64_t seen = 0;
    for (const CalendarEvent& event : file->events) {
      if (progress && ++seen % kStep == 0) progress(seen, file->events.size());
      const auto own = id_of_calendar_uid(event.uid);
      Plan plan = plan_of(event, context_);
      plan.id.bytes = own.value_or(id_of_event(event));
      if (!is_wanted(event, own, context_) || writer.tables().record(Plan::kKind, plan.id.bytes) ||
          !check(plan, context_.zones))
        continue;
      revive(writer, plan.id);
      save(writer, plan);
      ++report.imported;
    }
    return context_.couple.database().status();
  });
  if (!changes) return changes.error();
  report.skipped = file->skipped + file->events.size() - report.imported;
  if (progress) progress(file->events.size(), file->events.size());
  return report;
}

}  // namespace kindling
