// Port: what brings reminders while the window is closed. Its owner's thread calls it; each call may take a moment, so
// it is asked when something was chosen, never each frame.
#pragma once

#include <string>

#include "core/base/result.hpp"

namespace kindling::app {

struct BackgroundState {
  bool on = false;     // starts at each login
  bool runs = false;   // now
  bool shown = false;  // something on this desktop shows notifications
  friend bool operator==(const BackgroundState&, const BackgroundState&) = default;
};

class Background {
 public:
  virtual ~Background() = default;

  [[nodiscard]] virtual BackgroundState state() = 0;
  [[nodiscard]] virtual Result<void> turn(bool on) = 0;
  // The home is open in this window, by that passphrase where it has one: until it is closed reminders are brought in
  // any case. Doesn't wait.
  virtual void home_opened(const std::string& passphrase) = 0;
  virtual void home_closed() = 0;
  // Shows a notification now, to try out whether one arrives.
  [[nodiscard]] virtual Result<void> test() = 0;
};

}  // namespace kindling::app
