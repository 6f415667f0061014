// A mood in one or two English words: what the command line prints. Pure; any thread.
#pragma once

#include <string_view>

namespace kindling {

// "calm", "very tense", "in between", by the two axes of a check-in; values beyond their ends count as the ends.
[[nodiscard]] std::string_view mood_words(int valence, int energy) noexcept;

}  // namespace kindling
