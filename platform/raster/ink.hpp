// How colours mix: packed 8-bit channels, straight alpha over opaque pixels, every division by 255 rounded to the
// nearest. Pure functions; private to the rasteriser.
#pragma once

#include <cstdint>
#include <cstring>

namespace kindling::raster {

// Exact for 0 to 255 * 255.
[[nodiscard]] constexpr std::uint32_t divide_by_255(std::uint32_t value) noexcept {
  value += 128;
  return (value + (value >> 8)) >> 8;
}

// ImGui's 0xAABBGGRR to the canvas's 0xAARRGGBB.
[[nodiscard]] constexpr std::uint32_t swap_red_and_blue(std::uint32_t colour) noexcept {
  return (colour & 0xFF00FF00) | ((colour & 0xFF) << 16) | ((colour >> 16) & 0xFF);
}

[[nodiscard]] constexpr std::uint32_t modulate(std::uint32_t a, std::uint32_t b) noexcept {
  if (b == 0xFFFFFFFF) return a;
  std::uint32_t product = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    product |= divide_by_255(((a >> shift) & 0xFF) * ((b >> shift) & 0xFF)) << shift;
  }
  return product;
}

// `colour` with `alpha` over `under`; the alphas of both pixels don't count.
[[nodiscard]] constexpr std::uint32_t blend(std::uint32_t under, std::uint32_t colour, std::uint32_t alpha) noexcept {
  const std::uint32_t rest = 255 - alpha;
  std::uint32_t red_blue = (colour & 0xFF00FF) * alpha + (under & 0xFF00FF) * rest + 0x800080;
  red_blue = ((red_blue + ((red_blue >> 8) & 0xFF00FF)) >> 8) & 0xFF00FF;
  const std::uint32_t green = divide_by_255(((colour >> 8) & 0xFF) * alpha + ((under >> 8) & 0xFF) * rest);
  return 0xFF000000 | red_blue | (green << 8);
}

// One colour laid over many pixels, two at a time.
class Ink {
 public:
  explicit Ink(std::uint32_t argb) noexcept
      : colour_(argb | 0xFF000000),
        alpha_(argb >> 24),
        red_blue_(kPair * ((colour_ & 0xFF00FF) * alpha_ + 0x800080)),
        alpha_green_(kPair * (((colour_ >> 8) & 0xFF00FF) * alpha_ + 0x800080)) {}

  [[nodiscard]] bool is_opaque() const noexcept { return alpha_ == 255; }

  void lay(std::uint32_t* pixels, int count) const noexcept {
    if (alpha_ == 255) return cover(pixels, count);
    const std::uint64_t rest = 255 - alpha_;
    for (; count >= 2; count -= 2, pixels += 2) {
      std::uint64_t pair;
      std::memcpy(&pair, pixels, sizeof pair);
      pair = mix(pair & kLanes, rest, red_blue_) | mix((pair >> 8) & kLanes, rest, alpha_green_) << 8 | kOpaque;
      std::memcpy(pixels, &pair, sizeof pair);
    }
    if (count > 0) *pixels = blend(*pixels, colour_, alpha_);
  }

 private:
  static constexpr std::uint64_t kPair = 0x0000000100000001;
  static constexpr std::uint64_t kLanes = 0x00FF00FF00FF00FF;
  static constexpr std::uint64_t kOpaque = 0xFF000000FF000000;

  static std::uint64_t mix(std::uint64_t under, std::uint64_t rest, std::uint64_t over) noexcept {
    const std::uint64_t sum = under * rest + over;
    return ((sum + ((sum >> 8) & kLanes)) >> 8) & kLanes;
  }

  void cover(std::uint32_t* pixels, int count) const noexcept {
    const std::uint64_t pair = kPair * colour_;
    for (; count >= 4; count -= 4, pixels += 4) {
      std::memcpy(pixels, &pair, sizeof pair);
      std::memcpy(pixels + 2, &pair, sizeof pair);
    }
    for (; count > 0; --count) *pixels++ = colour_;
  }

  std::uint32_t colour_;
  std::uint32_t alpha_;
  std::uint64_t red_blue_;  // of two pixels: the colour's share and the half that rounds
  std::uint64_t alpha_green_;
};

}  // namespace kindling::raster
