#include "platform/sdl/window_renderer.hpp"

namespace kindling {

Result<std::unique_ptr<WindowRenderer>> WindowRenderer::make(SDL_Window* window, RendererChoice choice) {
  if (choice == RendererChoice::gpu) {
    if (auto renderer = make_gpu_renderer(window)) return renderer;
  }
  if (SDL_GetWindowSurface(window) == nullptr) return failed("the window can't be drawn on");
  return make_software_renderer(window);
}

}  // namespace kindling
