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
  // `chosen` by a person, else `usual` on this display: dp to SDL's units.
  struct Scale {
    std::optional<float> chosen, usual;
  };
  // Hidden until `show`. Fails with failed where there is no display.
  [[nodiscard]] static Result<std::unique_ptr<Window>> open(const WindowPlace& place, RendererChoice choice,
                                                            const Scale& scale);
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;
  ~Window();

  struct Size {
    float width = 0, height = 0;  // physical pixels
    float scale = 1;              // physical pixels a dp
    float pixels_a_unit = 1;      // physical pixels of one of SDL's units
  };
  [[nodiscard]] Size measure();
  // Dp to SDL's units from now on; where somebody chose one at the start it stays. True where that is new.
  bool set_scale(std::optional<float> scale);
  // As it was when it was measured last.
  [[nodiscard]] const WindowPlace& place() const noexcept { return place_; }
  [[nodiscard]] WindowRenderer& renderer() noexcept { return *renderer_; }
  [[nodiscard]] bool has_keyboard() const;
  // Where its inside begins on the screen, in physical pixels; 0, 0 where the system doesn't tell.
  [[nodiscard]] SDL_Point origin();

  void show();
  void raise();
  void name(const std::string& title);
  // Cursor and text input as the frame wants them.
  void follow(const ui::FrameOutput& wanted);

 private:
  Window(const WindowPlace& place, std::optional<float> chosen) : place_(place), chosen_(chosen) {}
  void set_least_size();

  struct Destroy {
    void operator()(SDL_Window* window) const noexcept { SDL_DestroyWindow(window); }
    void operator()(SDL_Cursor* cursor) const noexcept { SDL_FreeCursor(cursor); }
  };
  std::unique_ptr<SDL_Window, Destroy> window_;
  std::unique_ptr<WindowRenderer> renderer_;
  std::unique_ptr<SDL_Cursor, Destroy> arrow_, hand_;
  WindowPlace place_;  // its size is that of the window when it wasn't maximised last
  std::optional<float> chosen_;
  float scale_ = 1;
  std::string title_;
  bool is_hand_ = false;
  bool takes_text_ = false;
  SDL_Rect caret_{};
};

}  // namespace kindling
