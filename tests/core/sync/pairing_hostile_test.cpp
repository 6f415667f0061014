// A pairing over a store that changes, replays, swaps and forges, and against who read the code over a shoulder.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "core/sync/pairing.hpp"
#include "core/sync/pairing_wire.hpp"
#include "tests/support/low_order_points.hpp"
#include "tests/support/pairing_world.hpp"

namespace kindling {
namespace {

using pairing::Session;
using test::kPairingBegin;
using test::make_device;
using test::must;
using test::PairingWorld;
using Message = pairing::Step;

Session session_of(const PairingCode& code) { return {code.purpose, code.sid, code.secret}; }

class HostilePairing : public testing::TestWithParam<PairingPurpose> {};
INSTANTIATE_TEST_SUITE_P(Both, HostilePairing, testing::Values(PairingPurpose::couple, PairingPurpose::own_device),
                         [](const auto& purpose) {
                           return purpose.param == PairingPurpose::couple ? "Couple" : "OwnDevice";
                         });

// Every byte of every message, changed, cut off or followed by more: refused, and nothing moved.
template <class Side, class Take>
void expect_refused(const Side& side, const Bytes& message, const Take& take) {
  const Bytes before = side.encode();
  const auto refuses = [&](const Bytes& changed, std::size_t at) {
    Side copy = side;
    EXPECT_FALSE(take(copy, changed)) << "byte " << at << " of " << message.size();
    EXPECT_EQ(copy.encode(), before) << "byte " << at;
  };
  for (std::size_t i = 0; i < message.size(); ++i) {
    Bytes changed = message;
    changed[i] ^= static_cast<std::uint8_t>(1U << (i % 8));
    refuses(changed, i);
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{40}, message.size() - 1})
    refuses(Bytes(message.begin(), message.begin() + static_cast<std::ptrdiff_t>(size)), size);
  Bytes longer = message;
  longer.push_back(0);
  refuses(longer, message.size());
  refuses(Bytes(kPairingMessageLimit + 1, 1), 0);
}

TEST_P(HostilePairing, RefusesEveryChangedByte) {
  PairingWorld w(GetParam());
  expect_refused(w.offer, w.join.first(), [&w](PairingOffer& side, const Bytes& m) {
    return side.take_first(m, kPairingBegin, w.random).has_value();
  });
  w.to_asked();
  expect_refused(w.join, w.offer.second(),
                 [](PairingJoin& side, const Bytes& m) { return side.take_second(m, kPairingBegin).has_value(); });
  // A damaged copy of m1 beside the good one burns nothing: only who knows the code can.
  expect_refused(w.offer, w.join.first(), [&w](PairingOffer& side, const Bytes& m) {
    return side.take_first(m, kPairingBegin, w.random).has_value();
  });
  must(w.join.take_second(w.offer.second(), kPairingBegin));
  must(w.offer.confirm(bytes_of(PairingWorld::kGiven), w.a.keys, kPairingBegin, w.random));
  expect_refused(w.join, w.offer.third(),
                 [](PairingJoin& side, const Bytes& m) { return side.take_third(m).has_value(); });
  must(w.join.take_third(w.offer.third()));
  must(w.join.finish(bytes_of(PairingWorld::kAnswered), w.b.keys, w.random));
  expect_refused(w.offer, w.join.fourth(),
                 [](PairingOffer& side, const Bytes& m) { return side.take_fourth(m).has_value(); });
  EXPECT_TRUE(w.offer.take_fourth(w.join.fourth()));
}

// Any message in the place of any other, also from the other kind of pairing and from an earlier one.
TEST_P(HostilePairing, RefusesSwappedRolesAndReplays) {
  PairingWorld earlier(GetParam(), 2);
  earlier.to_finished();
  PairingWorld w(GetParam(), 3);
  PairingWorld full(GetParam(), 3);
  std::map<std::string, Bytes> foreign;
  foreign["card"] = w.offer.card();
  foreign["earlier m2"] = earlier.offer.second();
  foreign["earlier m3"] = earlier.offer.third();
  foreign["earlier m4"] = earlier.join.fourth();
  foreign["m1"] = w.join.first();
  full.to_finished();
  w.to_asked();
  foreign["m2"] = w.offer.second();
  const auto try_all = [&](const std::string& mine, const auto& take) {
    for (const auto& [name, message] : foreign) {
      EXPECT_FALSE(name != mine && take(message)) << name << " as " << mine;
    }
  };
  try_all("m1",
          [&](const Bytes& m) { return PairingOffer(w.offer).take_first(m, kPairingBegin, w.random).has_value(); });
  try_all("m2", [&](const Bytes& m) { return PairingJoin(w.join).take_second(m, kPairingBegin).has_value(); });
  must(w.join.take_second(w.offer.second(), kPairingBegin));
  must(w.offer.confirm(bytes_of(PairingWorld::kGiven), w.a.keys, kPairingBegin, w.random));
  foreign["m3"] = w.offer.third();
  try_all("m3", [&](const Bytes& m) { return PairingJoin(w.join).take_third(m).has_value(); });
  try_all("m4", [&](const Bytes& m) { return PairingOffer(w.offer).take_fourth(m).has_value(); });
}

// The same secret bytes under the other purpose open nothing.
TEST_P(HostilePairing, DoesntMixWithTheOtherKind) {
  PairingWorld w(GetParam());
  PairingCode other = w.offer.code();
  other.purpose = GetParam() == PairingPurpose::couple ? PairingPurpose::own_device : PairingPurpose::couple;
  const auto device =
      other.purpose == PairingPurpose::couple ? make_device(300, "Jonas", "phone") : make_device(300, "", "phone");
  const PairingJoin join = must(PairingJoin::begin(other, device.chain, kPairingBegin, w.random));
  EXPECT_FALSE(w.offer.take_first(join.first(), kPairingBegin, w.random));
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::waiting);
}

