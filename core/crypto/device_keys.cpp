#include "core/crypto/device_keys.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>

namespace kindling {

static_assert(std::tuple_size_v<PublicKey> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<PublicKey> == crypto_box_curve25519xchacha20poly1305_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);
static_assert(SecretKey::kSize == crypto_sign_SEEDBYTES &&
              SecretKey::kSize == crypto_box_curve25519xchacha20poly1305_SEEDBYTES);

namespace {

constexpr std::size_t kBoxNonce = crypto_box_curve25519xchacha20poly1305_NONCEBYTES;
constexpr std::size_t kBoxTag = crypto_box_curve25519xchacha20poly1305_MACBYTES;

// Fails only on wrong lengths, which are constants here.
void require(int status) {
  if (status != 0) std::abort();
}

Bytes signed_bytes(std::string_view domain, ByteView message) {
  Bytes bytes;
  bytes.reserve(domain.size() + 1 + message.size());
  bytes.assign(domain.begin(), domain.end());
  bytes.push_back(0);
  bytes.insert(bytes.end(), message.begin(), message.end());
  return bytes;
}

// As libsodium's sealed boxes make it.
std::array<std::uint8_t, kBoxNonce> nonce_of_seal(ByteView ephemeral, ByteView receiver) {
  std::array<std::uint8_t, kBoxNonce> nonce{};
  crypto_generichash_state state;
  require(crypto_generichash_init(&state, nullptr, 0, nonce.size()));
  require(crypto_generichash_update(&state, ephemeral.data(), ephemeral.size()));
  require(crypto_generichash_update(&state, receiver.data(), receiver.size()));
  require(crypto_generichash_final(&state, nonce.data(), nonce.size()));
  return nonce;
}

}  // namespace

DeviceKeys::DeviceKeys(const SecretKey& sign_seed, const SecretKey& box_seed)
    : sign_seed_(sign_seed), box_seed_(box_seed) {
  require(crypto_sign_seed_keypair(shown_.sign.data(), sign_secret_.data(), sign_seed.bytes().data()));
  std::array<std::uint8_t, SecretKey::kSize> secret{};
  require(
      crypto_box_curve25519xchacha20poly1305_seed_keypair(shown_.box.data(), secret.data(), box_seed.bytes().data()));
  box_secret_ = SecretKey(secret);
  sodium_memzero(secret.data(), secret.size());
}

DeviceKeys::~DeviceKeys() { sodium_memzero(sign_secret_.data(), sign_secret_.size()); }

DeviceKeys DeviceKeys::make(Random& random) {
  const SecretKey sign_seed = SecretKey::random(random);
  return {sign_seed, SecretKey::random(random)};
}

Signature DeviceKeys::sign(std::string_view domain, ByteView message) const {
  const Bytes bytes = signed_bytes(domain, message);
  Signature signature{};
  require(crypto_sign_detached(signature.data(), nullptr, bytes.data(), bytes.size(), sign_secret_.data()));
  return signature;
}

bool is_signed_by(const PublicKey& key, std::string_view domain, ByteView message, const Signature& signature) {
  const Bytes bytes = signed_bytes(domain, message);
  return crypto_sign_verify_detached(signature.data(), bytes.data(), bytes.size(), key.data()) == 0;
}

std::optional<Bytes> seal_for(const PublicKey& box, ByteView plain, Random& random) {
  const DeviceKeys ephemeral = DeviceKeys::make(random);
  const auto shared = ephemeral.agree(box);
  if (!shared) return std::nullopt;
  const PublicKey& from = ephemeral.shown().box;
  Bytes sealed(from.begin(), from.end());
  sealed.resize(from.size() + kBoxTag + plain.size());
  const auto nonce = nonce_of_seal(from, box);
  require(crypto_box_curve25519xchacha20poly1305_easy_afternm(sealed.data() + from.size(), plain.data(), plain.size(),
                                                              nonce.data(), shared->bytes().data()));
  return sealed;
}

std::optional<Bytes> DeviceKeys::open_sealed_for_me(ByteView sealed) const {
  if (sealed.size() < shown_.box.size() + kBoxTag) return std::nullopt;
  PublicKey from{};
  std::copy_n(sealed.begin(), from.size(), from.begin());
  const auto shared = agree(from);
  if (!shared) return std::nullopt;
  const auto nonce = nonce_of_seal(from, shown_.box);
  Bytes plain(sealed.size() - from.size() - kBoxTag);
  const int status = crypto_box_curve25519xchacha20poly1305_open_easy_afternm(
      plain.data(), sealed.data() + from.size(), sealed.size() - from.size(), nonce.data(), shared->bytes().data());
  if (status != 0) return std::nullopt;
  return plain;
}

std::optional<SecretKey> DeviceKeys::agree(const PublicKey& other) const {
  std::array<std::uint8_t, SecretKey::kSize> shared{};
  const int status =
      crypto_box_curve25519xchacha20poly1305_beforenm(shared.data(), other.data(), box_secret_.bytes().data());
  const SecretKey key(shared);
  sodium_memzero(shared.data(), shared.size());
  if (status != 0) return std::nullopt;
  return key;
}

Hash hash_of(std::initializer_list<ByteView> parts, ByteView key) {
  Hash hash{};
  crypto_generichash_state state;
  require(crypto_generichash_init(&state, key.empty() ? nullptr : key.data(), key.size(), hash.size()));
  for (const ByteView part : parts) {
    std::array<std::uint8_t, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<std::uint8_t>(part.size() >> (8 * i));
    require(crypto_generichash_update(&state, length.data(), length.size()));
    if (!part.empty()) require(crypto_generichash_update(&state, part.data(), part.size()));
  }
  require(crypto_generichash_final(&state, hash.data(), hash.size()));
  return hash;
}

}  // namespace kindling
