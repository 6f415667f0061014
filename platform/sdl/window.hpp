// The one window: SDL's start and end, its size in physical pixels and dp, its name, cursor, text input, and where it
// was left. One at a time; the program's first thread.
#pragma once

#include <SDL.h>

#include <memory>
#include <optional>
#include <string>

#include "app/ui/input.hpp"
#include "core/ports/file_store.hpp"
#include "platform/sdl/window_renderer.hpp"

namespace kindling {

// What is remembered of a window, in window.json of the home; nothing secret.
struct WindowPlace {
  int width = 420, height = 860;  // dp
  bool maximised = false;

  friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};
// The usual one where nothing (or nothing sensible) is remembered.
[[nodiscard]] WindowPlace read_window_place(const FileStore& files, const std::string& home_folder);
// A place that can't be kept is no loss.
void write_window_place(FileStore& files, const std::string& home_folder, const WindowPlace& place);

// Why there can be no window.
[[nodiscard]] Error no_display();

class Window {
 public:
  // Hidden until `show`. `scale`: dp to SDL's units, where somebody has chosen it. Fails with failed where there is no
  // display.
  [[nodiscard]] static Result<std::unique_ptr<Window>> open(const WindowPlace& place, RendererChoice choice,
                                                            std::optional<float> scale);
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;
  ~Window();

  struct Size {
    float width = 0, height = 0;  // physical pixels
    float scale = 1;              // physical pixels a dp
    float pixels_a_unit = 1;      // physical pixels of one of SDL's units
  };
  [[nodiscard]] Size measure() const;
  [[nodiscard]] WindowPlace place() const;
  [[nodiscard]] WindowRenderer& renderer() noexcept { return *renderer_; }
  [[nodiscard]] bool has_keyboard() const;
  // Where its inside begins on the screen, in physical pixels; 0, 0 where the system doesn't tell.
  [[nodiscard]] SDL_Point origin() const;

  void show();
  void raise();
  void name(const std::string& title);
  // Cursor and text input as the frame wants them.
  void follow(const ui::FrameOutput& wanted);

 private:
  explicit Window(std::optional<float> scale) : scale_(scale.value_or(1)) {}

  struct Destroy {
    void operator()(SDL_Window* window) const noexcept { SDL_DestroyWindow(window); }
    void operator()(SDL_Cursor* cursor) const noexcept { SDL_FreeCursor(cursor); }
  };
  std::unique_ptr<SDL_Window, Destroy> window_;
  std::unique_ptr<WindowRenderer> renderer_;
  std::unique_ptr<SDL_Cursor, Destroy> arrow_, hand_;
  float scale_;
  std::string title_;
  bool is_hand_ = false;
  bool takes_text_ = false;
  SDL_Rect caret_{};
};

}  // namespace kindling
