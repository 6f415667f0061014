// Dates, times, durations and offsets as iCalendar writes them (RFC 5545 §3.3.4 to §3.3.6 and §3.3.14). Pure functions.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.hpp"

namespace kindling {

// A DATE or DATE-TIME value; its TZID, if it has one, is its property's matter.
struct IcsTime {
  enum class Form { date, local, utc };
  Form form = Form::local;
  LocalDateTime time;  // for Form::utc the fields of the UTC time
};

// A DURATION: days and weeks are nominal (a day can have 23 hours), the rest is exact. Both have the same sign.
struct IcsDuration {
  std::chrono::days days{0};
  std::chrono::seconds exact{0};
};

// 20261127, 20261127T190000 or 20261127T180000Z, in the years of core/base/time.hpp. A leap second becomes :59.
[[nodiscard]] std::optional<IcsTime> time_from_ics(std::string_view text) noexcept;
// P1D, PT1H30M, -PT15M, P2W, at most 100 years.
[[nodiscard]] std::optional<IcsDuration> duration_from_ics(std::string_view text) noexcept;
// +0100, -0330, +005328.
[[nodiscard]] std::optional<std::chrono::seconds> offset_from_ics(std::string_view text) noexcept;

[[nodiscard]] std::string ics_date(LocalDateTime time);       // 20261127
[[nodiscard]] std::string ics_date_time(LocalDateTime time);  // 20261127T190000
// PT1H30M, -PT15M, PT0S: hours and minutes, which are exact.
[[nodiscard]] std::string ics_duration(std::chrono::minutes length);
[[nodiscard]] std::string ics_offset(std::chrono::seconds offset);  // +0100, +005328

}  // namespace kindling
