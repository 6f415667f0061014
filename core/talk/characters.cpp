#include "core/talk/characters.hpp"

namespace kindling::talk {

Character character_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(text[i]); };
  const char32_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + length > text.size()) return {0xFFFD, text.size() - at};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6U) | (byte(at + i) & 0x3FU);
  return {value, length};
}

bool is_space(char32_t c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_apostrophe(char32_t c) noexcept { return c == '\'' || c == 0x2019 || c == 0x2BC || c == '`' || c == 0xB4; }

bool is_comma_like(char32_t c) noexcept {
  return c == ',' || c == ':' || c == '(' || c == ')' || c == '[' || c == ']' || c == '"' || c == '\n' ||
         (c >= 0x2012 && c <= 0x2015) || c == 0x2026 || c == 0x2028;
}

bool is_letter(char32_t c) noexcept {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (is_space(c) || is_apostrophe(c) || c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c <= 0x2BFF) return false;      // punctuation, arrows, symbols
  if (c >= 0x3000 && c <= 0x303F) return false;      // CJK punctuation
  if (c >= 0xFE00 && c <= 0xFE0F) return false;      // variation selectors
  return c != 0xFEFF && c != 0xFFFD && c < 0x1F000;  // from there on: pictures
}

}  // namespace kindling::talk
