// How close a suggestion may come: never above the lower of the ceilings that are known, never more than one step above
// what last felt good, nothing for adults before both want it, no touch while touch rests. What doesn't say which sorts
// of touch it may come to, such as a date, is from close hugs on held to the lowest ceiling of all sorts. Whatever
// suggests anything asks here. Pure; any thread.
#pragma once

#include <array>
#include <optional>

#include "core/domain/settings.hpp"
#include "core/library/content.hpp"

namespace kindling {

struct ComfortBounds {
  std::array<int, kComfortKinds> ceilings{};  // by ComfortKind: the lower of both where both are known
  std::optional<int> felt_good;               // none: nothing was marked, and the ceilings alone hold
  bool touch_rests = false;
  bool adult = false;  // both have switched it on

  [[nodiscard]] int ceiling(ComfortKind kind) const noexcept { return ceilings[static_cast<std::size_t>(kind)]; }
  // The closest touch that may be suggested now, 0..6.
  [[nodiscard]] int closest_touch() const noexcept;
};

// Those of one person, as far as their partner's are known to them. A partner of whom nothing is known has no ceiling
// here, and hasn't switched on what is for adults.
[[nodiscard]] ComfortBounds bounds_of(const Settings& settings) noexcept;

// Whether it is a touch, and not a word or an act of care: what rests while touch rests.
[[nodiscard]] bool is_touch(const Content& content) noexcept;
[[nodiscard]] constexpr ComfortKind comfort_kind(TouchKind sort) noexcept {
  return static_cast<ComfortKind>(static_cast<int>(ComfortKind::hands) + static_cast<int>(sort));
}
static_assert(name_of(comfort_kind(TouchKind::skin)) == name_of(TouchKind::skin));

// An article explains and suggests nothing, so no ceiling takes it away.
[[nodiscard]] bool allows(const ComfortBounds& bounds, const Content& content) noexcept;

}  // namespace kindling
