#include "platform/raster/rasteriser.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "app/ui/imgui_bridge.hpp"
#include "platform/raster/geometry.hpp"
#include "platform/raster/painters.hpp"

namespace kindling {

using namespace raster;  // NOLINT(google-build-using-namespace): its own parts

struct Rasteriser::Scratch {
  std::vector<Point> points;   // of one list's vertices
  std::vector<Point> outline;  // of the shape that is being gathered
  std::vector<Tap> columns;    // of an upright piece of a texture
};

namespace {

// Longer fans are drawn in parts.
constexpr std::size_t kLongestOutline = 512;

// The pixels whose centres lie in the rectangle. Empty where it has a corner that is not a number.
PixelRect pixels_in(const ImVec4& rect, const ImDrawData& data) {
  const double numbers[4] = {(static_cast<double>(rect.x) - data.DisplayPos.x) * data.FramebufferScale.x,
                             (static_cast<double>(rect.y) - data.DisplayPos.y) * data.FramebufferScale.y,
                             (static_cast<double>(rect.z) - data.DisplayPos.x) * data.FramebufferScale.x,
                             (static_cast<double>(rect.w) - data.DisplayPos.y) * data.FramebufferScale.y};
  for (const double number : numbers) {
    if (std::isnan(number)) return {};
  }
  return {first_pixel(to_subpixels(numbers[0])), first_pixel(to_subpixels(numbers[1])),
          first_pixel(to_subpixels(numbers[2])), first_pixel(to_subpixels(numbers[3]))};
}

void place_vertices(const ImDrawList& list, const ImDrawData& data, std::vector<Point>& points) {
  points.clear();
  for (const ImDrawVert& vertex : list.VtxBuffer) {
    const double x = (static_cast<double>(vertex.pos.x) - data.DisplayPos.x) * data.FramebufferScale.x;
    const double y = (static_cast<double>(vertex.pos.y) - data.DisplayPos.y) * data.FramebufferScale.y;
    if (std::isnan(x) || std::isnan(y)) {
      points.push_back({std::numeric_limits<std::int32_t>::min(), 0});
    } else {
      points.push_back({to_subpixels(x), to_subpixels(y)});
    }
  }
}

// A vertex with its place.
struct Corner {
  Point at;
  const ImDrawVert* vertex = nullptr;
};

bool same_texel(const ImDrawVert& a, const ImDrawVert& b) { return a.uv.x == b.uv.x && a.uv.y == b.uv.y; }
bool same_ink(const ImDrawVert& a, const ImDrawVert& b) { return a.col == b.col && same_texel(a, b); }

// One command: reads its indices and draws what they make. Joins triangles into the shapes that they came from (fans,
// quads) where the pixels stay the same, because one outline costs less than its triangles.
class CommandDrawing {
 public:
  CommandDrawing(const Canvas& canvas, const PixelRect& clip, const RasterTexture* texture,
                 std::span<const ImDrawVert> vertices, std::span<const Point> points,
                 std::span<const ImDrawIdx> indices, std::vector<Point>& outline, std::vector<Tap>& columns)
      : canvas_(canvas),
        clip_(clip),
        sampler_(texture),
        vertices_(vertices),
        points_(points),
        indices_(indices),
        outline_(outline),
        columns_(columns) {}

  void draw() {
    while (at_ + 3 <= indices_.size()) draw_next();
  }

 private:
  // Draws the shape at `at_` and goes on behind it.
  void draw_next() {
    Corner corners[3];
    if (!read_triangle(at_, corners)) {
      at_ += 3;
      return;
    }
    if (same_ink(*corners[0].vertex, *corners[1].vertex) && same_ink(*corners[0].vertex, *corners[2].vertex)) {
      return draw_one_ink(corners);
    }
    Corner quad[4];
    if (read_quad(quad) && draw_quad(quad)) {
      at_ += 6;
      return;
    }
    at_ += 3;
    draw_triangle(corners);
  }

  [[nodiscard]] bool is_there(std::size_t index) const {
    return indices_[index] < points_.size() && !points_[indices_[index]].is_nowhere();
  }
  [[nodiscard]] Corner corner(std::size_t index) const {
    return {points_[indices_[index]], &vertices_[indices_[index]]};
  }
  [[nodiscard]] bool read_triangle(std::size_t at, Corner (&corners)[3]) const {
    for (std::size_t i = 0; i < 3; ++i) {
      if (!is_there(at + i)) return false;
      corners[i] = corner(at + i);
    }
    return true;
  }

