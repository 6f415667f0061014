// Points in 1/256 of a pixel, planes of values over them, and the filling of convex outlines by exact integer edges.
// Pure; private to the rasteriser.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "platform/raster/canvas.hpp"

namespace kindling::raster {

inline constexpr int kSubpixelBits = 8;
inline constexpr std::int32_t kSubpixels = 1 << kSubpixelBits;
// No point is farther from the origin than this many pixels: so 64 bits hold every product of distances.
inline constexpr std::int32_t kFarthest = 1 << 20;

struct Point {
  std::int32_t x = 0;
  std::int32_t y = 0;

  // Of a vertex that isn't a number.
  [[nodiscard]] bool is_nowhere() const noexcept { return x == std::numeric_limits<std::int32_t>::min(); }
};

// The nearest fraction of a pixel. REQUIRES: `pixels` is a number.
[[nodiscard]] inline std::int32_t to_subpixels(double pixels) noexcept {
  constexpr double kLimit = kFarthest;
  const double bounded = pixels < -kLimit ? -kLimit : pixels > kLimit ? kLimit : pixels;
  // Made positive first, so that the conversion rounds one way; it is quicker than a call of lround.
  // NOLINTNEXTLINE(bugprone-incorrect-roundings)
  return static_cast<std::int32_t>((bounded + kLimit) * kSubpixels + 0.5) - kFarthest * kSubpixels;
}

// The first pixel whose centre isn't left of (above) the place: the top-left rule in one dimension.
[[nodiscard]] constexpr int first_pixel(std::int32_t subpixels) noexcept {
  return (subpixels + kSubpixels / 2 - 1) >> kSubpixelBits;
}

// Twice the area of the triangle; positive where it turns clockwise on the screen.
[[nodiscard]] constexpr std::int64_t doubled_area(Point a, Point b, Point c) noexcept {
  return std::int64_t{b.x - a.x} * (c.y - a.y) - std::int64_t{c.x - a.x} * (b.y - a.y);
}

// A value that changes evenly over the canvas, at the centres of pixels. 32 bits of fraction. The arithmetic wraps:
// far off its triangle a plane may pass what 64 bits hold, and comes back right where the triangle is.
struct Plane {
  std::uint64_t origin = 0;
  std::uint64_t across = 0;  // for one pixel to the right
  std::uint64_t down = 0;

  [[nodiscard]] std::uint64_t at(int x, int y) const noexcept {
    return origin + across * static_cast<std::uint64_t>(x) + down * static_cast<std::uint64_t>(y);
  }
};

// The plane through three values with `fraction_bits` of fraction.
// REQUIRES: area == doubled_area(a, b, c) != 0; the values are below 2^30, whichever their sign.
[[nodiscard]] inline Plane plane_through(const Point (&p)[3], const std::int64_t (&value)[3], std::int64_t area,
                                         int fraction_bits) noexcept {
  const std::int64_t x1 = p[1].x - p[0].x, y1 = p[1].y - p[0].y, v1 = value[1] - value[0];
  const std::int64_t x2 = p[2].x - p[0].x, y2 = p[2].y - p[0].y, v2 = value[2] - value[0];
  const auto per_subpixel = [area, fraction_bits](std::int64_t rise) {
    // The limit is reached by slivers that are far thinner than a pixel; their values are clamped when painted.
    constexpr double kLimit = 4e18;
    const double slope = static_cast<double>(rise) / static_cast<double>(area) *
                         static_cast<double>(std::int64_t{1} << (32 - fraction_bits));
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(slope < -kLimit  ? -kLimit
                                                                : slope > kLimit ? kLimit
                                                                                 : slope));
  };
  const std::uint64_t across = v1 == 0 && v2 == 0 ? 0 : per_subpixel(v1 * y2 - v2 * y1);
  const std::uint64_t down = v1 == 0 && v2 == 0 ? 0 : per_subpixel(v2 * x1 - v1 * x2);
  Plane plane;
  plane.origin = (static_cast<std::uint64_t>(value[0]) << (32 - fraction_bits)) +
                 across * static_cast<std::uint64_t>(std::int64_t{kSubpixels / 2} - p[0].x) +
                 down * static_cast<std::uint64_t>(std::int64_t{kSubpixels / 2} - p[0].y);
  plane.across = across * kSubpixels;
  plane.down = down * kSubpixels;
  return plane;
}

// The quotient rounded down. REQUIRES: divisor > 0.
[[nodiscard]] constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) noexcept {
  std::int64_t quotient = 0;
  std::int64_t rest = 0;
  // Half the time on many processors, and nearly always enough.
  if (value == static_cast<std::int32_t>(value) && divisor == static_cast<std::int32_t>(divisor)) {
    quotient = static_cast<std::int32_t>(value) / static_cast<std::int32_t>(divisor);
    rest = static_cast<std::int32_t>(value) % static_cast<std::int32_t>(divisor);
  } else {
    quotient = value / divisor;
    rest = value % divisor;
  }
  return rest < 0 ? quotient - 1 : quotient;
}

