// A part of the screen that scrolls: inertia, a rubber band at its ends, wheel, keys, and what has the focus comes into
// view. One thread.
#pragma once

#include <string_view>

#include "app/ui/ui.hpp"

namespace kindling::ui {

// Kept from frame to frame by whoever draws the area.
struct ScrollState {
  float offset = 0;   // pixels above the top
  float speed = 0;    // pixels a second
  float content = 0;  // its height in the last frame
  float target = -1;  // on its way there; -1: nowhere
};

// Scrolls what is drawn while it lives: the column begins at the offset, clipped to `view`. `inset` pixels at the
// bottom are covered by something drawn later (the bar), and the content ends above them.
class ScrollArea {
 public:
  ScrollArea(Ui& ui, std::string_view name, ScrollState& state, const Box& view, float inset = 0);
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;
  ~ScrollArea();

  // Makes room so that `box` is seen.
  void reveal(Ui& ui, const Box& box);
  [[nodiscard]] float most() const noexcept;  // the largest offset

  // For long lists of rows of one height: the indexes to draw, with room left above them; call `skip_after` when done.
  struct Rows {
    std::size_t first = 0;
    std::size_t last = 0;  // past the end
  };
  [[nodiscard]] Rows rows(std::size_t count, float height);
  void skip_after(const Rows& rows, std::size_t count, float height);

 private:
  void move(NodeId id);
  void take_page_keys();

  Ui& ui_;
  ScrollState& state_;
  Box view_;
  float inset_;
  float top_;
};

}  // namespace kindling::ui
