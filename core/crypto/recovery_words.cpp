#include "core/crypto/recovery_words.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace kindling {

std::string to_recovery_words(const SecretKey& seed) { return to_words(kRecoveryWords, seed.bytes()); }

Result<SecretKey> parse_recovery_words(std::string_view text) {
  auto read = from_words(kRecoveryWords, text);
  if (!read) return read.error();
  std::array<std::uint8_t, SecretKey::kSize> bytes{};
  std::copy(read->begin(), read->end(), bytes.begin());
  const SecretKey seed(bytes);
  sodium_memzero(read->data(), read->size());
  sodium_memzero(bytes.data(), bytes.size());
  return seed;
}

DeviceKeys recovery_keys(const SecretKey& seed) {
  return {seed.derive("kindling/recovery/sign/v1"), seed.derive("kindling/recovery/box/v1")};
}

}  // namespace kindling
