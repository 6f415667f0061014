#include "platform/sdl/window_icon.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace kindling {
namespace {

constexpr int kSamples = 4;    // a side of a pixel
constexpr double kSide = 128;  // of the drawing below
constexpr int kPieces = 24;    // straight ones a curve is made of

struct Point {
  double x, y;
};
using Curve = std::array<Point, 4>;  // of Bézier's

// The two flames of platform/linux/share/icons/org.kindling.Kindling.svg.
constexpr std::array<Curve, 4> kTaller{{{{{60, 19}, {74, 31}, {84, 54}, {84, 76}}},
                                        {{{84, 76}, {84, 94}, {71, 106}, {55, 106}}},
                                        {{{55, 106}, {39, 106}, {26, 94}, {26, 77}}},
                                        {{{26, 77}, {26, 52}, {58, 45}, {60, 19}}}}};
constexpr std::array<Curve, 4> kSmaller{{{{{84, 42}, {71, 53}, {61, 67}, {61, 85}}},
                                         {{{61, 85}, {61, 98}, {71, 106}, {83, 106}}},
                                         {{{83, 106}, {95, 106}, {104, 97}, {104, 86}}},
                                         {{{104, 86}, {104, 68}, {88, 60}, {84, 42}}}}};

struct Colour {
  double red, green, blue;
};
constexpr Colour kTileFrom{0xE4, 0x63, 0x3C}, kTileTo{0xA3, 0x2C, 0x16};
constexpr Colour kTallerFrom{0xFF, 0xF8, 0xEE}, kTallerTo{0xFF, 0xE2, 0xC0};
constexpr Colour kSmallerFrom{0xFF, 0xD0, 0x8A}, kSmallerTo{0xFF, 0xB0, 0x66};
constexpr Colour kBoth{0xE8, 0x66, 0x3A};

Colour between(const Colour& a, const Colour& b, double amount) {
  const double part = std::clamp(amount, 0.0, 1.0);
  return {a.red + (b.red - a.red) * part, a.green + (b.green - a.green) * part, a.blue + (b.blue - a.blue) * part};
}

std::vector<Point> outline_of(std::span<const Curve> curves) {
  std::vector<Point> points;
  for (const Curve& c : curves) {
    for (int i = 0; i < kPieces; ++i) {
      const double t = static_cast<double>(i) / kPieces;
      const double u = 1 - t;
      const std::array<double, 4> weight{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
      Point at{0, 0};
      for (std::size_t k = 0; k < 4; ++k) at = {at.x + weight[k] * c[k].x, at.y + weight[k] * c[k].y};
      points.push_back(at);
    }
  }
  return points;
}

// By the even-odd rule.
bool holds(const std::vector<Point>& outline, const Point& p) {
  bool inside = false;
  for (std::size_t i = 0, before = outline.size() - 1; i < outline.size(); before = i++) {
    const Point& a = outline[i];
    const Point& b = outline[before];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

// A square from 8 to 120 with round corners.
bool is_on_tile(const Point& p) {
  constexpr double kFrom = 8, kTo = 120, kRound = 28;
  const double x = std::clamp(p.x, kFrom + kRound, kTo - kRound) - p.x;
  const double y = std::clamp(p.y, kFrom + kRound, kTo - kRound) - p.y;
  return x * x + y * y <= kRound * kRound;
}

std::uint32_t part(double sum, int samples) { return static_cast<std::uint32_t>(std::lround(sum / samples)); }

}  // namespace

Picture window_icon(int side) {
  const std::vector<Point> taller = outline_of(kTaller);
  const std::vector<Point> smaller = outline_of(kSmaller);
  Picture picture(side, side);
  const Canvas canvas = picture.canvas();
  const double step = kSide / (side * kSamples);
  const auto colour_at = [&](const Point& p) {
    const bool in_taller = holds(taller, p);
    const bool in_smaller = holds(smaller, p);
    if (in_taller && in_smaller) return kBoth;
    if (in_taller) return between(kTallerFrom, kTallerTo, (p.y - 22) / 84);
    if (in_smaller) return between(kSmallerFrom, kSmallerTo, (p.y - 44) / 62);
    return between(kTileFrom, kTileTo, (p.x + p.y - 28) / 200);
  };
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      Colour sum{0, 0, 0};
      int inside = 0;
      for (int sample = 0; sample < kSamples * kSamples; ++sample) {
        const int across = x * kSamples + sample % kSamples;
        const int down = y * kSamples + sample / kSamples;
        const Point p{(across + 0.5) * step, (down + 0.5) * step};
        if (!is_on_tile(p)) continue;
        const Colour colour = colour_at(p);
        sum = {sum.red + colour.red, sum.green + colour.green, sum.blue + colour.blue};
        ++inside;
      }
      if (inside == 0) continue;
      const std::uint32_t alpha = part(255.0 * inside, kSamples * kSamples);
      canvas.row(y)[x] =
          alpha << 24U | part(sum.red, inside) << 16U | part(sum.green, inside) << 8U | part(sum.blue, inside);
    }
  }
  return picture;
}

}  // namespace kindling
