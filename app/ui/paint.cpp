#include "app/ui/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace kindling::ui {
namespace {

constexpr float kLineHeight = 1.10F;  // of the font's own height, which has some lead already
constexpr int kShadowRings = 10;

ImVec2 corner(float x, float y) { return {x, y}; }

std::array<char, 4> utf8(Icon icon) {
  const auto point = static_cast<std::uint16_t>(icon);
  return {static_cast<char>(0xE0U | (point >> 12)), static_cast<char>(0x80U | ((point >> 6) & 0x3FU)),
          static_cast<char>(0x80U | (point & 0x3FU)), '\0'};
}

}  // namespace

void Paint::fill(const Box& box, Colour colour, float radius) {
  list_.AddRectFilled(corner(box.left, box.top), corner(box.right, box.bottom), colour, radius);
}

void Paint::fill_top(const Box& box, Colour colour, float radius) {
  list_.AddRectFilled(corner(box.left, box.top), corner(box.right, box.bottom), colour, radius,
                      ImDrawFlags_RoundCornersTop);
}

void Paint::outline(const Box& box, Colour colour, float radius, float width) {
  const float half = width / 2;
  list_.AddRect(corner(box.left + half, box.top + half), corner(box.right - half, box.bottom - half), colour, radius, 0,
                width);
}

void Paint::shadow(const Box& box, float radius, float strength) {
  if (strength <= 0) return;
  const float blur = 14 * dp_;
  const float drop = 5 * dp_;
  float drawn = 0;
  for (int ring = 0; ring < kShadowRings; ++ring) {
    const float part = (static_cast<float>(ring) + 0.5F) / static_cast<float>(kShadowRings);
    const float spread = blur * (1 - 2 * part) * 0.9F;
    // The coverage of a blurred edge at that distance; each ring adds what the ones outside it haven't drawn yet.
    const float wanted = 0.5F * (1 - std::erf(spread / blur * 1.6F)) * 0.085F * strength;
    const float alpha = (wanted - drawn) / (1 - drawn);
    if (alpha <= 0.001F) continue;
    drawn = wanted;
    const Box at{box.left - spread, box.top - spread + drop, box.right + spread, box.bottom + spread + drop};
    fill(at, rgb(0x4A2A20, static_cast<std::uint32_t>(alpha * 255 + 0.5F)), std::max(1.0F, radius + spread));
  }
}

void Paint::gradient(const Box& box, Colour from, Colour to, float radius) {
  const int first = list_.VtxBuffer.Size;
  fill(box, rgb(0xFFFFFF), radius);
  const float reach = box.width() * box.width() + box.height() * box.height();
  for (int i = first; i < list_.VtxBuffer.Size; ++i) {
    ImDrawVert& vertex = list_.VtxBuffer[i];
    const float along =
        ((vertex.pos.x - box.left) * box.width() + (vertex.pos.y - box.top) * box.height()) / std::max(1.0F, reach);
    vertex.col = faded(mixed(from, to, along), static_cast<float>(vertex.col >> 24) / 255.0F);
  }
}

void Paint::circle(float x, float y, float radius, Colour colour) {
  list_.AddCircleFilled(corner(x, y), radius, colour);
}

void Paint::ring(float x, float y, float radius, Colour colour, float width) {
  list_.AddCircle(corner(x, y), radius, colour, 0, width);
}

void Paint::arc(float x, float y, float radius, float part, Colour colour, float width) {
  if (part <= 0) return;
  constexpr float kTurn = 6.2831853F;
  const float begin = -kTurn / 4;
  const float end = begin + kTurn * std::min(part, 1.0F);
  list_.PathArcTo(corner(x, y), radius, begin, end, 0);
  list_.PathStroke(colour, 0, width);
  circle(x + radius * std::cos(begin), y + radius * std::sin(begin), width / 2, colour);
  circle(x + radius * std::cos(end), y + radius * std::sin(end), width / 2, colour);
}

void Paint::line(float x1, float y1, float x2, float y2, Colour colour, float width) {
  list_.AddLine(corner(x1, y1), corner(x2, y2), colour, width);
}

void Paint::icon(Icon icon, float x, float y, float size, Colour colour, bool filled) {
  if (icon == Icon::none) return;
  ImFont& font = fonts_[filled ? Face::icon_fill : Face::icon];
  const auto name = utf8(icon);
  list_.AddText(&font, size, corner(std::round(x - size / 2), std::round(y - size / 2)), colour, name.data(),
                name.data() + 3);
}

float Paint::line_height(Face face) const {
  return std::round(fonts_.size(face) * (face == Face::display ? 1.0F : kLineHeight));
}

