// Words for feelings, each with its place on the mood grid, so that a mood suggests the words that lie near it. Our own
// table; tentative everyday words, no scale and no diagnosis. Constant data; any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kindling::app {

struct Feeling {
  std::string_view word;  // a literal, to be translated where it is shown
  int valence = 0;
  int energy = 0;
};

// The words nearest to a mood, nearest first.
[[nodiscard]] std::vector<std::string_view> feelings_near(int valence, int energy, std::size_t count);
// The table's own copy of a word, which can be translated; empty for a person's own.
[[nodiscard]] std::string_view known_feeling(std::string_view word);
// Those that begin with what is typed, in any case.
[[nodiscard]] std::vector<std::string_view> feelings_like(std::string_view typed, std::size_t count);

}  // namespace kindling::app
