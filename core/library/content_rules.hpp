// What a piece of content may say: the words and numbers of assets/content/README.md, for everyone who reads or checks
// it. Pure; any thread.
#pragma once

#include <span>
#include <string_view>

#include "core/domain/settings.hpp"
#include "core/library/content.hpp"

namespace kindling {

inline constexpr std::size_t kContentTextLimit = 400;       // bytes
inline constexpr std::size_t kContentShortTextLimit = 200;  // bytes, of prompts and replies
inline constexpr std::size_t kContentParagraphLimit = 700;  // bytes, of an article
inline constexpr int kLongestContentMinutes = 4320;
inline constexpr int kAdultComfort = 5;  // from here on content is for adults

// The deck that is shown only where both partners have switched adult content on, whatever its comfort.
inline constexpr std::string_view kIntimacyDeck = "intimacy";

// The deck of own cards that were put into no other.
inline constexpr std::string_view kOwnDeck = "own";

// The decks or groups of a kind, in the order in which people meet them: the light ones first.
[[nodiscard]] std::span<const std::string_view> categories_of(ContentKind kind) noexcept;

// Whose ceiling a piece has to stay below. Of a session by its step.
[[nodiscard]] ComfortKind comfort_kind(const Content& content) noexcept;

// The name of the first number that is out of its range ("minutes"), or nothing. Own ideas obey the same ranges.
[[nodiscard]] std::string_view number_out_of_range(const Content& content) noexcept;

}  // namespace kindling
