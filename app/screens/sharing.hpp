// How much of a check-in its partner may see, with what they would see of it, wherever that is chosen. One thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct SharedParts {
  std::string mood;  // in words; empty: not chosen yet
  std::span<const std::string> feelings;
  std::string_view note;
  std::string_view need;  // as it is kept
};
// `partner`: their name, or empty. True where another share was picked.
bool draw_sharing(Stage& stage, std::string_view partner, const SharedParts& parts, Share& share);

}  // namespace kindling::app
