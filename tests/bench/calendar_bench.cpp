#include "tests/bench/calendar_bench.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "core/calendar/free_slots.hpp"
#include "core/codec/ics_reader.hpp"
#include "core/codec/ics_writer.hpp"
#include "platform/common/tzif_zones.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using SteadyClock = std::chrono::steady_clock;

constexpr int kEvents = 10'000;
constexpr int kDays = 730;
constexpr int kRuns = 15;
constexpr LocalDate kFirstDay{std::chrono::year(2026) / 1 / 1};

CalendarEvent event_at(int i) {
  constexpr std::array kZones{"Europe/Berlin", "Europe/Berlin", "America/New_York", "Asia/Kolkata"};
  // Steps without a common factor spread the events over days and hours in no visible order.
  CalendarEvent event;
  event.uid = "event-" + std::to_string(i) + "@calendar.example";
  event.summary = "Appointment " + std::to_string(i) + ", with a comma";
  event.description = "Bring the papers; room to be told.\nSee https://calendar.example/" + std::to_string(i);
  event.location = "Hauptstraße " + std::to_string(i % 90 + 1);
  event.schedule.start = at(kFirstDay + days(i * 37 % kDays), {hours(7 + i * 11 % 14) + minutes(i % 4 * 15)});
  event.length = minutes(30 + i % 5 * 15);
  event.schedule.kind = i % 20 == 3 ? ScheduleKind::date : ScheduleKind::zoned;
  if (event.schedule.kind == ScheduleKind::date) {
    event.schedule.start = LocalDateTime(date_of(event.schedule.start));
    event.length = days(1 + i % 3);
    event.transparent = true;
  } else {
    event.schedule.zone = kZones[static_cast<std::size_t>(i) % kZones.size()];
  }
  if (i % 10 == 0) {
    event.schedule.rule = Rule{};
    event.schedule.rule->frequency = i % 20 == 0 ? Frequency::weekly : Frequency::monthly;
    event.schedule.rule->count = 10 + i % 30;
    if (i % 50 == 0) event.schedule.excluded.push_back(event.schedule.start + days(7));
  }
  if (i % 3 == 0) event.alarms = {minutes(15)};
  return event;
}

double milliseconds_since(SteadyClock::time_point start) {
  return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + kRuns / 2, values.end());
  return values[kRuns / 2];
}

}  // namespace

CalendarBenchResult run_calendar_bench() {
  std::vector<CalendarEvent> events;
  events.reserve(kEvents);
  for (int i = 0; i < kEvents; ++i) events.push_back(event_at(i));
  const TzifZones writing_zones;
  const std::string text = write_ics(events, writing_zones, {});

  CalendarBenchResult result;
  result.bytes = text.size();
  std::vector<double> read, busy_found, slots_found, total;
  for (int run = 0; run < kRuns; ++run) {
    const TzifZones zones;  // new each time: a start of the command line reads its zones as well
    const TimeZone& device = *zones.find("Europe/Berlin");
    const auto start = SteadyClock::now();
    const Result<CalendarFile> file = read_ics(text, zones);
    if (!file) return result;
    read.push_back(milliseconds_since(start));

    const auto busy_start = SteadyClock::now();
    const auto from = to_instant(LocalDateTime(kFirstDay), device);
    std::vector<Busy> busy = busy_times(*file, zones, device, from, from + days(kDays));
    busy_found.push_back(milliseconds_since(busy_start));

    const auto slots_start = SteadyClock::now();
    const SlotQuery query{
        .first_day = kFirstDay, .days = kDays, .length = hours(2), .between = {{hours(18)}, {hours(23)}}};
    const std::vector<Slot> slots = free_slots(std::move(busy), query, device, from);
    slots_found.push_back(milliseconds_since(slots_start));
    total.push_back(milliseconds_since(start));
    result.events = file->events.size();
    result.slots = slots.size();
  }
  result.read_ms = median(read);
  result.busy_ms = median(busy_found);
  result.slots_ms = median(slots_found);
  result.total_ms = median(total);
  return result;
}

}  // namespace kindling
