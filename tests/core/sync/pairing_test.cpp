#include "core/sync/pairing.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "core/crypto/envelope.hpp"
#include "tests/support/known_pairing.hpp"
#include "tests/support/pairing_world.hpp"
#include "tests/support/source_file.hpp"

namespace kindling {
namespace {

using std::chrono::minutes;
using test::kPairingBegin;
using test::must;
using test::PairingWorld;

class Pairing : public testing::TestWithParam<PairingPurpose> {};
INSTANTIATE_TEST_SUITE_P(Both, Pairing, testing::Values(PairingPurpose::couple, PairingPurpose::own_device),
                         [](const auto& purpose) {
                           return purpose.param == PairingPurpose::couple ? "Couple" : "OwnDevice";
                         });

TEST_P(Pairing, HandsOverWhatTheEngineGave) {
  PairingWorld w(GetParam());
  w.to_finished();
  EXPECT_EQ(must(w.offer.take_fourth(w.join.fourth())),
            Bytes(PairingWorld::kAnswered.begin(), PairingWorld::kAnswered.end()));
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::done);
  EXPECT_EQ(w.join.step(), PairingJoin::Step::done);
  EXPECT_FALSE(w.offer.was_used_twice());
}

TEST_P(Pairing, ShowsWhoItIsBeforeAnythingIsHandedOver) {
  PairingWorld w(GetParam());
  EXPECT_TRUE(w.offer.joiner().empty());
  w.to_asked();
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::asked);
  EXPECT_EQ(w.offer.joiner(), w.b.chain);
  EXPECT_EQ(w.offer.joiner().back().certificate.device_name,
            GetParam() == PairingPurpose::couple ? "Jonas' phone" : "Maren's phone");
  EXPECT_TRUE(w.offer.third().empty());
  must(w.join.take_second(w.offer.second(), kPairingBegin));
  EXPECT_EQ(w.join.offerer(), w.a.chain);
}

TEST_P(Pairing, GivesThePayloadToTheEngineUntilItIsSafe) {
  PairingWorld w(GetParam());
  w.to_granted();
  EXPECT_EQ(text_of(w.join.payload()), PairingWorld::kGiven);
  must(w.join.finish({}, w.b.keys, w.random));
  EXPECT_TRUE(w.join.payload().empty());
  EXPECT_EQ(must(w.offer.take_fourth(w.join.fourth())), Bytes{});
}

TEST_P(Pairing, TakesTheSameMessageAgain) {
  PairingWorld w(GetParam());
  const Bytes first = w.join.first();
  w.to_asked();
  const Bytes second = w.offer.second();
  must(w.offer.take_first(first, kPairingBegin, w.random));
  EXPECT_EQ(w.offer.second(), second);
  must(w.join.take_second(second, kPairingBegin));
  must(w.join.take_second(second, kPairingBegin));
  must(w.offer.confirm(bytes_of("one"), w.a.keys, kPairingBegin, w.random));
  const Bytes third = w.offer.third();
  must(w.offer.confirm(bytes_of("other"), w.a.keys, kPairingBegin, w.random));
  EXPECT_EQ(w.offer.third(), third) << "what was handed over doesn't change";
  must(w.offer.take_first(first, kPairingBegin, w.random));
  must(w.join.take_third(third));
  must(w.join.take_third(third));
  must(w.join.finish(bytes_of("x"), w.b.keys, w.random));
  const Bytes fourth = w.join.fourth();
  must(w.join.finish(bytes_of("y"), w.b.keys, w.random));
  must(w.join.take_third(third));
  must(w.join.take_second(second, kPairingBegin));
  EXPECT_EQ(w.join.fourth(), fourth);
  EXPECT_EQ(must(w.offer.take_fourth(fourth)), must(w.offer.take_fourth(fourth)));
  must(w.offer.take_first(first, kPairingBegin, w.random));
}

TEST_P(Pairing, GoesOnAfterACrashBetweenAllSteps) {
  // Each side is put away and read again after every step; what it publishes stays the same to the byte.
  PairingWorld w(GetParam());
  const auto crash = [&w] {
    const Bytes before[] = {w.offer.card(), w.offer.second(), w.offer.third(), w.join.first(), w.join.fourth()};
    const Bytes offer = w.offer.encode();
    const Bytes join = w.join.encode();
    w.offer = *PairingOffer::decode(offer);
    w.join = *PairingJoin::decode(join);
    EXPECT_EQ(w.offer.encode(), offer);
    EXPECT_EQ(w.join.encode(), join);
    const Bytes after[] = {w.offer.card(), w.offer.second(), w.offer.third(), w.join.first(), w.join.fourth()};
    for (std::size_t i = 0; i < std::size(before); ++i) EXPECT_EQ(before[i], after[i]) << i;
  };
  crash();
  w.to_asked();
  crash();
  must(w.join.take_second(w.offer.second(), kPairingBegin));
  crash();
  must(w.offer.confirm(bytes_of(PairingWorld::kGiven), w.a.keys, kPairingBegin, w.random));
  crash();
  must(w.join.take_third(w.offer.third()));
  crash();
  EXPECT_EQ(text_of(w.join.payload()), PairingWorld::kGiven);
  must(w.join.finish(bytes_of(PairingWorld::kAnswered), w.b.keys, w.random));
  crash();
  EXPECT_EQ(text_of(must(w.offer.take_fourth(w.join.fourth()))), PairingWorld::kAnswered);
  crash();
  EXPECT_EQ(text_of(must(w.offer.take_fourth(w.join.fourth()))), PairingWorld::kAnswered);
}

