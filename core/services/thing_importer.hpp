// Brings things of a file into a space, one after the other, within one act. Ids stay where this home has never seen
// them; what is here already and says the same is passed over; what differs, or was deleted here, comes in under a new
// id that follows from the old one and from what it says, so that the same file again changes nothing. Same thread as
// the space.
#pragma once

#include "core/services/exchange_service.hpp"
#include "core/storage/entity_states.hpp"

namespace kindling {

class ThingImporter {
 public:
  ThingImporter(Writer& writer, ImportReport& report) : writer_(writer), report_(report) {}

  void take(EntityState state);

 private:
  void take_single(const EntityState& state);
  [[nodiscard]] bool says_the_same(const EntityState& state);
  void write(const EntityState& state);

  Writer& writer_;
  ImportReport& report_;
};

}  // namespace kindling
