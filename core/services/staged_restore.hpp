// Records sealed under a home's own key: the copy that is kept before a restore, and the restore that is staged. Same
// thread as the home.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/base/time.hpp"
#include "core/crypto/envelope.hpp"

namespace kindling {

struct SealedCopy {
  Uuid id{};     // names this copy, so that each space takes it in once
  Instant made;  // when what it holds was backed up
  Bytes records;
};

[[nodiscard]] Bytes seal_copy(const SealedCopy& copy, const SecretKey& home_key, Random& random);
[[nodiscard]] bool is_sealed_copy(ByteView file) noexcept;
// Fails with invalid where it is damaged, with locked where it is another home's, with newer for a newer version.
[[nodiscard]] Result<SealedCopy> open_copy(ByteView file, const SecretKey& home_key);
// When it was made, as its header says. REQUIRES: is_sealed_copy(file).
[[nodiscard]] Result<Instant> made_of_copy(ByteView file);

}  // namespace kindling
