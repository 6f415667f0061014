#include "app/ui/colour.hpp"

#include <algorithm>
#include <cmath>

namespace kindling::ui {
namespace {

constexpr std::uint32_t channel(Colour colour, int index) { return (colour >> (8 * index)) & 0xFFU; }

// Relative luminance, WCAG 2.2.
double luminance(Colour colour) {
  const auto linear = [&](int index) {
    const double value = channel(colour, index) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
}

}  // namespace

Colour faded(Colour colour, float alpha) noexcept {
  const float kept = static_cast<float>(channel(colour, 3)) * std::clamp(alpha, 0.0F, 1.0F);
  return with_alpha(colour, static_cast<std::uint32_t>(kept + 0.5F));
}

Colour mixed(Colour a, Colour b, float amount) noexcept {
  const float part = std::clamp(amount, 0.0F, 1.0F);
  Colour result = 0;
  for (int i = 0; i < 4; ++i) {
    const float from = static_cast<float>(channel(a, i));
    const float to = static_cast<float>(channel(b, i));
    result |= static_cast<std::uint32_t>(from + (to - from) * part + 0.5F) << (8 * i);
  }
  return result;
}

Colour over(Colour top, Colour bottom) noexcept {
  return with_alpha(mixed(bottom, top, static_cast<float>(channel(top, 3)) / 255.0F), 255);
}

double contrast(Colour a, Colour b) noexcept {
  const double x = luminance(a) + 0.05;
  const double y = luminance(b) + 0.05;
  return std::max(x, y) / std::min(x, y);
}

}  // namespace kindling::ui
