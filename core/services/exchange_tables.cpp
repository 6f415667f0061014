// Exports for other programs (CSV, iCalendar) and the import of a diary.
#include <algorithm>

#include "core/base/text.hpp"
#include "core/codec/csv_export.hpp"
#include "core/codec/ics_writer.hpp"
#include "core/domain/checks.hpp"
#include "core/services/exchange_service.hpp"
#include "core/services/thing_importer.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

constexpr std::chrono::minutes kPlanAlarm{60};
constexpr std::chrono::minutes kMorning{9 * 60};  // when a whole day's alarm comes
constexpr std::chrono::minutes kDay{24 * 60};

template <class Entity>
CalendarEvent event_for(const Entity& entity) {
  CalendarEvent event;
  event.uid = to_string(entity.id) + "@kindling";
  event.summary = entity.title;
  return event;
}

CalendarEvent event_of(const Plan& plan) {
  CalendarEvent event = event_for(plan);
  event.location = plan.place;
  event.description = plan.note;
  event.schedule = {.kind = ScheduleKind::zoned, .start = plan.start, .zone = plan.zone};
  event.length = plan.length;
  event.tentative = plan.state == PlanState::proposed;
  event.cancelled = plan.state == PlanState::declined || plan.state == PlanState::cancelled;
  if (!event.cancelled) event.alarms.push_back(kPlanAlarm);
  return event;
}

CalendarEvent event_of(const Ritual& ritual) {
  CalendarEvent event = event_for(ritual);
  for (const std::string& step : ritual.steps) event.description += (event.description.empty() ? "" : "\n") + step;
  event.schedule = ritual.schedule;
  event.length = ritual.length;
  event.transparent = true;
  event.alarms.emplace_back(0);
  return event;
}

CalendarEvent event_of(const Reminder& reminder) {
  CalendarEvent event = event_for(reminder);
  event.description = reminder.cue;
  event.schedule = reminder.schedule;
  event.transparent = true;
  const bool whole_day = reminder.schedule.kind == ScheduleKind::date;
  if (whole_day) event.length = kDay;
  if (!reminder.paused) event.alarms.push_back(whole_day ? -kMorning : std::chrono::minutes(0));
  return event;
}

template <class Entity>
void add_events(Space& space, std::vector<CalendarEvent>& events) {
  for (const Entity& entity : load_all<Entity>(space.tables())) events.push_back(event_of(entity));
}

// From what the row says alone, so that the same row gives the same check-in: its time first, as in any UUIDv7.
Uuid id_of(const DaylioEntry& entry) {
  const auto hash =
      digest(bytes_of("kindling/daylio\n" + to_string(entry.when) + "\n" + entry.mood + "\n" + entry.note));
  const auto ms =
      static_cast<std::uint64_t>(std::chrono::milliseconds(entry.when.time_since_epoch()).count() & 0xFFFF'FFFF'FFFFLL);
  Uuid id{};
  for (unsigned i = 0; i < 6; ++i) id[i] = static_cast<std::uint8_t>(ms >> (40U - 8U * i));
  std::copy_n(hash.begin(), id.size() - 6, id.begin() + 6);
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0FU) | 0x70U);
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3FU) | 0x80U);
  return id;
}

Result<std::vector<CheckIn>> check_ins_of(const std::vector<DaylioEntry>& entries, const MoodNames& moods,
                                          const Context& context) {
  std::vector<CheckIn> found;
  std::vector<std::string_view> unknown;
  std::size_t first_unknown = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const DaylioEntry& entry = entries[i];
    const auto mood = mood_point(entry.mood, moods);
    if (!mood) {
      if (unknown.empty()) first_unknown = i + 1;
      if (std::find(unknown.begin(), unknown.end(), entry.mood) == unknown.end()) unknown.push_back(entry.mood);
      continue;
    }
    CheckIn& check_in = found.emplace_back();
    check_in.id.bytes = id_of(entry);
    check_in.at = to_instant(entry.when, context.zone);
    check_in.zone = context.zone.name();
    check_in.valence = mood->valence;
    check_in.energy = mood->energy;
    check_in.feelings = entry.activities;
    check_in.note = entry.note;
    if (auto checked = check(check_in, context.zones); !checked)
      return invalid("entry " + std::to_string(i + 1) + " of the diary can't be taken in: " + checked.error().message);
  }
  if (unknown.empty()) return found;
  return invalid("the diary has " + std::to_string(unknown.size()) +
                 " moods of its owner's own, the first of them in entry " + std::to_string(first_unknown) +
                 "; say what each means with --mood NAME=V,E, both numbers from -4 to 4");
}

}  // namespace