  // Two triangles around one diagonal, as ImGui writes them: p q r, p r s or p q r, r s p.
  // REQUIRES: the first one can be read.
  [[nodiscard]] bool read_quad(Corner (&quad)[4]) const {
    if (at_ + 6 > indices_.size()) return false;
    const auto same = [this](std::size_t a, std::size_t b) { return indices_[at_ + a] == indices_[at_ + b]; };
    std::size_t fourth = 0;
    if (same(3, 0) && same(4, 2)) fourth = 5;
    if (same(3, 2) && same(5, 0)) fourth = 4;
    if (fourth == 0 || !is_there(at_ + fourth)) return false;
    for (std::size_t i = 0; i < 3; ++i) quad[i] = corner(at_ + i);
    quad[3] = corner(at_ + fourth);
    return true;
  }

  // --- One colour and one texel: fans, quads and triangles.

  void draw_one_ink(const Corner (&corners)[3]) {
    const std::uint32_t argb = swap_red_and_blue(ink_of(*corners[0].vertex));
    const std::size_t from = at_;
    gather_outline(corners);
    if ((argb >> 24) == 0) return;
    const SolidPainter painter(canvas_, argb);
    if (outline_.size() > 3) {
      if (const int turn = convex_turn(outline_); turn != 0) {
        fill_convex(outline_, turn > 0, clip_, painter);
        return;
      }
    }
    for (std::size_t at = from; at < at_; at += 3) {
      const Point points[3] = {corner(at).at, corner(at + 1).at, corner(at + 2).at};
      fill_triangle(points, painter);
    }
  }

  void gather_outline(const Corner (&corners)[3]) {
    const ImDrawVert& first = *corners[0].vertex;
    outline_.assign({corners[0].at, corners[1].at, corners[2].at});
    const ImDrawIdx hub = indices_[at_];
    ImDrawIdx last = indices_[at_ + 2];
    Corner quad[4];
    if (read_quad(quad) && indices_[at_ + 3] == last && same_ink(first, *quad[3].vertex)) {
      outline_.push_back(quad[3].at);
      at_ += 6;
      return;
    }
    for (at_ += 3; at_ + 3 <= indices_.size() && outline_.size() < kLongestOutline; at_ += 3) {
      if (indices_[at_] != hub || indices_[at_ + 1] != last || !is_there(at_ + 2)) break;
      const Corner next = corner(at_ + 2);
      if (!same_ink(first, *next.vertex)) break;
      last = indices_[at_ + 2];
      outline_.push_back(next.at);
    }
  }

  // The vertex's colour times its texel, in the texture's order.
  [[nodiscard]] std::uint32_t ink_of(const ImDrawVert& vertex) {
    // Nearly all have the white texel of the font's atlas.
    if (!(vertex.uv.x == known_uv_.x && vertex.uv.y == known_uv_.y)) {
      known_uv_ = vertex.uv;
      const auto plane_units = [](std::int64_t texels) {
        return static_cast<std::uint64_t>(texels) << (32 - kTexelBits);
      };
      known_texel_ = sampler_.at(plane_units(to_texels(vertex.uv.x, sampler_.width())),
                                 plane_units(to_texels(vertex.uv.y, sampler_.height())));
    }
    return modulate(vertex.col, known_texel_);
  }

  template <class Painter>
  void fill_triangle(const Point (&points)[3], const Painter& painter) const {
    const std::int64_t area = doubled_area(points[0], points[1], points[2]);
    if (area != 0) fill_convex(points, area > 0, clip_, painter);
  }

  // --- Changing colours and textures.

