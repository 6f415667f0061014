// Softer wordings: what a flagged place is about, and how to say it as an I-statement with a request. The words are
// Kindling's own. Pure functions on the tokens of one text; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/talk/gentle_start.hpp"
#include "core/talk/speech_tokens.hpp"

namespace kindling::talk {

// "I don't feel heard" + " right now" + ", and I'd love to"; `request` is a question. Where the text itself says when
// ("when I talk about work"), that stands in place of `tail`.
struct Wording {
  std::string feeling;
  std::string tail;
  std::string wish;
  std::string request;
};

// A flagged place, in tokens.
struct Place {
  std::size_t first = 0;
  std::size_t core_end = 0;  // of the phrase itself
  std::size_t end = 0;       // of its clause
  HarshKind kind = HarshKind::always_never;
};

// The theme (listening, home, time …) that the words speak of, most of all; nullopt when they speak of none.
[[nodiscard]] std::optional<std::size_t> theme_of(std::span<const Token> tokens) noexcept;

// What to say about a place: by the feeling it names, by its theme, or by its kind.
[[nodiscard]] Wording wording_for(std::span<const Token> tokens, const Place& place);

// The suggestion that can stand in for a place.
[[nodiscard]] std::string suggestion_from(const Wording& wording);

// A sentence or two from one or two wordings: how it feels, then one request. `before` ("When I come home late, ") and
// `after` (" when I talk about work") are the writer's own words around the first, or empty.
[[nodiscard]] std::string gentle_from(std::span<const Wording> wordings, std::string_view before,
                                      std::string_view after);

}  // namespace kindling::talk
