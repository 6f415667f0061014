#include "core/domain/mood_words.hpp"

#include <array>

namespace kindling {

std::string_view mood_words(int valence, int energy) noexcept {
  // Three by three fields of the circumplex, each with a word for weak and strong. The window says the same in its own
  // language (app/model/format.cpp).
  constexpr std::array<std::array<std::array<std::string_view, 2>, 3>, 3> kWords{
      {{{{"tense", "very tense"}, {"awake", "wound up"}, {"lively", "full of joy"}}},
       {{{"unhappy", "very unhappy"}, {"in between", "in between"}, {"content", "happy"}}},
       {{{"low", "very low"}, {"tired", "worn out"}, {"calm", "deeply calm"}}}}};
  const std::size_t column = valence < -1 ? 0 : valence > 1 ? 2 : 1;
  const std::size_t row = energy > 1 ? 0 : energy < -1 ? 2 : 1;
  const bool strong = valence <= -3 || valence >= 3 || energy <= -3 || energy >= 3;
  return kWords[row][column][strong ? 1 : 0];
}

}  // namespace kindling
