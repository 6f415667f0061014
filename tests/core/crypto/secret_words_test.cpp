#include "core/crypto/secret_words.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/crypto/recovery_words.hpp"
#include "core/crypto/word_list.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/source_file.hpp"

namespace kindling {
namespace {

constexpr SecretWordsKind kKind{"test/words", 16};
constexpr SecretWordsKind kOther{"test/other words", 16};
constexpr SecretWordsKind kLong{"test/long words", 32};

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::string joined(const std::vector<std::string>& words, const std::string& between = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

Bytes secret_of(std::uint64_t seed, std::size_t size) {
  SeededRandom random(seed);
  Bytes secret(size);
  random.fill(secret);
  return secret;
}

std::set<std::string_view> all_words() {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < kWordCount; ++i) words.insert(word_at(i));
  return words;
}

TEST(WordList, HasEachWordOnceInOrder) {
  for (std::size_t i = 1; i < kWordCount; ++i) ASSERT_LT(word_at(i - 1), word_at(i));
  EXPECT_EQ(all_words().size(), kWordCount);
}

TEST(WordList, HasShortLowerCaseWords) {
  for (const std::string_view word : all_words()) {
    EXPECT_GE(word.size(), 3U) << word;
    EXPECT_LE(word.size(), 8U) << word;
    EXPECT_TRUE(std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) << word;
  }
}

TEST(WordList, TellsWordsByTheirFirstFourLetters) {
  std::map<std::string_view, std::string_view> seen;
  for (const std::string_view word : all_words()) {
    const auto [at, fresh] = seen.try_emplace(word.substr(0, kTellingLetters), word);
    EXPECT_TRUE(fresh) << word << " and " << at->second;
  }
}

TEST(WordList, HasNoWordThatSoundsLikeAnother) {
  const auto words = all_words();
  std::istringstream groups(source_file("tests/corpus/words/homophones"));
  std::size_t count = 0;
  for (std::string line; std::getline(groups, line);) {
    for (const std::string& word : split(line)) EXPECT_FALSE(words.contains(word)) << line;
    ++count;
  }
  EXPECT_GT(count, 400U);
}

TEST(WordList, HasNothingRudeSadOrFrightening) {
  const auto words = all_words();
  const auto unwelcome = split(source_file("tests/corpus/words/unwelcome"));
  EXPECT_GT(unwelcome.size(), 150U);
  for (const std::string& word : unwelcome) EXPECT_FALSE(words.contains(word)) << word;
}

// What is written down has to be read for ever.
TEST(WordList, NeverChanges) {
  std::string all;
  for (std::size_t i = 0; i < kWordCount; ++i) all += std::string(word_at(i)) + '\n';
  EXPECT_EQ(to_hex(digest(bytes_of(all))), "05e308d11c4d00e1e73c3c133865120562a66a30edf926c783144cb7bfe26db7");
}

TEST(WordList, FindsWordsWholeOrByTheirStart) {
  EXPECT_EQ(word_at(*index_of_word("dolphin")), "dolphin");
  EXPECT_EQ(word_at(*index_of_word("dolp")), "dolphin");
  EXPECT_FALSE(index_of_word("dol"));
  EXPECT_FALSE(index_of_word("dolphi"));
  EXPECT_FALSE(index_of_word(""));
  EXPECT_FALSE(index_of_word("zzzz"));
}

RC_GTEST_PROP(SecretWords, ComeBackAsTheyWere, (std::uint64_t seed)) {
  for (const SecretWordsKind& kind : {kKind, kLong}) {
    const Bytes secret = secret_of(seed, kind.bytes);
    const std::string words = to_words(kind, secret);
    RC_ASSERT(split(words).size() == kind.words());
    const auto read = from_words(kind, words);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == secret);
  }
}

TEST(SecretWords, AreTwelveOrTwentyFour) {
  EXPECT_EQ(kKind.words(), 12U);
  EXPECT_EQ(kLong.words(), 24U);
}

TEST(SecretWords, AreReadInAnyCaseAndSpacing) {
  const Bytes secret = secret_of(5, 16);
  const auto words = split(to_words(kKind, secret));
  std::string shouted = joined(words, "\t\n ");
  for (char& c : shouted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  std::string numbered;
  std::vector<std::string> starts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    numbered += std::to_string(i + 1) + ". " + words[i] + "\n";
    starts.push_back(words[i].substr(0, kTellingLetters));
  }
  for (const std::string& text :
       {shouted, numbered, joined(words, "-"), joined(words, ", "), " " + joined(words) + " ", joined(starts)}) {
    const auto read = from_words(kKind, text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, secret);
  }
}

TEST(SecretWords, SayHowManyThereAreToBe) {
  EXPECT_EQ(from_words(kKind, "lamp").error().message, "these are 12 words; there are 1 here");
  EXPECT_EQ(from_words(kKind, "").error().code, ErrorCode::invalid);
  EXPECT_FALSE(from_words(kKind, std::string(100'000, 'a')));
  EXPECT_FALSE(from_words(kLong, to_words(kKind, secret_of(1, 16))));
}

TEST(SecretWords, SayWhichWordIsUnknownAndWhatIsNear) {
  auto words = split(to_words(kKind, secret_of(9, 16)));
  words[3] = "dolfin";
  words[7] = "butterflyy";
  const std::string text = joined(words);
  const auto read = from_words(kKind, text);
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("word 4 "), std::string::npos);
  EXPECT_EQ(read.error().message.find("dolfin"), std::string::npos) << "a part of a secret in an error";
  const auto doubts = doubtful_words(kKind, text);
  ASSERT_EQ(doubts.size(), 2U);
  EXPECT_EQ(doubts[0].place, 4U);
  ASSERT_FALSE(doubts[0].may_be.empty());
  EXPECT_EQ(doubts[0].may_be.front(), "dolphin");
  EXPECT_EQ(doubts[1].place, 8U);
  EXPECT_EQ(doubts[1].may_be.front(), "butter");
}

// One letter left out, doubled, or swapped with the next, at every place of every ninth word.
TEST(SecretWords, SuggestTheWordBehindATypo) {
  int seen = 0;
  int suggested = 0;
  const auto words = split(to_words(kKind, secret_of(1, 16)));
  for (std::size_t index = 0; index < kWordCount; index += 9) {
    const std::string word(word_at(index));
    for (std::size_t at = 0; at + 1 < word.size(); ++at) {
      std::string typed = word;
      if (at % 3 == 0) typed.erase(at, 1);
      if (at % 3 == 1) typed.insert(at, 1, typed[at]);
      if (at % 3 == 2) std::swap(typed[at], typed[at + 1]);
      if (index_of_word(typed)) continue;
      auto mistyped = words;
      mistyped[index % 12] = typed;
      const auto doubts = doubtful_words(kKind, joined(mistyped));
      ASSERT_EQ(doubts.size(), 1U);
      EXPECT_EQ(doubts.front().place, index % 12 + 1);
      const auto& may_be = doubts.front().may_be;
      ++seen;
      suggested += std::find(may_be.begin(), may_be.end(), word) != may_be.end();
    }
  }
  EXPECT_GT(seen, 800);
  EXPECT_GT(suggested, seen * 98 / 100) << suggested << " of " << seen;
}

TEST(SecretWords, FindFifteenOfSixteenWrongWordsByTheChecksum) {
  int found = 0;
  const int tries = 4000;
  for (int i = 0; i < tries; ++i) {
    const auto seed = static_cast<std::uint64_t>(i);
    auto words = split(to_words(kKind, secret_of(seed, 16)));
    const auto place = static_cast<std::size_t>(i) % 12;
    const std::size_t other = (*index_of_word(words[place]) + 1 + seed * 37 % 2046) % kWordCount;
    words[place] = word_at(other);
    if (!from_words(kKind, joined(words))) ++found;
  }
  EXPECT_GT(found, tries * 92 / 100);
  EXPECT_LT(found, tries * 96 / 100);
}

TEST(SecretWords, OfferTheOneLetterThatMakesTheChecksumRight) {
  int offered = 0;
  int seen = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto words = split(to_words(kKind, secret_of(seed, 16)));
    for (std::size_t place = 0; place < words.size(); ++place) {
      // The neighbour of a word with one letter changed, e.g. band for bend.
      for (char c = 'a'; c <= 'z'; ++c) {
        auto typed = words;
        typed[place][1] = c;
        if (typed[place] == words[place] || !index_of_word(typed[place])) continue;
        if (word_at(*index_of_word(typed[place])) != typed[place] || from_words(kKind, joined(typed))) continue;
        ++seen;
        for (const DoubtfulWord& doubt : doubtful_words(kKind, joined(typed)))
          offered += doubt.place == place + 1 &&
                     std::find(doubt.may_be.begin(), doubt.may_be.end(), words[place]) != doubt.may_be.end();
      }
    }
  }
  EXPECT_GT(seen, 10);
  EXPECT_EQ(offered, seen);
}

TEST(SecretWords, OfAnotherDomainHaveAnotherChecksum) {
  int taken = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed)
    taken += from_words(kOther, to_words(kKind, secret_of(seed, 16))).has_value() ? 1 : 0;
  EXPECT_LT(taken, 100);
  EXPECT_GT(taken, 30);
}

TEST(RecoveryWords, GiveTheSameKeysAgain) {
  SeededRandom random(3);
  const SecretKey seed = SecretKey::random(random);
  const std::string words = to_recovery_words(seed);
  EXPECT_EQ(split(words).size(), 24U);
  const auto read = parse_recovery_words(words);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->bytes(), seed.bytes());
  EXPECT_EQ(recovery_keys(*read).shown(), recovery_keys(seed).shown());
}

TEST(RecoveryWords, KnowTheirAnswer) {
  std::array<std::uint8_t, 32> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
  const SecretKey seed(bytes);
  EXPECT_EQ(to_recovery_words(seed),
            "abbey apricot lorry apricot fossil alder cattle chalk attic harness essay canyon acrobat mice flag macaw "
            "bongo royal animal denim refill bank larch walnut");
  EXPECT_EQ(to_hex(recovery_keys(seed).shown().sign),
            "c7b8290c806d5a416b0f70dc1e36aafffabe0cd0e6e4ab6fccfe4f92bb8f0930");
}

TEST(RecoveryWords, RefuseTheWordsOfAPairing) {
  EXPECT_FALSE(parse_recovery_words(to_words(kKind, secret_of(1, 16))));
  const auto other = parse_recovery_words(to_words(kLong, secret_of(1, 32)));
  EXPECT_FALSE(other);
}

}  // namespace
}  // namespace kindling
