// What every service stands on: the two spaces, the clock and the device's zone. Owned by the façade; one thread.
#pragma once

#include <string_view>

#include "core/ports/clock.hpp"
#include "core/ports/random.hpp"
#include "core/ports/time_zones.hpp"
#include "core/storage/space.hpp"

namespace kindling {

struct Context {
  Space& self;
  Space& couple;
  const Clock& clock;
  Random& random;
  const TimeZones& zones;
  const TimeZone& zone;  // the device's

  [[nodiscard]] Space& space(SpaceKind kind) const { return kind == SpaceKind::self ? self : couple; }
  [[nodiscard]] std::chrono::sys_seconds now() const;
  [[nodiscard]] LocalDateTime local_now() const;
  // The date of today for an owner whose day starts then: who goes to bed late is still in yesterday.
  [[nodiscard]] LocalDate today(LocalTime day_start) const;
  // The offset of the device's zone then, for printing.
  [[nodiscard]] std::chrono::seconds offset_at(Instant instant) const;
};

// The entity of that kind whose id begins with `prefix` (at least 4 characters). Fails with not_found where there is
// none, with invalid where the prefix is too short or names several.
[[nodiscard]] Result<EntityRef> find_by_prefix(const Context& context, EntityKind kind, std::string_view prefix);

}  // namespace kindling
