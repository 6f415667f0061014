#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/text.hpp"
#include "core/talk/gentle_start.hpp"

namespace kindling {
namespace {

using Words = std::initializer_list<std::string_view>;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

void capitalise(std::string& text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
}

std::string_view first_word(std::string_view text) { return text.substr(0, std::min(text.find(' '), text.size())); }

bool is_in(std::string_view word, Words words) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool has_word(std::string_view text, Words words) {
  while (!text.empty()) {
    std::string_view word = first_word(text);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
    if (is_in(word, words)) return true;
  }
  return false;
}

// One line with single blanks, plain apostrophes, a capital "I", and no punctuation at its end.
std::string tidy(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("\xE2\x80\x99")) {  // ’
      out += '\'';
      at += 2;
    } else if (!is_blank(text[at])) {
      out += text[at];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  const std::size_t last = out.find_last_not_of(" .,;:!?");
  out.resize(last == std::string::npos ? 0 : last + 1);
  for (std::size_t at = 0; at < out.size(); ++at) {
    const bool starts = at == 0 || out[at - 1] == ' ';
    const bool ends = at + 1 == out.size() || out[at + 1] == ' ' || out[at + 1] == '\'' || out[at + 1] == ',';
    if (out[at] == 'i' && starts && ends) out[at] = 'I';
  }
  return out;
}

// The text after the first of `leads` that it starts with as whole words, in any case.
std::optional<std::string> without_lead(std::string_view text, Words leads) {
  const std::string low = lowered(text);
  for (const std::string_view lead : leads) {
    if (!low.starts_with(lead) || (low.size() > lead.size() && low[lead.size()] != ' ')) continue;
    return std::string(text.substr(std::min(lead.size() + 1, text.size())));
  }
  return std::nullopt;
}

bool starts_with_word(std::string_view text, Words words) { return is_in(lowered(first_word(text)), words); }

// The first letter in lower case where it's safe: not "I", and for `words` alone where they're given (a fact may start
// with a name).
std::string with_small_start(std::string text, Words words = {}) {
  const std::string first = lowered(first_word(text));
  if (first == "i" || first.starts_with("i'")) return text;
  if (words.size() != 0 && !is_in(first, words)) return text;
  if (text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z') return text;
  if (!text.empty()) text[0] = lower(text[0]);
  return text;
}

std::string say_feeling(const std::string& text) {
  if (const auto rest = without_lead(text, {"I'm feeling", "i'm feeling", "im feeling", "i am feeling", "i feel",
                                            "feeling", "feel", "i'm", "im", "i am", "that i feel"}))
    return rest->empty() ? std::string() : "I feel " + with_small_start(*rest);
  if (starts_with_word(text, {"i", "i've", "i'd", "i'll", "it", "it's", "this", "we", "my"})) {
    std::string sentence = text;
    capitalise(sentence);
    return sentence;
  }
  return "I feel " + with_small_start(text);
}

// The word that ties a fact to the feeling; empty where the fact brings its own.
std::string_view tie_of(std::string_view fact) {
  const std::string low = lowered(fact);
  if (starts_with_word(low, {"when", "whenever", "because", "after", "if", "while", "since", "that", "about", "as",
                             "at", "on", "by", "with", "every", "each", "in", "during", "before"}))
    return "";
  if (has_word(low, {"haven't", "hasn't", "havent", "hasnt", "didn't", "didnt", "have", "i've", "we've", "you've"}) &&
      (has_word(low,
                {"haven't", "hasn't", "havent", "hasnt", "didn't", "didnt", "been", "not", "i've", "we've", "you've"})))
    return "because ";
  if (has_word(low, {"yesterday", "last",    "twice",     "once",        "ago",      "was",    "were",
                     "wasn't",    "weren't", "came",      "went",        "left",     "forgot", "said",
                     "told",      "had",     "did",       "got",         "took",     "made",   "spent",
                     "bought",    "missed",  "cancelled", "canceled",    "promised", "looked", "came",
                     "ate",       "fell",    "slept",     "sat",         "worked",   "stayed", "walked",
                     "shouted",   "raised",  "ignored",   "interrupted", "broke",    "talked", "played"}))
    return "after ";
  if (starts_with_word(low, {"you", "we", "i", "it", "they", "he", "she", "there", "nobody", "no-one", "i'm", "you're",
                             "we're", "it's", "you'll", "there's", "i'd"}))
    return "when ";
  if (has_word(low,
               {"is",    "are",   "has",  "does",  "do",     "can",  "will",  "gets",  "get",   "goes",   "go",
                "comes", "come",  "lies", "lie",   "stays",  "stay", "keeps", "keep",  "isn't", "aren't", "doesn't",
                "don't", "takes", "take", "stand", "stands", "ends", "end",   "rings", "ring"}))
    return "when ";
  return "about ";
}

std::string say_fact(const std::string& text) {
  const std::string small = with_small_start(
      text, {"when",      "whenever", "because",   "after",  "if",    "while",  "since",  "that",   "about",  "you",
             "we",        "it",       "they",      "the",    "my",    "your",   "our",    "this",   "these",  "there",
             "a",         "an",       "at",        "on",     "by",    "with",   "every",  "each",   "in",     "last",
             "yesterday", "today",    "sometimes", "often",  "he",    "she",    "as",     "during", "before", "you're",
             "we're",     "it's",     "there's",   "you've", "we've", "dinner", "nobody", "coming", "having"});
  return std::string(tie_of(small)) + small;
}

std::string say_need(const std::string& text) {
  if (const auto rest =
          without_lead(text, {"i need for", "i need", "my need is", "what i need is", "i'd need", "need", "for"})) {
    if (rest->empty()) return {};
    return "I need " + with_small_start(*rest);
  }
  if (starts_with_word(text, {"that"})) return "It matters to me " + with_small_start(text);
  if (starts_with_word(text, {"i", "i'd", "i'm", "i've", "we", "it", "it's", "my"})) {
    std::string sentence = text;
    capitalise(sentence);
    return sentence;
  }
  if (starts_with_word(text, {"be", "feel", "have", "know", "spend", "talk", "hear", "see", "get", "relax"}))
    return "I need to " + with_small_start(text);
  return "I need " + with_small_start(text);
}

// "you put the phone away" asks one; "put the phones away" asks both.
std::string_view asked(std::string_view request) {
  return has_word(lowered(request), {"me", "you", "you're", "your", "you'll"}) ? "Could you " : "Could we ";
}

std::string say_request(const std::string& whole) {
  std::string text = without_lead(whole, {"please", "maybe", "perhaps"}).value_or(whole);
  if (text.empty()) return {};
  if (starts_with_word(text, {"could", "can", "would", "will", "shall", "may", "might", "should", "do", "are", "is",
                              "how", "what", "won't", "couldn't", "can't", "wouldn't"}) &&
      !starts_with_word(text.substr(std::min(first_word(text).size() + 1, text.size())), {"not", "the"})) {
    capitalise(text);
    return text + "?";
  }
  if (const auto rest = without_lead(
          text, {"for you to", "i would like you to", "i'd like you to", "i'd love you to", "i'd love for you to",
                 "i would love you to", "i want you to", "i need you to", "i wish you would", "you to",
                 "that you could", "that you", "you could", "you would", "you can", "you"}))
    return rest->empty() ? "" : "Could you " + with_small_start(*rest) + "?";
  if (const auto rest = without_lead(text, {"for us to",
                                            "i would like us to",
                                            "i'd like us to",
                                            "i'd love us to",
                                            "i'd love for us to",
                                            "i want us to",
                                            "i need us to",
                                            "us to",
                                            "that we could",
                                            "that we",
                                            "we could",
                                            "we can",
                                            "we should",
                                            "we",
                                            "let's",
                                            "lets",
                                            "let us",
                                            "i would like to",
                                            "i'd like to",
                                            "i want to",
                                            "i'd love to",
                                            "to"}))
    return rest->empty() ? "" : "Could we " + with_small_start(*rest) + "?";
  if (const auto rest = without_lead(text, {"don't", "dont", "do not", "not"}))
    return rest->empty() ? "" : "Could you try not to " + with_small_start(*rest) + "?";
  if (starts_with_word(text, {"i", "i'd", "it", "it'd", "i'm", "if", "my"})) {
    capitalise(text);
    return text + ". Would that be all right with you?";
  }
  if (starts_with_word(text, {"a", "an", "some", "more", "one", "two", "ten", "less", "fewer", "another", "time", "the",
                              "five", "half"}))
    return "Could we have " + with_small_start(text) + "?";
  if (starts_with_word(text, {"stop"})) return "Could you " + with_small_start(text) + "?";
  if (first_word(text).size() > 4 && first_word(text).ends_with("ing"))
    return "How about " + with_small_start(text) + "?";
  return std::string(asked(text)) + with_small_start(text) + "?";
}

Result<std::string> said(std::string_view part, std::string_view what, std::string_view example,
                         std::string (*say)(const std::string&)) {
  if (const auto checked = check_note(part, what, kGentlePartLimit); !checked) return checked.error();
  const std::string text = tidy(part);
  std::string sentence = text.empty() ? std::string() : say(text);
  if (sentence.empty())
    return invalid(std::string(what) + " is empty; write a few words, e.g. \"" + std::string(example) + "\"");
  return sentence;
}

struct SaidParts {
  std::string feeling, fact, need, request;
};

Result<SaidParts> say_parts(const GentleParts& parts) {
  auto feeling = said(parts.feeling, "the feeling", "lonely", say_feeling);
  if (!feeling) return feeling.error();
  const auto fact = said(parts.fact, "the fact", "when we eat with our phones on the table", say_fact);
  if (!fact) return fact.error();
  const auto need = said(parts.need, "the need", "some time with you", say_need);
  if (!need) return need.error();
  const auto request = said(parts.request, "the request", "put the phones away at dinner", say_request);
  if (!request) return request.error();
  return SaidParts{*feeling, *fact, *need, *request};
}

std::string plain_wording(const SaidParts& said) {
  return said.feeling + " " + said.fact + ". " + said.need + ". " + said.request;
}

// "When we eat late, I feel tired." Facts that are tied by another word than a time keep their place.
std::string fact_first(const SaidParts& said) {
  if (!starts_with_word(said.fact, {"when", "whenever", "while", "after", "since", "every", "if"}))
    return "There is something on my mind. " + plain_wording(said);
  std::string fact = said.fact;
  capitalise(fact);
  return fact + ", " + with_small_start(said.feeling) + ". " + said.need + ". " + said.request;
}

std::string need_first(const SaidParts& said) {
  return "You matter to me, so I want to tell you. " + said.need + ", and " + with_small_start(said.feeling) + " " +
         said.fact + ". " + said.request;
}

}  // namespace

Result<std::string> compose_gentle_start(const GentleParts& parts) {
  const auto said = say_parts(parts);
  if (!said) return said.error();
  return plain_wording(*said);
}

Result<std::vector<std::string>> compose_gentle_wordings(const GentleParts& parts) {
  const auto said = say_parts(parts);
  if (!said) return said.error();
  return std::vector<std::string>{plain_wording(*said), fact_first(*said), need_first(*said)};
}

}  // namespace kindling
