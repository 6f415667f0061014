// The pictures that are kept, and how each is drawn: screens of the demonstration home at fixed moments.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "platform/raster/canvas.hpp"

namespace kindling::tests {

struct GoldenPicture {
  const char* name;  // of the file in tests/golden, without ".png"
  const char* screen;
  int width = 390, height = 844;  // dp
  float scale = 1;
  const char* theme = "light";
  float text_scale = 1;
  bool pseudo = false;
  bool empty = false;
  float scroll = 0;  // dp
};

// For the names of failing tests.
void PrintTo(const GoldenPicture& golden, std::ostream* out);

[[nodiscard]] std::span<const GoldenPicture> golden_pictures();
[[nodiscard]] Picture draw(const GoldenPicture& golden);

}  // namespace kindling::tests
