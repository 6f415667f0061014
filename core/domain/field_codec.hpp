// How the members of domain types become field values and come back. A default (empty, false, absent) is no value at
// all, so that it costs nothing to keep. Reading is forgiving: a value of another type leaves the member as it is.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/domain/entity.hpp"
#include "core/domain/names.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {

inline FieldValue to_field(const std::string& text) { return text.empty() ? FieldValue{} : FieldValue{text}; }
inline void from_field(const FieldValue& value, std::string& out) {
  if (const auto* text = std::get_if<std::string>(&value)) out = *text;
}

inline FieldValue to_field(bool flag) { return flag ? FieldValue{std::int64_t{1}} : FieldValue{}; }
inline void from_field(const FieldValue& value, bool& out) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) out = *number != 0;
}

inline FieldValue to_field(int number) { return std::int64_t{number}; }
inline void from_field(const FieldValue& value, int& out) {
  const auto* number = std::get_if<std::int64_t>(&value);
  if (number != nullptr && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max()) {
    out = static_cast<int>(*number);
  }
}

template <NamedEnum E>
FieldValue to_field(E value) {
  return static_cast<std::int64_t>(value);
}
template <NamedEnum E>
void from_field(const FieldValue& value, E& out) {
  const auto* number = std::get_if<std::int64_t>(&value);
  if (number != nullptr && *number >= 0 && *number < static_cast<std::int64_t>(EnumNames<E>::kNames.size()))
    out = static_cast<E>(*number);
}

// Times: days, minutes, seconds or milliseconds since their epoch.
template <class Clock, class Duration>
FieldValue to_field(const std::chrono::time_point<Clock, Duration>& time) {
  return static_cast<std::int64_t>(time.time_since_epoch().count());
}
template <class Clock, class Duration>
void from_field(const FieldValue& value, std::chrono::time_point<Clock, Duration>& out) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    out = std::chrono::time_point<Clock, Duration>(Duration(static_cast<typename Duration::rep>(*number)));
  }
}
inline FieldValue to_field(std::chrono::minutes length) { return static_cast<std::int64_t>(length.count()); }
inline void from_field(const FieldValue& value, std::chrono::minutes& out) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) out = std::chrono::minutes(*number);
}
inline FieldValue to_field(const LocalTime& time) { return to_field(time.since_midnight); }
inline void from_field(const FieldValue& value, LocalTime& out) { from_field(value, out.since_midnight); }

inline FieldValue to_field(const LocalTimeRange& range) { return to_string(range); }
inline void from_field(const FieldValue& value, LocalTimeRange& out) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (const auto range = parse_time_range(*text)) out = *range;
  }
}

inline FieldValue to_field(const Rule& rule) { return to_string(rule); }
inline void from_field(const FieldValue& value, Rule& out) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (auto rule = parse_rule(*text)) out = std::move(*rule);
  }
}

// Lines of text; a line never holds a line break (core/base/text.hpp refuses them in titles).
inline FieldValue to_field(const std::vector<std::string>& lines) {
  std::string joined;
  for (std::size_t i = 0; i < lines.size(); ++i) joined += (i > 0 ? "\n" : "") + lines[i];
  return to_field(joined);
}
inline void from_field(const FieldValue& value, std::vector<std::string>& out) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return;
  out.clear();
  for (std::size_t start = 0; start <= text->size();) {
    const std::size_t end = std::min(text->find('\n', start), text->size());
    out.push_back(text->substr(start, end - start));
    start = end + 1;
  }
}

inline FieldValue to_field(const std::vector<LocalDateTime>& times) {
  std::vector<std::string> lines;
  for (const LocalDateTime time : times) lines.push_back(to_string(time));
  return to_field(lines);
}
inline void from_field(const FieldValue& value, std::vector<LocalDateTime>& out) {
  std::vector<std::string> lines;
  from_field(value, lines);
  for (const std::string& line : lines) {
    if (const auto time = parse_date_time(line)) out.push_back(*time);
  }
}

template <class T>
FieldValue to_field(const std::optional<T>& value) {
  return value ? to_field(*value) : FieldValue{};
}
template <class T>
void from_field(const FieldValue& value, std::optional<T>& out) {
  if (std::holds_alternative<std::monostate>(value)) return;
  from_field(value, out.emplace());
}

}  // namespace kindling