TEST_P(HostilePairing, IsSpentOnceTwoDevicesUseIt) {
  PairingWorld w(GetParam());
  const auto eve = GetParam() == PairingPurpose::couple ? make_device(666, "Jonas Winter", "Jonas' phone")
                                                        : make_device(666, "", "Maren's phone");
  const PairingJoin theirs = must(PairingJoin::begin(w.offer.code(), eve.chain, kPairingBegin, w.random));
  for (const bool eve_first : {true, false}) {
    PairingOffer offer = w.offer;
    must(offer.take_first(eve_first ? theirs.first() : w.join.first(), kPairingBegin, w.random));
    const Bytes code_before = offer.encode();
    EXPECT_FALSE(offer.take_first(eve_first ? w.join.first() : theirs.first(), kPairingBegin, w.random));
    EXPECT_EQ(offer.step(), PairingOffer::Step::over);
    EXPECT_TRUE(offer.was_used_twice());
    EXPECT_FALSE(offer.confirm({}, w.a.keys, kPairingBegin, w.random));
    EXPECT_TRUE(offer.second().empty());
    EXPECT_TRUE(offer.third().empty());
    offer = *PairingOffer::decode(offer.encode());
    EXPECT_FALSE(offer.confirm({}, w.a.keys, kPairingBegin, w.random));
  }
}

// The same device that begins a second time has made another key: that can't be told from somebody else.
TEST_P(HostilePairing, IsSpentByASecondBeginningToo) {
  PairingWorld w(GetParam());
  const PairingJoin again = must(PairingJoin::begin(w.offer.code(), w.b.chain, kPairingBegin, w.random));
  w.to_asked();
  EXPECT_FALSE(w.offer.take_first(again.first(), kPairingBegin, w.random));
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::over);
}

TEST_P(HostilePairing, SaysSoWhereTheCodeIsUsedAgainAfterItWasConfirmed) {
  PairingWorld w(GetParam());
  const PairingJoin again = must(PairingJoin::begin(w.offer.code(), w.b.chain, kPairingBegin, w.random));
  w.to_confirmed();
  EXPECT_FALSE(w.offer.take_first(again.first(), kPairingBegin, w.random));
  EXPECT_TRUE(w.offer.was_used_twice());
  w.offer = *PairingOffer::decode(w.offer.encode());
  EXPECT_TRUE(w.offer.was_used_twice());
  must(w.join.take_third(w.offer.third()));
  must(w.join.finish({}, w.b.keys, w.random));
  EXPECT_TRUE(w.offer.take_fourth(w.join.fourth()));
}

// Who knows the secret and holds the store still can't be taken for the device that offered.
TEST_P(HostilePairing, ChecksTheOfferersCertificatesAgainstTheCode) {
  PairingWorld w(GetParam());
  const Session session = session_of(w.offer.code());
  const auto eve = make_device(666, "Maren Sommer", "Maren's laptop");
  const DeviceKeys ephemeral = pairing::ephemeral_keys(SecretKey{});
  const Hash first = pairing::hash_of_message(session, Message::first, w.join.first());
  const auto reply = [&](const CertificateChain& chain, const PublicKey& key, const Hash& hash) {
    return pairing::seal_message(session, Message::second, pairing::first_key(session),
                                 pairing::encode(pairing::Reply{encode_chain(chain), key, hash}), w.random);
  };
  EXPECT_FALSE(w.join.take_second(reply(eve.chain, ephemeral.shown().box, first), kPairingBegin));
  EXPECT_FALSE(w.join.take_second(reply(w.a.chain, ephemeral.shown().box, Hash{}), kPairingBegin));
  EXPECT_EQ(w.join.step(), PairingJoin::Step::waiting);
}

