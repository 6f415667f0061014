#include "platform/sdl/event_feed.hpp"

#include <string_view>
#include <utility>

namespace kindling {
namespace {

using ui::Key;

constexpr SDL_Keycode kSharpS = 0xDF;  // with shift it is the German question mark

bool is_apple() {
  const std::string_view platform = SDL_GetPlatform();
  return platform == "Mac OS X" || platform == "iOS";
}

// By place: with some layouts digits need shift.
Key digit_of(SDL_Scancode code) {
  switch (code) {
    case SDL_SCANCODE_1:
    case SDL_SCANCODE_KP_1: return Key::d1;
    case SDL_SCANCODE_2:
    case SDL_SCANCODE_KP_2: return Key::d2;
    case SDL_SCANCODE_3:
    case SDL_SCANCODE_KP_3: return Key::d3;
    case SDL_SCANCODE_4:
    case SDL_SCANCODE_KP_4: return Key::d4;
    case SDL_SCANCODE_5:
    case SDL_SCANCODE_KP_5: return Key::d5;
    default: return Key::other;
  }
}

}  // namespace

ui::Key key_of(const SDL_Keysym& symbol) {
  const bool shift = (symbol.mod & KMOD_SHIFT) != 0;
  switch (symbol.sym) {
    case SDLK_TAB: return Key::tab;
    case SDLK_RETURN:
    case SDLK_RETURN2:
    case SDLK_KP_ENTER: return Key::enter;
    case SDLK_ESCAPE: return Key::escape;
    case SDLK_SPACE: return Key::space;
    case SDLK_BACKSPACE: return Key::backspace;
    case SDLK_DELETE: return Key::del;
    case SDLK_LEFT: return Key::left;
    case SDLK_RIGHT: return Key::right;
    case SDLK_UP: return Key::up;
    case SDLK_DOWN: return Key::down;
    case SDLK_HOME: return Key::home;
    case SDLK_END: return Key::end;
    case SDLK_PAGEUP: return Key::page_up;
    case SDLK_PAGEDOWN: return Key::page_down;
    case SDLK_MENU:
    case SDLK_APPLICATION: return Key::menu;
    case SDLK_F10: return shift ? Key::menu : Key::other;
    case SDLK_a: return Key::a;
    case SDLK_c: return Key::c;
    case SDLK_f: return Key::f;
    case SDLK_h: return Key::h;
    case SDLK_k: return Key::k;
    case SDLK_l: return Key::l;
    case SDLK_n: return Key::n;
    case SDLK_v: return Key::v;
    case SDLK_x: return Key::x;
    case SDLK_y: return Key::y;
    case SDLK_z: return Key::z;
    case SDLK_COMMA: return Key::comma;
    case SDLK_F1:
    case SDLK_QUESTION: return Key::question;
    case SDLK_SLASH:
    case kSharpS: return shift ? Key::question : Key::other;
    default: return digit_of(symbol.scancode);
  }
}

EventFeed::EventFeed() : control_(is_apple() ? KMOD_GUI : KMOD_CTRL) {}

void EventFeed::set_size(float width, float height, float pixels_a_unit) {
  width_ = width;
  height_ = height;
  unit_ = pixels_a_unit;
}

bool EventFeed::take(const SDL_Event& event) {
  switch (event.type) {
    case SDL_MOUSEMOTION:
      if (event.motion.which != SDL_TOUCH_MOUSEID) {
        push(ui::PointerMove{static_cast<float>(event.motion.x) * unit_, static_cast<float>(event.motion.y) * unit_});
      }
      return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: take_button(event.button); return true;
    case SDL_MOUSEWHEEL:
      if (event.wheel.which != SDL_TOUCH_MOUSEID) push(ui::Wheel{event.wheel.preciseX, event.wheel.preciseY});
      return true;
    case SDL_FINGERDOWN: take_finger(event.tfinger, true, false); return true;
    case SDL_FINGERMOTION: take_finger(event.tfinger, false, false); return true;
    case SDL_FINGERUP: take_finger(event.tfinger, false, true); return true;
    case SDL_KEYDOWN: take_key(event.key); return true;
    case SDL_KEYUP: return true;
    case SDL_TEXTINPUT: push(ui::TextInput{event.text.text}); return true;
    case SDL_TEXTEDITING: push(ui::TextPreedit{event.edit.text, event.edit.start}); return true;
    case SDL_TEXTEDITING_EXT:
      push(ui::TextPreedit{event.editExt.text, event.editExt.start});
      SDL_free(event.editExt.text);
      return true;
    case SDL_WINDOWEVENT: take_window(event.window); return false;
    default: return false;
  }
}

void EventFeed::take_window(const SDL_WindowEvent& window) {
  if (window.event == SDL_WINDOWEVENT_LEAVE) {
    push(ui::PointerLeave{});
  } else if (window.event == SDL_WINDOWEVENT_FOCUS_LOST) {
    // What is held is held no more: the release may go to another window.
    push(ui::PointerCancel{});
    finger_.reset();
  }
}

void EventFeed::take_button(const SDL_MouseButtonEvent& button) {
  if (button.which == SDL_TOUCH_MOUSEID) return;
  const float x = static_cast<float>(button.x) * unit_;
  const float y = static_cast<float>(button.y) * unit_;
  if (button.button == SDL_BUTTON_LEFT) {
    if (button.state == SDL_PRESSED) {
      push(ui::PointerDown{x, y});
    } else {
      push(ui::PointerUp{x, y});
    }
  } else if (button.button == SDL_BUTTON_X1 && button.state == SDL_PRESSED) {
    push(ui::Back{});
  }
}

void EventFeed::take_finger(const SDL_TouchFingerEvent& finger, bool down, bool up) {
  const float x = finger.x * width_;
  const float y = finger.y * height_;
  if (down) {
    if (finger_) {
      // Two fingers mean neither a press nor a drag of one.
      push(ui::PointerCancel{});
    } else {
      finger_ = finger.fingerId;
      push(ui::PointerDown{x, y, true});
    }
    return;
  }
  if (finger_ != finger.fingerId) return;
  if (up) {
    finger_.reset();
    push(ui::PointerUp{x, y});
  } else {
    push(ui::PointerMove{x, y});
  }
}

void EventFeed::take_key(const SDL_KeyboardEvent& key) {
  if (key.keysym.sym == SDLK_AC_BACK) {
    if (key.repeat == 0) push(ui::Back{});
    return;
  }
  ui::KeyDown down;
  down.key = key_of(key.keysym);
  down.shift = (key.keysym.mod & KMOD_SHIFT) != 0;
  down.control = (key.keysym.mod & control_) != 0;
  down.alt = (key.keysym.mod & KMOD_LALT) != 0;
  down.repeat = key.repeat != 0;
  if (down.key == ui::Key::question && writing_ && key.keysym.sym != SDLK_F1) return;
  if (down.key == ui::Key::question && key.keysym.sym == SDLK_F1) down.shift = false;
  push(down);
}

}  // namespace kindling
