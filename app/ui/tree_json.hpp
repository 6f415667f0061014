// The semantic tree as one JSON document: role, name, value, state, rectangle in dp, actions, children. What
// `kindling shot --tree` prints. Pure.
#pragma once

#include <string>

#include "app/ui/semantics.hpp"

namespace kindling::ui {

// `scale`: physical pixels a dp.
[[nodiscard]] std::string tree_json(const Tree& tree, float scale);

}  // namespace kindling::ui
