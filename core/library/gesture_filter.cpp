#include "core/library/gesture_filter.hpp"

#include <utility>

namespace kindling {
namespace {

ContentFilter without(ContentFilter filter, GestureWish wish) {
  switch (wish) {
    case GestureWish::privacy: filter.privacy.reset(); break;
    case GestureWish::closeness: filter.least_comfort.reset(); break;
    case GestureWish::moment: filter.moment.reset(); break;
  }
  return filter;
}

bool asks_for(const ContentFilter& filter, GestureWish wish) {
  switch (wish) {
    case GestureWish::privacy: return filter.privacy.has_value();
    case GestureWish::closeness: return filter.least_comfort.value_or(0) > 0;
    case GestureWish::moment: break;
  }
  return filter.moment.has_value();
}

}  // namespace

std::optional<NearestGestures> nearest_gestures(const ContentFilter& filter,
                                                const std::function<bool(const ContentFilter&)>& something_fits) {
  // As binary numbers, the sets of wishes come in the order in which they cost more: the moment is the highest digit.
  constexpr unsigned kCount = 3;
  for (unsigned set = 0; set < 1U << kCount; ++set) {
    NearestGestures found{filter, {}};
    bool is_asked = true;
    for (unsigned i = 0; i < kCount; ++i) {
      if ((set >> i & 1U) == 0) continue;
      const auto wish = static_cast<GestureWish>(i);
      is_asked = is_asked && asks_for(filter, wish);
      found.filter = without(std::move(found.filter), wish);
      found.given_up.push_back(wish);
    }
    if (is_asked && something_fits(found.filter)) return found;
  }
  return std::nullopt;
}

}  // namespace kindling
