#include "core/talk/softer_wording.hpp"

#include <algorithm>

#include "core/talk/themes.hpp"

namespace kindling::talk {
namespace {

bool names(std::string_view words, std::string_view word) noexcept {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

Wording to_wording(const Theme& theme) {
  return {std::string(theme.feeling), std::string(theme.tail), std::string(theme.wish), std::string(theme.request)};
}

// After "you never", these can't follow "if you could": states, not acts, and words that aren't verbs.
constexpr std::string_view kNotActs =
    "want care love like need seem know mean matter think feel be been is are was were have had has the a an my me "
    "your "
    "so too really even just ever once really honestly actually not up down in on at to for with about there here home "
    "happy sorry wrong right ready satisfied interested around this that it did said went got came took made gave told "
    "saw thought knew felt left kept brought put let do does always never always hear bring forget lose miss break "
    "complain ignore hurt leave blame interrupt end start find criticise criticize cancel lie take turn make get act";

// "you never say thank you" → "say thank you", where it is short and begins with an act.
std::string wished_act(std::span<const Token> tokens, const Place& place) {
  constexpr std::size_t kLongest = 9;
  if (place.kind != HarshKind::always_never || place.end > tokens.size()) return {};
  std::size_t at = place.first;
  while (at < place.end && tokens[at].word != "never") ++at;
  if (at == place.first || at >= place.end || tokens[at - 1].word != "you") return {};
  while (++at < place.end && (tokens[at].word == "ever" || tokens[at].word == "even" || tokens[at].word == "really")) {
  }
  if (at >= place.end || place.end - at > kLongest) return {};
  const std::string& verb = tokens[at].word;
  if (names(kNotActs, verb) || verb.ends_with("ed") || verb.ends_with("ing") || verb.size() < 3) return {};
  std::string act;
  for (; at < place.end; ++at) {
    std::string_view word = tokens[at].word;
    if (word == "not" || word == "never") return {};
    if (word == "any") word = "some";
    if (word == "anything") word = "something";
    if (word == "anywhere") word = "somewhere";
    if (word == "'s" || word == "i") word = word == "i" ? "I" : "'s";
    if (!act.empty() && word != "'s") act += ' ';
    act += word;
  }
  return act;
}

const NamedFeeling* named_feeling(std::span<const Token> tokens, const Place& place) noexcept {
  for (std::size_t i = place.first; i < place.end; ++i) {
    for (const NamedFeeling& named : named_feelings())
      if (names(named.words, tokens[i].word)) return &named;
  }
  return nullptr;
}

// Words that hint at a theme, where nothing tells more.
constexpr std::string_view kVague =
    "time out away home help helps around everything ask asks asked asking enough nice finish answer there night "
    "nights "
    "friends fun plan plans front wait spend spent car house notice understand call";

// Where the kind says more about the hurt than what the words happen to be about.
bool has_theme(HarshKind kind) noexcept { return kind != HarshKind::threat && kind != HarshKind::contempt; }

// Where the phrase is about a person and only the rest of the clause about a theme ("just like your mother").
bool judges(HarshKind kind) noexcept { return kind == HarshKind::comparison || kind == HarshKind::insult; }

// "I don't feel heard …" → "I", kept; "There's …" → "there's …".
std::string as_second(std::string_view statement) {
  std::string out(statement);
  if (out.size() > 1 && out[0] != 'I' && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] + 32);
  if (out.starts_with("It ")) out[0] = 'i';
  return out;
}

}  // namespace

std::optional<std::size_t> theme_of(std::span<const Token> tokens) noexcept {
  constexpr std::size_t kEnough = 60;  // tokens; a place is a clause, and a clause that never ends stays cheap
  constexpr std::size_t kTelling = 3;
  std::optional<std::size_t> best;
  std::size_t most = 0;
  const std::span<const Token> looked_at = tokens.first(std::min(tokens.size(), kEnough));
  for (std::size_t i = 0; i < themes().size(); ++i) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < looked_at.size(); ++at) {
      std::string_view word = looked_at[at].word;
      if (word == "time" && at > 0 && looked_at[at - 1].word == "on") word = "on-time";
      if (names(themes()[i].words, word)) count += names(kVague, word) ? 1 : kTelling;
    }
    if (count <= most) continue;
    most = count;
    best = i;
  }
  return best;
}

Wording wording_for(std::span<const Token> tokens, const Place& place) {
  if (place.kind == HarshKind::you_make_me) {
    Wording wording = to_wording(wording_of_kind(place.kind));
    if (const NamedFeeling* named = named_feeling(tokens, place)) wording.feeling = named->feeling;
    return wording;
  }
  if (has_theme(place.kind)) {
    const std::size_t first = judges(place.kind) ? place.core_end : place.first;
    if (const auto theme = theme_of(tokens.subspan(first, place.end - first))) return to_wording(themes()[*theme]);
  }
  const std::string act = wished_act(tokens, place);
  if (!act.empty())
    return {"It would mean a lot to me if you could " + act, "", "", "Could we talk about it when you have a moment?"};
  return to_wording(wording_of_kind(place.kind));
}

std::string suggestion_from(const Wording& wording) { return wording.feeling + wording.tail + wording.wish; }

std::string gentle_from(std::span<const Wording> wordings, std::string_view before, std::string_view after) {
  if (wordings.empty()) return {};
  const Wording& first = wordings.front();
  std::string out(before);
  out += before.empty() ? first.feeling : as_second(first.feeling);
  out += !after.empty() ? std::string(after) : before.empty() ? first.tail : std::string();
  if (wordings.size() > 1) {
    const Wording& second = wordings[1];
    const bool long_first = first.feeling.find(", ") != std::string::npos;
    out += long_first ? ". " + second.feeling : ", and " + as_second(second.feeling);
    out += second.tail == first.tail ? std::string() : second.tail;
  } else {
    out += first.wish;
  }
  return out + ". " + (wordings.size() > 1 ? wordings[1] : first).request;
}

}  // namespace kindling::talk
