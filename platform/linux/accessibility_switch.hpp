// Whether this session's person uses assistive technology, as the desktop's switch says (org.a11y.Status on the session
// bus), so that those who don't pay for nothing. Any thread; it waits.
#pragma once

#include "platform/linux/session_bus.hpp"

namespace kindling {

// True where there could be assistive technology at all: there is a session bus or a bus of its own, and NO_AT_BRIDGE
// isn't 1, as in GTK and Qt. Asks nobody.
[[nodiscard]] bool accessibility_is_possible();

// Waits until the switch is on (IsEnabled or ScreenReaderEnabled), which it may be already; a screen reader that is
// started later turns it. At once where AT_SPI_BUS_ADDRESS names a bus. False once `stop` is set or the bus is gone.
[[nodiscard]] bool wait_for_accessibility(const StopSignal& stop);

}  // namespace kindling