// A crash before the value was saved: the step is taken again from the older value, with other random bytes, and the
// message that never went out is replaced by one that fits.
TEST_P(Pairing, GoesOnFromBeforeAStepThatWasNeverPublished) {
  PairingWorld w(GetParam());
  const Bytes saved = w.offer.encode();
  w.to_asked();
  w.offer = *PairingOffer::decode(saved);
  w.to_finished();
  EXPECT_TRUE(w.offer.take_fourth(w.join.fourth()));
}

TEST_P(Pairing, WorksWithWordsAlone) {
  PairingWorld w(GetParam());
  const auto secret = must(parse_pairing_words(GetParam(), to_pairing_words(w.offer.code())));
  const PairingCode code = must(read_pairing_card(GetParam(), secret, w.offer.card()));
  w.join = must(PairingJoin::begin(code, w.b.chain, kPairingBegin, w.random));
  w.to_finished();
  EXPECT_TRUE(w.offer.take_fourth(w.join.fourth()));
}

TEST_P(Pairing, EndsAfterTenMinutes) {
  const Instant last = kPairingBegin + kPairingTime - std::chrono::milliseconds(1);
  const Instant late = kPairingBegin + kPairingTime;
  {
    PairingWorld w(GetParam());
    must(w.offer.take_first(w.join.first(), last, w.random));
    must(w.join.take_second(w.offer.second(), last));
    EXPECT_FALSE(w.offer.confirm({}, w.a.keys, late, w.random));
    EXPECT_EQ(w.offer.step(), PairingOffer::Step::over);
    EXPECT_FALSE(w.offer.confirm({}, w.a.keys, last, w.random)) << "over is over";
    EXPECT_TRUE(w.offer.third().empty());
  }
  PairingWorld w(GetParam());
  EXPECT_FALSE(PairingOffer(w.offer).take_first(w.join.first(), late, w.random));
  EXPECT_FALSE(PairingOffer(w.offer).take_first(w.join.first(), kPairingBegin - minutes(2), w.random))
      << "a clock set back";
  EXPECT_TRUE(PairingOffer(w.offer).take_first(w.join.first(), kPairingBegin - std::chrono::seconds(30), w.random));
  w.to_asked();
  EXPECT_FALSE(PairingJoin(w.join).take_second(w.offer.second(), late));
  EXPECT_EQ(w.offer.ends(), late);
}

TEST_P(Pairing, LetsWhatWasConfirmedInTimeArriveLater) {
  PairingWorld w(GetParam());
  w.to_confirmed();
  must(w.offer.take_first(w.join.first(), kPairingBegin + minutes(300), w.random));
  must(w.join.take_third(w.offer.third()));
  must(w.join.finish({}, w.b.keys, w.random));
  EXPECT_TRUE(w.offer.take_fourth(w.join.fourth()));
}

TEST_P(Pairing, HandsNothingOverToWhoWasDeclined) {
  PairingWorld w(GetParam());
  w.to_met();
  w.offer.decline();
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::over);
  EXPECT_FALSE(w.offer.confirm({}, w.a.keys, kPairingBegin, w.random));
  EXPECT_FALSE(w.offer.take_first(w.join.first(), kPairingBegin, w.random));
  EXPECT_TRUE(w.offer.second().empty());
  w.join.give_up();
  EXPECT_EQ(w.join.step(), PairingJoin::Step::over);
}

TEST_P(Pairing, RefusesStepsOutOfTurn) {
  PairingWorld w(GetParam());
  EXPECT_FALSE(w.offer.confirm({}, w.a.keys, kPairingBegin, w.random));
  EXPECT_FALSE(w.offer.take_fourth(w.join.first()));
  EXPECT_FALSE(w.join.take_third(w.join.first()));
  EXPECT_FALSE(w.join.finish({}, w.b.keys, w.random));
  w.to_confirmed();
  EXPECT_FALSE(w.join.finish({}, w.b.keys, w.random));
  w.offer.decline();
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::granted) << "what is handed over can't be taken back here";
  must(w.join.take_third(w.offer.third()));
  w.join.give_up();
  EXPECT_EQ(w.join.step(), PairingJoin::Step::granted);
}

TEST_P(Pairing, SignsWithTheKeysOfItsCertificateOnly) {
  PairingWorld w(GetParam());
  w.to_met();
  EXPECT_FALSE(w.offer.confirm({}, w.b.keys, kPairingBegin, w.random));
  must(w.offer.confirm({}, w.a.keys, kPairingBegin, w.random));
  must(w.join.take_third(w.offer.third()));
  EXPECT_FALSE(w.join.finish({}, w.a.keys, w.random));
}

