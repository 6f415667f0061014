#include "core/sync/certificate.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "core/crypto/recovery_words.hpp"
#include "tests/support/low_order_points.hpp"
#include "tests/support/pairing_world.hpp"

namespace kindling {
namespace {

using test::make_device;
using test::make_further_device;
using test::PairingDevice;

TEST(Certificate, ChainsThroughThePersonsDevices) {
  const PairingDevice first = make_device(1, "Maren", "laptop");
  const PairingDevice second = make_further_device(first, 2, "phone");
  const PairingDevice third = make_further_device(second, 3, "tablet");
  EXPECT_EQ(third.chain.size(), 3U);
  EXPECT_TRUE(check_chain(third.chain));
  const auto read = decode_chain(encode_chain(third.chain));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, third.chain);
}

TEST(Certificate, IsVouchedForByTheRecoverySeedAfterAllDevicesAreLost) {
  SeededRandom random(8);
  const SecretKey seed = SecretKey::random(random);
  const DeviceKeys root = recovery_keys(seed);
  const DeviceCertificate recovery{Uuid{1}, Uuid{2}, "Maren", "recovery words", root.shown(), test::kPairingBegin};
  const PairingDevice seeded{root, {test::must(sign_own_certificate(recovery, root))}};
  const PairingDevice lost = make_further_device(seeded, 4, "laptop");
  const PairingDevice found = make_further_device(seeded, 5, "new laptop");
  EXPECT_TRUE(check_chain(found.chain));
  EXPECT_EQ(found.chain.front(), lost.chain.front());
}

TEST(Certificate, RefusesEveryChangedByte) {
  const PairingDevice first = make_device(1, "Maren", "laptop");
  const Bytes bytes = encode_chain(make_further_device(first, 2, "phone").chain);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const unsigned flip : {0x01U, 0x80U, 0xffU}) {
      Bytes changed = bytes;
      changed[i] = static_cast<std::uint8_t>(changed[i] ^ flip);
      EXPECT_FALSE(decode_chain(changed)) << "byte " << i;
    }
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_chain(ByteView(bytes).first(size)));
  Bytes longer = bytes;
  longer.push_back(0);
  EXPECT_FALSE(decode_chain(longer));
}

TEST(Certificate, RefusesChainsThatDontHoldTogether) {
  const PairingDevice first = make_device(1, "Maren", "laptop");
  const PairingDevice second = make_further_device(first, 2, "phone");
  const PairingDevice stranger = make_device(3, "Jonas", "phone");
  CertificateChain without_root{second.chain.back()};
  EXPECT_FALSE(check_chain(without_root));
  CertificateChain swapped{second.chain[1], second.chain[0]};
  EXPECT_FALSE(check_chain(swapped));
  CertificateChain of_two_persons{first.chain[0], stranger.chain[0]};
  EXPECT_FALSE(check_chain(of_two_persons));
  CertificateChain twice{first.chain[0], first.chain[0]};
  EXPECT_FALSE(check_chain(twice));
  EXPECT_FALSE(check_chain({}));
  // Signed by who isn't the one before.
  DeviceCertificate certificate = second.own();
  certificate.stream[0] ^= 1;
  EXPECT_FALSE(issue_certificate(first.chain, certificate, stranger.keys));
  // For another person.
  certificate = stranger.own();
  EXPECT_FALSE(issue_certificate(first.chain, certificate, first.keys));
}

TEST(Certificate, RefusesAKeyOrStreamThatTheChainHasAlready) {
  const PairingDevice first = make_device(1, "Maren", "laptop");
  const PairingDevice other = make_device(2, "Maren", "phone");
  for (const int what : {0, 1, 2}) {
    DeviceCertificate certificate = other.own();
    certificate.person = first.own().person;
    if (what == 0) certificate.stream = first.own().stream;
    if (what == 1) certificate.keys.sign = first.own().keys.sign;
    if (what == 2) certificate.keys.box = first.own().keys.box;
    EXPECT_FALSE(issue_certificate(first.chain, certificate, first.keys)) << what;
  }
}

TEST(Certificate, HasAtMostSixteenLinks) {
  PairingDevice last = make_device(1, "Maren", "device 1");
  for (std::uint64_t i = 2; i <= kCertificateChainLimit; ++i) last = make_further_device(last, i, "another");
  EXPECT_EQ(last.chain.size(), kCertificateChainLimit);
  DeviceCertificate one_more = make_device(99, "Maren", "one more").own();
  one_more.person = last.own().person;
  EXPECT_FALSE(issue_certificate(last.chain, one_more, last.keys));
}

