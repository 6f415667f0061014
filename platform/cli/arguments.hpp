// What was given to a command, as text, and a reader that turns it into values. The reader remembers the first thing
// that is wrong, so that a command reads all it needs and asks once. Value types; one thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/domain/names.hpp"

namespace kindling::cli {

class Arguments {
 public:
  void add(std::string_view name, std::string value) { values_[std::string(name)].push_back(std::move(value)); }
  // Of something given twice, before and after the command, the later one counts.
  void replace(std::string_view name, std::string value) { values_[std::string(name)] = {std::move(value)}; }

  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const;
  // Empty where it wasn't given.
  [[nodiscard]] const std::string& text(std::string_view name) const;
  [[nodiscard]] std::optional<std::string> optional_text(std::string_view name) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

class ArgumentReader {
 public:
  explicit ArgumentReader(const Arguments& arguments) : arguments_(arguments) {}

  template <class T>
  using Parse = Result<T> (*)(std::string_view);

  template <class T>
  [[nodiscard]] std::optional<T> optional(std::string_view name, Parse<T> parse) {
    if (error_ || !arguments_.has(name)) return std::nullopt;
    auto value = parse(arguments_.text(name));
    if (!value) return refuse(name, value.error()), std::nullopt;
    return std::move(*value);
  }
  template <class T>
  [[nodiscard]] T value(std::string_view name, Parse<T> parse, T otherwise = {}) {
    return optional<T>(name, parse).value_or(std::move(otherwise));
  }
  [[nodiscard]] std::optional<int> number(std::string_view name, int low, int high);
  template <NamedEnum E>
  [[nodiscard]] std::optional<E> choice(std::string_view name) {
    if (error_ || !arguments_.has(name)) return std::nullopt;
    const auto found = parse_name<E>(arguments_.text(name));
    if (!found) refuse(name, invalid("it is one of " + list_of_names<E>()));
    return found;
  }
  void refuse(std::string_view name, const Error& error);

  [[nodiscard]] bool ok() const noexcept { return !error_; }
  // REQUIRES: !ok().
  [[nodiscard]] Error error() const { return *error_; }

 private:
  const Arguments& arguments_;
  std::optional<Error> error_;
};

// A whole number and nothing else.
[[nodiscard]] std::optional<long> whole_number(std::string_view text);

}  // namespace kindling::cli