// With the right certificates but a key of her own she gets no further: m3 has to be signed by the right device.
TEST_P(HostilePairing, ChecksBothSignatures) {
  PairingWorld w(GetParam());
  const Session session = session_of(w.offer.code());
  const auto eve = make_device(666, "Eve", "hers");
  const DeviceKeys ephemeral = pairing::ephemeral_keys(SecretKey{});
  const PairingJoin begun = w.join;
  const Hash first = pairing::hash_of_message(session, Message::first, w.join.first());
  const Bytes second_message = pairing::seal_message(
      session, Message::second, pairing::first_key(session),
      pairing::encode(pairing::Reply{encode_chain(w.a.chain), ephemeral.shown().box, first}), w.random);
  const Hash second = pairing::hash_of_message(session, Message::second, second_message);
  must(w.join.take_second(second_message, kPairingBegin));
  const auto hello = must(pairing::open_message(session, Message::first, pairing::first_key(session), begun.first()));
  const auto shared = ephemeral.agree(pairing::decode_hello(hello)->ephemeral);
  const SecretKey key = pairing::session_key(session, first, second, *shared);
  const auto third = [&](const DeviceKeys& signer, Message domain, const Hash& before) {
    const Bytes signed_part = pairing::signed_bytes(session, {first, before}, bytes_of("keys"));
    const Signature signature = signer.sign(pairing::signing_domain(session.purpose, domain), signed_part);
    const auto payload = bytes_of("keys");
    return pairing::seal_message(session, Message::third, key,
                                 pairing::encode(pairing::Closing{Bytes(payload.begin(), payload.end()), signature}),
                                 w.random);
  };
  EXPECT_FALSE(w.join.take_third(third(eve.keys, Message::third, second)));
  EXPECT_FALSE(w.join.take_third(third(w.a.keys, Message::fourth, second)));
  EXPECT_FALSE(w.join.take_third(third(w.a.keys, Message::third, first)));
  EXPECT_EQ(w.join.step(), PairingJoin::Step::met);
  EXPECT_TRUE(w.join.take_third(third(w.a.keys, Message::third, second))) << "the test forges as the real one is made";
}

// A stranger who got hold of the conversation's key would still have to sign as the device that was confirmed.
TEST_P(HostilePairing, ChecksWhoConfirmsTheEnd) {
  PairingWorld w(GetParam());
  const Session session = session_of(w.offer.code());
  const auto eve = make_device(666, "Eve", "hers");
  const DeviceKeys ephemeral = pairing::ephemeral_keys(SecretKey{});
  const Bytes m1 =
      pairing::seal_message(session, Message::first, pairing::first_key(session),
                            pairing::encode(pairing::Hello{encode_chain(w.b.chain), ephemeral.shown().box}), w.random);
  must(w.offer.take_first(m1, kPairingBegin, w.random));
  must(w.offer.confirm({}, w.a.keys, kPairingBegin, w.random));
  const auto reply =
      must(pairing::open_message(session, Message::second, pairing::first_key(session), w.offer.second()));
  const auto shared = ephemeral.agree(pairing::decode_reply(reply)->ephemeral);
  const Hash first = pairing::hash_of_message(session, Message::first, m1);
  const Hash second = pairing::hash_of_message(session, Message::second, w.offer.second());
  const Hash third = pairing::hash_of_message(session, Message::third, w.offer.third());
  const SecretKey key = pairing::session_key(session, first, second, *shared);
  const auto fourth = [&](const DeviceKeys& signer, Message domain, const Hash& before) {
    const Bytes signed_part = pairing::signed_bytes(session, {first, second, before}, {});
    const Signature signature = signer.sign(pairing::signing_domain(session.purpose, domain), signed_part);
    return pairing::seal_message(session, Message::fourth, key, pairing::encode(pairing::Closing{{}, signature}),
                                 w.random);
  };
  EXPECT_FALSE(w.offer.take_fourth(fourth(eve.keys, Message::fourth, third)));
  EXPECT_FALSE(w.offer.take_fourth(fourth(w.b.keys, Message::third, third)));
  EXPECT_FALSE(w.offer.take_fourth(fourth(w.b.keys, Message::fourth, second)));
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::granted);
  EXPECT_TRUE(w.offer.take_fourth(fourth(w.b.keys, Message::fourth, third)));
}

