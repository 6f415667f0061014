#include "core/sync/pairing_code.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cctype>
#include <set>

#include "core/codec/bounded_archive.hpp"
#include "tests/support/pairing_world.hpp"

namespace kindling {
namespace {

constexpr PairingPurpose kCouple = PairingPurpose::couple;
constexpr PairingPurpose kOwn = PairingPurpose::own_device;

NewPairingCode code_of(std::uint64_t seed, PairingPurpose purpose = kCouple, const std::string& hint = "example.org") {
  SeededRandom random(seed);
  ChainHash hash{};
  random.fill(hash);
  return test::must(make_pairing_code(purpose, hash, hint, random));
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

RC_GTEST_PROP(PairingCode, ComesBackFromItsText, (std::uint64_t seed, bool own)) {
  const PairingPurpose purpose = own ? kOwn : kCouple;
  const PairingCode code = code_of(seed, purpose).code;
  for (const std::string& text : {to_text(code), upper(to_text(code))}) {
    const auto read = parse_pairing_text(purpose, text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == code);
  }
}

RC_GTEST_PROP(PairingCode, ComesBackFromWordsAndCard, (std::uint64_t seed, bool own)) {
  const PairingPurpose purpose = own ? kOwn : kCouple;
  const NewPairingCode made = code_of(seed, purpose, "");
  const auto secret = parse_pairing_words(purpose, to_pairing_words(made.code));
  RC_ASSERT(secret.has_value());
  const auto read = read_pairing_card(purpose, *secret, made.card);
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == made.code);
  RC_ASSERT(pairing_folder(purpose, *secret) == pairing_folder(purpose, made.code.secret));
}

TEST(PairingCode, IsReadWithSpacesAndLineBreaks) {
  const PairingCode code = code_of(1).code;
  std::string text = to_text(code);
  for (std::size_t at = 7; at < text.size(); at += 9) text.insert(at, at % 2 == 0 ? "\n" : " \t");
  const auto read = parse_pairing_text(kCouple, text);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, code);
}

TEST(PairingCode, BeginsWithWhatItIs) {
  EXPECT_TRUE(to_text(code_of(1).code).starts_with("kindling1:"));
  EXPECT_TRUE(to_text(code_of(1, kOwn).code).starts_with("kindling1-own:"));
}

TEST(PairingCode, RefusesEveryMistypedCharacter) {
  const std::string text = to_text(code_of(2).code);
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const char c : {'a', 'q', '7', '!', '\x80'}) {
      if (text[i] == c) continue;
      std::string changed = text;
      changed[i] = c;
      EXPECT_FALSE(parse_pairing_text(kCouple, changed)) << i;
    }
    EXPECT_FALSE(parse_pairing_text(kCouple, text.substr(0, i)));
    EXPECT_FALSE(parse_pairing_text(kCouple, text.substr(0, i) + text.substr(i + 1)));
  }
  EXPECT_FALSE(parse_pairing_text(kCouple, text + "a"));
  EXPECT_FALSE(parse_pairing_text(kCouple, std::string(1'000'000, 'k')));
}

TEST(PairingCode, IsntTakenForTheOtherKind) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    for (const PairingPurpose purpose : {kCouple, kOwn}) {
      const PairingPurpose other = purpose == kCouple ? kOwn : kCouple;
      const NewPairingCode made = code_of(seed, purpose);
      EXPECT_FALSE(parse_pairing_text(other, to_text(made.code)));
      const auto read = parse_pairing_words(other, to_pairing_words(made.code));
      ASSERT_FALSE(read) << "seed " << seed;
      EXPECT_NE(read.error().message.find(other == kCouple ? "links a device" : "pairs two people"), std::string::npos);
      EXPECT_FALSE(read_pairing_card(other, made.code.secret, made.card));
      EXPECT_NE(pairing_folder(other, made.code.secret), pairing_folder(purpose, made.code.secret));
    }
  }
}

