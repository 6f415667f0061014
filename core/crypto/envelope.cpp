#include "core/crypto/envelope.hpp"

#include <sodium.h>

#include <cstdlib>

namespace kindling {

static_assert(SecretKey::kSize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kSealOverhead ==
              crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(sizeof(Salt) == crypto_pwhash_SALTBYTES);

namespace {

constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

// These calls fail only on wrong lengths, which are constants here: going on would be going on without encryption.
void require(int status) {
  if (status != 0) std::abort();
}

}  // namespace

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

SecretKey SecretKey::random(Random& random) {
  SecretKey key;
  random.fill(key.bytes_);
  return key;
}

SecretKey SecretKey::derive(std::string_view label) const {
  SecretKey key;
  const ByteView input = bytes_of(label);
  require(crypto_generichash(key.bytes_.data(), key.bytes_.size(), input.data(), input.size(), bytes_.data(),
                             bytes_.size()));
  return key;
}

Bytes seal(const SecretKey& key, ByteView context, ByteView plain, Random& random) {
  Bytes out(kNonceSize + plain.size() + kTagSize);
  random.fill(std::span(out).first(kNonceSize));
  require(crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + kNonceSize, nullptr, plain.data(), plain.size(),
                                                     context.data(), context.size(), nullptr, out.data(),
                                                     key.bytes().data()));
  return out;
}

std::optional<Bytes> open_sealed(const SecretKey& key, ByteView context, ByteView sealed) {
  if (sealed.size() < kSealOverhead) return std::nullopt;
  Bytes out(sealed.size() - kSealOverhead);
  const int status = crypto_aead_xchacha20poly1305_ietf_decrypt(
      out.data(), nullptr, nullptr, sealed.data() + kNonceSize, sealed.size() - kNonceSize, context.data(),
      context.size(), sealed.data(), key.bytes().data());
  if (status != 0) return std::nullopt;
  return out;
}

std::array<std::uint8_t, 32> digest(ByteView bytes) {
  std::array<std::uint8_t, 32> out{};
  require(crypto_generichash(out.data(), out.size(), bytes.data(), bytes.size(), nullptr, 0));
  return out;
}

Result<SecretKey> key_from_passphrase(std::string_view passphrase, const Salt& salt, const PassphraseCost& cost) {
  std::array<std::uint8_t, SecretKey::kSize> bytes{};
  const int status =
      crypto_pwhash(bytes.data(), bytes.size(), passphrase.data(), passphrase.size(), salt.data(), cost.operations,
                    static_cast<std::size_t>(cost.memory_bytes), crypto_pwhash_ALG_ARGON2ID13);
  if (status != 0)
    return failed("there isn't enough memory to check the passphrase; close some programs and try again");
  SecretKey key(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

}  // namespace kindling
