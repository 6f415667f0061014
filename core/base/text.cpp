#include "core/base/text.hpp"

#include <cstdint>

namespace kindling {
namespace {

struct Decoded {
  char32_t code_point = 0;
  std::size_t length = 0;  // 0: not valid UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF)
};

Decoded decode(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || text.size() < length) return {};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  if (length == 3 && (value < 0x800 || (value >= 0xD800 && value < 0xE000))) return {};
  if (length == 4 && (value < 0x10000 || value > 0x10FFFF)) return {};
  return {value, length};
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

char32_t lower(char32_t c) noexcept {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c >= 0x100 && c <= 0x137) return c | 1U;
  if (c >= 0x139 && c <= 0x148) return c + (c & 1U);
  if (c >= 0x14A && c <= 0x177) return c | 1U;
  if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  return c;
}

bool is_control(char32_t c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

Result<void> check(std::string_view text, std::string_view what, std::size_t limit, bool many_lines) {
  const std::string subject(what);
  std::size_t count = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const Decoded next = decode(rest);
    if (next.length == 0) return invalid(subject + " has bytes that aren't UTF-8; write it as UTF-8 text");
    if (is_control(next.code_point) &&
        !(many_lines && (next.code_point == '\n' || next.code_point == '\t' || next.code_point == '\r'))) {
      return invalid(subject + (many_lines ? " holds a control character; only line breaks and tabs are allowed"
                                           : " holds a control character; write it as one line of text"));
    }
    rest.remove_prefix(next.length);
    ++count;
  }
  if (count > limit) {
    return invalid(subject + " has " + std::to_string(count) + " characters; at most " + std::to_string(limit) +
                   " are allowed");
  }
  return {};
}

}  // namespace

bool is_valid_utf8(std::string_view text) noexcept {
  while (!text.empty()) {
    const Decoded next = decode(text);
    if (next.length == 0) return false;
    text.remove_prefix(next.length);
  }
  return true;
}

std::size_t count_characters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1 : 0;
  return count;
}

Result<void> check_title(std::string_view text, std::string_view what) {
  if (trim(text).empty()) return invalid(std::string(what) + " is empty; write at least one character");
  return check(text, what, kTitleLimit, false);
}

Result<void> check_note(std::string_view text, std::string_view what, std::size_t limit) {
  return check(text, what, limit, true);
}

std::string fold_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Decoded next = decode(text);
    if (next.length == 0) {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    append(out, lower(next.code_point));
    text.remove_prefix(next.length);
  }
  return out;
}

std::string_view trim(std::string_view text) noexcept {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace kindling
