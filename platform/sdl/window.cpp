#include "platform/sdl/window.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "platform/sdl/window_icon.hpp"

namespace kindling {
namespace {

constexpr int kLeastWidth = 320, kLeastHeight = 480;  // dp
constexpr int kMost = 8000;

void set_hints() {
  SDL_SetHint(SDL_HINT_APP_NAME, "Kindling");
  // Fingers and the mouse come as themselves.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
  SDL_SetHint("SDL_IME_SUPPORT_EXTENDED_TEXT", "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "1");
  SDL_SetHint(SDL_HINT_WINDOWS_DPI_AWARENESS, "permonitorv2");
  // A compositor that steps aside for games doesn't for us.
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

// A screen that nobody looks at, or a bare console, is no display to open a window on.
bool is_display(const char* driver, bool was_chosen) {
  const std::string_view name = driver == nullptr ? "" : driver;
  return was_chosen || (name != "KMSDRM" && name != "offscreen" && name != "dummy" && name != "evdev");
}

}  // namespace

WindowPlace read_window_place(const FileStore& files, const std::string& home_folder) {
  const auto bytes = files.read(home_folder + "/window.json", 4096);
  if (!bytes) return {};
  const auto json = nlohmann::json::parse(text_of(*bytes), nullptr, false);
  if (!json.is_object()) return {};
  const auto number = [&](const char* name, int least, int otherwise) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_integer()) return otherwise;
    return static_cast<int>(std::clamp<std::int64_t>(found->get<std::int64_t>(), least, kMost));
  };
  WindowPlace place;
  place.width = number("width", kLeastWidth, place.width);
  place.height = number("height", kLeastHeight, place.height);
  const auto maximised = json.find("maximised");
  place.maximised = maximised != json.end() && maximised->is_boolean() && maximised->get<bool>();
  return place;
}

void write_window_place(FileStore& files, const std::string& home_folder, const WindowPlace& place) {
  const nlohmann::json json{{"width", place.width}, {"height", place.height}, {"maximised", place.maximised}};
  const std::string text = json.dump() + "\n";
  [[maybe_unused]] const auto kept = files.write(home_folder + "/window.json", bytes_of(text));
}

Error no_display() {
  return failed("there is no display to open a window on; every command works without one, see kindling help");
}

Result<std::unique_ptr<Window>> Window::open(const WindowPlace& place, RendererChoice choice, const Scale& scale) {
  set_hints();
  // SDL would ask a graphics processor to show the pictures that the processor drew.
  if (choice == RendererChoice::software) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  const bool was_chosen = SDL_getenv("SDL_VIDEODRIVER") != nullptr;
  if (SDL_Init(SDL_INIT_VIDEO) != 0 || !is_display(SDL_GetCurrentVideoDriver(), was_chosen)) {
    SDL_Quit();
    return no_display();
  }
  std::unique_ptr<Window> window(new Window(place, scale.chosen));
  window->scale_ = scale.chosen.value_or(scale.usual.value_or(1));
  const auto units = [&](int dp) { return static_cast<int>(std::lround(static_cast<float>(dp) * window->scale_)); };
  SDL_Rect room{0, 0, kMost, kMost};
  SDL_GetDisplayUsableBounds(0, &room);
  Uint32 flags = SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  if (place.maximised) flags |= SDL_WINDOW_MAXIMIZED;
  const int width = std::min(units(place.width), std::max(room.w, units(kLeastWidth)));
  const int height = std::min(units(place.height), std::max(room.h, units(kLeastHeight)));
  window->window_.reset(
      SDL_CreateWindow("Kindling", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags));
  if (!window->window_) return failed("the window can't be opened");
  auto renderer = WindowRenderer::make(window->window_.get(), choice);
  if (!renderer) return renderer.error();
  window->renderer_ = std::move(*renderer);
  window->set_least_size();
  SDL_StopTextInput();
  Picture icon = window_icon(64);
  const Canvas canvas = icon.canvas();
  if (SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormatFrom(canvas.pixels, canvas.width, canvas.height, 32,
                                                                canvas.stride_pixels * 4, SDL_PIXELFORMAT_ARGB8888)) {
    SDL_SetWindowIcon(window->window_.get(), surface);
    SDL_FreeSurface(surface);
  }
  window->arrow_.reset(SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW));
  window->hand_.reset(SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_HAND));
  return window;
}

Window::~Window() {
  arrow_.reset();
  hand_.reset();
  renderer_.reset();
  window_.reset();
  SDL_Quit();
}

void Window::set_least_size() {
  const auto units = [&](int dp) { return static_cast<int>(std::lround(static_cast<float>(dp) * scale_)); };
  SDL_SetWindowMinimumSize(window_.get(), units(kLeastWidth), units(kLeastHeight));
}

bool Window::set_scale(std::optional<float> scale) {
  if (chosen_ || !scale || *scale == scale_) return false;
  scale_ = *scale;
  set_least_size();
  return true;
}

Window::Size Window::measure() {
  int units = 0;
  int units_high = 0;
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(window_.get(), &units, &units_high);
  place_.maximised = (SDL_GetWindowFlags(window_.get()) & SDL_WINDOW_MAXIMIZED) != 0;
  if (!place_.maximised) {
    place_.width = static_cast<int>(std::lround(static_cast<float>(units) / scale_));
    place_.height = static_cast<int>(std::lround(static_cast<float>(units_high) / scale_));
  }
  renderer_->measure(width, height);
  Size size{.width = static_cast<float>(std::max(width, 1)), .height = static_cast<float>(std::max(height, 1))};
  size.pixels_a_unit = units > 0 ? size.width / static_cast<float>(units) : 1;
  size.scale = size.pixels_a_unit * scale_;
  return size;
}

bool Window::has_keyboard() const { return (SDL_GetWindowFlags(window_.get()) & SDL_WINDOW_INPUT_FOCUS) != 0; }

SDL_Point Window::origin() {
  SDL_Point at{};
  SDL_GetWindowPosition(window_.get(), &at.x, &at.y);
  const float unit = measure().pixels_a_unit;
  return {static_cast<int>(static_cast<float>(at.x) * unit), static_cast<int>(static_cast<float>(at.y) * unit)};
}

void Window::show() { SDL_ShowWindow(window_.get()); }

void Window::raise() {
  if ((SDL_GetWindowFlags(window_.get()) & SDL_WINDOW_MINIMIZED) != 0) SDL_RestoreWindow(window_.get());
  SDL_RaiseWindow(window_.get());
}

void Window::name(const std::string& title) {
  if (title == title_) return;
  title_ = title;
  SDL_SetWindowTitle(window_.get(), title.c_str());
}

void Window::follow(const ui::FrameOutput& wanted) {
  if (wanted.hand != is_hand_) {
    is_hand_ = wanted.hand;
    SDL_SetCursor(is_hand_ ? hand_.get() : arrow_.get());
  }
  if (wanted.wants_text) {
    const float unit = measure().pixels_a_unit;
    const auto units = [&](float pixels) { return static_cast<int>(std::lround(pixels / unit)); };
    const SDL_Rect caret{units(wanted.caret.left), units(wanted.caret.top), std::max(1, units(wanted.caret.width())),
                         units(wanted.caret.height())};
    if (SDL_RectEquals(&caret, &caret_) == SDL_FALSE) SDL_SetTextInputRect(&caret);
    caret_ = caret;
  }
  if (wanted.wants_text == takes_text_) return;
  takes_text_ = wanted.wants_text;
  if (takes_text_) {
    SDL_StartTextInput();
  } else {
    SDL_StopTextInput();
  }
}

}  // namespace kindling
