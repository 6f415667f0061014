#include "platform/common/circumstances.hpp"

#include "core/base/time.hpp"
#include "platform/common/home_place.hpp"
#include "platform/common/system_clock.hpp"
#include "platform/common/system_zone.hpp"

namespace kindling {
namespace {

struct Told {
  std::optional<std::string> text;
  const char* by = "";
};

Told told(const std::optional<std::string>& given, const char* option, const char* variable) {
  if (given) return {given, option};
  return {environment(variable), variable};
}

}  // namespace

Result<Circumstances> read_circumstances(const std::optional<std::string>& now, const std::optional<std::string>& zone,
                                         const TimeZones& zones) {
  Circumstances found;
  if (const Told moment = told(now, "--now", "KINDLING_NOW"); moment.text) {
    const auto instant = parse_instant(*moment.text);
    if (!instant) return invalid(std::string(moment.by) + ": " + instant.error().message);
    found.clock = std::make_unique<FixedClock>(*instant);
    found.clock_stands = true;
  } else {
    found.clock = std::make_unique<SystemClock>();
  }
  if (const Told place = told(zone, "--zone", "KINDLING_ZONE"); place.text) {
    found.zone = zones.find(*place.text);
    if (found.zone == nullptr)
      return invalid(std::string(place.by) + ": there is no such time zone; write one like Europe/Berlin");
  } else {
    found.zone = zones.find(system_zone_name());
    if (found.zone == nullptr) found.zone = zones.find("UTC");
  }
  return found;
}

}  // namespace kindling
