// The four messages of a pairing as bytes, and the keys that seal them. For pairing_offer.cpp, pairing_join.cpp and
// those who test them: what is written here decides nothing. On the store a message is
//
//     version | nonce | XChaCha20-Poly1305(key, AAD = domain of purpose and step ‖ sid; length ‖ body ‖ zeros) | tag
//
// padded to a multiple of 512 bytes, so that sizes don't tell how long names are. m1 and m2 are sealed under Ks, which
// follows from the code; m3 and m4 under K, which also takes X25519 of the two keys made for this one pairing, and both
// messages before. Pure functions; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/crypto/device_keys.hpp"
#include "core/crypto/envelope.hpp"
#include "core/sync/certificate.hpp"
#include "core/sync/pairing_code.hpp"

namespace kindling::pairing {

enum class Step : std::uint8_t { first = 1, second = 2, third = 3, fourth = 4 };

// Whose conversation it is: what every derived key and signature is bound to.
struct Session {
  PairingPurpose purpose = PairingPurpose::couple;
  Uuid sid{};
  PairingSecret secret{};
};

struct Hello {  // m1, from who joins
  Bytes chain;
  PublicKey ephemeral{};
};
struct Reply {  // m2, from who offers
  Bytes chain;
  PublicKey ephemeral{};
  Hash first{};  // of m1
};
struct Closing {  // m3 from who offers, m4 from who joins
  Bytes payload;
  Signature signature{};
};

[[nodiscard]] Bytes encode(const Hello& body);
[[nodiscard]] Bytes encode(const Reply& body);
[[nodiscard]] Bytes encode(const Closing& body);
[[nodiscard]] std::optional<Hello> decode_hello(ByteView body);
[[nodiscard]] std::optional<Reply> decode_reply(ByteView body);
[[nodiscard]] std::optional<Closing> decode_closing(ByteView body);

// Ks.
[[nodiscard]] SecretKey first_key(const Session& session);
// K. `shared` is what both ephemeral keys agree on.
[[nodiscard]] SecretKey session_key(const Session& session, const Hash& first, const Hash& second,
                                    const SecretKey& shared);

[[nodiscard]] Bytes seal_message(const Session& session, Step step, const SecretKey& key, ByteView body,
                                 Random& random);
// The body. Fails with newer for a message of a newer version, with invalid for anything else that isn't of this
// session, step and key.
[[nodiscard]] Result<Bytes> open_message(const Session& session, Step step, const SecretKey& key, ByteView message);

// What later messages call an earlier one.
[[nodiscard]] Hash hash_of_message(const Session& session, Step step, ByteView message);

// What m3 (before: m1, m2) and m4 (before: m1, m2, m3) sign, and under which domain.
[[nodiscard]] Bytes signed_bytes(const Session& session, std::initializer_list<Hash> before, ByteView payload);
[[nodiscard]] std::string_view signing_domain(PairingPurpose purpose, Step step) noexcept;

// Keys that are used for one pairing and forgotten with it.
[[nodiscard]] DeviceKeys ephemeral_keys(const SecretKey& seed);

// Whether these two may meet: two persons, or a device of a person and one that isn't anybody's yet; no key shared.
[[nodiscard]] Result<void> check_meeting(PairingPurpose purpose, const CertificateChain& offering,
                                         const CertificateChain& joining);

[[nodiscard]] Error not_of_this_pairing();
[[nodiscard]] Error out_of_turn();

}  // namespace kindling::pairing
