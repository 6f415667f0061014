// Members of domain types to JSON values and back, one pair of overloads for each type. Reading is strict: a value of
// another type or form is an error that says what would be right, and never repeats the value. For codec/ alone.
#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/codec/field_text.hpp"
#include "core/codec/json_writer.hpp"

namespace kindling::codec {

using Json = nlohmann::json;

template <class T>
concept HasFieldText = requires(const T& value) {
  field_text(value);
};

inline void write_json(JsonWriter& out, const std::string& value) { out.text(value); }
inline void write_json(JsonWriter& out, bool value) { out.boolean(value); }
inline void write_json(JsonWriter& out, int value) { out.number(value); }
inline void write_json(JsonWriter& out, std::chrono::minutes value) {
  out.number(static_cast<std::int64_t>(value.count()));
}
template <HasFieldText T>
void write_json(JsonWriter& out, const T& value) {
  out.text(field_text(value));
}
template <class T>
void write_json(JsonWriter& out, const std::optional<T>& value) {
  if (value) {
    write_json(out, *value);
  } else {
    out.null();
  }
}
template <class T>
void write_json(JsonWriter& out, const std::vector<T>& values) {
  out.begin_array();
  for (const T& value : values) write_json(out, value);
  out.end_array();
}

inline Result<void> read_json(const Json& value, std::string& out) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr) return invalid("it is written as text in quotes");
  out = *text;
  return {};
}

inline Result<void> read_json(const Json& value, bool& out) {
  const auto* flag = value.get_ptr<const bool*>();
  if (flag == nullptr) return invalid("it is true or false");
  out = *flag;
  return {};
}

inline Result<std::int64_t> read_integer(const Json& value, std::int64_t least, std::int64_t most) {
  if (value.is_number_integer()) {
    // A number above the greatest int64 would come out negative.
    const bool fits =
        !value.is_number_unsigned() ||
        value.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const auto number = fits ? value.get<std::int64_t>() : 0;
    if (fits && number >= least && number <= most) return number;
  }
  return invalid("it is a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

inline Result<void> read_json(const Json& value, int& out) {
  const auto number = read_integer(value, -1'000'000'000, 1'000'000'000);
  if (!number) return number.error();
  out = static_cast<int>(*number);
  return {};
}

inline Result<void> read_json(const Json& value, std::chrono::minutes& out) {
  const auto number = read_integer(value, 0, 366 * 24 * 60);
  if (!number) return number.error();
  out = std::chrono::minutes(*number);
  return {};
}

template <class T, class Parse>
Result<void> read_parsed(const Json& value, T& out, Parse&& parse) {
  const auto* text = value.get_ptr<const std::string*>();
  auto parsed = parse(text == nullptr ? std::string_view{} : std::string_view(*text));
  if (!parsed) return parsed.error();
  out = std::move(*parsed);
  return {};
}
inline Result<void> read_json(const Json& value, Instant& out) {
  auto done = read_parsed(value, out, parse_instant);
  // Offsets may lead out of the years that a time is written in.
  constexpr LocalDate kFirst{std::chrono::year(kFirstYear) / 1 / 1};
  constexpr LocalDate kEnd{std::chrono::year(kLastYear + 1) / 1 / 1};
  if (done && (out.time_since_epoch() < kFirst.time_since_epoch() || out.time_since_epoch() >= kEnd.time_since_epoch()))
    return invalid("an instant lies between 1900 and 2199");
  return done;
}
inline Result<void> read_json(const Json& value, LocalDate& out) { return read_parsed(value, out, parse_date); }
inline Result<void> read_json(const Json& value, LocalDateTime& out) {
  return read_parsed(value, out, parse_date_time);
}
inline Result<void> read_json(const Json& value, LocalTime& out) { return read_parsed(value, out, parse_time); }
inline Result<void> read_json(const Json& value, LocalTimeRange& out) {
  return read_parsed(value, out, parse_time_range);
}
inline Result<void> read_json(const Json& value, Rule& out) { return read_parsed(value, out, parse_rule); }

template <NamedEnum E>
Result<void> read_json(const Json& value, E& out) {
  const auto* text = value.get_ptr<const std::string*>();
  const auto found = text == nullptr ? std::nullopt : parse_name<E>(*text);
  if (!found) return invalid("it is " + list_of_names<E>());
  out = *found;
  return {};
}

template <class T>
Result<void> read_json(const Json& value, std::optional<T>& out) {
  if (value.is_null()) {
    out.reset();
    return {};
  }
  return read_json(value, out.emplace());
}

template <class T>
Result<void> read_json(const Json& value, std::vector<T>& out) {
  if (!value.is_array()) return invalid("it is a list in square brackets");
  out.clear();
  out.reserve(value.size());
  for (const Json& item : value) {
    if (auto done = read_json(item, out.emplace_back()); !done) return done;
  }
  return {};
}

}  // namespace kindling::codec
