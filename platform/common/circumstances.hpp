// In which instant and zone a program acts: what an option says, else the environment (KINDLING_NOW, KINDLING_ZONE),
// else the machine. Reads only.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/result.hpp"
#include "core/ports/clock.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling {

struct Circumstances {
  std::unique_ptr<Clock> clock;
  bool clock_stands = false;       // at an instant that was told
  const TimeZone* zone = nullptr;  // the device's; one of `zones`
};

// `now` (RFC 3339) and `zone` (IANA) are what --now and --zone say. Fails with invalid for an instant or a zone that is
// none, and names the option or variable that was wrong.
[[nodiscard]] Result<Circumstances> read_circumstances(const std::optional<std::string>& now,
                                                       const std::optional<std::string>& zone, const TimeZones& zones);

}  // namespace kindling