// Somebody swaps the beginning of the text, which alone isn't a secret.
TEST(PairingCode, IsntTurnedIntoTheOtherKindByItsBeginning) {
  const std::string text = to_text(code_of(3, kOwn).code);
  EXPECT_FALSE(parse_pairing_text(kCouple, "kindling1:" + text.substr(text.find(':') + 1)));
}

TEST(PairingCode, SaysThatItIsOfANewerVersion) {
  const auto read = parse_pairing_text(kCouple, "kindling2:abcdefgh");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::newer);
  EXPECT_EQ(parse_pairing_text(kCouple, "https://example.org").error().code, ErrorCode::invalid);
}

TEST(PairingCode, ChecksItsHint) {
  SeededRandom random(1);
  EXPECT_TRUE(make_pairing_code(kCouple, {}, std::string(200, 'x'), random));
  EXPECT_FALSE(make_pairing_code(kCouple, {}, std::string(201, 'x'), random));
  EXPECT_FALSE(make_pairing_code(kCouple, {}, "two\nlines", random));
  EXPECT_FALSE(make_pairing_code(kCouple, {}, "\xff", random));
}

TEST(PairingCard, RefusesEveryChangedByte) {
  const NewPairingCode made = code_of(4);
  for (std::size_t i = 0; i < made.card.size(); ++i) {
    Bytes changed = made.card;
    changed[i] ^= 0x10;
    EXPECT_FALSE(read_pairing_card(kCouple, made.code.secret, changed));
    EXPECT_FALSE(read_pairing_card(kCouple, made.code.secret, ByteView(made.card).first(i)));
  }
}

TEST(PairingCard, OpensForItsOwnSecretOnly) {
  const NewPairingCode made = code_of(4);
  const NewPairingCode other = code_of(5);
  EXPECT_FALSE(read_pairing_card(kCouple, other.code.secret, made.card));
  EXPECT_TRUE(read_pairing_card(kCouple, made.code.secret, made.card));
}

// Who read the code over a shoulder can seal a card, but the secret commits to the certificates of who made it.
TEST(PairingCard, CantBeReplacedEvenByWhoKnowsTheSecret) {
  const NewPairingCode made = code_of(6);
  const SecretKey key(hash_of({bytes_of("kindling/pair/card/v1")}, made.code.secret));
  auto plain = open_sealed(key, bytes_of("kindling/pair/card/v1"), made.card);
  ASSERT_TRUE(plain) << "the test has to know how a card is sealed";
  SeededRandom random(1);
  EXPECT_TRUE(
      read_pairing_card(kCouple, made.code.secret, seal(key, bytes_of("kindling/pair/card/v1"), *plain, random)));
  // Any byte but the first, which is the version: another opening, another sid, other certificates.
  for (std::size_t i = 1; i < plain->size(); ++i) {
    Bytes forged = *plain;
    forged[i] ^= 1;
    const Bytes card = seal(key, bytes_of("kindling/pair/card/v1"), forged, random);
    EXPECT_FALSE(read_pairing_card(kCouple, made.code.secret, card)) << i;
  }
}

TEST(PairingCard, ShowsNothing) {
  const NewPairingCode made = code_of(7);
  for (const ByteView part : {ByteView(made.code.secret), ByteView(made.code.sid), ByteView(made.code.offerer)}) {
    EXPECT_FALSE(test::contains(made.card, part));
    EXPECT_EQ(pairing_folder(kCouple, made.code.secret).find(to_base32(part).substr(0, 12)), std::string::npos);
  }
  EXPECT_LE(made.card.size(), kPairingCardLimit);
  for (const char c : pairing_folder(kCouple, made.code.secret))
    EXPECT_TRUE((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
}

TEST(PairingCode, IsAnotherEachTime) {
  std::set<PairingSecret> secrets;
  SeededRandom random(1);
  for (int i = 0; i < 1000; ++i)
    secrets.insert(test::must(make_pairing_code(kCouple, ChainHash{}, "", random)).code.secret);
  EXPECT_EQ(secrets.size(), 1000U);
}

}  // namespace
}  // namespace kindling
