#include "tests/support/golden_pictures.hpp"

#include <array>
#include <ostream>

#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

constexpr std::array<GoldenPicture, 22> kGolden{{
    {.name = "today", .screen = "today"},
    {.name = "today-dark", .screen = "today", .theme = "dark", .scroll = 560},
    {.name = "feel-contrast-empty", .screen = "feel", .theme = "contrast", .empty = true},
    {.name = "today-pseudo-small", .screen = "today", .width = 320, .height = 640, .pseudo = true},
    {.name = "today-text-2", .screen = "today", .text_scale = 2},
    {.name = "today-wide", .screen = "today", .width = 1280, .height = 800},
    {.name = "today-3x", .screen = "today", .width = 320, .height = 480, .scale = 3},
    {.name = "talk", .screen = "talk"},
    {.name = "talk-dark", .screen = "talk", .theme = "dark"},
    {.name = "feel", .screen = "feel"},
    {.name = "feel-chart", .screen = "feel", .scroll = 330},
    {.name = "feel-wide-dark", .screen = "feel", .width = 1280, .height = 800, .theme = "dark"},
    {.name = "touch", .screen = "touch"},
    {.name = "time", .screen = "time"},
    {.name = "time-tablet", .screen = "time", .width = 834, .height = 1112, .theme = "dark"},
    {.name = "sheet-reminder", .screen = "sheet-reminder"},
    {.name = "sheet-check-in-dark", .screen = "sheet-check-in", .theme = "dark"},
    {.name = "settings", .screen = "settings"},
    {.name = "history", .screen = "history"},
    {.name = "year", .screen = "year"},
    {.name = "sheet-plan", .screen = "sheet-plan"},
    {.name = "first-run", .screen = "first-run", .empty = true},
}};

}  // namespace

std::span<const GoldenPicture> golden_pictures() { return kGolden; }

void PrintTo(const GoldenPicture& golden, std::ostream* out) { *out << golden.name; }

Picture draw(const GoldenPicture& golden) {
  Journey::Options options;
  options.empty = golden.empty;
  options.picture.width = golden.width;
  options.picture.height = golden.height;
  options.picture.scale = golden.scale;
  options.picture.surroundings.dark = std::string(golden.theme) == "dark";
  options.picture.surroundings.high_contrast = std::string(golden.theme) == "contrast";
  options.picture.surroundings.reduced_motion = true;
  options.picture.surroundings.text_scale = golden.text_scale;
  if (golden.pseudo) options.picture.surroundings.language = ui::Language::pseudo;
  Journey journey(options);
  journey.show(golden.screen);
  if (golden.scroll > 0) {
    const float middle = static_cast<float>(golden.width) * golden.scale / 2;
    journey.stage().push(ui::PointerMove{middle, middle});
    journey.stage().push(ui::Wheel{0, -golden.scroll / 72});
    journey.stage().settle();
    journey.stage().push(ui::PointerLeave{});
    journey.stage().settle();
  }
  return journey.stage().draw();
}

}  // namespace kindling::tests
