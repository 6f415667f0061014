#include "core/talk/phrase_pattern.hpp"

#include <algorithm>
#include <cassert>

#include "core/talk/speech_words.hpp"

namespace kindling::talk {
namespace {

constexpr std::size_t kNoMatch = static_cast<std::size_t>(-1);
constexpr std::size_t kMostOfSome = 3;

std::string_view next_field(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

}  // namespace

WordId Vocabulary::add(std::string_view word) {
  return ids_.try_emplace(word, static_cast<WordId>(ids_.size() + 1)).first->second;
}

WordId Vocabulary::find(std::string_view word) const noexcept {
  const auto found = ids_.find(word);
  return found == ids_.end() ? WordId{0} : found->second;
}

PhraseBook::PhraseBook(std::span<const std::string_view> patterns) {
  add_words("@interjection", interjections_);
  patterns_.reserve(patterns.size());
  for (const std::string_view text : patterns) patterns_.push_back(compile(text));
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    assert(!patterns_[i].elements.empty() && patterns_[i].elements.front().step == Step::words);
    for (const WordId word : patterns_[i].elements.front().words) {
      if (by_first_word_.size() <= word) by_first_word_.resize(word + std::size_t{1});
      by_first_word_[word].push_back(i);
    }
  }
}

void PhraseBook::add_words(std::string_view alternatives, std::vector<WordId>& words) {
  while (!alternatives.empty()) {
    const std::string_view word = next_field(alternatives, '|');
    if (word.starts_with('@')) {
      std::string_view members = words_of_class(word.substr(1));
      assert(!members.empty());
      while (!members.empty()) {
        const std::string_view member = next_field(members, ' ');
        if (!member.empty()) words.push_back(vocabulary_.add(member));
      }
    } else {
      words.push_back(vocabulary_.add(word));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

PhraseBook::Pattern PhraseBook::compile(std::string_view text) {
  Pattern pattern;
  while (!text.empty()) {
    std::string_view field = next_field(text, ' ');
    if (field.empty()) continue;
    if (field == "^") {
      pattern.clause_start = true;
      continue;
    }
    Element element;
    if (field == "$") {
      element.step = Step::clause_end;
    } else if (field == ",") {
      element.step = Step::pause;
    } else if (field.starts_with("..")) {
      assert(field.size() == 3);
      element.step = Step::gap;
      element.most = static_cast<std::size_t>(field[2] - '0');
    } else {
      if (field.front() == '!') {
        element.step = Step::no_word;
        field.remove_prefix(1);
      } else if (field.back() == '?' || field.back() == '*') {
        element.step = field.back() == '?' ? Step::optional : Step::some;
        field.remove_suffix(1);
      }
      if (field.ends_with("|$")) {
        element.or_end = true;
        field.remove_suffix(2);
      }
      add_words(field, element.words);
    }
    pattern.elements.push_back(std::move(element));
  }
  return pattern;
}

std::vector<WordId> PhraseBook::number(std::span<const Token> tokens) const {
  std::vector<WordId> ids;
  ids.reserve(tokens.size());
  for (const Token& token : tokens) ids.push_back(vocabulary_.find(token.word));
  return ids;
}

// One pattern at one place. The depth of calls is bounded by the pattern's length, the number of steps by its gaps.
struct PhraseBook::Cursor {
  std::span<const Token> tokens;
  std::span<const WordId> ids;
  const std::vector<Element>& elements;

  [[nodiscard]] static bool holds(const Element& element, WordId id) {
    return std::binary_search(element.words.begin(), element.words.end(), id);
  }

  // The longest end of a match of the elements from `step` on, at token `at`; `pause` allows a comma before it.
  [[nodiscard]] std::size_t match(std::size_t step, std::size_t at, bool first, bool pause) const {
    if (step == elements.size()) return at;
    const Element& element = elements[step];
    const bool open = at < tokens.size() &&
                      (first || tokens[at].before == Break::none || (pause && tokens[at].before == Break::comma));
    const bool fits = open && holds(element, ids[at]);
    const bool clause_end = at == tokens.size() || tokens[at].before != Break::none;
    switch (element.step) {
      case Step::words:
        if (fits) return match(step + 1, at + 1, false, false);
        return element.or_end && !first && clause_end ? match(step + 1, at, false, false) : kNoMatch;
      case Step::no_word: return fits ? kNoMatch : match(step + 1, at, first, pause);
      case Step::pause: return match(step + 1, at, first, true);
      case Step::clause_end: return clause_end ? match(step + 1, at, first, pause) : kNoMatch;
      case Step::optional:
        return longer(match(step + 1, at, first, pause), fits ? match(step + 1, at + 1, false, false) : kNoMatch);
      case Step::some: return match_run(step, at, pause, kMostOfSome, &element);
      case Step::gap: return match_run(step, at, pause, element.most, nullptr);
    }
    return kNoMatch;
  }

  // Up to `most` words (of `element` where given), then the rest.
  [[nodiscard]] std::size_t match_run(std::size_t step, std::size_t at, bool pause, std::size_t most,
                                      const Element* element) const {
    std::size_t best = match(step + 1, at, false, pause);
    for (std::size_t taken = 0; taken < most && at + taken < tokens.size(); ++taken) {
      const Break before = tokens[at + taken].before;
      if (before != Break::none && !(pause && taken == 0 && before == Break::comma)) break;
      if (element != nullptr && !holds(*element, ids[at + taken])) break;
      best = longer(best, match(step + 1, at + taken + 1, false, false));
    }
    return best;
  }

  [[nodiscard]] static std::size_t longer(std::size_t a, std::size_t b) {
    if (a == kNoMatch) return b;
    return b == kNoMatch ? a : std::max(a, b);
  }
};

void PhraseBook::match_at(std::span<const Token> tokens, std::span<const WordId> ids, std::size_t at,
                          std::vector<Match>& out) const {
  if (ids[at] >= by_first_word_.size()) return;
  const bool clause_start = tokens[at].before != Break::none || at == 0 ||
                            std::binary_search(interjections_.begin(), interjections_.end(), ids[at - 1]);
  for (const std::size_t index : by_first_word_[ids[at]]) {
    const Pattern& pattern = patterns_[index];
    if (pattern.clause_start && !clause_start) continue;
    const Cursor cursor{tokens, ids, pattern.elements};
    const std::size_t end = cursor.match(0, at, true, false);
    if (end != kNoMatch) out.push_back({index, at, end});
  }
}

}  // namespace kindling::talk