// Another person's certificate with a key or stream of the device that offers.
TEST_P(HostilePairing, RefusesADeviceThatSharesAKeyWithIt) {
  PairingWorld w(GetParam());
  for (const int what : {0, 1}) {
    auto twin = w.b;
    DeviceCertificate certificate = twin.own();
    if (what == 0) certificate.stream = w.a.own().stream;
    if (what == 1) certificate.keys.box = w.a.own().keys.box;
    twin.chain = {must(sign_own_certificate(certificate, twin.keys))};
    const PairingJoin join = must(PairingJoin::begin(w.offer.code(), twin.chain, kPairingBegin, w.random));
    EXPECT_FALSE(w.offer.take_first(join.first(), kPairingBegin, w.random)) << what;
    EXPECT_EQ(w.offer.step(), PairingOffer::Step::waiting);
  }
}

TEST_P(HostilePairing, RefusesKeysOfLowOrder) {
  PairingWorld w(GetParam());
  const Session session = session_of(w.offer.code());
  const Hash first = pairing::hash_of_message(session, Message::first, w.join.first());
  for (const PublicKey& point : test::low_order_x25519()) {
    const Bytes m1 = pairing::seal_message(session, Message::first, pairing::first_key(session),
                                           pairing::encode(pairing::Hello{encode_chain(w.b.chain), point}), w.random);
    EXPECT_FALSE(w.offer.take_first(m1, kPairingBegin, w.random)) << to_hex(point);
    EXPECT_EQ(w.offer.step(), PairingOffer::Step::waiting);
    const Bytes m2 =
        pairing::seal_message(session, Message::second, pairing::first_key(session),
                              pairing::encode(pairing::Reply{encode_chain(w.a.chain), point, first}), w.random);
    EXPECT_FALSE(w.join.take_second(m2, kPairingBegin)) << to_hex(point);
    EXPECT_EQ(w.join.step(), PairingJoin::Step::waiting);
  }
}

TEST_P(HostilePairing, RefusesBodiesThatArentWhatTheyShouldBe) {
  PairingWorld w(GetParam());
  const Session session = session_of(w.offer.code());
  const SecretKey key = pairing::first_key(session);
  const auto first = [&](const Bytes& body) {
    return w.offer.take_first(pairing::seal_message(session, Message::first, key, body, w.random), kPairingBegin,
                              w.random);
  };
  EXPECT_FALSE(first({}));
  EXPECT_FALSE(first(Bytes(500, 0xff)));
  EXPECT_FALSE(first(pairing::encode(pairing::Hello{{}, w.b.keys.shown().box})));
  CertificateChain unsigned_chain = w.b.chain;
  unsigned_chain[0].signature[0] ^= 1;
  EXPECT_FALSE(first(pairing::encode(pairing::Hello{encode_chain(unsigned_chain), w.b.keys.shown().box})));
  EXPECT_FALSE(first(pairing::encode(pairing::Hello{encode_chain(w.a.chain), w.b.keys.shown().box}))) << "itself";
  EXPECT_EQ(w.offer.step(), PairingOffer::Step::waiting);
}

TEST_P(HostilePairing, SaysThatTheOtherIsOfANewerVersion) {
  PairingWorld w(GetParam());
  Bytes newer = w.join.first();
  newer[0] = 2;
  EXPECT_EQ(w.offer.take_first(newer, kPairingBegin, w.random).error().code, ErrorCode::newer);
}

// Nothing that only the two devices are to know occurs in what lies on the store.
TEST_P(HostilePairing, PublishesNothingSecret) {
  PairingWorld w(GetParam());
  const Session session = session_of(w.offer.code());
  const SecretKey first_key = pairing::first_key(session);
  const Bytes card = w.offer.card();
  const Bytes first = w.join.first();
  w.to_finished();
  const std::vector<Bytes> published{card, first, w.offer.second(), w.offer.third(), w.join.fourth()};
  std::vector<Bytes> secrets;
  const auto add = [&secrets](ByteView secret) { secrets.emplace_back(secret.begin(), secret.end()); };
  add(session.secret);
  add(first_key.bytes());
  for (const auto& device : {w.a, w.b}) {
    add(device.keys.sign_seed().bytes());
    add(device.keys.box_seed().bytes());
    add(device.own().keys.sign);
    add(device.own().keys.box);
    add(device.own().stream);
    add(bytes_of(device.own().device_name));
    if (!device.own().person_name.empty()) add(bytes_of(device.own().person_name));
  }
  add(bytes_of(PairingWorld::kGiven));
  add(bytes_of(PairingWorld::kAnswered));
  for (const Bytes& message : published) {
    ASSERT_FALSE(message.empty());
    for (const Bytes& secret : secrets)
      EXPECT_FALSE(test::contains(message, ByteView(secret).first(secret.size() / 2)));
  }
}

