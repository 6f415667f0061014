// The names that Windows and Outlook give to time zones, as IANA names (after the Unicode CLDR's windowsZones,
// territory 001). Pure; any thread.
#pragma once

#include <span>
#include <string_view>

namespace kindling {

struct WindowsZone {
  std::string_view windows;
  std::string_view iana;
};

// All pairs, the most common zone of each rule first.
[[nodiscard]] std::span<const WindowsZone> windows_zones() noexcept;

// "W. Europe Standard Time" -> "Europe/Berlin"; empty where there is no such name.
[[nodiscard]] std::string_view iana_from_windows(std::string_view name) noexcept;

}  // namespace kindling
