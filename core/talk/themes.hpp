// What couples' hard talks are about, with the words that tell and a wording for each. Constant data.
#pragma once

#include <span>
#include <string_view>

#include "core/talk/gentle_start.hpp"

namespace kindling::talk {

struct Theme {
  std::string_view words;    // with blanks between them
  std::string_view feeling;  // "I don't feel heard"
  std::string_view tail;     // " right now"
  std::string_view wish;     // ", and I'd love to"
  std::string_view request;  // "Could we … ?"
};

// What "you make me feel invisible" says about the one who says it.
struct NamedFeeling {
  std::string_view words;
  std::string_view feeling;
};

[[nodiscard]] std::span<const Theme> themes() noexcept;
[[nodiscard]] std::span<const NamedFeeling> named_feelings() noexcept;

// The wording for a kind where no theme shows. REQUIRES: kind != HarshKind::safety.
[[nodiscard]] const Theme& wording_of_kind(HarshKind kind) noexcept;

}  // namespace kindling::talk
