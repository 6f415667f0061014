// Questions about names on the session's bus. Each waits for its answer, two seconds at most.
#pragma once

#include <sys/types.h>

#include <string>

#include "platform/linux/session_bus.hpp"

namespace kindling {

[[nodiscard]] bool has_owner(SessionBus& bus, const std::string& name);
// Whether the bus could start it.
[[nodiscard]] bool can_be_started(SessionBus& bus, const std::string& name);
// The process behind it; 0 where there is none.
[[nodiscard]] pid_t process_of(SessionBus& bus, const std::string& name);

}  // namespace kindling