TEST_P(Pairing, CarriesAsMuchAsItSays) {
  PairingWorld w(GetParam());
  w.to_met();
  EXPECT_FALSE(w.offer.confirm(Bytes(kPairingPayloadLimit + 1), w.a.keys, kPairingBegin, w.random));
  must(w.offer.confirm(Bytes(kPairingPayloadLimit, 7), w.a.keys, kPairingBegin, w.random));
  EXPECT_LE(w.offer.third().size(), kPairingMessageLimit);
  w.offer = *PairingOffer::decode(w.offer.encode());
  must(w.join.take_third(w.offer.third()));
  EXPECT_EQ(w.join.payload().size(), kPairingPayloadLimit);
  w.join = *PairingJoin::decode(w.join.encode());
  EXPECT_FALSE(w.join.finish(Bytes(kPairingPayloadLimit + 1), w.b.keys, w.random));
  must(w.join.finish(Bytes(kPairingPayloadLimit, 8), w.b.keys, w.random));
  EXPECT_EQ(must(w.offer.take_fourth(w.join.fourth())).size(), kPairingPayloadLimit);
}

TEST_P(Pairing, WorksForDevicesFurtherDownTheChain) {
  PairingWorld w(GetParam());
  const auto second = test::make_further_device(w.a, 300, "Maren's tablet");
  w.offer = must(PairingOffer::begin(GetParam(), second.chain, "", kPairingBegin, w.random));
  w.join = must(PairingJoin::begin(w.offer.code(), w.b.chain, kPairingBegin, w.random));
  w.to_met();
  EXPECT_EQ(w.join.offerer().size(), 2U);
  must(w.offer.confirm({}, second.keys, kPairingBegin, w.random));
  must(w.join.take_third(w.offer.third()));
}

TEST_P(Pairing, HidesHowLongNamesAre) {
  PairingWorld w(GetParam());
  auto longer = w.b;
  DeviceCertificate certificate = longer.own();
  certificate.device_name += " in the hall";
  longer.chain = {must(sign_own_certificate(certificate, longer.keys))};
  const PairingJoin other = must(PairingJoin::begin(w.offer.code(), longer.chain, kPairingBegin, w.random));
  EXPECT_EQ(other.first().size(), w.join.first().size());
}

TEST(PairingOfTwoPersons, IsntForDevicesOfOne) {
  PairingWorld w(PairingPurpose::couple);
  const auto own = test::make_further_device(w.a, 300, "Maren's tablet");
  w.join = must(PairingJoin::begin(w.offer.code(), own.chain, kPairingBegin, w.random));
  EXPECT_FALSE(w.offer.take_first(w.join.first(), kPairingBegin, w.random));
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::waiting);
  const auto nobodys = test::make_device(301, "", "phone");
  EXPECT_FALSE(PairingJoin::begin(w.offer.code(), nobodys.chain, kPairingBegin, w.random));
  EXPECT_FALSE(PairingJoin::begin(w.offer.code(), w.a.chain, kPairingBegin, w.random)) << "itself";
  EXPECT_FALSE(PairingOffer::begin(PairingPurpose::couple, nobodys.chain, "", kPairingBegin, w.random));
}

TEST(LinkingAnOwnDevice, IsForNewDevicesOnly) {
  PairingWorld w(PairingPurpose::own_device);
  const auto jonas = test::make_device(301, "Jonas", "phone");
  EXPECT_FALSE(PairingJoin::begin(w.offer.code(), jonas.chain, kPairingBegin, w.random));
}

// Fixed seeds give fixed bytes, so that a change of the format can't go unnoticed.
TEST_P(Pairing, KnowsItsBytes) {
  const bool couple = GetParam() == PairingPurpose::couple;
  const std::string path = std::string("tests/corpus/pairing/") + (couple ? "couple" : "own_device");
  const std::string expected = source_file(path);
  ASSERT_FALSE(expected.empty());
  EXPECT_EQ(test::known_pairing(GetParam()), expected);
}

// What an older build put away and published is understood for ever.
TEST_P(Pairing, ReadsWhatWasKept) {
  const bool couple = GetParam() == PairingPurpose::couple;
  std::istringstream lines(source_file(std::string("tests/corpus/pairing/") + (couple ? "couple" : "own_device")));
  std::map<std::string, Bytes> kept;
  for (std::string name, hex; lines >> name >> hex;) {
    if (const auto bytes = from_hex(hex)) kept[name] = *bytes;
  }
  auto join = PairingJoin::decode(kept.at("join-met"));
  ASSERT_TRUE(join);
  must(join->take_third(kept.at("m3")));
  EXPECT_EQ(text_of(join->payload()), PairingWorld::kGiven);
  auto offer = PairingOffer::decode(kept.at("offer-granted"));
  ASSERT_TRUE(offer);
  EXPECT_EQ(text_of(must(offer->take_fourth(kept.at("m4")))), PairingWorld::kAnswered);
}

}  // namespace
}  // namespace kindling
