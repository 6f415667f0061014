// Brings ImGui's draw lists onto a window: by SDL_Renderer where there is a graphics processor, else by our own
// rasteriser into the window's surface, which starts faster and needs less memory than a processor that plays one. One
// thread; the window must outlive it.
#pragma once

#include <SDL.h>

#include <cstdint>
#include <memory>

#include "core/base/result.hpp"

struct ImDrawData;
struct ImFontAtlas;

namespace kindling {

enum class RendererChoice : std::uint8_t { gpu, software };

class WindowRenderer {
 public:
  // Falls back to software where the other can't be had. Fails with failed where the window can't be drawn on at all.
  [[nodiscard]] static Result<std::unique_ptr<WindowRenderer>> make(SDL_Window* window, RendererChoice choice);
  virtual ~WindowRenderer() = default;
  WindowRenderer(const WindowRenderer&) = delete;
  WindowRenderer& operator=(const WindowRenderer&) = delete;

  // Physical pixels of the window's inside.
  virtual void measure(int& width, int& height) = 0;
  // Takes the picture of all letters, which stays the atlas' own.
  virtual void upload(ImFontAtlas& atlas) = 0;
  // Draws and presents. `clear` as ImGui packs colours.
  virtual void present(const ImDrawData& data, std::uint32_t clear) = 0;
  // The graphics device was lost with all that was on it.
  virtual void restore() = 0;
  // Presenting waits for the screen.
  [[nodiscard]] virtual bool keeps_pace() const = 0;

 protected:
  WindowRenderer() = default;
};

[[nodiscard]] std::unique_ptr<WindowRenderer> make_gpu_renderer(SDL_Window* window);  // nullptr: there is none
[[nodiscard]] std::unique_ptr<WindowRenderer> make_software_renderer(SDL_Window* window);

}  // namespace kindling
