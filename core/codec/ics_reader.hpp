// Reads iCalendar files (RFC 5545) from any program. The reader is our own because libical takes 135 ms for 10,000
// events and loads ICU into each start of the command line (measured), where reading and finding free time together
// have 100 ms; libical judges it in the tests. One pass over views of the text. Pure; any thread that owns the zones.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.hpp"
#include "core/codec/calendar_file.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling {

inline constexpr std::size_t kIcsByteLimit = 64 * 1024 * 1024;
inline constexpr std::size_t kIcsEventLimit = 200'000;
inline constexpr std::size_t kIcsNestingLimit = 16;  // components within components

// All events of a text. Fails with invalid where the text has no VCALENDAR or is over a limit. An event that can't be
// understood (no DTSTART, an impossible rule, a line over kContentLineLimit that matters, more than 1,000 RDATE or
// EXDATE) is left out and counted in `skipped`. A TZID that neither IANA nor Windows knows is read by its VTIMEZONE, as
// a zone that behaves alike or as its standard offset, else as floating time, and counted in `warnings`.
// Texts come as UTF-8 without control characters, times without an end have length 0 (whole days: one day), lengths are
// rounded up to the minute. UNTIL is given in a form that fits the schedule's kind.
[[nodiscard]] Result<CalendarFile> read_ics(std::string_view text, const TimeZones& zones);

}  // namespace kindling
