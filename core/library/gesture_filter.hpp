// Gestures by the moment that they hang on, by closeness and by who is there; and, where nothing fits all of that, what
// comes nearest. Pure; any thread.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/library/catalogue.hpp"

namespace kindling {

// What can be given up, in this order: the moment is what people look for, so it is kept longest. Who gives up the
// closeness gets something lighter, never anything closer.
enum class GestureWish { privacy, closeness, moment };

struct NearestGestures {
  ContentFilter filter;
  std::vector<GestureWish> given_up;  // none: the filter itself fits
};
// Nothing where there is no gesture at all below the filter's most_comfort.
[[nodiscard]] std::optional<NearestGestures> nearest_gestures(
    const ContentFilter& filter, const std::function<bool(const ContentFilter&)>& something_fits);

}  // namespace kindling