  void draw_triangle(const Corner (&corners)[3]) {
    const Point points[3] = {corners[0].at, corners[1].at, corners[2].at};
    const std::int64_t area = doubled_area(points[0], points[1], points[2]);
    if (area == 0) return;
    const ImDrawVert &a = *corners[0].vertex, &b = *corners[1].vertex, &c = *corners[2].vertex;
    if (same_texel(a, b) && same_texel(a, c)) {
      const std::uint32_t colours[3] = {swap_red_and_blue(ink_of(a)), swap_red_and_blue(ink_of(b)),
                                        swap_red_and_blue(ink_of(c))};
      paint_colours(points, points, colours, area);
      return;
    }
    const std::uint32_t tints[3] = {a.col, b.col, c.col};
    const std::int64_t across[3] = {to_texels(a.uv.x, sampler_.width()), to_texels(b.uv.x, sampler_.width()),
                                    to_texels(c.uv.x, sampler_.width())};
    const std::int64_t down[3] = {to_texels(a.uv.y, sampler_.height()), to_texels(b.uv.y, sampler_.height()),
                                  to_texels(c.uv.y, sampler_.height())};
    fill_convex(points, area > 0, clip_,
                TexturePainter(canvas_, sampler_, plane_through(points, across, area, kTexelBits),
                               plane_through(points, down, area, kTexelBits), ColourRamp(points, tints, area)));
  }

  // Fills the outline with the plane of colours (in the canvas's order) that lie over its corners, of which the first
  // three are `points`.
  void paint_colours(std::span<const Point> outline, const Point (&points)[3], std::span<const std::uint32_t> colours,
                     std::int64_t area) const {
    std::uint32_t all = 0, differing = 0;
    for (const std::uint32_t colour : colours) {
      all |= colour;
      differing |= colour ^ colours[0];
    }
    if ((all >> 24) == 0) return;
    if ((differing & 0xFFFFFF) == 0) {
      fill_convex(outline, area > 0, clip_, AlphaPainter(canvas_, colours[0], ramp_through(points, colours, 24, area)));
    } else {
      fill_convex(outline, area > 0, clip_, GradientPainter(canvas_, ColourRamp(points, colours, area)));
    }
  }

  // False where it has to be drawn as two triangles.
  [[nodiscard]] bool draw_quad(const Corner (&quad)[4]) {
    const ImDrawVert& first = *quad[0].vertex;
    if (same_texel(first, *quad[1].vertex) && same_texel(first, *quad[2].vertex) &&
        same_texel(first, *quad[3].vertex)) {
      return draw_even_quad(quad);
    }
    if (first.col != quad[1].vertex->col || first.col != quad[2].vertex->col || first.col != quad[3].vertex->col) {
      return false;
    }
    return draw_upright(quad[0], quad[1], quad[2], quad[3]) || draw_upright(quad[1], quad[2], quad[3], quad[0]);
  }

  // A quad whose colours lie in one plane: the soft border of a straight side.
  [[nodiscard]] bool draw_even_quad(const Corner (&quad)[4]) {
    const Point outline[4] = {quad[0].at, quad[1].at, quad[2].at, quad[3].at};
    const Point points[3] = {quad[0].at, quad[1].at, quad[2].at};
    const std::int64_t area = doubled_area(points[0], points[1], points[2]);
    if (area == 0 || convex_turn(outline) == 0) return false;
    std::uint32_t colours[4];
    for (std::size_t i = 0; i < 4; ++i) colours[i] = swap_red_and_blue(ink_of(*quad[i].vertex));
    // The fourth corner is points[0] + a * (points[1] - points[0]) + b * (points[2] - points[0]).
    const auto a = static_cast<double>(doubled_area(points[0], outline[3], points[2])) / static_cast<double>(area);
    const auto b = static_cast<double>(doubled_area(points[0], points[1], outline[3])) / static_cast<double>(area);
    for (int shift = 0; shift < 32; shift += 8) {
      const auto level = [&](std::size_t i) { return static_cast<int>((colours[i] >> shift) & 0xFF); };
      const double along_a = a * (level(1) - level(0));
      const double along_b = b * (level(2) - level(0));
      const double expected = along_a + along_b;
      // A level more or less can't be seen, and sides that aren't upright are never exactly parallel.
      if (!(std::fabs(expected - (level(3) - level(0))) <= 1)) return false;
    }
    paint_colours(outline, points, colours, area);
    return true;
  }

