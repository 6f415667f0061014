#include "core/services/context.hpp"

#include "core/recurrence/schedule.hpp"

namespace kindling {

std::chrono::sys_seconds Context::now() const { return std::chrono::floor<std::chrono::seconds>(clock.now()); }

LocalDateTime Context::local_now() const { return to_local(now(), zone); }

LocalDate Context::today(LocalTime day_start) const { return date_of(local_now() - day_start.since_midnight); }

std::chrono::seconds Context::offset_at(Instant instant) const {
  return zone.period_at(std::chrono::floor<std::chrono::seconds>(instant)).offset;
}

Result<EntityRef> find_by_prefix(const Context& context, EntityKind kind, std::string_view prefix) {
  constexpr std::size_t kLeast = 4;
  const EntityTraits* traits = traits_of(kind);
  const std::string name(traits == nullptr ? "thing" : traits->name);
  if (prefix.size() < kLeast) return invalid("an id may be cut to 4 characters but not to fewer; give more of it");
  std::optional<EntityRef> found;
  for (Space* space : {&context.self, &context.couple}) {
    // The whole id needs no walk over all of them.
    if (const auto whole = parse_uuid(prefix)) {
      if (space->tables().record(kind, *whole)) return EntityRef{space->kind(), kind, *whole};
      continue;
    }
    for (const Uuid& id : space->tables().ids(kind)) {
      if (!to_string(id).starts_with(prefix)) continue;
      if (found) return invalid("several ids of a " + name + " begin like that; give more characters");
      found = EntityRef{space->kind(), kind, id};
    }
    if (auto status = space->take_status(); !status) return status.error();
  }
  if (!found) return not_found("there is no " + name + " with that id; `list` shows them");
  return *found;
}

}  // namespace kindling
