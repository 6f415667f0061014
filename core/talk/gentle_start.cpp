#include "core/talk/gentle_start.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <utility>

#include "core/talk/phrase_pattern.hpp"
#include "core/talk/softer_wording.hpp"
#include "core/talk/speech_rules.hpp"
#include "core/talk/speech_tokens.hpp"

namespace kindling {
namespace {

using talk::Break;
using talk::Place;
using talk::SpeechText;
using talk::Token;

constexpr std::string_view kSafetySuggestion =
    "This isn't about wording. Nobody should be afraid of their partner or controlled by them; `kindling help crisis` "
    "shows who can help you, privately";

// A rule that matched.
struct Found {
  Place place;
  talk::Said said;
};

// Harsh phrases and the phrases that take them back. Compiled once; the tables are constant.
class RuleBook {
 public:
  RuleBook(std::vector<talk::HarshRule> rules, std::span<const std::string_view> pardons)
      : rules_(std::move(rules)), harsh_(patterns_of(rules_)), pardons_(pardons) {}

  // Leftmost, then longest; what lies wholly within a pardon is left out. No two share a written word.
  [[nodiscard]] std::vector<Found> find(std::span<const Token> tokens) const {
    const std::vector<talk::WordId> harsh_ids = harsh_.number(tokens);
    const std::vector<talk::WordId> pardon_ids = pardons_.number(tokens);
    std::vector<Found> found;
    std::vector<talk::PhraseBook::Match> matches;
    std::size_t pardoned_to = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      matches.clear();
      pardons_.match_at(tokens, pardon_ids, at, matches);
      for (const auto& match : matches) pardoned_to = std::max(pardoned_to, match.end);
      if (!found.empty() && tokens[at].start < tokens[found.back().place.core_end - 1].end) continue;
      matches.clear();
      harsh_.match_at(tokens, harsh_ids, at, matches);
      const talk::PhraseBook::Match* best = nullptr;
      for (const auto& match : matches) {
        if (match.end > pardoned_to && (best == nullptr || match.end > best->end)) best = &match;
      }
      if (best == nullptr) continue;
      const talk::HarshRule& rule = rules_[best->pattern];
      found.push_back({{best->first, best->end, best->end, rule.kind}, rule.said});
    }
    return found;
  }

 private:
  static std::vector<std::string_view> patterns_of(const std::vector<talk::HarshRule>& rules) {
    std::vector<std::string_view> patterns;
    patterns.reserve(rules.size());
    for (const talk::HarshRule& rule : rules) patterns.push_back(rule.pattern);
    return patterns;
  }

  std::vector<talk::HarshRule> rules_;
  talk::PhraseBook harsh_;
  talk::PhraseBook pardons_;
};

const RuleBook& wording_rules() {
  static const RuleBook book = [] {
    std::vector<talk::HarshRule> rules;
    for (const auto table : {talk::pattern_rules(), talk::judgement_rules(), talk::everyday_rules()})
      rules.insert(rules.end(), table.begin(), table.end());
    return RuleBook(std::move(rules), talk::kind_phrases());
  }();
  return book;
}

const RuleBook& safety_book() {
  static const RuleBook book({talk::safety_rules().begin(), talk::safety_rules().end()}, talk::harmless_phrases());
  return book;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A new clause starts at this token: "and you …", "because I …", "when …".
bool starts_clause(std::span<const Token> tokens, std::size_t at) {
  if (is_one_of(tokens[at].word, {"when", "whenever", "while", "because", "if", "unless", "although", "but"}))
    return true;
  if (at + 1 == tokens.size()) return false;
  if (tokens[at].word == "i" && is_one_of(tokens[at + 1].word, {"feel", "am", "get", "miss"})) return true;
  return is_one_of(tokens[at].word, {"and", "so", "or", "then"}) &&
         is_one_of(tokens[at + 1].word,
                   {"i", "you", "we", "it", "they", "he", "she", "that", "the", "my", "your", "our", "now", "then"});
}

// A flag spans the clause it's in, so that the suggestion can stand in its place; short interjections stay as they are.
void widen(std::span<const Token> tokens, std::vector<Found>& found) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    Place& place = found[i].place;
    if (place.kind != HarshKind::contempt) {
      const std::size_t limit = i + 1 < found.size() ? found[i + 1].place.first : tokens.size();
      while (place.end < limit && tokens[place.end].before == Break::none && !starts_clause(tokens, place.end) &&
             (limit == tokens.size() || tokens[place.end].end <= tokens[limit].start))
        ++place.end;
      while (place.end > place.core_end && place.end == limit && is_one_of(tokens[place.end - 1].word, {"and", "but"}))
        --place.end;
    }
    // "I feel like you never …" is the same complaint with a cushion.
    const std::size_t floor = i > 0 ? found[i - 1].place.end : 0;
    std::size_t first = place.first;
    if (first >= floor + 3 && is_one_of(tokens[first - 1].word, {"like", "that"}) &&
        is_one_of(tokens[first - 2].word, {"feel", "feels"}) && tokens[first].before == Break::none &&
        tokens[first - 1].before == Break::none && tokens[first - 2].before == Break::none) {
      first -= 3;
      if (is_one_of(tokens[first].word, {"just", "really", "often", "sometimes"}) && first > floor &&
          tokens[first].before == Break::none)
        --first;
      if (is_one_of(tokens[first].word, {"i", "it"})) place.first = first;
    }
  }
}

