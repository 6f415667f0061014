// Drawing in Kindling's look on ImGui's draw list: soft shadows, gradients, rounded cards, icons, text that wraps. All
// lengths are physical pixels. It draws and measures, and knows nothing of input. One thread, for one frame.
#pragma once

#include <imgui.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/colour.hpp"
#include "app/ui/fonts.hpp"
#include "app/ui/icons.hpp"
#include "app/ui/semantics.hpp"

namespace kindling::ui {

enum class Align : std::uint8_t { left, centre, right };

class Paint {
 public:
  Paint(ImDrawList& list, Fonts& fonts, float pixels_per_dp) : list_(list), fonts_(fonts), dp_(pixels_per_dp) {}

  [[nodiscard]] ImDrawList& list() noexcept { return list_; }

  void fill(const Box& box, Colour colour, float radius = 0);
  // Round at the top alone: sheets and bars.
  void fill_top(const Box& box, Colour colour, float radius);
  void outline(const Box& box, Colour colour, float radius, float width);
  // Soft rings around a rounded box, with the fall-off of a Gaussian blur. `strength` 0..1.
  void shadow(const Box& box, float radius, float strength);
  // From the top left to the bottom right corner.
  void gradient(const Box& box, Colour from, Colour to, float radius);
  void circle(float x, float y, float radius, Colour colour);
  void ring(float x, float y, float radius, Colour colour, float width);
  // Clockwise from the top, `part` 0..1, with round ends.
  void arc(float x, float y, float radius, float part, Colour colour, float width);
  void line(float x1, float y1, float x2, float y2, Colour colour, float width);

  // Centred at (x, y). `size` in pixels.
  void icon(Icon icon, float x, float y, float size, Colour colour, bool filled = false);

  [[nodiscard]] float line_height(Face face) const;
  [[nodiscard]] float width(Face face, std::string_view text);
  // Of text that wraps at `wrap`; at least one line.
  [[nodiscard]] float height(Face face, std::string_view text, float wrap);
  // Where the lines of wrapped text begin and end, in bytes, as `wrapped` draws them; one empty line of empty text, and
  // one after a line break at the end.
  struct Line {
    std::size_t begin = 0, end = 0;
  };
  [[nodiscard]] std::vector<Line> lines(Face face, std::string_view text, float wrap);
  // One line; (x, y) is its top left, centre or right corner.
  void text(Face face, float x, float y, Colour colour, std::string_view text, Align align = Align::left);
  // Wraps at `wrap`, long words too. Returns its height.
  float wrapped(Face face, float x, float y, float wrap, Colour colour, std::string_view text,
                Align align = Align::left);
  // One line that ends in "…" where it is too wide. Returns whether it was cut.
  bool cut(Face face, float x, float y, float width, Colour colour, std::string_view text, Align align = Align::left);
  // What `cut` has shortened so far.
  [[nodiscard]] const std::vector<std::string>& shortened() const noexcept { return shortened_; }

 private:
  // Draws one line as it is. Whole pixels, so that letters stay crisp.
  void put(Face face, float x, float y, Colour colour, std::string_view text);

  std::vector<std::string> shortened_;
  ImDrawList& list_;
  Fonts& fonts_;
  float dp_;
};

}  // namespace kindling::ui
