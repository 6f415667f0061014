// Writes calendars as iCalendar (RFC 5545) that libical, khal and python-icalendar read as the same instants. Pure; any
// thread that owns the zones.
#pragma once

#include <span>
#include <string>

#include "core/base/time.hpp"
#include "core/codec/calendar_file.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling {

struct IcsOptions {
  Instant stamp;                                      // DTSTAMP of events that don't say when they were modified
  std::string product = "-//Kindling//Kindling//EN";  // PRODID
};

// One VCALENDAR with a VTIMEZONE for each zone used (none for "UTC"), in CRLF lines of at most 75 octets. What
// read_ics reads from it equals `events`, as far as they are well-formed: valid UTF-8 without control characters (\n
// and \t are fine; others are left out), UNTIL in the form that RFC 5545 asks for, length not negative, lengths of
// whole days for dates, at most one status, at most 16 alarms, zones that `zones` knows. An event keeps
// its uid; an empty one gets a UID made from its start and title.
[[nodiscard]] std::string write_ics(std::span<const CalendarEvent> events, const TimeZones& zones,
                                    const IcsOptions& options);

}  // namespace kindling
