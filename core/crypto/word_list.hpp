// The words that secrets are read aloud and written down with: 2,048 of them, in the order of the alphabet, 3 to 8
// lower-case letters. The first four letters tell each from all others (a word of three letters is itself); none sounds
// like another word, has two spellings, or is sad, rude or frightening: two people read them to each other. The list
// never changes, for what was written down has to be read ten years later. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kindling {

inline constexpr std::size_t kWordCount = 2048;    // 11 bits each
inline constexpr std::size_t kTellingLetters = 4;  // that many at the start are enough

// REQUIRES: index < kWordCount.
[[nodiscard]] std::string_view word_at(std::size_t index);

// Where a word stands: the whole of it, or its first four letters, in lower case. Nothing where it isn't in the list.
[[nodiscard]] std::optional<std::size_t> index_of_word(std::string_view word);

}  // namespace kindling
