// The look as tokens: warm paper, ember, ink. Every colour on a screen comes from here. Constant data; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "app/ui/colour.hpp"

namespace kindling::ui {

enum class ThemeName : std::uint8_t { light, dark, contrast };

// One of the four steps, or none: each has a hue.
enum class Step : std::uint8_t { none, talk, feel, touch, time };

struct Hue {
  Colour tint;       // behind an icon, of a chosen chip
  Colour strong;     // icons and text on the tint, on surface and on background
  Colour on_strong;  // text on `strong`
};

// A card that carries a gradient, and the button of paper on it. Words on it are `on_ember`.
struct Hero {
  Colour from, to;
  Colour paper, on_paper;
  Colour press;  // over the paper, where it is held, and around it, where it has the focus
};

struct Theme {
  ThemeName name;
  Colour background, surface, raised, field;
  Colour ink, soft_ink, faint;  // faint: only for what isn't read (ticks, empty cells)
  Colour line;
  Colour accent, on_accent;      // a filled button, the chosen place
  Colour glow, ember, on_ember;  // the hero's gradient from `glow` to `ember`
  Hue none, talk, feel, touch, time;
  Colour good, on_good, bad, on_bad, bad_tint;
  Colour toast, on_toast, toast_accent;
  Colour scrim, focus;
  bool dark;
  float shadow;  // 0: lines instead

  [[nodiscard]] const Hue& hue(Step step) const noexcept;
  [[nodiscard]] Hero hero(Step step) const noexcept;
};

[[nodiscard]] const Theme& theme(ThemeName name) noexcept;

// Every pair of text and background that the screens use. `large`: 24 dp or 19 dp bold and more, or a symbol.
struct TextPair {
  const char* name;
  Colour text;
  Colour background;
  bool large;
};
[[nodiscard]] std::vector<TextPair> text_pairs(const Theme& theme);

}  // namespace kindling::ui
