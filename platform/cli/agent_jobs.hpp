// What `kindling agent …` does. Declared once and defined twice: in kindling-agent it is done, in `kindling` that
// program is started in place of this one, so that a short command needn't load what talks to the desktop's bus.
#pragma once

#include "platform/cli/arguments.hpp"
#include "platform/cli/session.hpp"

namespace kindling::cli {

[[nodiscard]] Result<void> run_agent(Session& session, const Arguments& arguments);
[[nodiscard]] Result<void> install_agent(Session& session, const Arguments& arguments);
[[nodiscard]] Result<void> remove_agent(Session& session, const Arguments& arguments);
[[nodiscard]] Result<void> show_agent_status(Session& session, const Arguments& arguments);
[[nodiscard]] Result<void> test_agent(Session& session, const Arguments& arguments);

}  // namespace kindling::cli
