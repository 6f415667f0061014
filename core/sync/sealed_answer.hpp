// "Answer first, then see": two people answer the same question, and neither reads the other's answer before their own
// is fixed. Each publishes a COMMIT, which hides and fixes the answer; then, with a COMMIT of the partner at hand, a
// REVEAL, which holds the key to one's own and names the partner's.
//
//     ctx = "qa/v1" ‖ space ‖ question ‖ round ‖ person
//     c   = XChaCha20-Poly1305(k, n, answer padded to 256, 1,024 or 4,096 bytes, AAD = ctx)
//     C   = BLAKE2b(ctx ‖ k ‖ n ‖ c)           COMMIT {round, n, c, C}       REVEAL {round, k, H(partner's COMMIT)}
//
// The AEAD alone would open under more than one key; C lets it be one. The context makes a COMMIT worthless for another
// question, round, space or person, so it can't be copied and handed in as one's own. **Only the COMMIT that my REVEAL
// names counts as answered first**: else one could commit to anything, read, and then open a second COMMIT written
// afterwards; `open_first_answer` opens no other. Longer answers are padded to whole 4,096 bytes.
//
// It can't be helped that who opens second may never open; but they can't change what they said. `k` stays in Self
// until it is revealed. Value types, pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/crypto/device_keys.hpp"
#include "core/crypto/envelope.hpp"

namespace kindling {

inline constexpr std::size_t kAnswerLimit = 40'000;     // bytes of UTF-8: 10,000 characters of any script
inline constexpr std::size_t kQuestionIdLimit = 200;    // bytes
inline constexpr std::size_t kCommitLimit = 45 * 1024;  // bytes of an encoded COMMIT

// What a COMMIT and a REVEAL belong to. `person` is who answers.
struct AnswerContext {
  Uuid space{};
  std::string question;  // id of the prompt
  std::uint32_t round = 0;
  Uuid person{};
  friend bool operator==(const AnswerContext&, const AnswerContext&) = default;
};

struct SealedAnswer {
  SecretKey key;  // to be kept, and shown to nobody before the partner's COMMIT is there
  Bytes commit;   // to be published
};

// Fails with invalid for text that is empty, no UTF-8 or over the limit.
[[nodiscard]] Result<SealedAnswer> seal_answer(const AnswerContext& mine, std::string_view text, Random& random);

// Whether these bytes are a COMMIT of that context. What it says can't be known yet. Fails with invalid.
[[nodiscard]] Result<void> check_commit(const AnswerContext& context, ByteView commit);

// My REVEAL, pinned to the COMMIT of my partner. Fails with invalid where that isn't a COMMIT of theirs, is for another
// question or round, or by me. REQUIRES: `key` belongs to my COMMIT.
[[nodiscard]] Result<Bytes> reveal_answer(const AnswerContext& mine, const SecretKey& key, const AnswerContext& theirs,
                                          ByteView their_commit);

// Whether a REVEAL by `revealing` names this COMMIT by `committing`.
[[nodiscard]] bool names_commit(const AnswerContext& revealing, ByteView reveal, const AnswerContext& committing,
                                ByteView commit);

// What the partner said, if they said it before they could read mine: the COMMIT has to be the one that my REVEAL
// names. Fails with invalid.
[[nodiscard]] Result<std::string> open_first_answer(const AnswerContext& mine, ByteView my_reveal,
                                                    const AnswerContext& theirs, ByteView their_commit,
                                                    ByteView their_reveal);

// My own, from the key that I keep. Fails with invalid.
[[nodiscard]] Result<std::string> open_own_answer(const AnswerContext& mine, const SecretKey& key, ByteView commit);

}  // namespace kindling
