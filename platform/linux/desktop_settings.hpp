// What the desktop is set to look like, from the settings portal (org.freedesktop.portal.Settings) of the session bus,
// at the start and whenever it changes. It has a thread of its own that sleeps between changes; the application's
// thread owns the object and is never made to wait for the bus, except where it asks to. Without a bus or a portal
// there are no values, and that is no error.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace kindling {

// None where the desktop doesn't say, or says that it has no preference.
struct DesktopLook {
  std::optional<bool> dark;
  std::optional<bool> high_contrast;
  std::optional<bool> reduced_motion;

  friend bool operator==(const DesktopLook&, const DesktopLook&) = default;
};

class DesktopSettings {
 public:
  // `wake` is called from the other thread whenever there is something to take, and not after the destructor.
  [[nodiscard]] static std::unique_ptr<DesktopSettings> start(std::function<void()> wake);
  ~DesktopSettings();
  DesktopSettings(const DesktopSettings&) = delete;
  DesktopSettings& operator=(const DesktopSettings&) = delete;

  // The look, where it has changed since the last call. Waits at most that long for the desktop's first answer, and no
  // longer than until it is known that none will come: so that the first frame of a dark desktop isn't bright.
  [[nodiscard]] std::optional<DesktopLook> take(std::chrono::milliseconds at_most = std::chrono::milliseconds(0));

 private:
  class Watch;
  explicit DesktopSettings(std::unique_ptr<Watch> watch);
  std::unique_ptr<Watch> watch_;
};

}  // namespace kindling