Result<std::vector<NamedText>> ExchangeService::export_csv(const Progress& progress) {
  CsvExport out;
  const std::uint64_t total = progress ? things() : 0;
  std::uint64_t done = 0;
  for (Space* space : {&context_.self, &context_.couple}) {
    for (const EntityTraits& traits : all_entity_traits()) {
      for (const Record& record : space->tables().records(traits.kind)) {
        // What is shared of an own check-in says nothing that its own row doesn't say.
        const bool shared_part = traits.kind == EntityKind::check_in && space == &context_.couple &&
                                 context_.self.tables().record(traits.kind, record.id).has_value();
        if (progress && ++done % kStep == 0) progress(done, total);
        if (!shared_part) out.add(space->kind(), state_of(space->tables(), traits.kind, record));
      }
    }
    if (auto status = space->take_status(); !status) return status.error();
  }
  std::vector<NamedText> files;
  for (CsvFile& file : out.finish()) files.push_back({std::move(file.name), std::move(file.text)});
  return files;
}

Result<std::string> ExchangeService::export_ics(bool discreet, const Progress& progress) {
  std::vector<CalendarEvent> events;
  std::uint64_t total = 0;
  for (Space* space : {&context_.self, &context_.couple}) {
    for (const EntityKind kind : {Plan::kKind, Ritual::kKind, Reminder::kKind})
      total += progress ? space->tables().count(kind) : 0;
  }
  for (Space* space : {&context_.self, &context_.couple}) {
    add_events<Plan>(*space, events);
    add_events<Ritual>(*space, events);
    add_events<Reminder>(*space, events);
    if (progress) progress(events.size(), total);
    if (auto status = space->take_status(); !status) return status.error();
  }
  if (discreet) {
    for (CalendarEvent& event : events) {
      event.summary = "Kindling";
      event.description.clear();
      event.location.clear();
    }
  }
  return write_ics(events, context_.zones, {.stamp = context_.clock.now()});
}

Result<ImportReport> ExchangeService::import_daylio(std::string_view csv, const MoodNames& moods,
                                                    const Progress& progress) {
  const auto diary = read_daylio(csv);
  if (!diary) return diary.error();
  const auto check_ins = check_ins_of(diary->entries, moods, context_);
  if (!check_ins) return check_ins.error();
  ImportReport report;
  report.skipped = diary->skipped;
  const auto changes = context_.self.transact(Verb::import, [&](Writer& writer) -> Result<void> {
    ThingImporter importer(writer, report);
    std::uint64_t done = 0;
    for (const CheckIn& check_in : *check_ins) {
      if (progress && done++ % kStep == 0) progress(done - 1, check_ins->size());
      // The same row is the same check-in, also with moods named otherwise than the last time.
      if (writer.tables().record(CheckIn::kKind, check_in.id.bytes)) {
        ++report.skipped;
        continue;
      }
      EntityState state{.kind = CheckIn::kKind, .id = check_in.id.bytes, .fields = to_fields(check_in)};
      std::erase_if(state.fields,
                    [](const auto& field) { return std::holds_alternative<std::monostate>(field.second); });
      importer.take(std::move(state));
    }
    return context_.self.database().status();
  });
  if (!changes) return changes.error();
  if (progress) progress(check_ins->size(), check_ins->size());
  return report;
}

}  // namespace kindling
