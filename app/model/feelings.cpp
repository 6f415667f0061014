#include "app/model/feelings.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/base/text.hpp"

namespace kindling::app {
namespace {

// clang-format off
constexpr std::array<Feeling, 120> kFeelings{{
    {"excited", "Glad", 3, 4},
    {"joyful", "Glad", 4, 3},
    {"playful", "Glad", 3, 3},
    {"in love", "Glad", 4, 2},
    {"proud", "Glad", 3, 2},
    {"cheerful", "Glad", 3, 1},
    {"amused", "Glad", 2, 1},
    {"flirty", "Glad", 3, 2},
    {"grateful", "Glad", 3, 0},
    {"satisfied", "Glad", 2, 0},
    {"happy", "Glad", 3, 1},
    {"calm", "Calm", 2, -2},
    {"content", "Calm", 3, -1},
    {"safe", "Calm", 3, -2},
    {"relaxed", "Calm", 3, -3},
    {"peaceful", "Calm", 4, -3},
    {"at ease", "Calm", 2, -1},
    {"relieved", "Calm", 2, -1},
    {"cosy", "Calm", 3, -3},
    {"sleepy", "Calm", 1, -4},
    {"thoughtful", "Calm", 1, -1},
    {"quiet", "Calm", 1, -3},
    {"so-so", "Calm", 0, 0},
    {"loved", "Close", 4, 0},
    {"close", "Close", 3, 0},
    {"tender", "Close", 3, -1},
    {"close to you", "Close", 4, 0},
    {"warm", "Close", 3, 0},
    {"understood", "Close", 3, 0},
    {"seen", "Close", 3, 1},
    {"trusting", "Close", 3, -1},
    {"thankful", "Close", 3, 0},
    {"fond", "Close", 2, 0},
    {"drawn to you", "Close", 3, 2},
    {"inspired", "Awake and hopeful", 3, 2},
    {"hopeful", "Awake and hopeful", 2, 1},
    {"curious", "Awake and hopeful", 2, 2},
    {"confident", "Awake and hopeful", 2, 2},
    {"eager", "Awake and hopeful", 2, 3},
    {"alive", "Awake and hopeful", 2, 4},
    {"surprised", "Awake and hopeful", 1, 3},
    {"motivated", "Awake and hopeful", 1, 2},
    {"brave", "Awake and hopeful", 2, 2},
    {"awake", "Awake and hopeful", 1, 2},
    {"strong", "Awake and hopeful", 2, 2},
    {"sad", "Sad", -3, -2},
    {"disappointed", "Sad", -2, -1},
    {"discouraged", "Sad", -3, -2},
    {"heavy", "Sad", -3, -3},
    {"hopeless", "Sad", -4, -3},
    {"empty", "Sad", -4, -4},
    {"homesick", "Sad", -2, -2},
    {"down", "Sad", -2, -2},
    {"tearful", "Sad", -3, 0},
    {"heartbroken", "Sad", -4, -1},
    {"lonely", "Alone", -3, -1},
    {"unseen", "Alone", -2, -1},
    {"distant", "Alone", -1, -1},
    {"left out", "Alone", -3, 0},
    {"invisible", "Alone", -3, -2},
    {"cut off", "Alone", -3, -1},
    {"alone with it", "Alone", -2, -1},
    {"forgotten", "Alone", -3, -2},
    {"like a flatmate", "Alone", -2, -2},
    {"far from you", "Alone", -2, -1},
    {"hurt", "Hurt", -3, 1},
    {"let down", "Hurt", -3, 0},
    {"unwanted", "Hurt", -4, -1},
    {"rejected", "Hurt", -4, 0},
    {"taken for granted", "Hurt", -2, 0},
    {"unheard", "Hurt", -3, 1},
    {"dismissed", "Hurt", -3, 1},
    {"unappreciated", "Hurt", -3, 0},
    {"stung", "Hurt", -2, 2},
    {"betrayed", "Hurt", -4, 2},
    {"angry", "Angry", -4, 3},
    {"irritated", "Angry", -2, 2},
    {"frustrated", "Angry", -3, 2},
    {"jealous", "Angry", -3, 2},
    {"impatient", "Angry", -1, 3},
    {"furious", "Angry", -4, 4},
    {"annoyed", "Angry", -2, 2},
    {"resentful", "Angry", -3, 1},
    {"fed up", "Angry", -3, 1},
    {"bitter", "Angry", -3, 1},
    {"anxious", "Worried", -3, 3},
    {"worried", "Worried", -2, 1},
    {"panicky", "Worried", -3, 4},
    {"nervous", "Worried", -2, 3},
    {"uneasy", "Worried", -2, 1},
    {"insecure", "Worried", -2, 1},
    {"scared", "Worried", -3, 3},
    {"on edge", "Worried", -3, 3},
    {"doubtful", "Worried", -1, 0},
    {"helpless", "Worried", -3, -1},
    {"stressed", "Tired and tense", -2, 3},
    {"overwhelmed", "Tired and tense", -3, 3},
    {"restless", "Tired and tense", -1, 2},
    {"rushed", "Tired and tense", -1, 4},
    {"tired", "Tired and tense", -1, -3},
    {"drained", "Tired and tense", -2, -4},
    {"numb", "Tired and tense", -2, -3},
    {"bored", "Tired and tense", -1, -2},
    {"worn out", "Tired and tense", -2, -4},
    {"under pressure", "Tired and tense", -2, 2},
    {"embarrassed", "Ashamed", -2, 1},
    {"guilty", "Ashamed", -2, 0},
    {"ashamed", "Ashamed", -3, 0},
    {"sorry", "Ashamed", -2, 0},
    {"not enough", "Ashamed", -3, -1},
    {"exposed", "Ashamed", -2, 2},
    {"self-conscious", "Ashamed", -1, 1},
    {"torn", "Torn", -1, 1},
    {"confused", "Torn", -1, 1},
    {"undecided", "Torn", 0, 0},
    {"stuck", "Torn", -2, -1},
    {"unsure", "Torn", -1, 0},
    {"wistful", "Torn", 0, -1},
    {"moved", "Torn", 1, 1},
    {"shy", "Torn", 0, 1},
}};

constexpr std::array<Need, 60> kAllNeeds{{
    {"closeness", "Closeness"},
    {"to feel close", "Closeness"},
    {"a hug", "Closeness"},
    {"to be held", "Closeness"},
    {"to be missed", "Closeness"},
    {"time for us", "Closeness"},
    {"your eyes on me", "Closeness"},
    {"a kind word", "Closeness"},
    {"to laugh together", "Closeness"},
    {"to feel wanted", "Closeness"},
    {"to feel heard", "Being heard"},
    {"to be understood", "Being heard"},
    {"to be asked", "Being heard"},
    {"to finish my sentence", "Being heard"},
    {"to be believed", "Being heard"},
    {"to talk it over", "Being heard"},
    {"an honest answer", "Being heard"},
    {"to be taken seriously", "Being heard"},
    {"patience", "Being heard"},
    {"a little interest", "Being heard"},
    {"some rest", "Rest"},
    {"a little calm", "Rest"},
    {"time alone", "Rest"},
    {"sleep", "Rest"},
    {"a break", "Rest"},
    {"less noise", "Rest"},
    {"an evening off", "Rest"},
    {"a slower pace", "Rest"},
    {"space", "Rest"},
    {"quiet", "Rest"},
    {"help", "Help"},
    {"a hand with this", "Help"},
    {"to share the load", "Help"},
    {"a plan", "Help"},
    {"somebody beside me", "Help"},
    {"to know what comes next", "Help"},
    {"reliability", "Help"},
    {"a decision together", "Help"},
    {"order at home", "Help"},
    {"to be taken care of", "Help"},
    {"respect", "Respect"},
    {"a say in it", "Respect"},
    {"fairness", "Respect"},
    {"trust", "Respect"},
    {"to be asked first", "Respect"},
    {"thanks", "Respect"},
    {"to be told the truth", "Respect"},
    {"to be spoken to kindly", "Respect"},
    {"privacy", "Respect"},
    {"my own pace", "Respect"},
    {"fun", "Lightness"},
    {"play", "Lightness"},
    {"something new", "Lightness"},
    {"fresh air", "Lightness"},
    {"hope", "Lightness"},
    {"comfort", "Lightness"},
    {"a good meal together", "Lightness"},
    {"music", "Lightness"},
    {"a trip", "Lightness"},
    {"something to look forward to", "Lightness"},
}};
// clang-format on

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

std::string_view family_words(const ui::Strings& tr, const Feeling& feeling) { return tr(feeling.family); }
std::string_view family_words(const ui::Strings& tr, const Need& need) { return tr(need.family); }

std::span<const Feeling> all_feelings() noexcept { return kFeelings; }
std::span<const Need> all_needs() noexcept { return kAllNeeds; }
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

std::vector<std::string_view> needs_like(std::string_view typed, std::size_t count) {
  std::vector<std::string_view> words;
  const std::string begin = fold_case(trim(typed));
  if (begin.empty()) return words;
  for (const Need& need : kAllNeeds) {
    if (words.size() < count && need.word.find(begin) != std::string_view::npos) words.push_back(need.word);
  }
  return words;
}

}  // namespace kindling::app
