#include <imgui.h>

#include "platform/raster/rasteriser.hpp"
#include "platform/sdl/window_renderer.hpp"

namespace kindling {
namespace {

struct FreeSurface {
  void operator()(SDL_Surface* surface) const noexcept { SDL_FreeSurface(surface); }
};

class SoftwareRenderer final : public WindowRenderer {
 public:
  explicit SoftwareRenderer(SDL_Window* window) : window_(window) {}

  void measure(int& width, int& height) override { SDL_GetWindowSizeInPixels(window_, &width, &height); }

  void upload(ImFontAtlas& atlas) override { name_texture(atlas, letters_); }

  void restore() override {}

  void present(const ImDrawData& data, std::uint32_t clear) override {
    // SDL makes a new one when the window's size has changed.
    SDL_Surface* surface = SDL_GetWindowSurface(window_);
    if (surface == nullptr) return;
    const std::uint32_t colour = 0xFF000000U | ((clear & 0xFFU) << 16U) | (clear & 0xFF00U) | ((clear >> 16U) & 0xFFU);
    if (is_ours(*surface->format)) {
      draw(*surface, data, colour);
    } else {
      if (!between_ || between_->w != surface->w || between_->h != surface->h) {
        between_.reset(SDL_CreateRGBSurfaceWithFormat(0, surface->w, surface->h, 32, SDL_PIXELFORMAT_ARGB8888));
      }
      if (!between_) return;
      draw(*between_, data, colour);
      SDL_SetSurfaceBlendMode(between_.get(), SDL_BLENDMODE_NONE);
      SDL_BlitSurface(between_.get(), nullptr, surface, nullptr);
    }
    SDL_UpdateWindowSurface(window_);
  }

  bool keeps_pace() const override { return false; }

 private:
  static bool is_ours(const SDL_PixelFormat& format) {
    return format.BytesPerPixel == 4 && format.Rmask == 0xFF0000U && format.Gmask == 0xFF00U && format.Bmask == 0xFFU;
  }

  void draw(SDL_Surface& surface, const ImDrawData& data, std::uint32_t clear) {
    if (SDL_MUSTLOCK(&surface)) SDL_LockSurface(&surface);
    const Canvas canvas{.pixels = static_cast<std::uint32_t*>(surface.pixels),
                        .width = surface.w,
                        .height = surface.h,
                        .stride_pixels = surface.pitch / 4};
    rasteriser_.draw(data, canvas, clear);
    if (SDL_MUSTLOCK(&surface)) SDL_UnlockSurface(&surface);
  }

  SDL_Window* window_;
  std::unique_ptr<SDL_Surface, FreeSurface> between_;
  Rasteriser rasteriser_;
  RasterTexture letters_;
};

}  // namespace

std::unique_ptr<WindowRenderer> make_software_renderer(SDL_Window* window) {
  return std::make_unique<SoftwareRenderer>(window);
}

}  // namespace kindling
