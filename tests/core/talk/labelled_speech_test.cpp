// Precision and recall over sentences with labels (tests/corpus/speech/labelled.tsv: set, label, kind, sentence).
// "tune" was used while the rules were made, "held-out" was written before them and not used, "late" was written after
// them.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "core/talk/gentle_start.hpp"

namespace kindling {
namespace {

struct Labelled {
  std::string set;
  bool harsh = false;
  std::string kind;
  std::string sentence;
};

std::vector<Labelled> read_labelled() {
  std::ifstream file(KINDLING_SOURCE_DIR "/tests/corpus/speech/labelled.tsv");
  std::vector<Labelled> all;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t label = line.find('\t') + 1;
    const std::size_t kind = line.find('\t', label) + 1;
    const std::size_t sentence = line.find('\t', kind) + 1;
    all.push_back({line.substr(0, label - 1), line.substr(label, kind - label - 1) == "harsh",
                   line.substr(kind, sentence - kind - 1), line.substr(sentence)});
  }
  return all;
}

struct Score {
  double found = 0, wrongly = 0, missed = 0, fine = 0, right_kind = 0;

  [[nodiscard]] double precision() const { return found / (found + wrongly); }
  [[nodiscard]] double recall() const { return found / (found + missed); }
};

Score score(const std::vector<Labelled>& all, std::initializer_list<std::string_view> sets) {
  Score score;
  for (const Labelled& one : all) {
    if (std::find(sets.begin(), sets.end(), one.set) == sets.end()) continue;
    const SpeechCheck check = check_speech(one.sentence);
    const bool flagged = !check.flags.empty();
    (one.harsh ? (flagged ? score.found : score.missed) : (flagged ? score.wrongly : score.fine)) += 1;
    if (one.harsh && std::any_of(check.flags.begin(), check.flags.end(),
                                 [&](const HarshFlag& flag) { return name_of(flag.kind) == one.kind; }))
      score.right_kind += 1;
  }
  return score;
}

void print(std::string_view name, const Score& score) {
  std::cout << name << ": precision " << score.precision() << ", recall " << score.recall() << ", kind right in "
            << score.right_kind / score.found << " (found " << score.found << ", wrongly " << score.wrongly
            << ", missed " << score.missed << ", fine " << score.fine << ")\n";
}

void expect_good(std::string_view name, const Score& score) {
  print(name, score);
  EXPECT_GE(score.precision(), 0.9) << name;
  EXPECT_GE(score.recall(), 0.9) << name;
}

TEST(LabelledSpeech, HasEnoughOfBothSides) {
  const auto all = read_labelled();
  const auto harsh = std::count_if(all.begin(), all.end(), [](const Labelled& one) { return one.harsh; });
  EXPECT_GE(harsh, 110);
  EXPECT_GE(static_cast<std::ptrdiff_t>(all.size()) - harsh, 110);
}

TEST(LabelledSpeech, IsToldApartOverTheWholeSet) {
  expect_good("whole", score(read_labelled(), {"tune", "held-out", "late"}));
}

TEST(LabelledSpeech, IsToldApartWhereTheRulesWereNotTuned) {
  const auto all = read_labelled();
  expect_good("held-out", score(all, {"held-out", "late"}));
}

TEST(LabelledSpeech, IsToldApartInSentencesWrittenAfterTheRules) {
  const Score late = score(read_labelled(), {"late"});
  print("late", late);
  EXPECT_GE(late.precision(), 0.9);
  EXPECT_GE(late.recall(), 0.8);
}

TEST(LabelledSpeech, FindsEveryCryForHelp) {
  for (const Labelled& one : read_labelled()) {
    if (one.kind != "safety") continue;
    const SpeechCheck check = check_speech(one.sentence);
    EXPECT_TRUE(!check.flags.empty() && check.flags[0].kind == HarshKind::safety) << one.sentence;
  }
}

}  // namespace
}  // namespace kindling
