// SDL's events as the app's: mouse, fingers, keys, text and input methods. What concerns the window itself (its size,
// its end) is the loop's. One thread.
#pragma once

#include <SDL.h>

#include <optional>
#include <vector>

#include "app/ui/input.hpp"

namespace kindling {

class EventFeed {
 public:
  EventFeed();

  // The window's size in physical pixels, and how many of them one of SDL's own units has.
  void set_size(float width, float height, float pixels_a_unit);
  // While a text field has the focus, a question mark is text and nothing else.
  void set_writing(bool writing) noexcept { writing_ = writing; }

  // True where the event was of that kind, whether or not it came to something.
  bool take(const SDL_Event& event);
  void push(ui::Event event) { events_.push_back(std::move(event)); }
  [[nodiscard]] bool empty() const noexcept { return events_.empty(); }
  // What came since the last call, in order.
  [[nodiscard]] std::vector<ui::Event> take_all() { return std::exchange(events_, {}); }

 private:
  void take_finger(const SDL_TouchFingerEvent& finger, bool down, bool up);
  void take_button(const SDL_MouseButtonEvent& button);
  void take_key(const SDL_KeyboardEvent& key);
  void take_window(const SDL_WindowEvent& window);

  std::vector<ui::Event> events_;
  float width_ = 1, height_ = 1, unit_ = 1;
  std::optional<SDL_FingerID> finger_;  // the one that points
  bool writing_ = false;
  SDL_Keymod control_;
};

// SDL's name of a key as the app's.
[[nodiscard]] ui::Key key_of(const SDL_Keysym& symbol);

}  // namespace kindling
