// `kindling shot`: draws a screen into a PNG file without a display. One thread.
#pragma once

#include <optional>
#include <string>

#include "core/base/result.hpp"
#include "platform/sdl/launch.hpp"

namespace kindling {

struct ShotOptions {
  LaunchOptions launch;
  std::string screen;               // a name of screen_names()
  std::string out;                  // the PNG file
  std::optional<std::string> tree;  // a JSON file for the semantic tree
  int width = 390, height = 844;    // dp
  double scale = 1;                 // 1..4
  std::string theme = "light";      // light, dark, contrast
  double text_scale = 1;            // 0.85..2
  bool pseudo = false;              // the pseudo-language
  double scroll = 0;                // dp, turned down by the wheel first
};

// Fails with invalid for values out of their limits and names that aren't known, with failed where a file can't be
// written.
[[nodiscard]] Result<void> take_shot(const ShotOptions& options);

}  // namespace kindling
