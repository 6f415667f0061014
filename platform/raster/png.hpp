// Pictures as PNG files in memory: to write what was drawn and to read it back. libpng does the format. Any thread.
#pragma once

#include <cstddef>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "platform/raster/canvas.hpp"

namespace kindling {

struct PngLimits {
  int side = 16'384;                      // of width and of height
  std::size_t pixels = 32 * 1024 * 1024;  // four bytes each, once read
};

// An opaque RGB file of 8 bits a channel; the pixels' alpha is left out. The same pixels give the same bytes, with the
// same zlib. Fails with invalid where there are no pixels, with failed where packing fails.
[[nodiscard]] Result<Bytes> write_png(const PixelView& pixels);

// Fails with invalid where the bytes are no PNG, are damaged, have transparent pixels or pass a limit; nothing is
// unpacked before its size is known.
[[nodiscard]] Result<Picture> read_png(ByteView file, const PngLimits& limits = {});

}  // namespace kindling
