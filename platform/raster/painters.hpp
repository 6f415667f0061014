// What fills outlines: one colour, one colour whose alpha changes, changing colours, textures. A painter holds all that
// its pixels need; fill_convex tells it where. Colours are in the canvas's order except where a texture takes part.
// Private to the rasteriser.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "platform/raster/canvas.hpp"
#include "platform/raster/geometry.hpp"
#include "platform/raster/ink.hpp"
#include "platform/raster/sampler.hpp"

namespace kindling::raster {

class SolidPainter {
 public:
  SolidPainter(const Canvas& canvas, std::uint32_t argb) noexcept : canvas_(canvas), ink_(argb) {}

  void row(int left, int right, int y) const noexcept { ink_.lay(canvas_.row(y) + left, right - left); }
  void block(const PixelRect& pixels) const noexcept {
    const int width = pixels.right - pixels.left;
    row(pixels.left, pixels.right, pixels.top);
    const std::uint32_t* first = canvas_.row(pixels.top) + pixels.left;
    for (int y = pixels.top + 1; y < pixels.bottom; ++y) {
      // Copying is the fastest way to fill long rows: the C library has wider stores than portable code.
      if (ink_.is_opaque() && width >= 16) {
        std::memcpy(canvas_.row(y) + pixels.left, first, static_cast<std::size_t>(width) * sizeof *first);
      } else {
        row(pixels.left, pixels.right, y);
      }
    }
  }

 private:
  Canvas canvas_;
  Ink ink_;
};

// One channel over a triangle: never outside of what its corners have, whatever rounding does to slivers.
struct Ramp {
  Plane plane;
  int lowest = 0;
  int highest = 0;

  [[nodiscard]] std::uint32_t level(std::uint64_t value) const noexcept {
    const auto rounded = static_cast<int>(static_cast<std::int64_t>(value + (std::uint64_t{1} << 31)) >> 32);
    return static_cast<std::uint32_t>(std::clamp(rounded, lowest, highest));
  }
};

// Through the first three colours; a fourth one lies in their plane but may pass what they have.
// REQUIRES: as plane_through; at least three colours.
[[nodiscard]] inline Ramp ramp_through(const Point (&p)[3], std::span<const std::uint32_t> colours, int shift,
                                       std::int64_t area) noexcept {
  const auto level = [&](std::size_t i) { return static_cast<int>((colours[i] >> shift) & 0xFF); };
  Ramp ramp{plane_through(p, {level(0), level(1), level(2)}, area, 0), level(0), level(0)};
  for (std::size_t i = 1; i < colours.size(); ++i) {
    ramp.lowest = std::min(ramp.lowest, level(i));
    ramp.highest = std::max(ramp.highest, level(i));
  }
  return ramp;
}

// One colour with changing alpha: the soft borders of all that ImGui smooths.
class AlphaPainter {
 public:
  AlphaPainter(const Canvas& canvas, std::uint32_t argb, const Ramp& alpha) noexcept
      : canvas_(canvas), colour_(argb & 0x00FFFFFF), alpha_(alpha) {}

  void row(int left, int right, int y) const noexcept {
    std::uint64_t value = alpha_.plane.at(left, y);
    std::uint32_t* pixel = canvas_.row(y) + left;
    if (alpha_.plane.across == 0) return Ink(colour_ | alpha_.level(value) << 24).lay(pixel, right - left);
    for (int x = left; x < right; ++x, ++pixel, value += alpha_.plane.across) {
      *pixel = blend(*pixel, colour_, alpha_.level(value));
    }
  }
  void block(const PixelRect& pixels) const noexcept {
    if (alpha_.plane.down != 0 || pixels.right - pixels.left > 8) {
      for (int y = pixels.top; y < pixels.bottom; ++y) row(pixels.left, pixels.right, y);
      return;
    }
    // An upright border: column by column.
    for (int x = pixels.left; x < pixels.right; ++x) {
      const std::uint32_t alpha = alpha_.level(alpha_.plane.at(x, pixels.top));
      std::uint32_t* pixel = canvas_.row(pixels.top) + x;
      for (int y = pixels.top; y < pixels.bottom; ++y, pixel += canvas_.stride_pixels) {
        *pixel = blend(*pixel, colour_, alpha);
      }
    }
  }

 private:
  Canvas canvas_;
  std::uint32_t colour_;
  Ramp alpha_;
};

// Four channels, packed in any order.
class ColourRamp {
 public:
  // REQUIRES: as ramp_through.
  ColourRamp(const Point (&p)[3], std::span<const std::uint32_t> colours, std::int64_t area) noexcept {
    for (std::size_t i = 0; i < 4; ++i) channels_[i] = ramp_through(p, colours, static_cast<int>(8 * i), area);
  }

  [[nodiscard]] bool is_even_across() const noexcept {
    return (channels_[0].plane.across | channels_[1].plane.across | channels_[2].plane.across |
            channels_[3].plane.across) == 0;
  }
  // Where the highest channel is alpha.
  [[nodiscard]] bool is_opaque() const noexcept { return channels_[3].lowest == 255; }

  [[nodiscard]] std::uint32_t at(int x, int y) const noexcept {
    std::uint32_t colour = 0;
    for (std::size_t i = 0; i < 4; ++i) colour |= channels_[i].level(channels_[i].plane.at(x, y)) << (8 * i);
    return colour;
  }

