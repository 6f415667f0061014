// Two devices meet over a store that nobody trusts, with a code that went from screen to screen (pairing_code.hpp):
//
//     who joins → who offers   m1  the joiner's certificates, a key made for this pairing
//     who offers → who joins   m2  the offerer's certificates, its key, hash of m1
//     who offers → who joins   m3  what the engine hands over (space, keys, members, heads), signed
//     who joins → who offers   m4  what the engine answers, signed
//
// Each side is a value that takes bytes and gives bytes: no store, no clock, no files. It can be encoded and put away
// after every step, and goes on from there with the very same bytes to publish; so save the value first, publish then.
// The encoding holds secrets: seal it before it lies anywhere. Taking the same message again changes nothing and
// succeeds.
//
// - The joiner checks the offerer's certificates against the code. The offerer shows the joiner's name and device, and
//   hands nothing over before a person confirmed.
// - A message that isn't of this pairing (the store can put anything there) fails and changes nothing. A second m1 that
//   differs, made by who knows the code, ends the pairing before anything is handed over: the code is spent. One that
//   comes later is reported by `was_used_twice`: compare safety numbers then.
// - A code can be joined and confirmed for ten minutes. What was confirmed in time may arrive later: m3 and m4 belong
//   to the one conversation that was confirmed, and to keys that only its two devices have.
// - Signatures cover all messages before, so that neither side can be led to believe in another conversation; keys made
//   for one pairing are forgotten when it ends, so that a code or a device found later opens none of it.
//
// The payloads are the engine's. For a device of one's own, m3's also holds the chain that issue_certificate makes for
// the joiner, whose own certificate names no person yet.
//
// One thread for each value.
#pragma once

#include <chrono>
#include <optional>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/time.hpp"
#include "core/crypto/device_keys.hpp"
#include "core/crypto/envelope.hpp"
#include "core/ports/random.hpp"
#include "core/sync/certificate.hpp"
#include "core/sync/pairing_code.hpp"

namespace kindling {

inline constexpr std::chrono::minutes kPairingTime{10};
inline constexpr std::size_t kPairingPayloadLimit = 60 * 1024;  // bytes that the engine may hand over
inline constexpr std::size_t kPairingMessageLimit = 64 * 1024;  // bytes of a message on the store

// The side that shows the code.
class PairingOffer {
 public:
  enum class Step : std::uint8_t {
    waiting = 1,  // for m1
    asked = 2,    // m2 goes out; a person looks at who it is
    granted = 3,  // m3 goes out
    done = 4,
    over = 5,  // spent, declined or too late
  };

  // Fails with invalid where the certificates don't hold or the hint isn't one. `mine` ends with this device.
  [[nodiscard]] static Result<PairingOffer> begin(PairingPurpose purpose, const CertificateChain& mine,
                                                  std::string store_hint, Instant now, Random& random);

  [[nodiscard]] Step step() const noexcept { return step_; }
  [[nodiscard]] const PairingCode& code() const noexcept {
    return code_;
  }  // without its secret once it is over or done
  [[nodiscard]] Instant ends() const noexcept { return begun_ + kPairingTime; }
  [[nodiscard]] bool was_used_twice() const noexcept { return used_twice_; }
  [[nodiscard]] const CertificateChain& joiner() const noexcept { return joiner_; }  // empty while waiting

  // What to put on the store; empty before and after its time.
  [[nodiscard]] const Bytes& card() const noexcept { return card_; }
  [[nodiscard]] const Bytes& second() const noexcept { return second_; }
  [[nodiscard]] const Bytes& third() const noexcept { return third_; }

  // m1. Ends the pairing where it is a different one than before, or too late.
  [[nodiscard]] Result<void> take_first(ByteView message, Instant now, Random& random);
  // A person said that this is the device meant. The first payload counts: confirming again changes nothing. Ends the
  // pairing where it is too late. REQUIRES: `me` are the keys of the last of `mine`.
  [[nodiscard]] Result<void> confirm(ByteView payload, const DeviceKeys& me, Instant now, Random& random);
  // A person said that it isn't, or wants no pairing any more. Nothing happens once it was confirmed.
  void decline();
  // m4: gives the joiner's payload. May be taken again.
  [[nodiscard]] Result<Bytes> take_fourth(ByteView message);

  [[nodiscard]] Bytes encode() const;
  [[nodiscard]] static std::optional<PairingOffer> decode(ByteView bytes);

 private:
  struct Codec;
  [[nodiscard]] bool is_too_late(Instant now) const;
  void end(Step step);

  Step step_ = Step::waiting;
  bool used_twice_ = false;
  Instant begun_;
  PairingCode code_;
  Bytes card_;
  CertificateChain mine_;
  SecretKey ephemeral_;
  CertificateChain joiner_;
  Hash first_hash_{};
  SecretKey key_;  // K
  Bytes second_;
  Bytes third_;
  Hash fourth_hash_{};
  Bytes received_;  // m4's payload
};

// The side that was given the code.
class PairingJoin {
 public:
  enum class Step : std::uint8_t {
    waiting = 1,  // m1 goes out, for m2
    met = 2,      // the offerer is who the code says; for m3
    granted = 3,  // m3 is there; the engine takes what it holds
    done = 4,     // m4 goes out
    over = 5,     // spent or too late
  };

  [[nodiscard]] static Result<PairingJoin> begin(const PairingCode& code, const CertificateChain& mine, Instant now,
                                                 Random& random);

  [[nodiscard]] Step step() const noexcept { return step_; }
  [[nodiscard]] const PairingCode& code() const noexcept {
    return code_;
  }  // without its secret once it is over or done
  [[nodiscard]] Instant ends() const noexcept { return begun_ + kPairingTime; }
  [[nodiscard]] const CertificateChain& offerer() const noexcept { return offerer_; }  // empty while waiting
  [[nodiscard]] const Bytes& payload() const noexcept { return received_; }            // m3's, while granted

  // What to put on the store; empty before and after its time.
  [[nodiscard]] const Bytes& first() const noexcept { return first_; }
  [[nodiscard]] const Bytes& fourth() const noexcept { return fourth_; }

  // m2. Fails where its certificates aren't those of the code. Ends the pairing where it is too late, or where it is a
  // different one than before.
  [[nodiscard]] Result<void> take_second(ByteView message, Instant now);
  // m3; what it holds is payload() from then on.
  [[nodiscard]] Result<void> take_third(ByteView message);
  // The engine has what it was given, safely. The first payload counts. REQUIRES: `me` are the keys of the last of
  // `mine`.
  [[nodiscard]] Result<void> finish(ByteView payload, const DeviceKeys& me, Random& random);
  // A person wants no pairing any more. Nothing happens once m3 is there.
  void give_up();

  [[nodiscard]] Bytes encode() const;
  [[nodiscard]] static std::optional<PairingJoin> decode(ByteView bytes);

 private:
  struct Codec;
  [[nodiscard]] bool is_too_late(Instant now) const;
  void end(Step step);

  Step step_ = Step::waiting;
  Instant begun_;
  PairingCode code_;
  CertificateChain mine_;
  SecretKey ephemeral_;
  Bytes first_;
  CertificateChain offerer_;
  Hash second_hash_{};
  SecretKey key_;  // K
  Hash third_hash_{};
  Bytes received_;  // m3's payload
  Bytes fourth_;
};

}  // namespace kindling
