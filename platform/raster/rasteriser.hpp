// Draws what ImGui lists with the processor alone: for windows where there is no GPU, and for pictures in tests. The
// same lists give the same pixels with every compiler and processor, because all that decides a pixel is integer
// arithmetic, or a single rounded operation of doubles. Triangles follow the top-left rule, so that those that share
// an edge neither overlap nor leave a gap. A Rasteriser keeps only room to work in; one instance serves one thread.
#pragma once

#include <cstdint>
#include <memory>

#include "platform/raster/canvas.hpp"

struct ImDrawData;
struct ImFontAtlas;

namespace kindling {

// What an ImTextureID points to. It and its pixels belong to the caller and outlive the drawing. Where `rgba` is set it
// is the texture (ImGui's order: 0xAABBGGRR as a number, straight alpha), else `alpha` is one of white with that alpha,
// else all is white, as it is for an ImTextureID of nullptr. Rows follow each other without a gap.
// REQUIRES: at most 16,384 texels a side.
struct RasterTexture {
  int width = 0;
  int height = 0;
  const std::uint8_t* alpha = nullptr;
  const std::uint32_t* rgba = nullptr;
};

// The picture of all letters as such a texture; its pixels are the atlas's, which names it from now on.
void name_texture(ImFontAtlas& atlas, RasterTexture& texture);

class Rasteriser {
 public:
  Rasteriser();
  ~Rasteriser();
  Rasteriser(const Rasteriser&) = delete;
  Rasteriser& operator=(const Rasteriser&) = delete;

  // Fills the canvas with `clear_colour` (0xAARRGGBB, taken as opaque) and draws all lists over it. Every pixel comes
  // out opaque. Textures are sampled bilinearly and clamped to their edges; one texel a pixel, aligned, gives exactly
  // the texels. A triangle with a corner that is not a number, or with an index out of its list, isn't drawn; corners
  // more than a million pixels away are drawn as if they were a million away. User callbacks aren't called.
  void draw(const ImDrawData& data, const Canvas& canvas, std::uint32_t clear_colour);
  // The same, but leaves all pixels outside of `damage` alone. Those inside come out as if all had been drawn.
  void draw(const ImDrawData& data, const Canvas& canvas, std::uint32_t clear_colour, const PixelRect& damage);

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace kindling
