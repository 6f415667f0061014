// What the window asks of the desktop and SDL has no word for: how it likes things to look, who else has the same home
// open or writes to it, and who reads the screen aloud. One implementation for each system, chosen by CMake:
// platform/linux/desktop.cpp, and platform/sdl/plain/desktop.cpp for all others. The window's thread owns it and calls
// it; none of it waits, but where it says so.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/model/background.hpp"
#include "app/model/folders.hpp"
#include "app/ui/semantics.hpp"
#include "core/ports/file_store.hpp"

namespace kindling {

// None where the desktop doesn't say.
struct DesktopWishes {
  std::optional<bool> dark;
  std::optional<bool> high_contrast;
  std::optional<bool> reduced_motion;
};

// How people write times and calendars where this runs.
struct LocaleHabits {
  bool clock_24h = true;
  std::chrono::weekday week_start = std::chrono::Monday;
};

class Desktop {
 public:
  // `wake` is called from any thread whenever one of the take_… functions has something, and not after the destructor.
  // The questions to the desktop are on their way when this returns.
  [[nodiscard]] static std::unique_ptr<Desktop> start(std::function<void()> wake);
  virtual ~Desktop() = default;
  Desktop(const Desktop&) = delete;
  Desktop& operator=(const Desktop&) = delete;

  // True where this program is the only one with a window on that home; false where another has one, which was asked to
  // come to the front with `screen` (a name of app::screen_names(), or empty: as it is). Waits for its answer, two
  // seconds at most.
  [[nodiscard]] virtual bool claim(const std::string& home_folder, const std::string& screen) = 0;
  // From here on the desktop can call this window by the program's name.
  virtual void answer_to_name() = 0;
  // Somebody has called for the window that is there: a second start, or the desktop. What it should show, in whatever
  // words they had; empty: as it is.
  [[nodiscard]] virtual std::optional<std::string> take_call() = 0;

  // From here on take_home_change tells that files of the home were written, by whomever.
  virtual void watch(const std::string& home_folder) = 0;
  [[nodiscard]] virtual bool take_home_change() = 0;

  // What brings reminders for that home, also while no window is open; nullptr where the system has nothing of the
  // kind. Belongs to this; `files` must outlive it.
  [[nodiscard]] virtual app::Background* background(FileStore& files, const std::string& home_folder) = 0;
  // nullptr where the system shows no folders.
  [[nodiscard]] virtual app::Folders* folders() = 0;

  // What the desktop wishes, where that has changed. Waits at most that long for the first answer.
  [[nodiscard]] virtual std::optional<DesktopWishes> take_wishes(std::chrono::milliseconds at_most) = 0;
  [[nodiscard]] virtual LocaleHabits habits() const = 0;
  // Whether there is a display at all, as far as the system tells without being asked by SDL.
  [[nodiscard]] virtual bool has_display() const = 0;
  // Whether a graphics processor is worth asking for.
  [[nodiscard]] virtual bool has_gpu() const = 0;

  // Physical pixels a dp of the display, where the desktop says so.
  [[nodiscard]] virtual std::optional<float> scale() const = 0;

  // `wake` comes that long from now by the clock on the wall, also where the computer has slept meanwhile or the clock
  // was set. False where the system has no such alarm: then the caller waits itself.
  [[nodiscard]] virtual bool set_alarm(std::chrono::nanoseconds from_now) = 0;
  [[nodiscard]] virtual bool take_alarm() = 0;

  // After each frame: the screen in words, and where the window's inside begins on the screen, in physical pixels.
  virtual void show(const ui::Tree& tree, int x, int y, bool active) = 0;
  // What screen readers have asked for.
  [[nodiscard]] virtual std::vector<ui::Request> take_requests() = 0;

 protected:
  Desktop() = default;
};

}  // namespace kindling
