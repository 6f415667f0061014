// How times and weeks are written by the locale of the environment (LC_ALL, LC_TIME, LANG). Reads it without changing
// the program's own. Any thread.
#pragma once

#include "platform/sdl/desktop.hpp"

namespace kindling {

[[nodiscard]] LocaleHabits locale_habits();

}  // namespace kindling
