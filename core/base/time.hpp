// Time as Kindling means it: an Instant is a moment for everybody; a local date or time is what a clock on
// the wall says, without a zone. Text forms are those of RFC 3339 and of the command line. Value types;
// pure functions; no clock is read here.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace kindling {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using LocalDate = std::chrono::local_days;
using LocalDateTime = std::chrono::local_seconds;

// A time of day on the wall clock, 00:00 to 23:59.
struct LocalTime {
  std::chrono::minutes since_midnight{0};
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

// A stretch of the wall clock. `end` before `start` crosses midnight; equal ends mean the whole day.
struct LocalTimeRange {
  LocalTime start;
  LocalTime end;

  [[nodiscard]] bool contains(LocalTime time) const noexcept;
  friend bool operator==(const LocalTimeRange&, const LocalTimeRange&) = default;
};

// Years that Kindling accepts from people and files: 1900 to 2199. Keeps all arithmetic far from overflow.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2199;
// The first moment after all of them.
inline constexpr LocalDateTime kEndOfTime{LocalDate{std::chrono::year{kLastYear + 1} / 1 / 1}};

[[nodiscard]] LocalDate date_of(LocalDateTime time) noexcept;
[[nodiscard]] LocalTime time_of(LocalDateTime time) noexcept;
[[nodiscard]] constexpr LocalDateTime at(LocalDate date, LocalTime time) noexcept {
  return LocalDateTime(date) + time.since_midnight;
}
[[nodiscard]] constexpr std::chrono::year_month_day calendar(LocalDate date) noexcept {
  return std::chrono::year_month_day(date);
}

// Each parser takes the whole text or fails with ErrorCode::invalid and a sentence that shows a right example.
[[nodiscard]] Result<LocalDate> parse_date(std::string_view text);             // 2026-11-27
[[nodiscard]] Result<LocalTime> parse_time(std::string_view text);             // 07:45
[[nodiscard]] Result<LocalTimeRange> parse_time_range(std::string_view text);  // 22:00-07:00
[[nodiscard]] Result<LocalDateTime> parse_date_time(std::string_view text);    // 2026-11-27T19:00[:30]
[[nodiscard]] Result<Instant> parse_instant(std::string_view text);            // 2026-11-27T19:00[:30[.5]](Z|+01:00)
[[nodiscard]] Result<std::chrono::minutes> parse_length(
    std::string_view text);  // 90m, 2h, 1h30m, 3d; 1 minute to 366 days

[[nodiscard]] std::string to_string(LocalDate date);               // 2026-11-27
[[nodiscard]] std::string to_string(LocalTime time);               // 07:45
[[nodiscard]] std::string to_string(const LocalTimeRange& range);  // 22:00-07:00
[[nodiscard]] std::string to_string(LocalDateTime time);           // 2026-11-27T19:00, with :SS where not zero
[[nodiscard]] std::string to_utc_string(Instant instant);          // 2026-11-27T18:00:00Z
// RFC 3339 with the offset that holds in the zone asked for: 2026-11-27T19:00:00+01:00.
[[nodiscard]] std::string to_string(Instant instant, std::chrono::seconds offset);
[[nodiscard]] std::string length_to_string(std::chrono::minutes length);  // 1h30m

}  // namespace kindling
