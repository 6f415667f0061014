#include "platform/sdl/window_icon.hpp"

namespace kindling {
namespace {

constexpr int kSamples = 4;  // a side of a pixel

// The curve (x² + y² − 1)³ = x² y³, in a square of −1.25 to 1.25 whose y points up.
bool in_heart(double x, double y) {
  const double ring = x * x + y * y - 1;
  return ring * ring * ring <= x * x * y * y * y;
}

std::uint32_t between(std::uint32_t a, std::uint32_t b, double amount, unsigned shift) {
  const double from = (a >> shift) & 0xFFU;
  const double to = (b >> shift) & 0xFFU;
  return static_cast<std::uint32_t>(from + (to - from) * amount) << shift;
}

}  // namespace

Picture window_icon(int side) {
  constexpr std::uint32_t kGlow = 0xF0714F;
  constexpr std::uint32_t kEmber = 0xC23B1E;
  Picture picture(side, side);
  const Canvas canvas = picture.canvas();
  const double step = 2.5 / (side * kSamples);
  for (int y = 0; y < side; ++y) {
    const double down = static_cast<double>(y) / side;
    const std::uint32_t colour =
        between(kGlow, kEmber, down, 16) | between(kGlow, kEmber, down, 8) | between(kGlow, kEmber, down, 0);
    for (int x = 0; x < side; ++x) {
      std::uint32_t inside = 0;
      for (int sample = 0; sample < kSamples * kSamples; ++sample) {
        const double at_x = (x * kSamples + sample % kSamples + 0.5) * step - 1.25;
        const double at_y = 1.35 - (y * kSamples + sample / kSamples + 0.5) * step;
        if (in_heart(at_x, at_y)) ++inside;
      }
      canvas.row(y)[x] = (inside * 255 / (kSamples * kSamples)) << 24U | colour;
    }
  }
  return picture;
}

}  // namespace kindling
