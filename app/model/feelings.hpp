// Words for feelings, each with its place on the mood grid, so that a mood suggests the words that lie near it. Our own
// table; tentative everyday words, no scale and no diagnosis. Constant data; any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "app/ui/strings.hpp"

namespace kindling::app {

struct Feeling {
  std::string_view word;    // a literal, to be translated where it is shown
  std::string_view family;  // the same
  int valence = 0;
  int energy = 0;
};

// What somebody may need: following from "I need".
struct Need {
  std::string_view word;
  std::string_view family;
};

// All words, by family.
[[nodiscard]] std::span<const Feeling> all_feelings() noexcept;
[[nodiscard]] std::span<const Need> all_needs() noexcept;
[[nodiscard]] std::string_view family_words(const ui::Strings& tr, const Feeling& feeling);
[[nodiscard]] std::string_view family_words(const ui::Strings& tr, const Need& need);

// The words nearest to a mood, nearest first.
[[nodiscard]] std::vector<std::string_view> feelings_near(int valence, int energy, std::size_t count);
// As it is shown: a word of the table in the reader's language, a person's own as it is.
[[nodiscard]] std::string_view feeling_words(const ui::Strings& tr, std::string_view word);
// Those that begin with what is typed, in any case.
[[nodiscard]] std::vector<std::string_view> feelings_like(std::string_view typed, std::size_t count);

// Those that hold what is typed.
[[nodiscard]] std::vector<std::string_view> needs_like(std::string_view typed, std::size_t count);

// What may be asked for with a check-in, as it is kept, and as it is shown.
[[nodiscard]] std::span<const std::string_view> needs() noexcept;
[[nodiscard]] std::string_view need_words(const ui::Strings& tr, std::string_view need);

}  // namespace kindling::app