// Found later, neither side's value opens what was said.
TEST_P(HostilePairing, ForgetsItsKeysWithItsEnd) {
  PairingWorld w(GetParam());
  const Session session = session_of(w.offer.code());
  const SecretKey first_key = pairing::first_key(session);
  w.to_finished();
  (void)must(w.offer.take_fourth(w.join.fourth()));
  for (const Bytes& kept : {w.offer.encode(), w.join.encode()}) {
    EXPECT_FALSE(test::contains(kept, session.secret));
    EXPECT_FALSE(test::contains(kept, first_key.bytes()));
    EXPECT_FALSE(test::contains(kept, bytes_of(PairingWorld::kGiven)));
  }
}

TEST_P(HostilePairing, DoesntReadDamagedStates) {
  PairingWorld w(GetParam());
  w.to_granted();
  const Bytes offer = w.offer.encode();
  const Bytes join = w.join.encode();
  for (std::size_t size = 0; size < offer.size(); ++size)
    EXPECT_FALSE(PairingOffer::decode(ByteView(offer).first(size)));
  for (std::size_t size = 0; size < join.size(); ++size) EXPECT_FALSE(PairingJoin::decode(ByteView(join).first(size)));
  EXPECT_FALSE(PairingOffer::decode(join));
  EXPECT_FALSE(PairingJoin::decode(offer));
}

// Random orders of deliveries, repetitions, damage and crashes: the two either come to the same end or to none, and
// what is handed over is what was confirmed.
RC_GTEST_PROP(HostilePairing, EndsTheSameOnBothSidesOrNotAtAll, (std::uint64_t seed, bool own)) {
  PairingWorld w(own ? PairingPurpose::own_device : PairingPurpose::couple, seed);
  std::vector<Bytes> store{w.offer.card(), w.join.first()};
  const auto publish = [&store](const Bytes& message) {
    if (!message.empty() && std::find(store.begin(), store.end(), message) == store.end()) store.push_back(message);
  };
  bool confirmed = false;
  for (int turn = 0; turn < 120; ++turn) {
    std::array<std::uint8_t, 4> dice{};
    w.random.fill(dice);
    Bytes message = store[dice[0] % store.size()];
    if (dice[3] < 64) message[dice[2] % message.size()] ^= static_cast<std::uint8_t>(1U << (dice[3] % 8));
    switch (dice[1] % 8) {
      case 0: (void)w.offer.take_first(message, kPairingBegin, w.random); break;
      case 1: (void)w.offer.take_fourth(message); break;
      case 2: (void)w.join.take_second(message, kPairingBegin); break;
      case 3: (void)w.join.take_third(message); break;
      case 4:
        (void)w.offer.take_first(message, kPairingBegin, w.random);
        (void)w.join.take_second(message, kPairingBegin);
        (void)w.join.take_third(message);
        (void)w.offer.take_fourth(message);
        break;
      case 5:
        if (w.offer.confirm(bytes_of(PairingWorld::kGiven), w.a.keys, kPairingBegin, w.random)) confirmed = true;
        break;
      case 6: (void)w.join.finish(bytes_of(PairingWorld::kAnswered), w.b.keys, w.random); break;
      default: w.offer = *PairingOffer::decode(w.offer.encode()); w.join = *PairingJoin::decode(w.join.encode());
    }
    publish(w.offer.second());
    publish(w.offer.third());
    publish(w.join.fourth());
    RC_ASSERT(store.size() <= 5);
    RC_ASSERT(w.offer.step() != PairingOffer::Step::over);
    RC_ASSERT(w.join.step() != PairingJoin::Step::over);
    if (w.join.step() == PairingJoin::Step::granted) RC_ASSERT(text_of(w.join.payload()) == PairingWorld::kGiven);
    if (w.join.step() >= PairingJoin::Step::granted) RC_ASSERT(confirmed);
  }
  if (w.offer.step() == PairingOffer::Step::done) RC_ASSERT(w.join.step() == PairingJoin::Step::done);
  RC_TAG(static_cast<int>(w.offer.step()));
}

}  // namespace
}  // namespace kindling
