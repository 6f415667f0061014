// The window's picture for task bars: Kindling's two flames. Pure.
#pragma once

#include "platform/raster/canvas.hpp"

namespace kindling {

// Straight alpha.
[[nodiscard]] Picture window_icon(int side);

}  // namespace kindling
