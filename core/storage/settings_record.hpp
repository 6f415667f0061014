// Where the settings are kept: one entity of Self with an id that every device derives alike. Same thread as the space.
#pragma once

#include <functional>

#include "core/domain/settings.hpp"
#include "core/storage/space.hpp"

namespace kindling {

// The first 16 bytes of BLAKE2b-256 of "kindling/settings".
[[nodiscard]] Id<Settings> settings_id();

// What was chosen, defaults for the rest.
[[nodiscard]] Settings load_settings(Tables& tables);

// One act: writes what `apply` changes in them, or nothing where it fails.
[[nodiscard]] Result<Changes> change_settings(Space& self, Verb verb,
                                              const std::function<Result<void>(Settings&)>& apply);

}  // namespace kindling
