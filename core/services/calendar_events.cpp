#include "core/services/calendar_events.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "core/domain/entity_types.hpp"
#include "core/storage/repository.hpp"
#include "core/storage/settings_record.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::string_view kUidEnd = "@kindling";
constexpr minutes kPlanAlarm{60};
constexpr minutes kMorning{9 * 60};  // when a whole day's alarm comes
constexpr minutes kDay{24 * 60};
constexpr std::size_t kMostExceptions = 1'000;  // as core/recurrence/schedule.hpp

// The set fields that no calendar shows.
constexpr std::array kApartOfPlan{Plan::kTasks, Plan::kTasksDone, Plan::kTaskDays, Plan::kItems, Plan::kItemsDone};
constexpr std::array kApartOfRitual{Ritual::kDone};
constexpr std::array kApartOfReminder{Reminder::kDone, Reminder::kSkipped, Reminder::kSnoozed};

template <class Entity>
CalendarEvent event_for(Space& space, const Entity& entity, std::span<const FieldNumber> apart) {
  CalendarEvent event;
  event.uid = calendar_uid(entity.id.bytes);
  event.summary = entity.title;
  const auto trace = space.log().trace(entity.id.bytes, apart);
  constexpr std::uint64_t kMost = std::numeric_limits<int>::max();
  event.sequence = trace.acts == 0 ? 0 : static_cast<int>(std::min(trace.acts - 1, kMost));
  event.modified = std::chrono::floor<std::chrono::seconds>(Instant(std::chrono::milliseconds(trace.last_ms)));
  return event;
}

CalendarEvent event_of(Space& space, const Plan& plan) {
  CalendarEvent event = event_for(space, plan, kApartOfPlan);
  event.location = plan.place;
  event.description = plan.note;
  event.schedule = {.kind = ScheduleKind::zoned, .start = plan.start, .zone = plan.zone};
  event.length = plan.length;
  event.tentative = plan.state == PlanState::proposed;
  event.cancelled = plan.state == PlanState::declined || plan.state == PlanState::cancelled;
  event.confirmed = plan.state == PlanState::accepted || plan.state == PlanState::done;
  if (plan.state == PlanState::proposed || plan.state == PlanState::accepted) event.alarms.push_back(kPlanAlarm);
  return event;
}

// Each occurrence within a declared rest. Where there are more than a schedule may hold, the oldest come back: they are
// the ones that nobody looks at.
void leave_out_rests(Space& space, const TimeZone& zone, const Ritual& ritual, Schedule& schedule) {
  for (const Element& element : space.tables().elements(ritual.id.bytes, Ritual::kRests)) {
    const LocalDate from = date_of_key(element.key);
    LocalDate to = from;
    from_field(element.value, to);
    std::vector<LocalDateTime> rested;
    for_each_occurrence(ritual.schedule, zone, LocalDateTime(from), LocalDateTime(to + days(1)),
                        [&](const Occurrence& occurrence) {
                          rested.push_back(occurrence.nominal);
                          return rested.size() < kMostExceptions;
                        });
    schedule.excluded.insert(schedule.excluded.end(), rested.begin(), rested.end());
  }
  auto& excluded = schedule.excluded;
  std::sort(excluded.begin(), excluded.end());
  excluded.erase(std::unique(excluded.begin(), excluded.end()), excluded.end());
  if (excluded.size() > kMostExceptions)
    excluded.erase(excluded.begin(), excluded.end() - static_cast<std::ptrdiff_t>(kMostExceptions));
}

// What floats stays with the clock at home where its owner wants it so; a calendar that travels needs to be told.
void bind_to_home(const std::string& home_zone, Schedule& schedule) {
  if (home_zone.empty() || schedule.kind != ScheduleKind::floating) return;
  schedule.kind = ScheduleKind::zoned;
  schedule.zone = home_zone;
}

CalendarEvent event_of(Space& space, const TimeZone& zone, const Ritual& ritual) {
  CalendarEvent event = event_for(space, ritual, kApartOfRitual);
  for (const std::string& step : ritual.steps) event.description += (event.description.empty() ? "" : "\n") + step;
  event.schedule = ritual.schedule;
  leave_out_rests(space, zone, ritual, event.schedule);
  event.length = ritual.length;
  event.transparent = true;
  event.alarms.emplace_back(0);
  return event;
}

CalendarEvent event_of(Space& space, const Reminder& reminder) {
  CalendarEvent event = event_for(space, reminder, kApartOfReminder);
  event.description = reminder.cue;
  event.schedule = reminder.schedule;
  event.transparent = true;
  const bool whole_day = reminder.schedule.kind == ScheduleKind::date;
  if (whole_day) event.length = kDay;
  if (!reminder.paused) event.alarms.push_back(whole_day ? -kMorning : minutes(0));
  return event;
}

void make_discreet(std::vector<CalendarEvent>& events) {
  for (CalendarEvent& event : events) {
    event.summary = "Together";
    event.description.clear();
    event.location.clear();
  }
}

}  // namespace

bool RitualChoice::contains(const Uuid& id) const { return all || std::find(ids.begin(), ids.end(), id) != ids.end(); }

std::string calendar_uid(const Uuid& id) { return to_string(id) + std::string(kUidEnd); }

std::optional<Uuid> id_of_calendar_uid(std::string_view uid) {
  if (!uid.ends_with(kUidEnd)) return std::nullopt;
  const auto id = parse_uuid(uid.substr(0, uid.size() - kUidEnd.size()));
  return id && calendar_uid(*id) == uid ? id : std::nullopt;
}

Result<std::vector<CalendarEvent>> calendar_events(const Context& context, const CalendarChoice& choice,
                                                   const Progress& progress) {
  std::vector<CalendarEvent> events;
  const std::string home_zone = load_settings(context.self.tables()).home_zone;
  std::uint64_t total = 0;
  for (Space* space : {&context.self, &context.couple})
    total += progress ? space->tables().count(Plan::kKind) + space->tables().count(Ritual::kKind) : 0;
  for (Space* space : {&context.self, &context.couple}) {
    const ReadTransaction moment(space->database());
    for (const Plan& plan : load_all<Plan>(space->tables())) events.push_back(event_of(*space, plan));
    for (const Ritual& ritual : load_all<Ritual>(space->tables())) {
      if (!choice.rituals.contains(ritual.id.bytes)) continue;
      bind_to_home(home_zone, events.emplace_back(event_of(*space, context.zone, ritual)).schedule);
    }
    if (progress) progress(std::min<std::uint64_t>(events.size(), total), total);
    if (auto status = space->take_status(); !status) return status.error();
  }
  if (choice.discreet) make_discreet(events);
  return events;
}

Result<std::vector<CalendarEvent>> reminder_events(const Context& context, bool discreet) {
  std::vector<CalendarEvent> events;
  const std::string home_zone = load_settings(context.self.tables()).home_zone;
  for (Space* space : {&context.self, &context.couple}) {
    const ReadTransaction moment(space->database());
    for (const Reminder& reminder : load_all<Reminder>(space->tables()))
      bind_to_home(home_zone, events.emplace_back(event_of(*space, reminder)).schedule);
    if (auto status = space->take_status(); !status) return status.error();
  }
  if (discreet) make_discreet(events);
  return events;
}

}  // namespace kindling
