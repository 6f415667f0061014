#include "core/talk/speech_tokens.hpp"

#include <algorithm>
#include <array>

#include "core/talk/characters.hpp"

namespace kindling::talk {
namespace {

// "your" and "ur" before these are "you are" misspelt.
constexpr auto kAfterYouAre = std::to_array<std::string_view>(
    {"a",       "acting", "always", "an",   "being", "constantly", "exactly", "forever",      "getting",    "going",
     "gonna",   "just",   "lazy",   "like", "mean",  "never",      "not",     "overreacting", "ridiculous", "rude",
     "selfish", "so",     "stupid", "such", "the",   "too",        "turning", "useless",      "welcome"});

bool is_your(std::string_view word) { return word == "your" || word == "ur"; }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), quoted_(find_quoted(text)) {}

  SpeechText read() {
    for (std::size_t at = 0; at < text_.size();) {
      if (next_quote_ < quoted_.size() && quoted_[next_quote_].start == at) {
        const std::size_t end = quoted_[next_quote_++].end;
        cover(at, end);
        pause(Break::comma);
        at = end;
        continue;
      }
      const Character c = character_at(text_, at);
      at = is_letter(c.code_point) ? read_word(at) : read_mark(at, c);
    }
    mend_your();
    return std::move(out_);
  }

 private:
  void pause(Break strength) { before_ = std::max(before_, strength); }

  // The sentence that's being read reaches to `end`; one is opened where none is.
  void cover(std::size_t start, std::size_t end) {
    if (!open_) out_.sentences.push_back({start, end});
    open_ = true;
    out_.sentences.back().end = end;
  }

  [[nodiscard]] char32_t peek(std::size_t at) const {
    return at < text_.size() ? character_at(text_, at).code_point : U'\n';
  }
  [[nodiscard]] bool quote_starts(std::size_t at) const {
    return next_quote_ < quoted_.size() && quoted_[next_quote_].start == at;
  }

  std::size_t read_word(std::size_t start) {
    std::string word;
    std::size_t at = start;
    while (at < text_.size() && !quote_starts(at)) {
      const Character c = character_at(text_, at);
      const bool joins = (is_apostrophe(c.code_point) || c.code_point == U'-') && is_letter(peek(at + c.length));
      if (!is_letter(c.code_point) && !joins) break;
      if (is_apostrophe(c.code_point)) {
        word += '\'';
      } else if (c.code_point >= U'A' && c.code_point <= U'Z') {
        word += static_cast<char>(c.code_point + 32);
      } else {
        word.append(text_.substr(at, c.length));
      }
      at += c.length;
    }
    cover(start, at);
    emit(write_out(word), start, at);
    return at;
  }

  void emit(std::string_view words, std::size_t start, std::size_t end) {
    while (!words.empty()) {
      const std::size_t space = std::min(words.find(' '), words.size());
      out_.tokens.push_back({std::string(words.substr(0, space)), start, end, before_, out_.sentences.size() - 1});
      before_ = Break::none;
      words.remove_prefix(std::min(space + 1, words.size()));
    }
  }

  std::size_t read_mark(std::size_t at, const Character& c) {
    const std::size_t next = at + c.length;
    const char32_t after = peek(next);
    if (is_space(c.code_point)) {
      if (c.code_point == U'\n' && after == U'\n') end_sentence();
      if (c.code_point == U'\n') pause(Break::comma);
      return next;
    }
    cover(at, next);
    if (c.code_point == U'!' || c.code_point == U'?' || c.code_point == U';' || c.code_point == U'.') {
      const bool dots = c.code_point == U'.' && (after == U'.' || peek_back(at) == U'.');
      if (dots && after == U'.') return next;
      if (dots) {
        pause(Break::comma);
      } else if (!is_letter(after) || c.code_point != U'.') {
        if (after != U'!' && after != U'?' && after != U'.') end_sentence();
        pause(Break::sentence);
      }
    } else if (is_comma_like(c.code_point) || (c.code_point == U'-' && !is_letter(after))) {
      pause(Break::comma);
    }
    return next;
  }

  [[nodiscard]] char32_t peek_back(std::size_t at) const {
    return at > 0 ? static_cast<unsigned char>(text_[at - 1]) : U'\n';
  }

  void end_sentence() {
    open_ = false;
    pause(Break::sentence);
  }

  void mend_your() {
    std::vector<Token> mended;
    mended.reserve(out_.tokens.size());
    for (std::size_t i = 0; i < out_.tokens.size(); ++i) {
      Token& token = out_.tokens[i];
      const bool last = i + 1 == out_.tokens.size() || out_.tokens[i + 1].before != Break::none;
      const bool you_are =
          is_your(token.word) && !last &&
          std::find(kAfterYouAre.begin(), kAfterYouAre.end(), out_.tokens[i + 1].word) != kAfterYouAre.end();
      if (is_your(token.word)) token.word = you_are ? "you" : "your";
      mended.push_back(token);
      if (!you_are) continue;
      mended.push_back(token);
      mended.back().word = "are";
      mended.back().before = Break::none;
    }
    out_.tokens = std::move(mended);
  }

  std::string_view text_;
  std::vector<ByteRange> quoted_;
  std::size_t next_quote_ = 0;
  SpeechText out_;
  Break before_ = Break::sentence;
  bool open_ = false;
};

}  // namespace

SpeechText read_speech(std::string_view text) { return Reader(text).read(); }

}  // namespace kindling::talk
