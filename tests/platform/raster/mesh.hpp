// Draw lists made by hand, so that a test knows every vertex: builders for the rasteriser's tests.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "platform/raster/canvas.hpp"
#include "platform/raster/rasteriser.hpp"

namespace kindling {

// ImGui's packing of a colour that is written as the canvas has it, 0xAARRGGBB.
[[nodiscard]] constexpr ImU32 imgui_colour(std::uint32_t argb) {
  return (argb & 0xFF00FF00) | ((argb & 0xFF) << 16) | ((argb >> 16) & 0xFF);
}

inline constexpr std::uint32_t kBlack = 0xFF000000, kWhite = 0xFFFFFFFF;
[[nodiscard]] constexpr int channel(std::uint32_t pixel, int shift) {
  return static_cast<int>((pixel >> shift) & 0xFF);
}

// A texture of four colours, two by two.
inline constexpr std::uint32_t kTexels[] = {0xFF0000FF, 0xFF00FF00, 0xFFFF0000, 0xFF804020};
inline const RasterTexture kFour{2, 2, nullptr, kTexels};

// One list with one command to begin with. Needs no ImGui context.
class Mesh {
 public:
  Mesh() : list_(std::make_unique<ImDrawList>(nullptr)) { command(); }

  // What follows belongs to a new command.
  Mesh& command() {
    ImDrawCmd next;
    next.ClipRect = {-100'000.0F, -100'000.0F, 100'000.0F, 100'000.0F};
    next.IdxOffset = static_cast<unsigned>(list_->IdxBuffer.Size);
    list_->CmdBuffer.push_back(next);
    return *this;
  }
  Mesh& clip(float left, float top, float right, float bottom) {
    last().ClipRect = {left, top, right, bottom};
    return *this;
  }
  Mesh& texture(const RasterTexture& texture) {
    // ImGui's textures are pointers to what may change; the rasteriser only reads.
    last().TextureId = const_cast<RasterTexture*>(&texture);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    return *this;
  }
  [[nodiscard]] ImDrawCmd& last() { return list_->CmdBuffer.back(); }
  [[nodiscard]] ImDrawList& list() { return *list_; }

  // The number of the new vertex, within the last command's vertices.
  unsigned vertex(ImVec2 at, std::uint32_t argb, ImVec2 uv = {0.5F, 0.5F}) {
    list_->VtxBuffer.push_back({at, uv, imgui_colour(argb)});
    return static_cast<unsigned>(list_->VtxBuffer.Size - 1) - last().VtxOffset;
  }
  Mesh& indices(std::initializer_list<unsigned> added) {
    for (const unsigned index : added) {
      list_->IdxBuffer.push_back(static_cast<ImDrawIdx>(index));
      ++last().ElemCount;
    }
    return *this;
  }
  Mesh& triangle(ImVec2 a, ImVec2 b, ImVec2 c, std::uint32_t argb) {
    const unsigned first = vertex(a, argb);
    vertex(b, argb);
    vertex(c, argb);
    return indices({first, first + 1, first + 2});
  }
  // As ImDrawList::PrimRectUV writes it.
  Mesh& rectangle(ImVec2 from, ImVec2 to, std::uint32_t argb, ImVec2 uv_from = {0.5F, 0.5F},
                  ImVec2 uv_to = {0.5F, 0.5F}) {
    const unsigned first = vertex(from, argb, uv_from);
    vertex({to.x, from.y}, argb, {uv_to.x, uv_from.y});
    vertex(to, argb, uv_to);
    vertex({from.x, to.y}, argb, {uv_from.x, uv_to.y});
    return indices({first, first + 1, first + 2, first, first + 2, first + 3});
  }

  [[nodiscard]] Picture drawn(int width, int height, std::uint32_t background = 0xFF000000) {
    Picture picture(width, height);
    draw(picture.canvas(), background, {0, 0, width, height});
    return picture;
  }
  void draw(const Canvas& canvas, std::uint32_t background, const PixelRect& damage) {
    ImDrawList* lists[] = {list_.get()};
    ImDrawData data;
    data.Valid = true;
    data.CmdLists = lists;
    data.CmdListsCount = 1;
    data.DisplaySize = {static_cast<float>(canvas.width), static_cast<float>(canvas.height)};
    data.FramebufferScale = scale;
    data.DisplayPos = origin;
    Rasteriser().draw(data, canvas, background, damage);
  }

  ImVec2 origin{0.0F, 0.0F};
  ImVec2 scale{1.0F, 1.0F};

 private:
  std::unique_ptr<ImDrawList> list_;
};

}  // namespace kindling
