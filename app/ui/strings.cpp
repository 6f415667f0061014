#include "app/ui/strings.hpp"

#include <algorithm>
#include <array>

namespace kindling::ui {
namespace {

// Each vowel twice and with a mark, which makes some 40 % more letters; what stands in braces is left as it is.
std::string stretched(std::string_view english) {
  static constexpr std::array<std::pair<char, std::string_view>, 10> kMarked{{{'a', "á"},
                                                                              {'e', "ë"},
                                                                              {'i', "í"},
                                                                              {'o', "ö"},
                                                                              {'u', "û"},
                                                                              {'A', "Å"},
                                                                              {'E', "É"},
                                                                              {'I', "Î"},
                                                                              {'O', "Ø"},
                                                                              {'U', "Ü"}}};
  std::string out;
  bool verbatim = false;
  for (const char letter : english) {
    verbatim = verbatim ? letter != '}' : letter == '{';
    const auto mark =
        std::find_if(kMarked.begin(), kMarked.end(), [&](const auto& pair) { return pair.first == letter; });
    if (verbatim || mark == kMarked.end()) {
      out += letter;
    } else {
      // Two of each vowel: still pronounceable, and about as long as German or Finnish words.
      out.append(mark->second).append(mark->second);
    }
  }
  return out;
}

}  // namespace

std::string_view Strings::operator()(std::string_view english) const {
  if (language_ == Language::english) return english;
  const auto [found, is_new] = stretched_.try_emplace(english);
  if (is_new) found->second = stretched(english);
  return found->second;
}

std::string Strings::operator()(std::string_view english, std::initializer_list<Argument> arguments) const {
  std::string_view pattern = (*this)(english);
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) {
      out += pattern.substr(open);
      break;
    }
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const Argument& argument : arguments) {
      if (argument.name == name) out += argument.value;
    }
    pattern.remove_prefix(close + 1);
  }
  return out;
}

std::string Strings::count(std::int64_t n, std::string_view one, std::string_view other) const {
  const std::string number = std::to_string(n);
  return (*this)(n == 1 ? one : other, {{"n", number}});
}

}  // namespace kindling::ui
