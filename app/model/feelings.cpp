#include "app/model/feelings.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/base/text.hpp"

namespace kindling::app {
namespace {

constexpr std::array<Feeling, 64> kFeelings{{
    // Pleasant, with energy.
    {"excited", 3, 4},
    {"joyful", 4, 3},
    {"playful", 3, 3},
    {"in love", 4, 2},
    {"inspired", 3, 2},
    {"proud", 3, 2},
    {"hopeful", 2, 1},
    {"curious", 2, 2},
    {"cheerful", 3, 1},
    {"confident", 2, 2},
    {"amused", 2, 1},
    {"flirty", 3, 2},
    {"eager", 2, 3},
    {"alive", 2, 4},
    {"surprised", 1, 3},
    {"motivated", 1, 2},
    // Pleasant, with little of it.
    {"calm", 2, -2},
    {"content", 3, -1},
    {"grateful", 3, 0},
    {"loved", 4, 0},
    {"close", 3, 0},
    {"safe", 3, -2},
    {"tender", 3, -1},
    {"relaxed", 3, -3},
    {"peaceful", 4, -3},
    {"at ease", 2, -1},
    {"satisfied", 2, 0},
    {"relieved", 2, -1},
    {"cosy", 3, -3},
    {"sleepy", 1, -4},
    {"thoughtful", 1, -1},
    {"quiet", 1, -3},
    // Unpleasant, with energy.
    {"stressed", -2, 3},
    {"anxious", -3, 3},
    {"angry", -4, 3},
    {"irritated", -2, 2},
    {"frustrated", -3, 2},
    {"overwhelmed", -3, 3},
    {"restless", -1, 2},
    {"worried", -2, 1},
    {"jealous", -3, 2},
    {"hurt", -3, 1},
    {"impatient", -1, 3},
    {"rushed", -1, 4},
    {"panicky", -3, 4},
    {"furious", -4, 4},
    {"embarrassed", -2, 1},
    {"torn", -1, 1},
    // Unpleasant, with little of it.
    {"sad", -3, -2},
    {"lonely", -3, -1},
    {"tired", -1, -3},
    {"drained", -2, -4},
    {"disappointed", -2, -1},
    {"discouraged", -3, -2},
    {"numb", -2, -3},
    {"bored", -1, -2},
    {"guilty", -2, 0},
    {"unseen", -2, -1},
    {"distant", -1, -1},
    {"heavy", -3, -3},
    {"hopeless", -4, -3},
    {"empty", -4, -4},
    {"homesick", -2, -2},
    {"so-so", 0, 0},
}};

constexpr std::array<std::string_view, 5> kNeeds{"a hug", "space", "to talk", "help", "nothing"};

}  // namespace

std::vector<std::string_view> feelings_near(int valence, int energy, std::size_t count) {
  std::vector<Feeling> sorted(kFeelings.begin(), kFeelings.end());
  // Whether it is pleasant matters more than how much energy there is.
  const auto away = [&](const Feeling& feeling) {
    const int sideways = feeling.valence - valence;
    const int upwards = feeling.energy - energy;
    return 3 * sideways * sideways + 2 * upwards * upwards;
  };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Feeling& a, const Feeling& b) { return away(a) < away(b); });
  std::vector<std::string_view> words;
  for (const Feeling& feeling : sorted) {
    if (words.size() == count) break;
    words.push_back(feeling.word);
  }
  return words;
}

std::string_view feeling_words(const ui::Strings& tr, std::string_view word) {
  const auto found =
      std::find_if(kFeelings.begin(), kFeelings.end(), [&](const Feeling& feeling) { return feeling.word == word; });
  return found == kFeelings.end() ? word : tr(found->word);
}

std::span<const std::string_view> needs() noexcept { return kNeeds; }

std::string_view need_words(const ui::Strings& tr, std::string_view need) {
  for (std::size_t i = 0; i < kNeeds.size(); ++i) {
    if (kNeeds[i] == need) return tr(kNeeds[i]);
  }
  return need;
}

std::vector<std::string_view> feelings_like(std::string_view typed, std::size_t count) {
  std::vector<std::string_view> words;
  const std::string begin = fold_case(typed);
  if (begin.empty()) return words;
  for (const Feeling& feeling : kFeelings) {
    if (words.size() < count && feeling.word.starts_with(begin)) words.push_back(feeling.word);
  }
  return words;
}

}  // namespace kindling::app
