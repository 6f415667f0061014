// Text as it comes from people and files: valid UTF-8, within limits, free of control characters. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace kindling {

inline constexpr std::size_t kTitleLimit = 200;    // characters (code points)
inline constexpr std::size_t kNoteLimit = 10'000;  // characters (code points)

[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

// The number of code points. REQUIRES: is_valid_utf8(text).
[[nodiscard]] std::size_t count_characters(std::string_view text) noexcept;

// A single line: not empty or blank, valid UTF-8, at most kTitleLimit characters, no control characters.
// `what` names the thing in the error, e.g. "a title".
[[nodiscard]] Result<void> check_title(std::string_view text, std::string_view what);

// As check_title, but may be empty, have line breaks and tabs, and hold `limit` characters.
[[nodiscard]] Result<void> check_note(std::string_view text, std::string_view what, std::size_t limit = kNoteLimit);

// Lower-case for comparing and searching: ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic letters; others stay.
[[nodiscard]] std::string fold_case(std::string_view text);

// Without white space at both ends (space, tab, line breaks).
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

}  // namespace kindling
