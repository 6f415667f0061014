// Everything that a space says of an entity, in the form that exports, imports and comparisons share. Same thread as
// the space.
#pragma once

#include "core/domain/set_fields.hpp"
#include "core/storage/tables.hpp"

namespace kindling {

// As this version understands it: defaults filled in, fields of newer versions left out.
[[nodiscard]] EntityState state_of(Tables& tables, EntityKind kind, const Record& record);

}  // namespace kindling
