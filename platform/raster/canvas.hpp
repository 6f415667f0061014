// Pixels in memory: 32 bits each, 0xAARRGGBB as a number (SDL's ARGB8888), rows from the top. A Canvas and a PixelView
// point to pixels of someone else's, a Picture owns its own. Value types; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kindling {

// Pixels to be read. `stride_pixels` is how far apart rows begin, at least `width`.
struct PixelView {
  const std::uint32_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int stride_pixels = 0;

  [[nodiscard]] const std::uint32_t* row(int y) const noexcept {
    return pixels + static_cast<std::ptrdiff_t>(y) * stride_pixels;
  }
};

// Pixels to be drawn upon.
struct Canvas {
  std::uint32_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int stride_pixels = 0;

  [[nodiscard]] std::uint32_t* row(int y) const noexcept {
    return pixels + static_cast<std::ptrdiff_t>(y) * stride_pixels;
  }
  operator PixelView() const noexcept { return {pixels, width, height, stride_pixels}; }  // NOLINT
};

// The pixels with left <= x < right and top <= y < bottom.
struct PixelRect {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  [[nodiscard]] bool empty() const noexcept { return left >= right || top >= bottom; }
  friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

[[nodiscard]] constexpr PixelRect intersection(const PixelRect& a, const PixelRect& b) noexcept {
  return {a.left > b.left ? a.left : b.left, a.top > b.top ? a.top : b.top, a.right < b.right ? a.right : b.right,
          a.bottom < b.bottom ? a.bottom : b.bottom};
}

class Picture {
 public:
  Picture() = default;
  // Black and opaque. REQUIRES: neither side is negative.
  Picture(int width, int height)
      : width_(width),
        height_(height),
        pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0xFF000000) {}

  [[nodiscard]] int width() const noexcept { return width_; }
  [[nodiscard]] int height() const noexcept { return height_; }
  [[nodiscard]] Canvas canvas() noexcept { return {pixels_.data(), width_, height_, width_}; }
  [[nodiscard]] PixelView view() const noexcept { return {pixels_.data(), width_, height_, width_}; }
  // REQUIRES: x and y lie within.
  [[nodiscard]] std::uint32_t at(int x, int y) const noexcept { return view().row(y)[x]; }

  friend bool operator==(const Picture&, const Picture&) = default;

 private:
  int width_ = 0;
  int height_ = 0;
  std::vector<std::uint32_t> pixels_;
};

}  // namespace kindling
