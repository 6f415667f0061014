// How two pictures differ, for tests that compare what is drawn with what was accepted. Pure; any thread.
#pragma once

#include <cstddef>

#include "platform/raster/canvas.hpp"

namespace kindling {

struct PictureDifference {
  bool same_size = true;
  std::size_t pixels = 0;  // those with a channel that differs by more than the tolerance
  int largest = 0;         // the largest difference of a channel, tolerated or not
  // As large as the larger one in either direction. What agrees is a faint grey of the first picture; what is tolerated
  // is yellow, what counts is red, and what only one of them has is magenta.
  Picture picture;
};

// Compares red, green and blue; alpha doesn't count. `tolerance` is of levels (0 to 255) of each channel. Pixels that
// only one of them has differ, by 255.
[[nodiscard]] PictureDifference difference(const PixelView& a, const PixelView& b, int tolerance);

}  // namespace kindling
