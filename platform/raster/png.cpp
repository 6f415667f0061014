#include "platform/raster/png.hpp"

#include <png.h>

#include <cstdint>
#include <string>

namespace kindling {
namespace {

// libpng's own state, freed in every case.
struct Image {
  png_image state{};

  Image() { state.version = PNG_IMAGE_VERSION; }
  ~Image() { png_image_free(&state); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
};

std::size_t pixel_count(std::uint32_t width, std::uint32_t height) { return std::size_t{width} * height; }

}  // namespace

Result<Bytes> write_png(const PixelView& pixels) {
  if (pixels.pixels == nullptr || pixels.width < 1 || pixels.height < 1) {
    return invalid("a picture needs at least one pixel");
  }
  Image image;
  image.state.width = static_cast<std::uint32_t>(pixels.width);
  image.state.height = static_cast<std::uint32_t>(pixels.height);
  image.state.format = PNG_FORMAT_RGB;

  Bytes levels;
  levels.reserve(pixel_count(image.state.width, image.state.height) * 3);
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      const std::uint32_t pixel = pixels.row(y)[x];
      for (const int shift : {16, 8, 0}) levels.push_back(static_cast<std::uint8_t>(pixel >> shift));
    }
  }
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image.state);
  Bytes file(size);
  if (png_image_write_to_memory(&image.state, file.data(), &size, 0, levels.data(), 0, nullptr) == 0) {
    return failed(std::string("the picture can't be packed: ") + image.state.message);
  }
  file.resize(size);
  return file;
}

Result<Picture> read_png(ByteView file, const PngLimits& limits) {
  Image image;
  if (file.empty() || png_image_begin_read_from_memory(&image.state, file.data(), file.size()) == 0) {
    return invalid("this isn't a PNG picture, or it is damaged");
  }
  const auto side = static_cast<std::uint32_t>(limits.side);
  if (image.state.width > side || image.state.height > side ||
      pixel_count(image.state.width, image.state.height) > limits.pixels) {
    return invalid("the picture is larger than " + std::to_string(limits.side) + " pixels a side or " +
                   std::to_string(limits.pixels) + " in all");
  }
  if ((image.state.format & PNG_FORMAT_FLAG_ALPHA) != 0) {
    return invalid("the picture has transparent pixels, and only opaque ones can be read");
  }
  image.state.format = PNG_FORMAT_RGB;
  Bytes levels(pixel_count(image.state.width, image.state.height) * 3);
  if (png_image_finish_read(&image.state, nullptr, levels.data(), 0, nullptr) == 0) {
    return invalid("the picture is damaged: its pixels can't be unpacked");
  }
  Picture picture(static_cast<int>(image.state.width), static_cast<int>(image.state.height));
  const Canvas canvas = picture.canvas();
  const std::uint8_t* level = levels.data();
  for (int y = 0; y < canvas.height; ++y) {
    for (int x = 0; x < canvas.width; ++x, level += 3) {
      canvas.row(y)[x] = 0xFF000000 | std::uint32_t{level[0]} << 16 | std::uint32_t{level[1]} << 8 | level[2];
    }
  }
  return picture;
}

}  // namespace kindling
