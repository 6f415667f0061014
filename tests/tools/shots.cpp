// `./dev shots`: draws every screen in every form into one contact sheet a screen, to be looked at; with --accept also
// the pictures that tests/golden keeps. Usage: shots FOLDER [--accept GOLDEN_FOLDER]
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "app/screen_names.hpp"
#include "platform/common/posix_files.hpp"
#include "platform/raster/png.hpp"
#include "tests/support/golden_pictures.hpp"

namespace {

using kindling::Picture;
using kindling::tests::GoldenPicture;

constexpr int kGap = 12;

std::vector<GoldenPicture> forms_of(const char* screen) {
  return {
      {.name = "", .screen = screen},
      {.name = "", .screen = screen, .theme = "dark"},
      {.name = "", .screen = screen, .theme = "contrast"},
      {.name = "", .screen = screen, .scroll = 700},
      {.name = "", .screen = screen, .width = 320, .height = 640, .pseudo = true},
      {.name = "", .screen = screen, .text_scale = 2},
      {.name = "", .screen = screen, .empty = true},
      {.name = "", .screen = screen, .width = 834, .height = 1112},
      {.name = "", .screen = screen, .width = 1280, .height = 800, .theme = "dark"},
      {.name = "", .screen = screen, .width = 320, .height = 640, .scale = 2},
  };
}

Picture sheet_of(const std::vector<Picture>& pictures) {
  int width = kGap;
  int height = 0;
  for (const Picture& picture : pictures) {
    width += picture.view().width + kGap;
    height = std::max(height, picture.view().height);
  }
  Picture sheet(width, height + 2 * kGap);
  const kindling::Canvas canvas = sheet.canvas();
  std::fill_n(canvas.pixels, static_cast<std::ptrdiff_t>(canvas.stride_pixels) * canvas.height, 0xFF808080U);
  int left = kGap;
  for (const Picture& picture : pictures) {
    const kindling::PixelView view = picture.view();
    for (int y = 0; y < view.height; ++y) {
      std::copy_n(view.pixels + static_cast<std::ptrdiff_t>(y) * view.stride_pixels, view.width,
                  canvas.pixels + static_cast<std::ptrdiff_t>(y + kGap) * canvas.stride_pixels + left);
    }
    left += view.width + kGap;
  }
  return sheet;
}

bool keep(const std::string& path, const Picture& picture) {
  kindling::PosixFiles files;
  const auto png = kindling::write_png(picture.view());
  if (png && files.write(path, *png)) return true;
  std::fprintf(stderr, "shots: %s couldn't be written\n", path.c_str());
  return false;
}

}  // namespace

int main(int count, char** words) {
  // A journey that fails here must not leave a wrong picture behind.
  GTEST_FLAG_SET(throw_on_failure, true);
  if (count < 2) {
    std::fprintf(stderr, "usage: shots FOLDER [--accept GOLDEN_FOLDER]\n");
    return 2;
  }
  const std::string folder = words[1];
  if (count == 4 && std::strcmp(words[2], "--accept") == 0) {
    for (const GoldenPicture& golden : kindling::tests::golden_pictures()) {
      if (!keep(std::string(words[3]) + "/" + golden.name + ".png", draw(golden))) return 1;
    }
    return 0;
  }
  for (const std::string_view screen : kindling::app::screen_names()) {
    const std::string name(screen);
    std::vector<Picture> pictures;
    for (const GoldenPicture& form : forms_of(name.c_str())) pictures.push_back(draw(form));
    if (!keep(folder + "/" + name + ".png", sheet_of(pictures))) return 1;
    std::printf("%s/%s.png\n", folder.c_str(), name.c_str());
  }
  return 0;
}
