#include "platform/linux/text_units.hpp"

#include <glib.h>

#include <algorithm>

namespace kindling {
namespace {

bool is_word(char32_t letter) {
  const gunichar point = letter;
  // An apostrophe inside a word doesn't end it: "don't" is one word.
  return g_unichar_isalnum(point) != 0 || g_unichar_ismark(point) != 0 || letter == U'_' || letter == U'\'' ||
         letter == U'\u2019';
}

bool is_space(char32_t letter) { return g_unichar_isspace(gunichar{letter}) != 0; }

bool ends_sentence(char32_t letter) {
  return letter == U'.' || letter == U'!' || letter == U'?' || letter == U'\u2026' || letter == U'\n';
}

// Whether a unit begins (or ends) between the characters before and at `offset`, 0 < offset < size.
bool cuts(std::u32string_view text, std::size_t offset, TextUnit unit, UnitEdge edge) {
  const char32_t before = text[offset - 1], after = text[offset];
  switch (unit) {
    case TextUnit::character: return true;
    case TextUnit::word:
      return edge == UnitEdge::start ? is_word(after) && !is_word(before) : is_word(before) && !is_word(after);
    case TextUnit::line: return edge == UnitEdge::start ? before == U'\n' : after == U'\n';
    case TextUnit::sentence: break;
  }
  if (edge == UnitEdge::end) return ends_sentence(before) && !ends_sentence(after);
  if (is_space(after) || ends_sentence(after)) return false;
  std::size_t behind = offset;
  while (behind > 0 && is_space(text[behind - 1]) && text[behind - 1] != U'\n') --behind;
  // "3.5" and "e.g" don't end a sentence: a space does, after the mark.
  return behind > 0 && (text[behind - 1] == U'\n' || (behind < offset && ends_sentence(text[behind - 1])));
}

}  // namespace

std::string valid_utf8(const std::string& text) {
  if (g_utf8_validate_len(text.data(), text.size(), nullptr) != 0) return text;
  gchar* made = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
  std::string valid = made;
  g_free(made);
  return valid;
}

std::u32string to_code_points(const std::string& text) {
  const std::string valid = valid_utf8(text);
  std::u32string points;
  for (const char* at = valid.c_str(); *at != '\0'; at = g_utf8_find_next_char(at, nullptr)) {
    points.push_back(g_utf8_get_char(at));
  }
  return points;
}

std::string to_utf8(std::u32string_view text) {
  std::string bytes;
  char buffer[6];
  for (const char32_t point : text) {
    const int length = g_unichar_to_utf8(point, buffer);
    bytes.append(buffer, static_cast<std::size_t>(length));
  }
  return bytes;
}

TextRange unit_at(std::u32string_view text, std::size_t offset, TextUnit unit, UnitEdge edge) {
  const std::size_t size = text.size();
  if (offset >= size) {
    const bool on_empty_line = unit == TextUnit::line && size > 0 && text[size - 1] == U'\n';
    if (unit == TextUnit::character || size == 0 || on_empty_line) return {size, size};
    offset = size - 1;
  }
  TextRange range{offset, offset + 1};
  while (range.start > 0 && !cuts(text, range.start, unit, edge)) --range.start;
  while (range.end < size && !cuts(text, range.end, unit, edge)) ++range.end;
  return range;
}

TextChange find_change(std::u32string_view before, std::u32string_view after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t start = 0, tail = 0;
  while (start < shorter && before[start] == after[start]) ++start;
  while (tail < shorter - start && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  return {start, before.size() - tail, after.size() - tail};
}

}  // namespace kindling
