// Where the settings are kept: one entity of Self with an id that every device derives alike. Same thread as the space.
#pragma once

#include "core/domain/settings.hpp"
#include "core/storage/tables.hpp"

namespace kindling {

// The first 16 bytes of BLAKE2b-256 of "kindling/settings".
[[nodiscard]] Id<Settings> settings_id();

// What was chosen, defaults for the rest.
[[nodiscard]] Settings load_settings(Tables& tables);

}  // namespace kindling
