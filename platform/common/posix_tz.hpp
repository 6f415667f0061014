// The POSIX TZ rule at the end of a TZif file ("CET-1CEST,M3.5.0,M10.5.0/3"), RFC 8536 §3.3: what holds after the last
// transition of the table. Value types; any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindling {

struct PosixTz {
  // The day of a change and the seconds after its local midnight, -167 h to 167 h.
  struct Change {
    enum class Form { julian, day_of_year, month_week_day };
    Form form = Form::month_week_day;
    int month = 1, week = 1, weekday = 0;  // week 5 is the last
    int day = 0;                           // 1..365 without 29 February, or 0..365
    std::chrono::seconds time{7200};
  };
  struct Clock {
    std::string abbreviation;
    std::chrono::seconds offset{0};  // local = UTC + offset
  };
  struct Daylight {
    Clock clock;
    Change start, end;
  };

  Clock standard;
  std::optional<Daylight> daylight;
};

// None where the text isn't a rule or names daylight saving without its dates.
[[nodiscard]] std::optional<PosixTz> parse_posix_tz(std::string_view text);

// The two changes of a year, in order: their instants and whether daylight saving begins.
struct YearlyChange {
  std::chrono::sys_seconds instant;
  bool to_daylight = false;
};
[[nodiscard]] std::vector<YearlyChange> changes_of_year(const PosixTz& rule, int year);

}  // namespace kindling
