// How a node of the screen is said in ATK's terms: role, states, description, attributes, after the W3C's Core
// Accessibility API Mappings. Pure functions; any thread. Private to the screen reader's sources.
#pragma once

#include <atk/atk.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/ui/semantics.hpp"

namespace kindling {

[[nodiscard]] constexpr std::uint64_t state_bit(AtkStateType state) noexcept { return std::uint64_t{1} << state; }

[[nodiscard]] AtkRole role_of(const ui::Node& node) noexcept;
// A bit for each AtkStateType; without those that the window has of itself.
[[nodiscard]] std::uint64_t states_of(const ui::Node& node, bool focused) noexcept;
// What is known of it besides its name: the value, where ATK has no other place for it, then the hint.
[[nodiscard]] std::string description_of(const ui::Node& node);
// Names and values, as browsers give them: "level" of headings, "valuetext" of sliders, "xml-roles".
[[nodiscard]] std::vector<std::pair<std::string, std::string>> attributes_of(const ui::Node& node);

}  // namespace kindling
