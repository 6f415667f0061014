// Enums by name, as the command line, exports and content spell them. A specialisation of EnumNames lists the names in
// the order of the values, from 0 without gaps; those numbers are also what is stored.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kindling {

template <class E>
struct EnumNames;

template <class E>
concept NamedEnum = requires {
  EnumNames<E>::kNames;
};

template <NamedEnum E>
[[nodiscard]] constexpr std::string_view name_of(E value) noexcept {
  return EnumNames<E>::kNames[static_cast<std::size_t>(value)];
}

template <NamedEnum E>
[[nodiscard]] constexpr std::optional<E> parse_name(std::string_view text) noexcept {
  for (std::size_t i = 0; i < EnumNames<E>::kNames.size(); ++i) {
    if (EnumNames<E>::kNames[i] == text) return static_cast<E>(i);
  }
  return std::nullopt;
}

// "affection, ritual, talk, date or other": for sentences that say what would be right.
template <NamedEnum E>
[[nodiscard]] std::string list_of_names() {
  std::string list;
  const auto& names = EnumNames<E>::kNames;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

}  // namespace kindling
