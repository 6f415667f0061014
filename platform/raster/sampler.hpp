// Reads textures bilinearly, as ImGui's 0xAABBGGRR with straight alpha. Mixes channels as a graphics processor does,
// first across, then down, each rounded to the nearest. Private to the rasteriser; a Sampler refers to its texture.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "platform/raster/rasteriser.hpp"

namespace kindling::raster {

// Texels have this many bits of fraction as corners of triangles, and 32 in planes.
inline constexpr int kTexelBits = 16;

// Where a texture coordinate of 0 to 1 lies in a texture of that many texels. Bounded; 0 where it is not a number.
[[nodiscard]] inline std::int64_t to_texels(float coordinate, int size) noexcept {
  constexpr double kLimit = 16'384;
  if (std::isnan(coordinate)) return 0;
  const double texels = std::clamp(static_cast<double>(coordinate) * size, -kLimit + 1, kLimit - 1);
  // NOLINTNEXTLINE(bugprone-incorrect-roundings): positive, and quicker than a call of lround
  return static_cast<std::int64_t>((texels + kLimit) * (1 << kTexelBits) + 0.5) - (std::int64_t{16'384} << kTexelBits);
}

// Two neighbouring texels and how many 256ths of the second.
struct Tap {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t weight = 0;
};

// `texels` has 32 bits of fraction. REQUIRES: size > 0.
[[nodiscard]] inline Tap tap_at(std::uint64_t texels, int size) noexcept {
  // From the corner to the centre of the texel, and to the nearest 256th.
  const auto place = static_cast<std::int64_t>(texels - (std::uint64_t{1} << 31) + (std::uint64_t{1} << 23));
  const auto index = static_cast<int>(place >> 32);
  if (index < 0) return {};
  const auto last = static_cast<std::uint32_t>(size - 1);
  if (index >= size - 1) return {last, last, 0};
  return {static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(index + 1),
          static_cast<std::uint32_t>(place >> 24) & 0xFF};
}

[[nodiscard]] constexpr std::uint32_t mix_level(std::uint32_t a, std::uint32_t b, std::uint32_t weight) noexcept {
  return (a * (256 - weight) + b * weight + 128) >> 8;
}

[[nodiscard]] constexpr std::uint32_t mix_texels(std::uint32_t a, std::uint32_t b, std::uint32_t weight) noexcept {
  constexpr std::uint32_t kLanes = 0x00FF00FF;
  const std::uint32_t even = ((a & kLanes) * (256 - weight) + (b & kLanes) * weight + 0x00800080) >> 8;
  const std::uint32_t odd = ((a >> 8) & kLanes) * (256 - weight) + ((b >> 8) & kLanes) * weight + 0x00800080;
  return (even & kLanes) | (odd & ~kLanes);
}

class Sampler {
 public:
  // A texture that can't be read is one white texel.
  explicit Sampler(const RasterTexture* texture) noexcept {
    static constexpr std::uint8_t kWhite = 255;
    texture_ = RasterTexture{1, 1, &kWhite, nullptr};
    if (texture == nullptr || texture->width < 1 || texture->height < 1) return;
    if (texture->rgba != nullptr || texture->alpha != nullptr) texture_ = *texture;
  }

  [[nodiscard]] int width() const noexcept { return texture_.width; }
  [[nodiscard]] int height() const noexcept { return texture_.height; }

  // Of one row of pixels whose `down` is the same.
  class Row {
   public:
    Row(const RasterTexture& texture, const Tap& down) noexcept : weight_(down.weight) {
      const auto width = static_cast<std::size_t>(texture.width);
      if (texture.rgba != nullptr) {
        colour_ = texture.rgba + down.first * width;
        next_colour_ = texture.rgba + down.second * width;
      } else {
        alpha_ = texture.alpha + down.first * width;
        next_alpha_ = texture.alpha + down.second * width;
      }
    }

    [[nodiscard]] std::uint32_t at(const Tap& across) const noexcept {
      if (colour_ == nullptr) return kWhite | alpha_at(across) << 24;
      const std::uint32_t above = mixed(colour_, across);
      return weight_ == 0 ? above : mix_texels(above, mixed(next_colour_, across), weight_);
    }

   private:
    static constexpr std::uint32_t kWhite = 0x00FFFFFF;

    [[nodiscard]] std::uint32_t alpha_at(const Tap& across) const noexcept {
      const std::uint32_t above = mix_level(alpha_[across.first], alpha_[across.second], across.weight);
      if (weight_ == 0) return above;
      return mix_level(above, mix_level(next_alpha_[across.first], next_alpha_[across.second], across.weight), weight_);
    }
    static std::uint32_t mixed(const std::uint32_t* row, const Tap& across) noexcept {
      const std::uint32_t a = row[across.first];
      const std::uint32_t b = row[across.second];
      if (a == b || across.weight == 0) return a;
      return mix_texels(a, b, across.weight);
    }

    const std::uint32_t* colour_ = nullptr;
    const std::uint32_t* next_colour_ = nullptr;
    const std::uint8_t* alpha_ = nullptr;
    const std::uint8_t* next_alpha_ = nullptr;
    std::uint32_t weight_;
  };

  [[nodiscard]] Row row(const Tap& down) const noexcept { return Row(texture_, down); }

  // At texels with 32 bits of fraction.
  [[nodiscard]] std::uint32_t at(std::uint64_t across, std::uint64_t down) const noexcept {
    return row(tap_at(down, texture_.height)).at(tap_at(across, texture_.width));
  }

 private:
  RasterTexture texture_;
};

}  // namespace kindling::raster
