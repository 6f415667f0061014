// The programs beside this one, or on the path: kindling-window, which opens the window and draws pictures of it, and
// kindling-agent, so that the command line needn't load what they need. One thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "platform/cli/command.hpp"
#include "platform/cli/session.hpp"

namespace kindling::cli {

// Whether there is a display to open a window on, as far as the environment tells.
[[nodiscard]] bool display_is_there();

// The global options as they were given, for another of these programs; and one parameter as it was given.
[[nodiscard]] std::vector<std::string> shared_words(const Session& session);
void repeat(const Arguments& from, const Parameter& parameter, std::vector<std::string>& words);

// Becomes the program of that name. Returns only where it can't be started, with not_found or failed.
[[nodiscard]] Error become_program_beside(const std::string& name, const std::vector<std::string>& words);

// The same with kindling-window. Returns only where it can't be started, with not_found or failed.
[[nodiscard]] Error become_window_program(const std::vector<std::string>& words);

// Runs it and waits for its end. Fails as it does, with its sentence; with not_found where it isn't there.
[[nodiscard]] Result<void> run_window_program(const std::vector<std::string>& words);

}  // namespace kindling::cli
