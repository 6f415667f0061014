// The time zone that the machine is set to.
#pragma once

#include <string>

namespace kindling {

// An IANA name: from the environment variable TZ where it names a zone (a leading ":" is left out), else from what
// /etc/localtime links to, else from /etc/timezone, else "UTC". Whether its file exists is for TimeZones to say.
[[nodiscard]] std::string system_zone_name();

}  // namespace kindling
