// The screens by the names that pictures, tests and `kindling shot` ask for: "today", "settings", "sheet-reminder" …
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/model/intent.hpp"

namespace kindling::app {

// None where there is no such screen, or no way leads to it: the lock and the first run (see App::show).
[[nodiscard]] std::optional<Intent> way_to(std::string_view screen);
// Whether somebody outside may ask a window for it: all that a way leads to, but for hiding, which would also show
// again.
[[nodiscard]] bool may_be_called(std::string_view screen);
// Of all that App::show knows.
[[nodiscard]] std::vector<std::string_view> screen_names();

}  // namespace kindling::app
