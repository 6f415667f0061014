// The program with the window, kindling-window, which lies beside this one or on the path: it opens the window and
// draws pictures of it, so that the command line needn't load what they need. One thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace kindling::cli {

// Whether there is a display to open a window on, as far as the environment tells.
[[nodiscard]] bool display_is_there();

// Becomes that program. Returns only where it can't be started, with not_found or failed.
[[nodiscard]] Error become_window_program(const std::vector<std::string>& words);

// Runs it and waits for its end. Fails as it does, with its sentence; with not_found where it isn't there.
[[nodiscard]] Result<void> run_window_program(const std::vector<std::string>& words);

}  // namespace kindling::cli