float Paint::width(Face face, std::string_view text) {
  float wide = 0;
  for (std::size_t at = 0; at < text.size();) wide += fonts_.drawn(face, next_code_point(text, at)).advance;
  return wide;
}

// Breaks after blanks and hyphens; a word that is wider than the line is broken where it has to be.
std::vector<Paint::Line> Paint::lines(Face face, std::string_view text, float wrap) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  std::size_t good = 0;  // where the line may end
  float wide = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t point = next_code_point(text, at);
    if (point == U'\n') {
      lines.push_back({begin, here});
      begin = good = at;
      wide = 0;
      continue;
    }
    const float advance = fonts_.drawn(face, point).advance;
    const bool blank = point == U' ';
    if (wide + advance > wrap && !blank && here > begin) {
      std::size_t end = good > begin ? good : here;
      const std::size_t next = end;
      while (end > begin && text[end - 1] == ' ') --end;
      lines.push_back({begin, end});
      begin = good = next;
      wide = width(face, text.substr(begin, here - begin));
    }
    wide += advance;
    if (blank || point == U'-' || point == 0x2013 || point == 0x2014) good = at;
  }
  lines.push_back({begin, text.size()});
  return lines;
}

float Paint::height(Face face, std::string_view text, float wrap) {
  return static_cast<float>(lines(face, text, wrap).size()) * line_height(face);
}

void Paint::put(Face face, float x, float y, Colour colour, std::string_view text) {
  const float lead = (line_height(face) - fonts_.size(face)) / 2;
  const float size = fonts_.size(face);
  const ImVec4 clip = list_._CmdHeader.ClipRect;
  x = std::round(x);
  y = std::round(y + lead);
  if (y > clip.w || y + size * 1.3F < clip.y) return;
  for (std::size_t at = 0; at < text.size();) {
    const Fonts::Drawn drawn = fonts_.drawn(face, next_code_point(text, at));
    if (drawn.glyph != nullptr && drawn.glyph->Visible) {
      const ImFontGlyph& g = *drawn.glyph;
      list_.PrimReserve(6, 4);
      list_.PrimRectUV(corner(x + g.X0, y + g.Y0), corner(x + g.X1, y + g.Y1), corner(g.U0, g.V0), corner(g.U1, g.V1),
                       colour);
    } else if (drawn.emoji != nullptr) {
      const Emoji& e = *drawn.emoji;
      const float side = std::round(size * 0.94F);
      const float top = y + std::round((size - side) / 2);
      list_.PrimReserve(6, 4);
      list_.PrimRectUV(corner(std::round(x), top), corner(std::round(x) + side, top + side), corner(e.u0, e.v0),
                       corner(e.u1, e.v1), rgb(0xFFFFFF, colour >> 24));
    }
    x += drawn.advance;
  }
}

void Paint::text(Face face, float x, float y, Colour colour, std::string_view text, Align align) {
  if (align != Align::left) {
    const float wide = width(face, text);
    x -= align == Align::centre ? wide / 2 : wide;
  }
  put(face, x, y, colour, text);
}

float Paint::wrapped(Face face, float x, float y, float wrap, Colour colour, std::string_view text, Align align) {
  const float step = line_height(face);
  const float top = y;
  for (const Line& line : lines(face, text, wrap)) {
    const std::string_view words = text.substr(line.begin, line.end - line.begin);
    float left = x;
    if (align != Align::left) {
      const float rest = wrap - width(face, words);
      left += align == Align::centre ? rest / 2 : rest;
    }
    put(face, left, y, colour, words);
    y += step;
  }
  return y - top;
}

bool Paint::cut(Face face, float x, float y, float width_limit, Colour colour, std::string_view text, Align align) {
  const std::size_t newline = text.find('\n');
  const bool lines = newline != std::string_view::npos;
  if (lines) text = text.substr(0, newline);
  if (!lines && width(face, text) <= width_limit) {
    this->text(face, x, y, colour, text, align);
    return false;
  }
  shortened_.emplace_back(text);
  const std::string_view dots = "…";
  float room = width_limit - width(face, dots);
  std::size_t fits = 0;
  for (std::size_t at = 0; at < text.size();) {
    room -= fonts_.drawn(face, next_code_point(text, at)).advance;
    if (room < 0) break;
    fits = at;
  }
  std::string shortened(text.substr(0, fits));
  while (!shortened.empty() && shortened.back() == ' ') shortened.pop_back();
  shortened += dots;
  this->text(face, x, y, colour, shortened, align);
  return true;
}

}  // namespace kindling::ui
