// How large the desktop wants things: X11 desktops (and XWayland's) say it as dots an inch in the display's resources.
#pragma once

#include <optional>

namespace kindling {

// Physical pixels a dp, 0.75 to 4; none where there is no X display or it doesn't say. Asks the display: about a
// millisecond.
[[nodiscard]] std::optional<float> display_scale();

}  // namespace kindling
