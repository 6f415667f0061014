// Devices of two persons, and two of them that pair: everything follows from a seed.
#pragma once

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "core/sync/pairing.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling::test {

inline const Instant kPairingBegin{std::chrono::milliseconds(1'796'000'000'000)};  // late in 2026

struct PairingDevice {
  DeviceKeys keys;
  CertificateChain chain;
  [[nodiscard]] const DeviceCertificate& own() const { return chain.back().certificate; }
};

// The value, or the end of the test program.
template <class T>
T must(Result<T> result) {
  if (!result) std::abort();
  return std::move(*result);
}
inline void must(const Result<void>& result) {
  if (!result) std::abort();
}

inline Uuid uuid_of(Random& random) {
  Uuid id{};
  random.fill(id);
  return id;
}

// A first device of somebody; nobody's where `person` is empty.
inline PairingDevice make_device(std::uint64_t seed, const std::string& person, const std::string& device) {
  SeededRandom random(seed);
  DeviceKeys keys = DeviceKeys::make(random);
  const Uuid stream = uuid_of(random);
  const Uuid whose = person.empty() ? Uuid{} : uuid_of(random);
  const DeviceCertificate certificate{stream, whose, person, device, keys.shown(), kPairingBegin};
  return {keys, {must(sign_own_certificate(certificate, keys))}};
}

// One more device of the same person, vouched for by the last of `issuer`.
inline PairingDevice make_further_device(const PairingDevice& issuer, std::uint64_t seed, const std::string& device) {
  SeededRandom random(seed);
  DeviceKeys keys = DeviceKeys::make(random);
  DeviceCertificate certificate = issuer.own();
  certificate.stream = uuid_of(random);
  certificate.device_name = device;
  certificate.keys = keys.shown();
  return {keys, must(issue_certificate(issuer.chain, certificate, issuer.keys))};
}

// A whole pairing, step by step. `after_each` puts both sides through whatever a test wants between steps.
struct PairingWorld {
  explicit PairingWorld(PairingPurpose purpose, std::uint64_t seed = 1)
      : random(seed),
        a(make_device(100, "Maren Sommer", "Maren's laptop")),
        b(purpose == PairingPurpose::couple ? make_device(200, "Jonas Winter", "Jonas' phone")
                                            : make_device(200, "", "Maren's phone")),
        offer(must(PairingOffer::begin(purpose, a.chain, "cloud.example.org", kPairingBegin, random))),
        join(must(PairingJoin::begin(offer.code(), b.chain, kPairingBegin, random))) {}

  void to_asked() { must(offer.take_first(join.first(), kPairingBegin, random)); }
  void to_met() {
    to_asked();
    must(join.take_second(offer.second(), kPairingBegin));
  }
  void to_confirmed() {
    to_met();
    must(offer.confirm(bytes_of(kGiven), a.keys, kPairingBegin, random));
  }
  void to_granted() {
    to_confirmed();
    must(join.take_third(offer.third()));
  }
  void to_finished() {
    to_granted();
    must(join.finish(bytes_of(kAnswered), b.keys, random));
  }

  static constexpr std::string_view kGiven = "space, epoch keys, members and heads";
  static constexpr std::string_view kAnswered = "heads of the joiner";

  SeededRandom random;
  PairingDevice a;
  PairingDevice b;
  PairingOffer offer;
  PairingJoin join;
};

inline bool contains(ByteView whole, ByteView part) {
  return text_of(whole).find(text_of(part)) != std::string_view::npos;
}

}  // namespace kindling::test
