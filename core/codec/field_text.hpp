// How the members of domain types look in exports: times as in core/base/time.hpp, enums by name, rules as RFC 5545 has
// them. Pure; any thread.
#pragma once

#include <string>

#include "core/base/time.hpp"
#include "core/domain/names.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {

// UTC, with milliseconds where there are any: 2026-11-27T18:00:00.250Z. What parse_instant reads from it is equal.
[[nodiscard]] inline std::string exact_utc_string(Instant instant) {
  std::string text = to_utc_string(instant);
  const auto rest = instant - std::chrono::floor<std::chrono::seconds>(instant);
  if (rest.count() == 0) return text;
  const std::string digits = std::to_string(1000 + rest.count());
  text.insert(text.size() - 1, "." + digits.substr(1));
  return text;
}

[[nodiscard]] inline std::string field_text(Instant instant) { return exact_utc_string(instant); }
[[nodiscard]] inline std::string field_text(LocalDate date) { return to_string(date); }
[[nodiscard]] inline std::string field_text(LocalDateTime time) { return to_string(time); }
[[nodiscard]] inline std::string field_text(const LocalTime& time) { return to_string(time); }
[[nodiscard]] inline std::string field_text(const LocalTimeRange& range) { return to_string(range); }
[[nodiscard]] inline std::string field_text(const Rule& rule) { return to_string(rule); }
template <NamedEnum E>
[[nodiscard]] std::string field_text(E value) {
  return std::string(name_of(value));
}

}  // namespace kindling
