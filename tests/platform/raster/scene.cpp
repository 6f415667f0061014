#include "tests/platform/raster/scene.hpp"

namespace kindling {
namespace {

// Park and Miller's generator: the same everywhere.
class Numbers {
 public:
  std::uint32_t next() {
    state_ = state_ * 48'271 % 2'147'483'647;
    return static_cast<std::uint32_t>(state_);
  }
  // In sixteenths.
  float below(unsigned limit) { return static_cast<float>(next() % (limit * 16)) / 16.0F; }

 private:
  std::uint64_t state_ = 20'261'127;
};

// White coverage in its left half, colours in its right half.
const RasterTexture& atlas() {
  static const std::vector<std::uint32_t> texels = [] {
    std::vector<std::uint32_t> made;
    Numbers numbers;
    for (int i = 0; i < 32 * 32; ++i) {
      const std::uint32_t noise = numbers.next();
      made.push_back(i % 32 < 16 ? (noise << 24) | 0xFFFFFF : noise | (noise << 8));
    }
    made[0] = 0xFFFFFFFF;
    return made;
  }();
  static const RasterTexture texture{32, 32, nullptr, texels.data()};
  return texture;
}

}  // namespace

Mesh scene() {
  Numbers numbers;
  Mesh mesh;
  mesh.texture(atlas());
  const ImVec2 white{0.5F / 32, 0.5F / 32};
  const auto corner = [&](std::uint32_t argb, ImVec2 uv) {
    return mesh.vertex({numbers.below(340) - 10, numbers.below(260) - 10}, argb, uv);
  };
  for (int i = 0; i < 120; ++i) {
    const std::uint32_t argb = numbers.next() | (numbers.next() << 16);
    const unsigned first = static_cast<unsigned>(mesh.list().VtxBuffer.Size);
    switch (i % 5) {
      case 0:  // one colour
        for (int k = 0; k < 3; ++k) corner(argb, white);
        break;
      case 1:  // changing alpha
        for (std::uint32_t k = 0; k < 3; ++k) corner((argb & 0xFFFFFF) | (k * 100) << 24, white);
        break;
      case 2:  // changing colours
        for (std::uint32_t k = 0; k < 3; ++k) corner(argb * (k + 1), white);
        break;
      case 3:  // a tinted texture
        for (int k = 0; k < 3; ++k) corner(argb, {numbers.below(2) - 0.5F, numbers.below(2) - 0.5F});
        break;
      default: {  // upright pieces of it, aligned and not
        const ImVec2 at{static_cast<float>(numbers.next() % 300), static_cast<float>(numbers.next() % 220)};
        const float off = i % 2 == 0 ? 0.0F : 0.3125F;
        mesh.rectangle({at.x + off, at.y + off}, {at.x + off + 16 + off, at.y + off + 24}, argb | 0xFF000000,
                       {i % 4 < 2 ? 0.0F : 0.5F, 0.0F}, {i % 4 < 2 ? 0.5F : 1.0F, 0.75F});
        continue;
      }
    }
    mesh.indices({first, first + 1, first + 2});
  }
  return mesh;
}

std::uint64_t hash_of(const PixelView& pixels) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;  // FNV-1a
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) hash = (hash ^ pixels.row(y)[x]) * 1'099'511'628'211U;
  }
  return hash;
}

}  // namespace kindling
