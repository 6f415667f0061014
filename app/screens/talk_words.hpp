// The words of Talk that stand for names of the core: decks, depths, situations, kinds of harsh starts; and the words
// that its chips offer. Pure; one thread.
#pragma once

#include <array>
#include <string_view>

#include "app/ui/icons.hpp"
#include "app/ui/strings.hpp"
#include "core/talk/gentle_start.hpp"

namespace kindling::app {

// Of a deck that isn't known: its own name.
[[nodiscard]] std::string_view deck_label(const ui::Strings& tr, std::string_view deck);
[[nodiscard]] ui::Icon deck_icon(std::string_view deck);
// 1..5: "Light" … "Deep".
[[nodiscard]] std::string_view depth_label(const ui::Strings& tr, int depth);
[[nodiscard]] std::string_view situation_label(const ui::Strings& tr, std::string_view situation);

// One kind line on why such a start may hurt.
[[nodiscard]] std::string_view kind_line(const ui::Strings& tr, HarshKind kind);

// What would make a request easier to say yes to. REQUIRES: not RequestHint::none.
[[nodiscard]] std::string_view request_line(const ui::Strings& tr, RequestHint hint);

[[nodiscard]] std::array<std::string_view, 8> common_feelings(const ui::Strings& tr);
[[nodiscard]] std::array<std::string_view, 6> common_needs(const ui::Strings& tr);

}  // namespace kindling::app
