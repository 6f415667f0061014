// Keys and sealed bytes, thin and typed over libsodium: XChaCha20-Poly1305 (IETF construction) for sealing, keyed
// BLAKE2b for deriving, Argon2id for passphrases. Randomness comes through the port. Value types; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/ports/random.hpp"

namespace kindling {

// 32 secret bytes; wiped when it goes.
class SecretKey {
 public:
  static constexpr std::size_t kSize = 32;

  SecretKey() = default;
  explicit SecretKey(const std::array<std::uint8_t, kSize>& bytes) : bytes_(bytes) {}
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;
  ~SecretKey();

  [[nodiscard]] static SecretKey random(Random& random);
  [[nodiscard]] const std::array<std::uint8_t, kSize>& bytes() const noexcept { return bytes_; }

  // A key for one purpose: BLAKE2b-256 of `label` under this key. Each label is used for one purpose only.
  [[nodiscard]] SecretKey derive(std::string_view label) const;

 private:
  std::array<std::uint8_t, kSize> bytes_{};
};

inline constexpr std::size_t kSealOverhead = 24 + 16;  // nonce and tag

// nonce | ciphertext | tag. `context` is authenticated and has to be the same when opening.
[[nodiscard]] Bytes seal(const SecretKey& key, ByteView context, ByteView plain, Random& random);
// Nothing where the key or the context is another one, or the bytes were changed.
[[nodiscard]] std::optional<Bytes> open_sealed(const SecretKey& key, ByteView context, ByteView sealed);

// 32 bytes of BLAKE2b: for names and comparisons, not for secrets.
[[nodiscard]] std::array<std::uint8_t, 32> digest(ByteView bytes);

using Salt = std::array<std::uint8_t, 16>;

// What Argon2id may cost. libsodium's MODERATE level (256 MiB, about 0.7 s on a desktop) unless a test asks for less.
struct PassphraseCost {
  std::uint64_t operations = 3;
  std::uint64_t memory_bytes = 268'435'456;
  friend bool operator==(const PassphraseCost&, const PassphraseCost&) = default;
};

// Fails where the memory can't be had.
[[nodiscard]] Result<SecretKey> key_from_passphrase(std::string_view passphrase, const Salt& salt,
                                                    const PassphraseCost& cost);

}  // namespace kindling
