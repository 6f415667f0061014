// A small language for phrases, and its matcher. A pattern is a line of elements with blanks between them:
//
//   word          that word                      a|b|@class    one of them; @class stands for a list in
//   speech_words.hpp word?         may be there                   word*         up to three of them in a row
//   ..N           up to N words of any kind      !a|b          the next word, if there's one, is none of these
//   ^             first: a clause starts here    $             last: a clause or the text ends here
//   ,             a pause (comma, colon, dash) is allowed here; without it a phrase never crosses one
//
// $ may also be one of several: word|$ is that word or a clause's end. A phrase never crosses the end of a sentence.
// Patterns are tables in the program, compiled once and then only read; a match costs a bounded number of steps,
// whatever the text. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/talk/speech_tokens.hpp"

namespace kindling::talk {

// Words as small numbers; 0 is every word that no pattern names.
using WordId = std::uint16_t;

class Vocabulary {
 public:
  // `word` must outlive the vocabulary.
  WordId add(std::string_view word);
  [[nodiscard]] WordId find(std::string_view word) const noexcept;

 private:
  std::unordered_map<std::string_view, WordId> ids_;
};

// Many patterns, told apart by their place in the table they were made from.
class PhraseBook {
 public:
  // REQUIRES: each pattern is well-formed (asserted) and outlives the book; its first element after ^ is words, neither
  // optional nor a gap.
  explicit PhraseBook(std::span<const std::string_view> patterns);

  [[nodiscard]] std::vector<WordId> number(std::span<const Token> tokens) const;

  struct Match {
    std::size_t pattern = 0;
    std::size_t first = 0;  // tokens
    std::size_t end = 0;
  };

  // Adds to `out` the longest match of each pattern that starts at token `at`. `ids` are number(tokens).
  void match_at(std::span<const Token> tokens, std::span<const WordId> ids, std::size_t at,
                std::vector<Match>& out) const;

 private:
  enum class Step : std::uint8_t { words, optional, some, gap, no_word, clause_end, pause };
  struct Element {
    Step step = Step::words;
    std::size_t most = 0;       // of a gap
    bool or_end = false;        // a clause may also end here
    std::vector<WordId> words;  // sorted
  };
  struct Pattern {
    bool clause_start = false;
    std::vector<Element> elements;
  };
  struct Cursor;

  Pattern compile(std::string_view text);
  void add_words(std::string_view alternatives, std::vector<WordId>& words);

  Vocabulary vocabulary_;
  std::vector<Pattern> patterns_;
  std::vector<std::vector<std::size_t>> by_first_word_;  // indexes into patterns_
  std::vector<WordId> interjections_;                    // a clause may start after these
};

}  // namespace kindling::talk