  // A texture in an upright rectangle, where q is beside p and s below it.
  [[nodiscard]] bool draw_upright(const Corner& p, const Corner& q, const Corner& r, const Corner& s) {
    if (p.at.x != s.at.x || q.at.x != r.at.x || p.at.y != q.at.y || r.at.y != s.at.y) return false;
    const ImVec2 &pu = p.vertex->uv, &qu = q.vertex->uv, &ru = r.vertex->uv, &su = s.vertex->uv;
    if (pu.x != su.x || qu.x != ru.x || pu.y != qu.y || ru.y != su.y) return false;
    const Point points[3] = {p.at, q.at, r.at};
    const std::int64_t area = doubled_area(p.at, q.at, r.at);
    if (area == 0 || (p.vertex->col >> 24) == 0) return true;
    const auto [left, right] = std::minmax(p.at.x, r.at.x);
    const auto [top, bottom] = std::minmax(p.at.y, r.at.y);
    const PixelRect pixels =
        intersection(clip_, {first_pixel(left), first_pixel(top), first_pixel(right), first_pixel(bottom)});
    if (pixels.empty()) return true;

    const int width = sampler_.width(), height = sampler_.height();
    const std::int64_t across_at[3] = {to_texels(pu.x, width), to_texels(qu.x, width), to_texels(ru.x, width)};
    const std::int64_t down_at[3] = {to_texels(pu.y, height), to_texels(qu.y, height), to_texels(ru.y, height)};
    const Plane across = plane_through(points, across_at, area, kTexelBits);
    columns_.clear();
    std::uint64_t texels = across.at(pixels.left, pixels.top);
    for (int x = pixels.left; x < pixels.right; ++x, texels += across.across) {
      columns_.push_back(tap_at(texels, width));
    }
    paint_upright(canvas_, sampler_, pixels, columns_, plane_through(points, down_at, area, kTexelBits), p.vertex->col);
    return true;
  }

  Canvas canvas_;
  PixelRect clip_;
  Sampler sampler_;
  std::span<const ImDrawVert> vertices_;
  std::span<const Point> points_;
  std::span<const ImDrawIdx> indices_;
  std::vector<Point>& outline_;
  std::vector<Tap>& columns_;
  std::size_t at_ = 0;
  ImVec2 known_uv_{std::numeric_limits<float>::quiet_NaN(), 0.0F};
  std::uint32_t known_texel_ = 0xFFFFFFFF;
};

// The part of the list that the command's offsets leave. Empty where they leave none.
template <class T>
std::span<const T> part_of(const ImVector<T>& all, std::size_t from) {
  const auto size = static_cast<std::size_t>(std::max(all.Size, 0));
  return std::span<const T>(all.Data, size).subspan(std::min(from, size));
}

}  // namespace

Rasteriser::Rasteriser() : scratch_(std::make_unique<Scratch>()) {}
Rasteriser::~Rasteriser() = default;

void Rasteriser::draw(const ImDrawData& data, const Canvas& canvas, std::uint32_t clear_colour) {
  draw(data, canvas, clear_colour, {0, 0, canvas.width, canvas.height});
}

void Rasteriser::draw(const ImDrawData& data, const Canvas& canvas, std::uint32_t clear_colour,
                      const PixelRect& damage) {
  const PixelRect all = intersection({0, 0, canvas.width, canvas.height}, damage);
  if (canvas.pixels == nullptr || all.empty()) return;
  SolidPainter(canvas, clear_colour | 0xFF000000).block(all);

  for (int i = 0; i < data.CmdListsCount; ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    place_vertices(list, data, scratch_->points);
    for (const ImDrawCmd& command : list.CmdBuffer) {
      // No state lasts from one command to the next, so ImDrawCallback_ResetRenderState has nothing to do either.
      if (command.UserCallback != nullptr) continue;
      const PixelRect clip = intersection(all, pixels_in(command.ClipRect, data));
      if (clip.empty()) continue;
      const std::span<const ImDrawVert> vertices = part_of(list.VtxBuffer, command.VtxOffset);
      const std::span<const ImDrawIdx> indices = part_of(list.IdxBuffer, command.IdxOffset);
      CommandDrawing(canvas, clip, static_cast<const RasterTexture*>(ui::texture_of(command)), vertices,
                     std::span<const Point>(scratch_->points).last(vertices.size()),
                     indices.first(std::min<std::size_t>(indices.size(), command.ElemCount)), scratch_->outline,
                     scratch_->columns)
          .draw();
    }
  }
}

}  // namespace kindling
