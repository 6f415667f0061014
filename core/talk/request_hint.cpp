#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/text.hpp"
#include "core/talk/gentle_start.hpp"

namespace kindling {
namespace {

// Blank, the words in lower case with one blank between and none of their punctuation, blank: so that phrases can be
// found as whole words.
std::string padded_words(std::string_view text) {
  std::string out = " ";
  const std::string folded = fold_case(text);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (std::string_view(folded).substr(at).starts_with("\xE2\x80\x99")) {  // ’
      out += '\'';
      at += 2;
      continue;
    }
    const char c = folded[at];
    const bool is_gap = std::string_view(" \t\r\n.,;:!?\"()").find(c) != std::string_view::npos;
    if (!is_gap) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

bool has_any(std::string_view words, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return words.find(" " + std::string(phrase) + " ") != std::string_view::npos;
  });
}

}  // namespace

std::string_view name_of(RequestHint hint) noexcept {
  constexpr std::array<std::string_view, 4> kNames{"none", "negative", "vague", "demand"};
  return kNames[static_cast<std::size_t>(hint)];
}

RequestHint look_at_request(std::string_view request) {
  const std::string words = padded_words(request);
  if (has_any(words, {"you must", "you have to", "you need to", "you had better", "you'd better", "you should",
                      "you will", "i expect", "i demand", "right now", "or else"}))
    return RequestHint::demand;
  if (has_any(words, {"stop", "don't", "dont", "do not", "not to", "never", "no longer", "quit", "less",
                      "without nagging", "without complaining"}))
    return RequestHint::negative;
  if (has_any(words, {"more caring",     "more loving",       "more attentive",  "more romantic", "more considerate",
                      "more respectful", "more affectionate", "more present",    "more open",     "more helpful",
                      "be nicer",        "be kinder",         "be better",       "be different",  "be there for me",
                      "care more",       "love me",           "love me more",    "respect me",    "try harder",
                      "make an effort",  "more effort",       "change yourself", "appreciate me", "understand me",
                      "listen more",     "help more",         "do more",         "communicate",   "communicate better",
                      "grow up",         "take me seriously"}))
    return RequestHint::vague;
  return RequestHint::none;
}

}  // namespace kindling
