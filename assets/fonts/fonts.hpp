// The faces that come with Kindling: Inter and the icons, carried in the program. Constant; any thread.
#pragma once

#include "app/ui/fonts.hpp"

namespace kindling {

[[nodiscard]] ui::FontFiles font_files();

}  // namespace kindling