HarshFlag to_flag(const SpeechText& speech, const Found& found, std::string suggestion) {
  const std::size_t start = speech.tokens[found.place.first].start;
  return {start, speech.tokens[found.place.end - 1].end - start, found.place.kind, std::move(suggestion)};
}

talk::Wording wording_of(const SpeechText& speech, const Found& found) {
  talk::Wording wording = talk::wording_for(speech.tokens, found.place);
  if (!found.said.instead.empty()) wording = {std::string(found.said.instead), "", "", std::move(wording.request)};
  if (!found.said.request.empty()) wording.request = found.said.request;
  return wording;
}

// Builds the softened text: kept sentences stay, the flagged ones give way to one gentle start where the first stood.
class Softener {
 public:
  Softener(std::string_view text, const SpeechText& speech, std::span<const Found> found)
      : text_(text), speech_(speech), found_(found) {}

  [[nodiscard]] std::string build() {
    collect_wordings();
    std::string out;
    std::size_t next = 0;
    bool said = false;
    for (std::size_t sentence = 0; sentence < speech_.sentences.size(); ++sentence) {
      const std::size_t first = next;
      while (next < found_.size() && sentence_of(found_[next]) == sentence) ++next;
      if (next == first) {
        append(out, original(sentence));
      } else if (!said) {
        append(out,
               talk::gentle_from(wordings_, lead_in(found_[first]), found_.size() == 1 ? trailing(found_[first]) : ""));
        said = true;
      }
    }
    return out;
  }

 private:
  [[nodiscard]] std::size_t sentence_of(const Found& found) const { return speech_.tokens[found.place.first].sentence; }

  [[nodiscard]] std::string_view original(std::size_t sentence) const {
    const talk::ByteRange& range = speech_.sentences[sentence];
    return text_.substr(range.start, range.end - range.start);
  }

  static void append(std::string& out, std::string_view sentence) {
    if (!out.empty() && !sentence.empty()) out += ' ';
    out += sentence;
  }

  // At most two different things are said; more would be a list of complaints again.
  void collect_wordings() {
    for (const Found& found : found_) {
      talk::Wording wording = wording_of(speech_, found);
      const bool known = std::any_of(wordings_.begin(), wordings_.end(),
                                     [&](const talk::Wording& other) { return other.feeling == wording.feeling; });
      if (!known) wordings_.push_back(std::move(wording));
      if (wordings_.size() == 2) return;
    }
  }

  [[nodiscard]] bool has_flag_within(std::size_t first, std::size_t end) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const Found& other) { return other.place.first < end && other.place.end > first; });
  }

  // "When I come home tired you never even look up" keeps "When I come home tired, ".
  [[nodiscard]] std::string lead_in(const Found& found) const {
    std::size_t first = found.place.first;
    while (first > 0 && speech_.tokens[first].before != Break::sentence &&
           speech_.tokens[first - 1].sentence == sentence_of(found))
      --first;
    const std::size_t words = found.place.first - first;
    if (words < 3 || words > 14 || !is_one_of(speech_.tokens[first].word, {"when", "whenever", "after", "while"}))
      return {};
    if (speech_.tokens[first + 1].word != "i" && speech_.tokens[first + 1].word != "we") return {};
    if (is_one_of(speech_.tokens[found.place.first - 1].word, {"and", "but", "that", "like", "then"})) return {};
    const std::size_t start = speech_.tokens[first].start;
    std::string words_before(text_.substr(start, speech_.tokens[found.place.first - 1].end - start));
    if (words_before[0] >= 'a' && words_before[0] <= 'z') words_before[0] = static_cast<char>(words_before[0] - 32);
    return words_before + ", ";
  }

  // "You never listen to me when I talk about work" keeps " when I talk about work".
  [[nodiscard]] std::string trailing(const Found& found) const {
    std::size_t end = found.place.end;
    if (end >= speech_.tokens.size() || !is_one_of(speech_.tokens[end].word, {"when", "whenever", "while"})) return {};
    if (speech_.tokens[end].before != Break::none) return {};
    const std::size_t first = end;
    while (end < speech_.tokens.size() && (end == first || speech_.tokens[end].before == Break::none)) ++end;
    if (end - first < 3 || end - first > 14 || has_flag_within(first, end)) return {};
    const std::size_t start = speech_.tokens[first].start;
    return " " + std::string(text_.substr(start, speech_.tokens[end - 1].end - start));
  }

  std::string_view text_;
  const SpeechText& speech_;
  std::span<const Found> found_;
  std::vector<talk::Wording> wordings_;
};

}  // namespace

std::string_view name_of(HarshKind kind) noexcept {
  constexpr std::array<std::string_view, 11> kNames{"always-never", "why-dont-you", "you-make-me", "comparison",
                                                    "insult",       "mind-reading", "threat",      "contempt",
                                                    "demand",       "blame",        "safety"};
  return kNames[static_cast<std::size_t>(kind)];
}

SpeechCheck check_speech(std::string_view text) {
  const SpeechText speech = talk::read_speech(text);
  SpeechCheck check;
  for (const Found& found : safety_book().find(speech.tokens))
    check.flags.push_back(to_flag(speech, found, std::string(kSafetySuggestion)));
  if (!check.flags.empty()) return check;

  std::vector<Found> found = wording_rules().find(speech.tokens);
  if (found.empty()) {
    check.gentle = text;
    return check;
  }
  widen(speech.tokens, found);
  for (const Found& place : found)
    check.flags.push_back(to_flag(speech, place, talk::suggestion_from(wording_of(speech, place))));
  check.gentle = Softener(text, speech, found).build();
  return check;
}

}  // namespace kindling
