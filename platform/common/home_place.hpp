// Where a person's home is: named, or by the environment (KINDLING_HOME, then the XDG data folder). Reads only.
#pragma once

#include <optional>
#include <string>

#include "core/base/result.hpp"

namespace kindling {

// The value of an environment variable; nothing where it is unset or empty.
[[nodiscard]] std::optional<std::string> environment(const char* name);

// `named` is what --home says. Fails with invalid for an empty name, with failed where nothing tells a place.
[[nodiscard]] Result<std::string> home_place(const std::optional<std::string>& named);

}  // namespace kindling
