// By which name on the session's bus the agent of a home is known: one for each home.
#pragma once

#include <string>

namespace kindling {

[[nodiscard]] std::string agent_name(const std::string& home_folder);

}  // namespace kindling
