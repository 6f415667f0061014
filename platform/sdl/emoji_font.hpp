// Pictures of emoji from the system's colour font (Noto Color Emoji), read by FreeType when the first one is asked for.
// One thread.
#pragma once

#include "app/ui/fonts.hpp"

namespace kindling {

// Gives nothing where the system has no such font.
[[nodiscard]] ui::EmojiSource emoji_source();

}  // namespace kindling
