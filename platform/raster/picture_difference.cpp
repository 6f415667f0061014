#include "platform/raster/picture_difference.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace kindling {
namespace {

constexpr std::uint32_t kTolerated = 0xFFE6C200;
constexpr std::uint32_t kDiffers = 0xFFE00000;
constexpr std::uint32_t kOnlyInOne = 0xFFD000D0;

int level(std::uint32_t pixel, int shift) { return static_cast<int>((pixel >> shift) & 0xFF); }

int largest_of(std::uint32_t a, std::uint32_t b) {
  int largest = 0;
  for (const int shift : {16, 8, 0}) largest = std::max(largest, std::abs(level(a, shift) - level(b, shift)));
  return largest;
}

// Light, so that the marks stand out.
std::uint32_t faint(std::uint32_t pixel) {
  const int grey = (level(pixel, 16) * 2 + level(pixel, 8) * 5 + level(pixel, 0)) / 8;
  return 0xFF000000 | static_cast<std::uint32_t>(192 + grey / 4) * 0x010101;
}

bool has(const PixelView& view, int x, int y) { return x < view.width && y < view.height; }

}  // namespace

PictureDifference difference(const PixelView& a, const PixelView& b, int tolerance) {
  PictureDifference found;
  found.same_size = a.width == b.width && a.height == b.height;
  found.picture = Picture(std::max(a.width, b.width), std::max(a.height, b.height));
  const Canvas canvas = found.picture.canvas();
  for (int y = 0; y < canvas.height; ++y) {
    for (int x = 0; x < canvas.width; ++x) {
      std::uint32_t& mark = canvas.row(y)[x];
      if (!has(a, x, y) || !has(b, x, y)) {
        mark = kOnlyInOne;
        found.largest = 255;
        ++found.pixels;
        continue;
      }
      const int by = largest_of(a.row(y)[x], b.row(y)[x]);
      found.largest = std::max(found.largest, by);
      if (by > tolerance) ++found.pixels;
      mark = by > tolerance ? kDiffers : by > 0 ? kTolerated : faint(a.row(y)[x]);
    }
  }
  return found;
}

}  // namespace kindling
