// A secret as words of the list, and back from what people type. Each word carries 11 bits; a checksum of one bit for
// each four bytes fills the last: 16 bytes are twelve words (128 + 4 bits), 32 bytes 24 words (256 + 8). A checksum
// belongs to a domain, so that words of one kind are hardly ever taken for those of another. Errors name the place of a
// word and never the word itself, which is part of a secret. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace kindling {

// What a secret is and how many words it takes.
struct SecretWordsKind {
  std::string_view domain;  // of the checksum; each is used for one kind of secret only
  std::size_t bytes = 16;   // 16 or 32
  [[nodiscard]] constexpr std::size_t words() const noexcept { return (bytes * 8 + bytes / 4) / 11; }
};

// Words with one space between. REQUIRES: secret.size() == kind.bytes.
[[nodiscard]] std::string to_words(const SecretWordsKind& kind, ByteView secret);

// Any case, any white space, commas, full stops, hyphens or numbers between; the first four letters of a word are
// enough. Fails with invalid: too few or too many words, a word that isn't in the list, or a checksum that doesn't fit.
[[nodiscard]] Result<Bytes> from_words(const SecretWordsKind& kind, std::string_view text);

// A word that can't be right, and what may have been meant, the likeliest first. The suggestions are as secret as the
// words.
struct DoubtfulWord {
  std::size_t place = 0;            // from 1
  std::vector<std::string> may_be;  // up to five
  friend bool operator==(const DoubtfulWord&, const DoubtfulWord&) = default;
};

// The words that aren't in the list, with the nearest that are. Where all are but the checksum doesn't fit: those that
// another word of one letter's difference would make right. Empty where nothing is wrong, or nothing can be said.
[[nodiscard]] std::vector<DoubtfulWord> doubtful_words(const SecretWordsKind& kind, std::string_view text);

}  // namespace kindling
