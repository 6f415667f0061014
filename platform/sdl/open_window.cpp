#include "platform/sdl/open_window.hpp"

#include <csignal>
#include <cstdlib>
#include <optional>
#include <utility>

#include "app/screen_names.hpp"
#include "assets/fonts/fonts.hpp"
#include "platform/common/held_signals.hpp"
#include "platform/common/home_place.hpp"
#include "platform/common/locale_country.hpp"
#include "platform/sdl/emoji_font.hpp"
#include "platform/sdl/event_loop.hpp"

namespace kindling {
namespace {

constexpr std::chrono::milliseconds kWishesWait(150);

std::optional<float> chosen_scale() {
  const auto text = environment("KINDLING_SCALE");
  if (!text) return std::nullopt;
  const float scale = std::strtof(text->c_str(), nullptr);
  if (!(scale >= 0.5F && scale <= 4)) return std::nullopt;
  return scale;
}

RendererChoice chosen_renderer(const Desktop& desktop) {
  const auto text = environment("KINDLING_RENDERER");
  if (text == "software") return RendererChoice::software;
  if (text == "gpu") return RendererChoice::gpu;
  return desktop.has_gpu() ? RendererChoice::gpu : RendererChoice::software;
}

app::Surroundings surroundings_of(Desktop& desktop) {
  app::Surroundings surroundings;
  const LocaleHabits habits = desktop.habits();
  surroundings.clock_24h = habits.clock_24h;
  surroundings.week_start = habits.week_start;
  surroundings.country = locale_country();
  if (const auto wishes = desktop.take_wishes(kWishesWait)) {
    surroundings.dark = wishes->dark.value_or(false);
    surroundings.high_contrast = wishes->high_contrast.value_or(false);
    surroundings.reduced_motion = wishes->reduced_motion.value_or(false);
  }
  return surroundings;
}

ui::Clipboard clipboard() {
  ui::Clipboard clipboard;
  clipboard.read = [] {
    char* text = SDL_GetClipboardText();
    std::string copy = text == nullptr ? std::string() : std::string(text);
    SDL_free(text);
    return copy;
  };
  clipboard.write = [](const std::string& text) { SDL_SetClipboardText(text.c_str()); };
  return clipboard;
}

// SDL closes the window on Ctrl-C and on `kill`; a terminal that goes away means the same.
void end_with_the_terminal() {
  std::signal(SIGHUP, [](int) { std::raise(SIGTERM); });
}

Error no_such_screen() {
  std::string names;
  for (const std::string_view name : app::screen_names()) {
    if (app::may_be_called(name)) names += (names.empty() ? "" : ", ") + std::string(name);
  }
  return invalid("no such screen can be asked for; screens are " + names);
}

double seconds_since_start() {
  return static_cast<double>(SDL_GetPerformanceCounter()) / static_cast<double>(SDL_GetPerformanceFrequency());
}

}  // namespace

Result<void> open_window(const LaunchOptions& options, const std::string& screen) {
  if (!screen.empty() && !app::may_be_called(screen)) return no_such_screen();
  // Before there is a second thread: the class by which desktops know the window.
  SDL_setenv("SDL_VIDEO_X11_WMCLASS", "kindling", 0);
  SDL_setenv("SDL_VIDEO_WAYLAND_WMCLASS", "org.kindling.Kindling", 0);
  // Until SDL takes them as a wish to close the window: a demonstration's folder must not stay behind.
  std::optional<HeldSignals> held(std::in_place);
  WakeSignal wake;
  auto launch = Launch::make(options);
  if (!launch) return launch.error();
  Launch& start = **launch;
  // In this order they end: app, desktop (whose threads speak to SDL), window.
  std::unique_ptr<Window> window;
  const std::unique_ptr<Desktop> desktop = Desktop::start([&wake] { wake.set(); });
  if (!desktop->has_display()) return no_display();
  if (!desktop->claim(start.folder(), screen)) return {};
  const WindowPlace place = read_window_place(start.files(), start.folder());
  auto opened = Window::open(place, chosen_renderer(*desktop), {.chosen = chosen_scale(), .usual = desktop->scale()});
  if (!opened) return opened.error();
  window = std::move(*opened);
  end_with_the_terminal();
  held.reset();
  const app::Surroundings surroundings = surroundings_of(*desktop);
  app::Shell shell;
  shell.open = [&](const std::string& passphrase) { return start.open(passphrase); };
  shell.upload = [&](ImFontAtlas& atlas) { window->renderer().upload(atlas); };
  shell.clipboard = clipboard();
  shell.fonts = font_files();
  shell.emoji = emoji_source();
  // Nobody wants to be reminded of an invented couple's evening.
  const bool is_real = !options.demo && !start.clock_stands();
  if (is_real) shell.background = desktop->background(start.files(), start.folder());
  shell.folders = desktop->folders();
  app::App app(std::move(shell), surroundings);
  if (!screen.empty()) app.show(screen);
  desktop->watch(start.folder());
  // The desktop means a person's own home.
  if (!options.home && !options.demo) desktop->answer_to_name();
  LoopParts parts{.window = *window,
                  .app = app,
                  .desktop = *desktop,
                  .wake = wake,
                  .surroundings = surroundings,
                  .seconds = seconds_since_start,
                  .now = {}};
  if (!start.clock_stands()) parts.now = [&] { return start.clock().now(); };
  EventLoop(std::move(parts)).run();
  if (const WindowPlace left = window->place(); left != place) {
    write_window_place(start.files(), start.folder(), left);
  }
  return {};
}

}  // namespace kindling