  // Calls paint(colour) for each pixel from `left` on.
  template <class Paint>
  void walk(int left, int right, int y, const Paint& paint) const noexcept {
    if (!is_tame(left, y) || !is_tame(right - 1, y)) {
      for (int x = left; x < right; ++x) paint(at(x, y));
      return;
    }
    // Two channels to a number, each with 24 bits of fraction: exact, because what a plane adds for a pixel is a
    // multiple of 256.
    std::uint64_t even = packed(0, left, y), odd = packed(1, left, y);
    const std::uint64_t even_step = packed_step(0), odd_step = packed_step(1);
    for (int x = left; x < right; ++x, even += even_step, odd += odd_step) {
      paint(static_cast<std::uint32_t>((even >> 24) & 0xFF) | static_cast<std::uint32_t>((even >> 40) & 0xFF0000) |
            static_cast<std::uint32_t>((odd >> 16) & 0xFF00) | static_cast<std::uint32_t>((odd >> 32) & 0xFF000000));
    }
  }

 private:
  // Whether nothing has to be clamped there; if so at both ends of a row, then in between as well.
  [[nodiscard]] bool is_tame(int x, int y) const noexcept {
    for (const Ramp& channel : channels_) {
      constexpr std::uint64_t kSteep = std::uint64_t{1} << 40;
      if (channel.plane.across + kSteep > 2 * kSteep) return false;
      const std::uint64_t rounded = channel.plane.at(x, y) + (std::uint64_t{1} << 31);
      const std::uint64_t lowest = static_cast<std::uint64_t>(channel.lowest) << 32;
      const std::uint64_t beyond = static_cast<std::uint64_t>(channel.highest + 1) << 32;
      if (rounded - lowest >= beyond - lowest) return false;
    }
    return true;
  }
  // The channels `first` and `first` + 2, the latter in the upper half.
  [[nodiscard]] std::uint64_t packed(std::size_t first, int x, int y) const noexcept {
    constexpr std::uint64_t kHalf = std::uint64_t{1} << 31;
    return ((channels_[first].plane.at(x, y) + kHalf) >> 8) +
           ((channels_[first + 2].plane.at(x, y) + kHalf) >> 8 << 32);
  }
  [[nodiscard]] std::uint64_t packed_step(std::size_t first) const noexcept {
    // The lower one may be negative and then borrows from the upper one, which it gives back when it is added.
    const auto lower = static_cast<std::int64_t>(channels_[first].plane.across) / 256;
    return static_cast<std::uint64_t>(lower) + (channels_[first + 2].plane.across >> 8 << 32);
  }

  std::array<Ramp, 4> channels_;
};

class GradientPainter {
 public:
  GradientPainter(const Canvas& canvas, const ColourRamp& ramp) noexcept
      : canvas_(canvas), ramp_(ramp), even_across_(ramp.is_even_across()), opaque_(ramp.is_opaque()) {}

  void row(int left, int right, int y) const noexcept {
    std::uint32_t* pixel = canvas_.row(y) + left;
    if (even_across_) return Ink(ramp_.at(left, y)).lay(pixel, right - left);
    if (opaque_) return ramp_.walk(left, right, y, [&pixel](std::uint32_t colour) { *pixel++ = colour; });
    ramp_.walk(left, right, y, [&pixel](std::uint32_t colour) {
      *pixel = blend(*pixel, colour, colour >> 24);
      ++pixel;
    });
  }
  void block(const PixelRect& pixels) const noexcept {
    for (int y = pixels.top; y < pixels.bottom; ++y) row(pixels.left, pixels.right, y);
  }

 private:
  Canvas canvas_;
  ColourRamp ramp_;
  bool even_across_;
  bool opaque_;
};

// A texture in any position, tinted.
class TexturePainter {
 public:
  TexturePainter(const Canvas& canvas, const Sampler& sampler, const Plane& across, const Plane& down,
                 const ColourRamp& tint) noexcept
      : canvas_(canvas), sampler_(sampler), across_(across), down_(down), tint_(tint) {}

  void row(int left, int right, int y) const noexcept {
    std::uint32_t* pixel = canvas_.row(y) + left;
    std::uint64_t across = across_.at(left, y);
    std::uint64_t down = down_.at(left, y);
    tint_.walk(left, right, y, [&, this](std::uint32_t tint) {
      const std::uint32_t colour = modulate(sampler_.at(across, down), tint);
      *pixel = blend(*pixel, swap_red_and_blue(colour), colour >> 24);
      ++pixel;
      across += across_.across;
      down += down_.across;
    });
  }
  void block(const PixelRect& pixels) const noexcept {
    for (int y = pixels.top; y < pixels.bottom; ++y) row(pixels.left, pixels.right, y);
  }

 private:
  Canvas canvas_;
  const Sampler& sampler_;
  Plane across_, down_;
  ColourRamp tint_;
};

// An upright rectangle of a texture in one tint: a glyph or an image. `columns` says what the pixels of
// [pixels.left, pixels.right) take, `down` gives the rows. The tint is in the texture's order.
inline void paint_upright(const Canvas& canvas, const Sampler& sampler, const PixelRect& pixels,
                          std::span<const Tap> columns, const Plane& down, std::uint32_t tint) noexcept {
  const std::uint32_t tint_alpha = tint >> 24;
  const std::uint32_t ink = swap_red_and_blue(tint);
  for (int y = pixels.top; y < pixels.bottom; ++y) {
    const Sampler::Row texels = sampler.row(tap_at(down.at(0, y), sampler.height()));
    std::uint32_t* pixel = canvas.row(y) + pixels.left;
    for (const Tap& column : columns) {
      const std::uint32_t texel = texels.at(column);
      if (texel > 0xFFFFFF) {
        if ((texel & 0xFFFFFF) == 0xFFFFFF) {
          *pixel = blend(*pixel, ink, divide_by_255((texel >> 24) * tint_alpha));
        } else {
          const std::uint32_t colour = modulate(texel, tint);
          *pixel = blend(*pixel, swap_red_and_blue(colour), colour >> 24);
        }
      }
      ++pixel;
    }
  }
}

}  // namespace kindling::raster
