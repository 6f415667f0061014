#include "platform/cli/arguments.hpp"

#include <charconv>

namespace kindling::cli {

const std::vector<std::string>& Arguments::all(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = values_.find(name);
  return found == values_.end() ? kNone : found->second;
}

const std::string& Arguments::text(std::string_view name) const {
  static const std::string kNone;
  const auto found = values_.find(name);
  return found == values_.end() || found->second.empty() ? kNone : found->second.back();
}

std::optional<std::string> Arguments::optional_text(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return text(name);
}

std::optional<int> ArgumentReader::number(std::string_view name, int low, int high) {
  if (error_ || !arguments_.has(name)) return std::nullopt;
  const auto number = whole_number(arguments_.text(name));
  if (!number || *number < low || *number > high) {
    refuse(name, invalid("it is a whole number from " + std::to_string(low) + " to " + std::to_string(high)));
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

void ArgumentReader::refuse(std::string_view name, const Error& error) {
  if (!error_) error_ = Error{error.code, std::string(name) + ": " + error.message};
}

std::optional<long> whole_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace kindling::cli
