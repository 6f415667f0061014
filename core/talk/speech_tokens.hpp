// The words of a text as the rules for gentle starts see them: lower case, contractions written out ("you're", "youre"
// and "u r" become "you are"), each with its place in the text; words in quotation marks are left out. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kindling::talk {

// What stands between a word and the one before it.
enum class Break { none, comma, sentence };

// One written word may give several tokens, which then share its place ("don't": "do", "not").
struct Token {
  std::string word;
  std::size_t start = 0;  // bytes in the text
  std::size_t end = 0;
  Break before = Break::none;
  std::size_t sentence = 0;  // index into SpeechText::sentences
};

struct ByteRange {
  std::size_t start = 0;
  std::size_t end = 0;
};

// `sentences` cover all that isn't white space between them, quoted words included, in order.
struct SpeechText {
  std::vector<Token> tokens;
  std::vector<ByteRange> sentences;
};

// REQUIRES: is_valid_utf8(text). Linear in the text's length.
[[nodiscard]] SpeechText read_speech(std::string_view text);

// The ranges of `text` that are somebody else's words: in quotation marks or on a line that starts with ">".
// Sorted, not overlapping. REQUIRES: is_valid_utf8(text).
[[nodiscard]] std::vector<ByteRange> find_quoted(std::string_view text);

// The tokens of one written word in lower case with plain apostrophes, e.g. "you're" → "you are"; joined by spaces.
[[nodiscard]] std::string write_out(std::string_view word);

}  // namespace kindling::talk
