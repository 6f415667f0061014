// Where words, sentences and lines of a text begin and end, as screen readers walk through it. Offsets count Unicode
// code points. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kindling {

// UTF-8 to code points and back. What isn't valid UTF-8 comes as U+FFFD: the bus ends a connection that sends such.
[[nodiscard]] std::string valid_utf8(const std::string& text);
[[nodiscard]] std::u32string to_code_points(const std::string& text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

enum class TextUnit { character, word, sentence, line };
// Which edge of the unit cuts: `start` gives a word with the space behind it, `end` with the space before it.
enum class UnitEdge { start, end };

struct TextRange {
  std::size_t start = 0, end = 0;
};

// The unit around `offset`; the caret behind the last character belongs to the last unit, except to no character and,
// after a line break, to an empty line.
[[nodiscard]] TextRange unit_at(std::u32string_view text, std::size_t offset, TextUnit unit, UnitEdge edge);

// What differs: `before` and `after` have the first `start` code points in common and what follows the ends.
struct TextChange {
  std::size_t start = 0, before_end = 0, after_end = 0;
};
[[nodiscard]] TextChange find_change(std::u32string_view before, std::u32string_view after);

}  // namespace kindling
