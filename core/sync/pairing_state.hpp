// How both sides of a pairing are put away between steps. For pairing_offer.cpp and pairing_join.cpp alone.
#pragma once

#include "core/codec/bounded_archive.hpp"
#include "core/sync/pairing.hpp"
#include "core/sync/pairing_wire.hpp"

namespace kindling::pairing {

inline constexpr std::uint8_t kStateVersion = 1;

struct CodeDto {
  PairingCode it;

  template <class Archive>
  void save(Archive& archive) const {
    archive(static_cast<std::uint8_t>(it.purpose), it.sid, it.secret, it.offerer, it.store_hint);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t purpose = 0;
    archive(purpose, it.sid, it.secret, it.offerer, it.store_hint);
    it.purpose = static_cast<PairingPurpose>(purpose);
    if (it.purpose != PairingPurpose::couple && it.purpose != PairingPurpose::own_device)
      throw cereal::Exception("purpose");
  }
};

struct KeyDto {
  SecretKey it;

  template <class Archive>
  void save(Archive& archive) const {
    archive(it.bytes());
  }
  template <class Archive>
  void load(Archive& archive) {
    std::array<std::uint8_t, SecretKey::kSize> bytes{};
    archive(bytes);
    it = SecretKey(bytes);
  }
};

// A chain that isn't known yet is empty bytes.
struct ChainStateDto {
  CertificateChain it;

  template <class Archive>
  void save(Archive& archive) const {
    archive(it.empty() ? Bytes() : encode_chain(it));
  }
  template <class Archive>
  void load(Archive& archive) {
    Bytes bytes;
    archive(bytes);
    if (bytes.empty()) return;
    auto chain = decode_chain(bytes);
    if (!chain) throw cereal::Exception("chain");
    it = std::move(*chain);
  }
};

inline std::int64_t ms_of(Instant time) { return std::int64_t{time.time_since_epoch().count()}; }

inline Session session_of(const PairingCode& code) { return {code.purpose, code.sid, code.secret}; }

// A clock may be set back a little while two people pair; one that goes back further is one that can't be trusted to
// tell when ten minutes are over.
inline bool is_outside(Instant begun, Instant now) {
  return now < begun - std::chrono::minutes(1) || now >= begun + kPairingTime;
}

inline Error too_late() { return invalid("the code is older than ten minutes; make a new one"); }
inline Error spent() { return invalid("this code is spent; make a new one"); }
inline Error seen_by_another() {
  return invalid("two devices used this code, so somebody else may have seen it; make a new one and show it to nobody");
}
inline Error payload_too_large() {
  return invalid("more is handed over than fits; at most " + std::to_string(kPairingPayloadLimit) + " bytes do");
}

}  // namespace kindling::pairing
