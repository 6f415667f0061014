// Writes a calendar with events around the changes of several zones' clocks, and beside it the instants that it means,
// so that a script can ask other programs what they read: write_ics_sample CALENDAR.ics INSTANTS.txt
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "core/codec/ics_writer.hpp"
#include "core/recurrence/schedule.hpp"
#include "platform/common/tzif_zones.hpp"

namespace {

using namespace kindling;  // NOLINT(google-build-using-namespace): a program of one file

std::vector<CalendarEvent> sample() {
  const auto local = [](const char* text) { return parse_date_time(text).value(); };
  std::vector<CalendarEvent> events;
  const auto add = [&](const std::string& uid, const std::string& zone, const char* start, const char* rule) {
    CalendarEvent event;
    event.uid = uid;
    event.summary = "Ünïcode, and a comma; " + uid;
    event.schedule.kind = zone.empty() ? ScheduleKind::floating : ScheduleKind::zoned;
    event.schedule.zone = zone;
    event.schedule.start = local(start);
    event.length = std::chrono::hours(1);
    event.alarms = {std::chrono::minutes(15)};
    if (*rule != '\0') event.schedule.rule = parse_rule(rule).value();
    events.push_back(event);
  };
  add("berlin-daily", "Europe/Berlin", "2026-03-25T19:00", "FREQ=DAILY;COUNT=12");
  add("berlin-autumn", "Europe/Berlin", "2026-10-22T08:30", "FREQ=DAILY;COUNT=8");
  add("berlin-weekly", "Europe/Berlin", "2026-03-02T18:00", "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260430T215959Z");
  add("new-york-weekly", "America/New_York", "2026-03-01T09:15", "FREQ=WEEKLY;COUNT=12");
  add("new-york-autumn", "America/New_York", "2026-10-28T20:00", "FREQ=DAILY;COUNT=9");
  add("auckland-monthly", "Pacific/Auckland", "2026-01-31T07:00", "FREQ=MONTHLY;BYDAY=-1SU;COUNT=10");
  events.back().schedule = normalised(events.back().schedule).value();
  add("santiago-daily", "America/Santiago", "2026-04-01T12:00", "FREQ=DAILY;COUNT=9");
  add("kolkata-once", "Asia/Kolkata", "2026-06-01T06:30", "");
  add("utc-once", "UTC", "2026-06-01T06:30", "");
  add("berlin-exceptions", "Europe/Berlin", "2026-03-27T21:00", "FREQ=DAILY;COUNT=6");
  events.back().schedule.excluded = {local("2026-03-29T21:00")};
  add("berlin-evening", "Europe/Berlin", "2026-03-28T23:30", "");
  return events;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: write_ics_sample CALENDAR.ics INSTANTS.txt\n", stderr);
    return 2;
  }
  const TzifZones zones;
  const std::vector<CalendarEvent> events = sample();
  std::ofstream(arguments[1], std::ios::binary)
      << write_ics(events, zones, {.stamp = parse_instant("2026-01-01T00:00:00Z").value()});
  std::ofstream instants(arguments[2], std::ios::binary);
  for (const CalendarEvent& event : events) {
    const TimeZone* zone = zones.find(event.schedule.zone);
    for (const Occurrence& one : occurrences(event.schedule, *zone, parse_date_time("2026-01-01T00:00").value(),
                                             parse_date_time("2027-01-01T00:00").value())) {
      instants << event.uid << ' ' << to_utc_string(one.utc) << '\n';
    }
  }
  return instants ? 0 : 1;
}
