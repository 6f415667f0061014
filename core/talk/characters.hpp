// Characters of valid UTF-8 text, sorted by what they mean to the reader of speech. Pure functions.
#pragma once

#include <cstddef>
#include <string_view>

namespace kindling::talk {

struct Character {
  char32_t code_point = 0;
  std::size_t length = 0;  // bytes
};

// REQUIRES: at < text.size(), and a character of valid UTF-8 starts there.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at) noexcept;

[[nodiscard]] bool is_letter(char32_t c) noexcept;  // letters and digits of every script, as far as it matters here
[[nodiscard]] bool is_apostrophe(char32_t c) noexcept;
[[nodiscard]] bool is_space(char32_t c) noexcept;
[[nodiscard]] bool is_comma_like(char32_t c) noexcept;  // a pause within a sentence

}  // namespace kindling::talk
