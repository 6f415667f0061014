// A device's own keys, over libsodium: Ed25519 to sign what it publishes, X25519 to be given keys and to agree on one.
// Made on the device, kept outside every database and backup. Points that anybody could have made useless (all zero,
// low order) are refused wherever one comes in. Value types; any thread.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/crypto/envelope.hpp"
#include "core/ports/random.hpp"

namespace kindling {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

// Who a device is to others.
struct PublicKeys {
  PublicKey sign{};
  PublicKey box{};
  friend auto operator<=>(const PublicKeys&, const PublicKeys&) = default;
};

class DeviceKeys {
 public:
  [[nodiscard]] static DeviceKeys make(Random& random);
  // The same keys from their two seeds.
  DeviceKeys(const SecretKey& sign_seed, const SecretKey& box_seed);
  DeviceKeys(const DeviceKeys&) = default;
  DeviceKeys& operator=(const DeviceKeys&) = default;
  ~DeviceKeys();

  [[nodiscard]] const SecretKey& sign_seed() const noexcept { return sign_seed_; }
  [[nodiscard]] const SecretKey& box_seed() const noexcept { return box_seed_; }
  [[nodiscard]] const PublicKeys& shown() const noexcept { return shown_; }

  // `domain` names what is signed; each is used for one kind of message only.
  [[nodiscard]] Signature sign(std::string_view domain, ByteView message) const;
  // What seal_for sealed for this device. Nothing where it was for another, or was changed.
  [[nodiscard]] std::optional<Bytes> open_sealed_for_me(ByteView sealed) const;
  // The secret that this device and the holder of `other` both come to (X25519). Nothing for a point of low order.
  [[nodiscard]] std::optional<SecretKey> agree(const PublicKey& other) const;

 private:
  SecretKey sign_seed_;
  SecretKey box_seed_;
  std::array<std::uint8_t, 64> sign_secret_{};
  SecretKey box_secret_;
  PublicKeys shown_;
};

[[nodiscard]] bool is_signed_by(const PublicKey& key, std::string_view domain, ByteView message,
                                const Signature& signature);

// For the holder of `box` alone, from nobody in particular: libsodium's
// crypto_box_curve25519xchacha20poly1305_seal, with the port's randomness. Nothing for a point of low order.
[[nodiscard]] std::optional<Bytes> seal_for(const PublicKey& box, ByteView plain, Random& random);

// BLAKE2b-256 of `parts`, one after the other, each preceded by its length (8 bytes), under `key` where it isn't empty.
using Hash = std::array<std::uint8_t, 32>;
[[nodiscard]] Hash hash_of(std::initializer_list<ByteView> parts, ByteView key = {});

}  // namespace kindling
