#include <cmath>

#include "app/ui/imgui_bridge.hpp"
#include "platform/sdl/window_renderer.hpp"

namespace kindling {
namespace {

struct DestroyRenderer {
  void operator()(SDL_Renderer* renderer) const noexcept { SDL_DestroyRenderer(renderer); }
};
struct DestroyTexture {
  void operator()(SDL_Texture* texture) const noexcept { SDL_DestroyTexture(texture); }
};

class GpuRenderer final : public WindowRenderer {
 public:
  GpuRenderer(SDL_Renderer* renderer, bool waits) : renderer_(renderer), waits_(waits) {}

  void measure(int& width, int& height) override { SDL_GetRendererOutputSize(renderer_.get(), &width, &height); }

  void upload(ImFontAtlas& atlas) override {
    atlas_ = &atlas;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
    letters_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, width, height));
    if (letters_) {
      SDL_UpdateTexture(letters_.get(), nullptr, pixels, width * 4);
      SDL_SetTextureBlendMode(letters_.get(), SDL_BLENDMODE_BLEND);
      SDL_SetTextureScaleMode(letters_.get(), SDL_ScaleModeLinear);
    }
    ui::set_texture(atlas, letters_.get());
  }

  void restore() override {
    if (atlas_ != nullptr) upload(*atlas_);
  }

  void present(const ImDrawData& data, std::uint32_t clear) override {
    SDL_Renderer* renderer = renderer_.get();
    SDL_RenderSetClipRect(renderer, nullptr);
    SDL_SetRenderDrawColor(renderer, static_cast<Uint8>(clear), static_cast<Uint8>(clear >> 8U),
                           static_cast<Uint8>(clear >> 16U), SDL_ALPHA_OPAQUE);
    SDL_RenderClear(renderer);
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    for (int i = 0; i < data.CmdListsCount; ++i) draw(*data.CmdLists[i]);
    SDL_RenderPresent(renderer);
  }

  bool keeps_pace() const override { return waits_; }

 private:
  void draw(const ImDrawList& list) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
      const int left = static_cast<int>(std::floor(std::max(command.ClipRect.x, 0.0F)));
      const int top = static_cast<int>(std::floor(std::max(command.ClipRect.y, 0.0F)));
      const SDL_Rect clip{left, top, static_cast<int>(std::ceil(command.ClipRect.z)) - left,
                          static_cast<int>(std::ceil(command.ClipRect.w)) - top};
      if (clip.w <= 0 || clip.h <= 0) continue;
      SDL_RenderSetClipRect(renderer_.get(), &clip);
      const ImDrawVert* corners = list.VtxBuffer.Data + command.VtxOffset;
      const auto count = list.VtxBuffer.Size - static_cast<int>(command.VtxOffset);
      // ImGui packs a colour's four bytes in the order of SDL_Color's, on little-endian machines.
      SDL_RenderGeometryRaw(renderer_.get(), static_cast<SDL_Texture*>(ui::texture_of(command)), &corners->pos.x,
                            sizeof(ImDrawVert), reinterpret_cast<const SDL_Color*>(&corners->col), sizeof(ImDrawVert),
                            &corners->uv.x, sizeof(ImDrawVert), count, list.IdxBuffer.Data + command.IdxOffset,
                            static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
    }
  }

  std::unique_ptr<SDL_Renderer, DestroyRenderer> renderer_;
  std::unique_ptr<SDL_Texture, DestroyTexture> letters_;  // before the renderer
  ImFontAtlas* atlas_ = nullptr;
  bool waits_;
};

}  // namespace

std::unique_ptr<WindowRenderer> make_gpu_renderer(SDL_Window* window) {
  SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
  SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
  if (renderer == nullptr) renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED);
  if (renderer == nullptr) return nullptr;
  SDL_RendererInfo info{};
  SDL_GetRendererInfo(renderer, &info);
  return std::make_unique<GpuRenderer>(renderer, (info.flags & SDL_RENDERER_PRESENTVSYNC) != 0);
}

}  // namespace kindling
