// One thing of a JSON export, read and checked. For codec/ alone.
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/result.hpp"
#include "core/domain/set_fields.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling::codec {

struct JsonThing {
  EntityState state;
  std::size_t ignored = 0;  // fields that this version doesn't know
};

// REQUIRES: `object` is an object and `kind` one that this version knows. Fails with invalid and a sentence that names
// the field and what would be right.
[[nodiscard]] Result<JsonThing> read_json_thing(EntityKind kind, const nlohmann::json& object, const TimeZones& zones);

}  // namespace kindling::codec
