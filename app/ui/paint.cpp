#include "app/ui/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

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

// Where the line that begins at `at` ends. At least one letter, unless it is empty.
const char* end_of_line(const ImFont& font, float scale, const char* at, const char* end, float wrap) {
  const char* stop = font.CalcWordWrapPositionA(scale, at, end, std::max(wrap, 1.0F));
  stop = std::find(at, stop, '\n');
  if (stop != at || stop == end || *stop == '\n') return stop;
  ++stop;
  while (stop < end && (static_cast<unsigned char>(*stop) & 0xC0U) == 0x80) ++stop;
  return stop;
}

// Where the next line begins: past the blanks and the line's end at `at`.
const char* next_line(const char* at, const char* end) {
  while (at < end && *at == ' ') ++at;
  return at < end && *at == '\n' ? at + 1 : at;
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

void Paint::fade_down(const Box& box, Colour from, Colour to) {
  list_.AddRectFilledMultiColor(corner(box.left, box.top), corner(box.right, box.bottom), from, from, to, to);
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

void Paint::curve(std::span<const ImVec2> points, Colour colour, float width) {
  if (points.size() < 2) return;
  list_.PathLineTo(points.front());
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const ImVec2 from = points[i];
    const ImVec2 to = points[i + 1];
    const float middle = (from.x + to.x) / 2;
    list_.PathBezierCubicCurveTo(corner(middle, from.y), corner(middle, to.y), to);
  }
  list_.PathStroke(colour, 0, width);
}

void Paint::icon(Icon icon, float x, float y, float size, Colour colour, bool filled) {
  if (icon == Icon::none) return;
  ImFont& font = fonts_[filled ? Face::icon_fill : Face::icon];
  const auto name = utf8(icon);
  list_.AddText(&font, size, corner(std::round(x - size / 2), std::round(y - size / 2)), colour, name.data(),
                name.data() + 3);
}

float Paint::line_height(Face face) const { return std::round(fonts_.size(face) * kLineHeight); }

float Paint::width(Face face, std::string_view text) {
  fonts_.want(face, text);
  return fonts_[face]
      .CalcTextSizeA(fonts_.size(face), std::numeric_limits<float>::max(), 0, text.data(), text.data() + text.size())
      .x;
}

std::vector<Paint::Line> Paint::lines(Face face, std::string_view text, float wrap) {
  const ImFont& font = fonts_[face];
  fonts_.want(face, text);
  const char* at = text.data();
  const char* const begin = at;
  const char* const end = at + text.size();
  std::vector<Line> lines;
  const auto add = [&](const char* from, const char* to) {
    lines.push_back({static_cast<std::size_t>(from - begin), static_cast<std::size_t>(to - begin)});
  };
  while (at < end) {
    const char* stop = end_of_line(font, fonts_.size(face) / font.FontSize, at, end, wrap);
    add(at, stop);
    at = next_line(stop, end);
  }
  if (text.empty() || text.back() == '\n') add(end, end);
  return lines;
}

float Paint::height(Face face, std::string_view text, float wrap) {
  return static_cast<float>(lines(face, text, wrap).size()) * line_height(face);
}

void Paint::put(Face face, float x, float y, Colour colour, const char* begin, const char* end) {
  if (begin == end) return;
  const float lead = (line_height(face) - fonts_.size(face)) / 2;
  list_.AddText(&fonts_[face], fonts_.size(face), corner(std::round(x), std::round(y + lead)), colour, begin, end);
}

void Paint::text(Face face, float x, float y, Colour colour, std::string_view text, Align align) {
  if (align != Align::left) {
    const float wide = width(face, text);
    x -= align == Align::centre ? wide / 2 : wide;
  } else {
    fonts_.want(face, text);
  }
  put(face, x, y, colour, text.data(), text.data() + text.size());
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
    put(face, left, y, colour, words.data(), words.data() + words.size());
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
  fonts_.want(face, text);
  const std::string_view dots = "…";
  const float room = std::max(0.0F, width_limit - width(face, dots));
  const char* stop = nullptr;
  fonts_[face].CalcTextSizeA(fonts_.size(face), room, 0, text.data(), text.data() + text.size(), &stop);
  std::string shortened(text.data(), stop);
  while (!shortened.empty() && shortened.back() == ' ') shortened.pop_back();
  shortened += dots;
  this->text(face, x, y, colour, shortened, align);
  return true;
}

}  // namespace kindling::ui
