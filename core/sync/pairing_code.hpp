// The code that two devices meet with. It goes from one screen to the other by camera or by voice, never through the
// store, and holds 128 secret bits: the store itself is the patient attacker, so anything shorter could be tried out.
//
// What the text (QR) carries: purpose, `sid`, the secret `s`, a hash of the offering device's certificates, a hint of
// the store. What twelve words carry: `s` alone. So that words are worth as much as the QR, `s` commits to the rest:
//
//     s = BLAKE2b(purpose ‖ sid ‖ hash of the certificates, key = r), 16 bytes,  with r 32 random bytes.
//
// The offering device leaves a *card* on the store: r, sid and the hash, sealed under a key derived from s, in a folder
// whose name is derived from s. Therefore
// - only who knows s finds and reads the card: its folder's name and its key are BLAKE2b under s, 128 bits that
//   nobody can guess (a keyed hash under a random r of what isn't secret);
// - nobody can put another card there: who doesn't know s can't seal one; and even who does (a code read over
//   somebody's shoulder) would have to find other certificates and another r with the same s, a second preimage of 128
//   bits. The reader computes s again from what the card says, and refuses one that doesn't fit. So with words as with
//   the QR no other device can pass itself off as the one that offered, and the store learns nothing.
// What a code read over a shoulder does allow is to join in somebody's place, under their name. Against that stand: ten
// minutes, a code that is spent once two devices use it, the person who looks at name and device before anything is
// handed over, and, where the store is in league and holds back the right one's message, the safety number.
//
// Pairing two people and linking a device of one's own are told apart three times: by the text's beginning and
// checksum, by the checksum of the words (codes whose words would pass for the other kind are never made), and by
// `purpose` in every derived name and key. Value types, pure functions; any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/crypto/secret_words.hpp"
#include "core/ports/random.hpp"
#include "core/sync/certificate.hpp"

namespace kindling {

enum class PairingPurpose : std::uint8_t {
  couple = 1,      // two people
  own_device = 2,  // one more device of the same person; it also gets what is private
};

using PairingSecret = std::array<std::uint8_t, 16>;

inline constexpr std::size_t kStoreHintLimit = 200;       // bytes of UTF-8
inline constexpr std::size_t kPairingCardLimit = 1024;    // bytes of a card on the store
inline constexpr std::string_view kPairingCard = "card";  // its name within the pairing's folder

struct PairingCode {
  PairingPurpose purpose = PairingPurpose::couple;
  Uuid sid{};
  PairingSecret secret{};
  ChainHash offerer{};     // of the offering device's certificates
  std::string store_hint;  // where to look, e.g. a host; never a password. Empty from words.
  friend bool operator==(const PairingCode&, const PairingCode&) = default;
};

// A fresh code, and the card to put on the store.
struct NewPairingCode {
  PairingCode code;
  Bytes card;
};
// Fails with invalid for a hint that isn't one line of UTF-8 within its limit.
[[nodiscard]] Result<NewPairingCode> make_pairing_code(PairingPurpose purpose, const ChainHash& offerer,
                                                       std::string store_hint, Random& random);

// `kindling1:` (two people) or `kindling1-own:` (one's own device) and base32. In capitals it is the same code, and a
// smaller QR.
[[nodiscard]] std::string to_text(const PairingCode& code);
// Any case, with white space anywhere. Fails with invalid for a code of the other purpose, or one that is cut off or
// mistyped; with newer for one of a newer version.
[[nodiscard]] Result<PairingCode> parse_pairing_text(PairingPurpose purpose, std::string_view text);

[[nodiscard]] const SecretWordsKind& pairing_words_kind(PairingPurpose purpose) noexcept;
[[nodiscard]] std::string to_pairing_words(const PairingCode& code);
// Fails with invalid as from_words does, and for words of the other purpose. Which words may be wrong is what
// doubtful_words(pairing_words_kind(purpose), text) says.
[[nodiscard]] Result<PairingSecret> parse_pairing_words(PairingPurpose purpose, std::string_view text);

// The whole code of who has words, from the card. Fails with invalid where it isn't the card of this secret.
[[nodiscard]] Result<PairingCode> read_pairing_card(PairingPurpose purpose, const PairingSecret& secret, ByteView card);

// The folder on the store in which a pairing takes place: a plain name that says nothing to who doesn't know the
// secret.
[[nodiscard]] std::string pairing_folder(PairingPurpose purpose, const PairingSecret& secret);

}  // namespace kindling
