#include "assets/fonts/fonts.hpp"

// Where the assembler put each file, and the byte after it.
#define KINDLING_FACE(name)                             \
  extern "C" const std::uint8_t kindling_font_##name[]; \
  extern "C" const std::uint8_t kindling_font_##name##_end[]
KINDLING_FACE(regular);
KINDLING_FACE(medium);
KINDLING_FACE(semibold);
KINDLING_FACE(bold);
KINDLING_FACE(display_bold);
KINDLING_FACE(icons);
KINDLING_FACE(icons_fill);
#undef KINDLING_FACE

namespace kindling {

ui::FontFiles font_files() {
  return {.regular = {kindling_font_regular, kindling_font_regular_end},
          .medium = {kindling_font_medium, kindling_font_medium_end},
          .semibold = {kindling_font_semibold, kindling_font_semibold_end},
          .bold = {kindling_font_bold, kindling_font_bold_end},
          .display_bold = {kindling_font_display_bold, kindling_font_display_bold_end},
          .icons = {kindling_font_icons, kindling_font_icons_end},
          .icons_fill = {kindling_font_icons_fill, kindling_font_icons_fill_end}};
}

}  // namespace kindling
