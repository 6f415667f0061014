// All that ImGui calls otherwise from 1.92 on: textures are numbers there, glyphs belong to a font at one size, and the
// atlas' rectangles have other names. Everything else in the project is the same for 1.86 and for 1.92, whose way of
// growing the atlas while it is used isn't asked for.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace kindling::ui {

// Where a picture lies in the atlas, in texels.
struct AtlasPlace {
  int x = 0, y = 0;
};

#if IMGUI_VERSION_NUM >= 19200

using AtlasPicture = ImFontAtlasRectId;

inline void* texture_of(const ImDrawCmd& command) {
  return reinterpret_cast<void*>(static_cast<std::uintptr_t>(command.GetTexID()));
}
inline void set_texture(ImFontAtlas& atlas, void* texture) {
  atlas.SetTexID(static_cast<ImTextureID>(reinterpret_cast<std::uintptr_t>(texture)));
}
inline const ImFontGlyph* find_glyph(ImFont& font, float size, ImWchar letter) {
  return font.GetFontBaked(size)->FindGlyphNoFallback(letter);
}
inline AtlasPicture add_picture(ImFontAtlas& atlas, int width, int height) {
  return atlas.AddCustomRect(width, height);
}
inline AtlasPlace place_of(const ImFontAtlas& atlas, AtlasPicture picture) {
  ImFontAtlasRect rect{};
  if (!atlas.GetCustomRect(picture, &rect)) return {};
  return {rect.x, rect.y};
}

#else

using AtlasPicture = int;

inline void* texture_of(const ImDrawCmd& command) { return command.GetTexID(); }
inline void set_texture(ImFontAtlas& atlas, void* texture) { atlas.SetTexID(texture); }
inline const ImFontGlyph* find_glyph(const ImFont& font, float /*size*/, ImWchar letter) {
  return font.FindGlyphNoFallback(letter);
}
inline AtlasPicture add_picture(ImFontAtlas& atlas, int width, int height) {
  return atlas.AddCustomRectRegular(width, height);
}
inline AtlasPlace place_of(ImFontAtlas& atlas, AtlasPicture picture) {
  const ImFontAtlasCustomRect& rect = *atlas.GetCustomRectByIndex(picture);
  return {rect.X, rect.Y};
}

#endif

}  // namespace kindling::ui
