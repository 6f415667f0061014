// Colours as ImGui packs them, and what is computed of them. Pure functions; any thread.
#pragma once

#include <cstdint>

namespace kindling::ui {

using Colour = std::uint32_t;  // 0xAABBGGRR, straight alpha

// From 0xRRGGBB, as designers write it.
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex, std::uint32_t alpha = 255) noexcept {
  return (alpha << 24) | ((hex & 0xFFU) << 16) | (hex & 0xFF00U) | ((hex >> 16) & 0xFFU);
}
[[nodiscard]] constexpr Colour with_alpha(Colour colour, std::uint32_t alpha) noexcept {
  return (colour & 0xFFFFFFU) | (alpha << 24);
}
// `alpha` in 0..1, times the colour's own.
[[nodiscard]] Colour faded(Colour colour, float alpha) noexcept;
// `a` at 0, `b` at 1.
[[nodiscard]] Colour mixed(Colour a, Colour b, float amount) noexcept;
// `top` over an opaque `bottom`.
[[nodiscard]] Colour over(Colour top, Colour bottom) noexcept;
// WCAG 2.2's contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrast(Colour a, Colour b) noexcept;

}  // namespace kindling::ui
