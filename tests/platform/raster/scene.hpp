// A picture that uses every way to paint, of numbers that every compiler computes alike.
#pragma once

#include "tests/platform/raster/mesh.hpp"

namespace kindling {

inline constexpr int kSceneWidth = 320;
inline constexpr int kSceneHeight = 240;

[[nodiscard]] Mesh scene();
[[nodiscard]] std::uint64_t hash_of(const PixelView& pixels);

}  // namespace kindling
