#include "app/ui/imgui_bridge.hpp"
#include "platform/raster/rasteriser.hpp"

namespace kindling {

void name_texture(ImFontAtlas& atlas, RasterTexture& texture) {
  texture = {};
  unsigned char* pixels = nullptr;
  if (atlas.TexPixelsUseColors) {
    atlas.GetTexDataAsRGBA32(&pixels, &texture.width, &texture.height);
    // ImGui allocates it as 32-bit numbers.
    texture.rgba = reinterpret_cast<const std::uint32_t*>(pixels);
  } else {
    atlas.GetTexDataAsAlpha8(&pixels, &texture.width, &texture.height);
    texture.alpha = pixels;
  }
  ui::set_texture(atlas, &texture);
}

}  // namespace kindling
