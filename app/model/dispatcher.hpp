// Carries out what a person wants done to things. The only door from the screens to the services that write. One
// thread.
#pragma once

#include <optional>
#include <string>

#include "app/model/format.hpp"
#include "app/model/intent.hpp"

namespace kindling::app {

struct Outcome {
  std::optional<Error> error;  // nothing was changed
  std::string words;           // what was done, for a toast; empty where the screen shows it anyway
  int acts = 0;                // that Undo takes back; 0: it isn't offered
  bool changed = false;
  std::string item;  // the piece of content that was drawn
};

// Acts alone; ways through the app give an empty outcome.
[[nodiscard]] Outcome carry_out(Kindling& home, const Intent& intent, const Format& format);

}  // namespace kindling::app
