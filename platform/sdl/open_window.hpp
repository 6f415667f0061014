// The program's window from its opening to its end. One thread.
#pragma once

#include "platform/sdl/launch.hpp"

namespace kindling {

// Returns once the window is closed, or at once where another program has a window on the same home: that one comes to
// the front then. `screen` is what either of them shows, by one of app::screen_names(); empty: Today, or what is there.
// Fails with failed where there is no display, with invalid where no such screen can be asked for, and as Launch::make.
// The environment may say KINDLING_RENDERER=software or gpu, and KINDLING_SCALE, from 0.5 to 4.
[[nodiscard]] Result<void> open_window(const LaunchOptions& options, const std::string& screen);

}  // namespace kindling
