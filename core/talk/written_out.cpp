#include <algorithm>
#include <array>
#include <utility>

#include "core/talk/speech_tokens.hpp"

namespace kindling::talk {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

// Written without an apostrophe, or as people type. Only forms that are no other word ("were", "well", "hell" aren't).
constexpr auto kShortForms = std::to_array<Entry>({
    {"aint", "are not"},
    {"aren't", "are not"},
    {"arent", "are not"},
    {"anymore", "any more"},
    {"cannot", "can not"},
    {"cant", "can not"},
    {"coulda", "could have"},
    {"couldnt", "could not"},
    {"didnt", "did not"},
    {"doesnt", "does not"},
    {"dont", "do not"},
    {"gonna", "going to"},
    {"gotta", "got to"},
    {"hadnt", "had not"},
    {"hasnt", "has not"},
    {"havent", "have not"},
    {"heres", "here is"},
    {"hes", "he is"},
    {"im", "i am"},
    {"isnt", "is not"},
    {"ive", "i have"},
    {"lets", "let us"},
    {"r", "are"},
    {"shes", "she is"},
    {"shouldnt", "should not"},
    {"shoulda", "should have"},
    {"thats", "that is"},
    {"theyre", "they are"},
    {"u", "you"},
    {"ure", "you are"},
    {"wanna", "want to"},
    {"wasnt", "was not"},
    {"werent", "were not"},
    {"weve", "we have"},
    {"whats", "what is"},
    {"wheres", "where is"},
    {"wont", "will not"},
    {"wouldnt", "would not"},
    {"ya", "you"},
    {"youd", "you would"},
    {"youll", "you will"},
    {"youre", "you are"},
    {"youve", "you have"},
});

// After these, 's is "is"; after other words it may be a possessive and stays a token of its own.
constexpr auto kTakesIs = std::to_array<std::string_view>(
    {"he", "here", "how", "it", "she", "that", "there", "this", "what", "when", "where", "who", "why"});

// Three and more of one letter are a shout: "sooo" is "so", "neverrr" is "never".
std::string without_shouting(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t run = 1;
    while (i + run < word.size() && word[i + run] == word[i]) ++run;
    out.append(run >= 3 ? 1 : run, word[i]);
    i += run;
  }
  return out;
}

std::string expand_negation(std::string_view stem) {
  if (stem == "wo") return "will not";
  if (stem == "ca") return "can not";
  if (stem == "sha") return "shall not";
  if (stem == "ai") return "are not";
  return std::string(stem) + " not";
}

}  // namespace

std::string write_out(std::string_view word) {
  std::string plain = without_shouting(word);
  const std::string_view view = plain;
  const auto* const known =
      std::find_if(kShortForms.begin(), kShortForms.end(), [&](const Entry& entry) { return entry.first == view; });
  if (known != kShortForms.end()) return std::string(known->second);

  const std::size_t mark = view.rfind('\'');
  if (mark == std::string_view::npos || mark == 0) return plain;
  const std::string_view suffix = view.substr(mark + 1);
  std::string_view stem = view.substr(0, mark);
  if (suffix == "t" && stem.size() > 1 && stem.back() == 'n') {
    stem.remove_suffix(1);
    return expand_negation(stem);
  }
  if (stem == "u") stem = "you";
  const std::string start(stem);
  if (suffix == "re") return start + " are";
  if (suffix == "m") return start + " am";
  if (suffix == "ve") return start + " have";
  if (suffix == "ll") return start + " will";
  if (suffix == "d") return start + " would";
  if (suffix != "s") return plain;
  if (start == "let") return "let us";
  const bool takes_is = std::find(kTakesIs.begin(), kTakesIs.end(), stem) != kTakesIs.end();
  return start + (takes_is ? " is" : " 's");
}

}  // namespace kindling::talk