// One side of an outline, walked down row by row: x is the first pixel whose centre isn't left of it. Depends on
// nothing but its two ends, and so is the same for both of its neighbours.
class Edge {
 public:
  // REQUIRES: upper.y < lower.y; `row` is not above the first row whose centre the edge passes.
  void start(Point upper, Point lower, int row) noexcept {
    const std::int64_t dx = lower.x - upper.x;
    const std::int64_t dy = lower.y - upper.y;
    end = first_pixel(lower.y);
    is_vertical = dx == 0;
    step_ = 0;
    rest_step_ = 0;
    if (is_vertical) {
      x = first_pixel(upper.x);
      return;
    }
    // x = ceil((upper.x - half a pixel + (centre of the row - upper.y) * dx / dy) / a pixel), without its whole pixels.
    divisor_ = dy * kSubpixels;
    const std::int32_t from = upper.x - kSubpixels / 2;
    const std::int64_t below = std::int64_t{row} * kSubpixels + kSubpixels / 2 - upper.y;
    const std::int64_t above = (from & (kSubpixels - 1)) * dy + below * dx + divisor_ - 1;
    const std::int64_t whole = floor_divide(above, divisor_);
    rest_ = above - whole * divisor_;
    x = (from >> kSubpixelBits) + static_cast<int>(whole);
    if (end - row < 2) return;
    step_ = static_cast<int>(floor_divide(dx, dy));
    rest_step_ = (dx - step_ * dy) * kSubpixels;
  }

  void next() noexcept {
    x += step_;
    rest_ += rest_step_;
    if (rest_ >= divisor_) {
      rest_ -= divisor_;
      ++x;
    }
  }

  int x = 0;
  int end = 0;  // the row after its last
  bool is_vertical = true;

 private:
  std::int64_t divisor_ = 1;
  std::int64_t rest_ = 0;
  std::int64_t rest_step_ = 0;
  int step_ = 0;
};

// 1 where the outline is convex and turns clockwise on the screen, -1 where counter-clockwise, 0 where it isn't convex.
[[nodiscard]] inline int convex_turn(std::span<const Point> outline) noexcept {
  const std::size_t count = outline.size();
  bool left = false, right = false;
  int changes = 0, first_way = 0, way = 0;
  Point before = outline[count - 2];
  Point here = outline[count - 1];
  for (const Point next : outline) {
    const std::int64_t turn = doubled_area(before, here, next);
    left |= turn < 0;
    right |= turn > 0;
    if (const int now = (next.y > here.y) - (next.y < here.y); now != 0) {
      if (first_way == 0) first_way = now;
      changes += way != 0 && now != way;
      way = now;
    }
    before = here;
    here = next;
  }
  changes += way != first_way;
  // What winds twice turns one way as well, but goes up and down twice.
  if (left == right || changes > 2) return 0;
  return right ? 1 : -1;
}

// Calls painter.row(left, right, y) and painter.block(PixelRect) for the pixels inside of the outline, each once.
// REQUIRES: at least three points; convex, and `clockwise` tells its way (see convex_turn); `clip` isn't empty.
template <class Painter>
void fill_convex(std::span<const Point> outline, bool clockwise, const PixelRect& clip, const Painter& painter) {
  std::size_t top = 0;
  Point low = outline[0], high = outline[0];
  for (std::size_t i = 1; i < outline.size(); ++i) {
    if (outline[i].y < low.y) top = i;
    low = {std::min(low.x, outline[i].x), std::min(low.y, outline[i].y)};
    high = {std::max(high.x, outline[i].x), std::max(high.y, outline[i].y)};
  }
  const PixelRect rows =
      intersection(clip, {first_pixel(low.x), first_pixel(low.y), first_pixel(high.x), first_pixel(high.y)});
  if (rows.empty()) return;

  const std::size_t last = outline.size() - 1;
  Edge left, right;
  std::size_t left_at = top, right_at = top, used = 0;
  const auto advance = [&](Edge& edge, std::size_t& at, bool forward, int y) {
    while (edge.end <= y) {
      if (used++ > last + 1) return false;
      const Point from = outline[at];
      at = forward ? (at == last ? 0 : at + 1) : (at == 0 ? last : at - 1);
      const Point to = outline[at];
      if (first_pixel(to.y) > y) edge.start(from, to, y);
    }
    return true;
  };
  left.end = right.end = rows.top;
  for (int y = rows.top; y < rows.bottom;) {
    if (!advance(left, left_at, !clockwise, y) || !advance(right, right_at, clockwise, y)) return;
    const int until = std::min({left.end, right.end, rows.bottom});
    if (left.is_vertical && right.is_vertical) {
      const PixelRect block{std::max(left.x, rows.left), y, std::min(right.x, rows.right), until};
      if (block.left < block.right) painter.block(block);
      y = until;
      continue;
    }
    for (; y < until; ++y, left.next(), right.next()) {
      const int from = std::max(left.x, rows.left);
      const int to = std::min(right.x, rows.right);
      if (from < to) painter.row(from, to, y);
    }
  }
}

}  // namespace kindling::raster
