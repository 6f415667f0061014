#include "core/sync/sealed_answer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "tests/support/pairing_world.hpp"

namespace kindling {
namespace {

using test::must;

const AnswerContext kMine{Uuid{1}, "prompt-first-meeting", 0, Uuid{10}};
const AnswerContext kTheirs{Uuid{1}, "prompt-first-meeting", 0, Uuid{20}};

struct Both {
  explicit Both(std::uint64_t seed = 1)
      : random(seed),
        mine(must(seal_answer(kMine, "By the harbour, in the rain", random))),
        theirs(must(seal_answer(kTheirs, "You had lost an umbrella", random))),
        my_reveal(must(reveal_answer(kMine, mine.key, kTheirs, theirs.commit))),
        their_reveal(must(reveal_answer(kTheirs, theirs.key, kMine, mine.commit))) {}
  SeededRandom random;
  SealedAnswer mine;
  SealedAnswer theirs;
  Bytes my_reveal;
  Bytes their_reveal;
};

TEST(SealedAnswer, OpensForBothOnceBothAnswered) {
  const Both both;
  EXPECT_EQ(must(open_first_answer(kMine, both.my_reveal, kTheirs, both.theirs.commit, both.their_reveal)),
            "You had lost an umbrella");
  EXPECT_EQ(must(open_first_answer(kTheirs, both.their_reveal, kMine, both.mine.commit, both.my_reveal)),
            "By the harbour, in the rain");
  EXPECT_EQ(must(open_own_answer(kMine, both.mine.key, both.mine.commit)), "By the harbour, in the rain");
}

RC_GTEST_PROP(SealedAnswer, ComesBackAsItWas, (std::uint64_t seed, std::uint16_t length)) {
  const std::string text = "x" + std::string(length % kAnswerLimit, 'a');
  SeededRandom random(seed);
  const SealedAnswer answer = must(seal_answer(kMine, text, random));
  RC_ASSERT(must(open_own_answer(kMine, answer.key, answer.commit)) == text);
  RC_ASSERT(answer.commit.size() <= kCommitLimit);
}

TEST(SealedAnswer, HidesItsLength) {
  SeededRandom random(1);
  std::set<std::size_t> sizes;
  for (std::size_t length = 1; length <= 252; ++length)
    sizes.insert(must(seal_answer(kMine, std::string(length, 'a'), random)).commit.size());
  EXPECT_EQ(sizes.size(), 1U);
  for (std::size_t length = 253; length <= 4092; length += 7)
    sizes.insert(must(seal_answer(kMine, std::string(length, 'a'), random)).commit.size());
  EXPECT_EQ(sizes.size(), 3U);
  const std::size_t smallest = *sizes.begin();
  EXPECT_EQ(*std::next(sizes.begin()), smallest + 1024 - 256);
  EXPECT_EQ(*sizes.rbegin(), smallest + 4096 - 256);
}

TEST(SealedAnswer, HoldsTenThousandCharactersOfAnyScript) {
  SeededRandom random(1);
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "\xf0\x9f\x98\x80";
  const SealedAnswer answer = must(seal_answer(kMine, text, random));
  EXPECT_EQ(must(open_own_answer(kMine, answer.key, answer.commit)), text);
  EXPECT_FALSE(seal_answer(kMine, text + "a", random));
}

TEST(SealedAnswer, RefusesWhatIsNoAnswer) {
  SeededRandom random(1);
  EXPECT_FALSE(seal_answer(kMine, "", random));
  EXPECT_FALSE(seal_answer(kMine, " \n", random));
  EXPECT_FALSE(seal_answer(kMine, "\xff", random));
  EXPECT_FALSE(seal_answer({Uuid{1}, "", 0, Uuid{10}}, "a", random));
  EXPECT_FALSE(seal_answer({Uuid{1}, std::string(201, 'q'), 0, Uuid{10}}, "a", random));
}

TEST(SealedAnswer, ShowsNothingBeforeItIsOpened) {
  const Both both;
  EXPECT_FALSE(test::contains(both.mine.commit, bytes_of("harbour")));
  EXPECT_FALSE(test::contains(both.mine.commit, both.mine.key.bytes()));
  EXPECT_FALSE(test::contains(both.mine.commit, bytes_of("prompt-first")));
}

// Commit to anything, read, commit again and open the second: what pinning is for.
TEST(SealedAnswer, CountsOnlyTheCommitThatWasThereFirst) {
  Both both;
  const SealedAnswer afterwards = must(seal_answer(kTheirs, "I thought just the same as you", both.random));
  const Bytes opened = must(reveal_answer(kTheirs, afterwards.key, kMine, both.mine.commit));
  EXPECT_FALSE(open_first_answer(kMine, both.my_reveal, kTheirs, afterwards.commit, opened));
  EXPECT_FALSE(open_first_answer(kMine, both.my_reveal, kTheirs, both.theirs.commit, opened));
  EXPECT_FALSE(names_commit(kMine, both.my_reveal, kTheirs, afterwards.commit));
  EXPECT_TRUE(names_commit(kMine, both.my_reveal, kTheirs, both.theirs.commit));
}

TEST(SealedAnswer, IsntRevealedForWhatIsNoCommitOfThePartner) {
  Both both;
  EXPECT_FALSE(reveal_answer(kMine, both.mine.key, kTheirs, {}));
  EXPECT_FALSE(reveal_answer(kMine, both.mine.key, kTheirs, bytes_of("nothing of the kind")));
  EXPECT_FALSE(reveal_answer(kMine, both.mine.key, kMine, both.mine.commit)) << "one's own";
  for (const int what : {0, 1, 2}) {
    AnswerContext other = kTheirs;
    if (what == 0) other.space[0] ^= 1;
    if (what == 1) other.question = "another";
    if (what == 2) other.round = 1;
    const SealedAnswer elsewhere = must(seal_answer(other, "x", both.random));
    EXPECT_FALSE(reveal_answer(kMine, both.mine.key, other, elsewhere.commit)) << what;
  }
}

TEST(SealedAnswer, BelongsToItsQuestionRoundSpaceAndPerson) {
  const Both both;
  for (const int what : {0, 1, 2, 3}) {
    AnswerContext other = kMine;
    if (what == 0) other.space[0] ^= 1;
    if (what == 1) other.question = "another";
    if (what == 2) other.round = 1;
    if (what == 3) other.person[0] ^= 1;
    EXPECT_FALSE(open_own_answer(other, both.mine.key, both.mine.commit)) << what;
  }
}

// A COMMIT that is copied and handed in as one's own doesn't open as one's own.
TEST(SealedAnswer, CantBeCopied) {
  const Both both;
  const Bytes copied = both.mine.commit;
  const Bytes my_reveal = must(reveal_answer(kMine, both.mine.key, kTheirs, copied));
  const Bytes their_reveal = must(reveal_answer(kTheirs, both.mine.key, kMine, both.mine.commit));
  EXPECT_FALSE(open_first_answer(kMine, my_reveal, kTheirs, copied, their_reveal));
}

TEST(SealedAnswer, RefusesEveryChangedByte) {
  const Both both;
  const auto opens = [&both](const Bytes& mine, const Bytes& commit, const Bytes& theirs) {
    return open_first_answer(kMine, mine, kTheirs, commit, theirs).has_value();
  };
  for (std::size_t i = 0; i < both.theirs.commit.size(); ++i) {
    Bytes changed = both.theirs.commit;
    changed[i] ^= 0x40;
    EXPECT_FALSE(opens(both.my_reveal, changed, both.their_reveal)) << i;
    // Not even where my REVEAL had named the changed one.
    const auto named = reveal_answer(kMine, both.mine.key, kTheirs, changed);
    EXPECT_FALSE(named && opens(*named, changed, both.their_reveal)) << i;
  }
  for (std::size_t i = 0; i < both.my_reveal.size(); ++i) {
    Bytes mine = both.my_reveal;
    mine[i] ^= 0x40;
    // The key in mine isn't looked at when theirs is opened.
    const bool is_key = i >= 5 && i < 5 + 32;
    EXPECT_EQ(opens(mine, both.theirs.commit, both.their_reveal), is_key) << i;
    Bytes theirs = both.their_reveal;
    theirs[i] ^= 0x40;
    const bool is_named = i >= 5 + 32;
    EXPECT_EQ(opens(both.my_reveal, both.theirs.commit, theirs), is_named) << i;
  }
  for (std::size_t size = 0; size < both.theirs.commit.size(); ++size)
    EXPECT_FALSE(check_commit(kTheirs, ByteView(both.theirs.commit).first(size)));
}

TEST(SealedAnswer, OpensUnderOneKeyOnly) {
  const Both both;
  SeededRandom random(99);
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(open_own_answer(kMine, SecretKey::random(random), both.mine.commit));
  EXPECT_FALSE(open_own_answer(kMine, SecretKey{}, both.mine.commit));
}

TEST(SealedAnswer, KnowsItsBytes) {
  const Both both(42);
  EXPECT_EQ(to_hex(digest(both.mine.commit)), "5872af88245bff766a76522d188f896fd129fe4443fa70bfdd2c34840d2e9496");
  EXPECT_EQ(to_hex(both.my_reveal),
            "0100000000d6a80a4e557c2000b6614b46d82ecd28367221274b5219c9c59429ec96542757fd3dc4fb91b11c6e5e9bf08397c5759a"
            "b49d4d3029932145fc34d05387dd638e");
}

}  // namespace
}  // namespace kindling