TEST(Certificate, ChecksNames) {
  SeededRandom random(1);
  const DeviceKeys keys = DeviceKeys::make(random);
  const auto with = [&keys](std::string person, std::string device) {
    return check_certificate({Uuid{1}, Uuid{2}, std::move(person), std::move(device), keys.shown(), {}});
  };
  EXPECT_TRUE(with("Zoë", "Tablet im Flur"));
  EXPECT_TRUE(with(std::string(200, 'a'), "x"));
  EXPECT_FALSE(with(std::string(201, 'a'), "x"));
  EXPECT_FALSE(with("x", std::string(201, 'a')));
  EXPECT_FALSE(with("", "x"));
  EXPECT_FALSE(with("  ", "x"));
  EXPECT_FALSE(with("x", ""));
  EXPECT_FALSE(with("\xff", "x"));
  EXPECT_FALSE(with("a\nb", "x"));
  EXPECT_FALSE(with("a", std::string("b\0c", 3)));
}

TEST(Certificate, KeepsToTimesThatCanBeWritten) {
  SeededRandom random(1);
  const DeviceKeys keys = DeviceKeys::make(random);
  for (const std::int64_t ms : {std::int64_t{-1}, std::int64_t{1} << 48U, INT64_MAX, INT64_MIN})
    EXPECT_FALSE(check_certificate({Uuid{1}, Uuid{2}, "a", "b", keys.shown(), Instant(std::chrono::milliseconds(ms))}))
        << ms;
}

TEST(Certificate, BelongsToNobodyWhileItAsks) {
  SeededRandom random(1);
  const DeviceKeys keys = DeviceKeys::make(random);
  EXPECT_TRUE(check_certificate({Uuid{1}, Uuid{}, "", "phone", keys.shown(), {}}));
  EXPECT_FALSE(check_certificate({Uuid{1}, Uuid{}, "Maren", "phone", keys.shown(), {}}));
  EXPECT_FALSE(check_certificate({Uuid{}, Uuid{2}, "Maren", "phone", keys.shown(), {}}));
  const PairingDevice nobodys = make_device(4, "", "phone");
  DeviceCertificate other = make_device(5, "", "tablet").own();
  EXPECT_FALSE(issue_certificate(nobodys.chain, other, nobodys.keys)) << "nobody vouches for nobody";
}

TEST(Certificate, RefusesPointsThatAnybodyCouldUse) {
  SeededRandom random(1);
  const DeviceKeys keys = DeviceKeys::make(random);
  for (const PublicKey& point : test::low_order_x25519()) {
    PublicKeys shown = keys.shown();
    shown.box = point;
    EXPECT_FALSE(check_certificate({Uuid{1}, Uuid{2}, "a", "b", shown, {}})) << to_hex(point);
  }
  for (const PublicKey& point : test::low_order_ed25519()) {
    PublicKeys shown = keys.shown();
    shown.sign = point;
    EXPECT_FALSE(check_certificate({Uuid{1}, Uuid{2}, "a", "b", shown, {}})) << to_hex(point);
  }
}

TEST(SafetyNumber, IsTheSameOnBothSides) {
  const PairingDevice a = make_device(1, "Maren", "laptop");
  const PairingDevice b = make_device(2, "Jonas", "phone");
  const std::string number = safety_number(a.own(), b.own());
  EXPECT_EQ(number, safety_number(b.own(), a.own()));
  EXPECT_EQ(number.size(), 12U * 5 + 11);
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (i % 6 == 5) {
      EXPECT_EQ(number[i], ' ');
    } else {
      EXPECT_TRUE(number[i] >= '0' && number[i] <= '9');
    }
  }
}

TEST(SafetyNumber, FollowsFromKeysAndNotFromNames) {
  const PairingDevice a = make_device(1, "Maren", "laptop");
  const PairingDevice b = make_device(2, "Jonas", "phone");
  const std::string number = safety_number(a.own(), b.own());
  DeviceCertificate renamed = b.own();
  renamed.person_name = "Jo";
  EXPECT_EQ(safety_number(a.own(), renamed), number);
  for (const int what : {0, 1, 2, 3}) {
    DeviceCertificate other = b.own();
    if (what == 0) other.keys.sign[0] ^= 1;
    if (what == 1) other.keys.box[0] ^= 1;
    if (what == 2) other.stream[0] ^= 1;
    if (what == 3) other.person[0] ^= 1;
    EXPECT_NE(safety_number(a.own(), other), number) << what;
  }
}

RC_GTEST_PROP(SafetyNumber, DiffersForOtherDevices, (std::uint64_t one, std::uint64_t other, std::uint64_t third)) {
  RC_PRE(one != other && one != third && other != third);
  const auto a = make_device(one, "A", "a").own();
  const auto b = make_device(other, "B", "b").own();
  const auto c = make_device(third, "C", "c").own();
  RC_ASSERT(safety_number(a, b) == safety_number(b, a));
  RC_ASSERT(safety_number(a, b) != safety_number(a, c));
}

}  // namespace
}  // namespace kindling
