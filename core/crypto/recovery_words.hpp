// A person's recovery seed: 32 random bytes that are written down once as 24 words, and with which a person who lost
// every device proves to be the same. The seed's own keys stand at the root of the person's certificates
// (core/sync/certificate.hpp): they issue the certificate of the first device and, after a loss, that of a new one.
// Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/crypto/device_keys.hpp"
#include "core/crypto/envelope.hpp"
#include "core/crypto/secret_words.hpp"

namespace kindling {

inline constexpr SecretWordsKind kRecoveryWords{"kindling/recovery/words/v1", SecretKey::kSize};

[[nodiscard]] std::string to_recovery_words(const SecretKey& seed);
// Fails as from_words does; doubtful_words(kRecoveryWords, text) says which word may be wrong.
[[nodiscard]] Result<SecretKey> parse_recovery_words(std::string_view text);

// The keys that the seed stands for. The same seed gives the same keys for ever.
[[nodiscard]] DeviceKeys recovery_keys(const SecretKey& seed);

}  // namespace kindling
