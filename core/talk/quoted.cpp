#include <array>
#include <utility>

#include "core/talk/characters.hpp"
#include "core/talk/speech_tokens.hpp"

namespace kindling::talk {
namespace {

struct QuoteStyle {
  char32_t open;
  char32_t close;
  char32_t other_close;  // 0: none
  bool single;           // its closing mark may also be an apostrophe
};

constexpr std::array<QuoteStyle, 7> kStyles{{
    {U'"', U'"', 0, false},
    {U'\u201C', U'\u201D', 0, false},          // “…”
    {U'\u201E', U'\u201C', U'\u201D', false},  // „…“
    {U'\u00AB', U'\u00BB', 0, false},          // «…»
    {U'\u2039', U'\u203A', 0, false},          // ‹…›
    {U'\u2018', U'\u2019', 0, true},           // ‘…’
    {U'\'', U'\'', 0, true},
}};

// Walks over the text once, apart from the search for closing marks; a search that failed isn't repeated, so that the
// whole stays linear.
class QuoteFinder {
 public:
  explicit QuoteFinder(std::string_view text) : text_(text) {}

  std::vector<ByteRange> find() {
    bool line_start = true;
    for (std::size_t at = 0; at < text_.size();) {
      const Character c = character_at(text_, at);
      if (line_start && c.code_point == U'>') {
        const std::size_t end = text_.find('\n', at);
        found_.push_back({at, end == std::string_view::npos ? text_.size() : end});
        at = found_.back().end;
        continue;
      }
      const std::size_t end = quote_end(at, c);
      line_start = c.code_point == U'\n' || (line_start && is_space(c.code_point));
      before_ = c.code_point;
      at += c.length;
      if (end == 0) continue;
      found_.push_back({at - c.length, end});
      at = end;
      before_ = U'"';
      line_start = false;
    }
    return std::move(found_);
  }

 private:
  // The byte after the closing mark of a quotation that opens at `at`, or 0.
  std::size_t quote_end(std::size_t at, const Character& c) {
    for (std::size_t i = 0; i < kStyles.size(); ++i) {
      if (kStyles[i].open == c.code_point && opens(kStyles[i], at + c.length))
        return closing(kStyles[i], no_close_[i], at + c.length);
    }
    return 0;
  }

  [[nodiscard]] char32_t peek(std::size_t at) const {
    return at < text_.size() ? character_at(text_, at).code_point : U'\n';
  }

  // An apostrophe starts no quotation ("don't", "'til" without a closing mark), nor does a mark for inches (12").
  [[nodiscard]] bool opens(const QuoteStyle& style, std::size_t next) const {
    if (style.open == U'"') return !(before_ >= U'0' && before_ <= U'9') || is_letter(peek(next));
    if (style.open == U'\'') return !is_letter(before_) && is_letter(peek(next));
    return true;
  }

  std::size_t closing(const QuoteStyle& style, std::size_t& no_close, std::size_t from) {
    if (from < no_close) return 0;
    for (std::size_t at = from; at < text_.size();) {
      const Character c = character_at(text_, at);
      if (style.open == U'\'' && c.code_point == U'\n') {
        no_close = at;
        return 0;
      }
      at += c.length;
      if ((c.code_point == style.close || (style.other_close != 0 && c.code_point == style.other_close)) &&
          !(style.single && is_letter(peek(at))))
        return at;
    }
    no_close = text_.size();
    return 0;
  }

  std::string_view text_;
  std::vector<ByteRange> found_;
  std::array<std::size_t, kStyles.size()> no_close_{};  // there's no closing mark from any earlier place up to here
  char32_t before_ = U'\n';
};

}  // namespace

std::vector<ByteRange> find_quoted(std::string_view text) { return QuoteFinder(text).find(); }

}  // namespace kindling::talk
