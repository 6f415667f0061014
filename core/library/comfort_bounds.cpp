#include "core/library/comfort_bounds.hpp"

#include <algorithm>

#include "core/library/catalogue.hpp"
#include "core/library/content_rules.hpp"

namespace kindling {
namespace {

// From here on a piece that isn't only words may come to touch, whether or not it says so: close hugs.
constexpr int kCloseComfort = 3;

}  // namespace

int ComfortBounds::closest_touch() const noexcept {
  const int ceiling_of_touch = ceiling(ComfortKind::touch);
  return felt_good ? std::min(ceiling_of_touch, *felt_good + 1) : ceiling_of_touch;
}

ComfortBounds bounds_of(const Settings& settings) noexcept {
  ComfortBounds bounds;
  for (std::size_t i = 0; i < kComfortKinds; ++i) {
    const auto kind = static_cast<ComfortKind>(i);
    bounds.ceilings[i] = std::min(settings.ceiling(kind), settings.partner(kind).value_or(kComfortLimit));
  }
  for (std::size_t i = 0; i < kTouchKinds; ++i) {
    int& sort = bounds.ceilings[static_cast<std::size_t>(comfort_kind(static_cast<TouchKind>(i)))];
    sort = std::min(sort, bounds.ceiling(ComfortKind::touch));
  }
  bounds.felt_good = settings.felt_good;
  bounds.touch_rests = settings.touch_rests;
  constexpr bool kPartnerWantsIt = false;  // nothing tells it yet
  bounds.adult = settings.adult && kPartnerWantsIt;
  return bounds;
}

bool is_touch(const Content& content) noexcept {
  return content.kind == ContentKind::rung || !content.touch.empty() ||
         (content.kind == ContentKind::gesture && content.category == "touch");
}

bool allows(const ComfortBounds& bounds, const Content& content) noexcept {
  if (is_for_adults(content) && !bounds.adult) return false;
  if (content.kind == ContentKind::article) return true;
  const ComfortKind kind = comfort_kind(content);
  if (content.comfort > bounds.ceiling(kind)) return false;
  // Talk is no touch; an evening together may come to some.
  if (kind == ComfortKind::talk) return true;
  if (bounds.felt_good && content.comfort > *bounds.felt_good + 1) return false;
  const bool is_unsaid = content.touch.empty() && content.comfort >= kCloseComfort;
  if (bounds.touch_rests && (is_unsaid || is_touch(content))) return false;
  const auto is_below = [&](TouchKind sort) { return content.comfort <= bounds.ceiling(comfort_kind(sort)); };
  for (std::size_t i = 0; is_unsaid && i < kTouchKinds; ++i) {
    if (!is_below(static_cast<TouchKind>(i))) return false;
  }
  return std::all_of(content.touch.begin(), content.touch.end(), is_below);
}

}  // namespace kindling
