#include "platform/raster/rasteriser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <set>

#include "tests/platform/raster/mesh.hpp"
#include "tests/platform/raster/scene.hpp"

namespace kindling {
namespace {

constexpr std::uint32_t kHalfWhite = 0x80FFFFFF;

std::size_t count_of(const Picture& picture, std::uint32_t argb) {
  const PixelView view = picture.view();
  return static_cast<std::size_t>(std::count(view.pixels, view.pixels + view.width * view.height, argb));
}

TEST(Rasteriser, ClearsOpaquely) {
  const Picture picture = Mesh().drawn(7, 3, 0x00123456);
  EXPECT_EQ(count_of(picture, 0xFF123456), 21U);
}

TEST(Rasteriser, CoversPixelsWhoseCentresLieInsideAndTopAndLeftEdgesOnly) {
  // Edges run through centres: the left and upper ones count.
  const Picture picture = Mesh().rectangle({2.5F, 1.5F}, {5.5F, 4.5F}, kWhite).drawn(8, 8);
  for (int y = 0; y < 8; ++y) {
    for (int x = 0; x < 8; ++x) {
      EXPECT_EQ(picture.at(x, y) == kWhite, x >= 2 && x < 5 && y >= 1 && y < 4) << x << " " << y;
    }
  }
  // A triangle's slanted right edge through centres leaves them out, the same edge as its left one takes them.
  const Picture left = Mesh().triangle({0.5F, 0.5F}, {4.5F, 4.5F}, {0.5F, 4.5F}, kWhite).drawn(6, 6);
  const Picture right = Mesh().triangle({0.5F, 0.5F}, {4.5F, 0.5F}, {4.5F, 4.5F}, kWhite).drawn(6, 6);
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(left.at(i, i), kBlack) << i;
    EXPECT_EQ(right.at(i, i), kWhite) << i;
  }
}

// Random triangles that share their corners and tile a square, in any order and winding.
class Tiling {
 public:
  explicit Tiling(unsigned seed) : random_(seed) {
    for (int y = 0; y <= kCells; ++y) {
      for (int x = 0; x <= kCells; ++x) {
        const bool inner = x > 0 && y > 0 && x < kCells && y < kCells;
        points_.push_back({static_cast<float>(x * kCell) + (inner ? offset() : 0.0F),
                           static_cast<float>(y * kCell) + (inner ? offset() : 0.0F)});
      }
    }
  }

  // `colour` gives a corner's colour at its place.
  template <class Colour>
  void add_to(Mesh& mesh, const Colour& colour) {
    std::vector<std::array<int, 3>> triangles;
    for (int y = 0; y < kCells; ++y) {
      for (int x = 0; x < kCells; ++x) {
        const int a = y * (kCells + 1) + x, b = a + 1, c = b + kCells + 1, d = c - 1;
        // Without overlap whichever way the diagonal runs, as no corner strays a quarter of a cell.
        if (random_() % 2 == 0) {
          triangles.push_back({a, b, c});
          triangles.push_back({random_() % 2 == 0 ? std::array{c, d, a} : std::array{a, d, c}});
        } else {
          triangles.push_back({b, c, d});
          triangles.push_back({d, a, b});
        }
      }
    }
    if (random_() % 2 == 0) std::shuffle(triangles.begin(), triangles.end(), random_);
    for (const ImVec2 point : points_) mesh.vertex(point, colour(point));
    for (const auto& [a, b, c] : triangles) {
      mesh.indices({static_cast<unsigned>(a), static_cast<unsigned>(b), static_cast<unsigned>(c)});
    }
  }

  static constexpr int kCells = 12;
  static constexpr int kCell = 7;
  static constexpr int kSide = kCells * kCell;

 private:
  float offset() { return static_cast<float>(static_cast<int>(random_() % 512) - 256) / 256.0F * kCell * 0.24F; }

  std::mt19937 random_;
  std::vector<ImVec2> points_;
};

TEST(Rasteriser, LeavesNeitherGapsNorOverlapsAlongSharedEdges) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Mesh mesh;
    Tiling(seed).add_to(mesh, [](ImVec2) { return kHalfWhite; });
    const Picture picture = mesh.drawn(Tiling::kSide, Tiling::kSide);
    ASSERT_EQ(count_of(picture, 0xFF808080), std::size_t{Tiling::kSide} * Tiling::kSide) << seed;
  }
}

TEST(Rasteriser, LeavesNeitherGapsNorOverlapsWhereColoursAndAlphaChange) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    // A plane over all of them: every pixel is near it, as far as corners have whole levels, which a gap or a second
    // layer would not be.
    Mesh alphas, colours;
    const auto level = [](ImVec2 at) { return static_cast<std::uint32_t>(100 + std::lround(at.x)); };
    Tiling(seed).add_to(alphas, [&](ImVec2 at) { return level(at) << 24 | 0xFFFFFF; });
    Tiling(seed).add_to(colours, [&](ImVec2 at) { return 0x80000000 | level(at) << 8; });
    const Picture a = alphas.drawn(Tiling::kSide, Tiling::kSide);
    const Picture c = colours.drawn(Tiling::kSide, Tiling::kSide);
    for (int y = 0; y < Tiling::kSide; ++y) {
      for (int x = 0; x < Tiling::kSide; ++x) {
        ASSERT_NEAR(channel(a.at(x, y), 8), 100.5 + x, 2) << seed << ": " << x << " " << y;
        ASSERT_NEAR(channel(c.at(x, y), 8), (100.5 + x) * 128 / 255, 2) << seed << ": " << x << " " << y;
      }
    }
  }
}

TEST(Rasteriser, JoinsFansAndQuadsWithoutChangingAPixel) {
  std::mt19937 random(7);
  for (int run = 0; run < 200; ++run) {
    // A round or a dented outline: dented ones may not be joined.
    const int corners = 4 + static_cast<int>(random() % 20);
    const bool dented = run % 3 == 0;
    std::vector<ImVec2> outline;
    for (int i = 0; i < corners; ++i) {
      const double angle = 6.2831853 * i / corners * (run % 2 == 0 ? 1 : -1);
      const double radius = dented && random() % 3 == 0 ? 12 : 29;
      outline.push_back(
          {static_cast<float>(32 + radius * std::cos(angle)), static_cast<float>(32 + radius * std::sin(angle))});
    }
    Mesh fan, apart;
    for (const ImVec2 point : outline) fan.vertex(point, kHalfWhite);
    for (unsigned i = 2; i < outline.size(); ++i) {
      fan.indices({0, i - 1, i});
      apart.command().triangle(outline[0], outline[i - 1], outline[i], kHalfWhite);
    }
    ASSERT_EQ(fan.drawn(64, 64), apart.drawn(64, 64)) << run;
  }
}

TEST(Rasteriser, FillsOutlinesThatWindTwiceTwice) {
  // A pentagram turns one way at every corner, as a convex outline does.
  Mesh star, apart;
  std::vector<ImVec2> outline;
  for (int i = 0; i < 5; ++i) {
    const double angle = 6.2831853 * 2 / 5 * i;
    outline.push_back({static_cast<float>(32 + 30 * std::cos(angle)), static_cast<float>(32 + 30 * std::sin(angle))});
    star.vertex(outline.back(), kHalfWhite);
  }
  for (unsigned i = 2; i < 5; ++i) {
    star.indices({0, i - 1, i});
    apart.command().triangle(outline[0], outline[i - 1], outline[i], kHalfWhite);
  }
  EXPECT_EQ(star.drawn(64, 64), apart.drawn(64, 64));
}

TEST(Rasteriser, BlendsEveryAlphaOverEveryLevelToTheNearest) {
  for (std::uint32_t alpha = 0; alpha < 256; ++alpha) {
    Mesh mesh;
    // Odd widths: pixels are laid in pairs and singly.
    mesh.rectangle({0, 0}, {3, 1}, alpha << 24 | 0xC86400);
    const std::uint32_t under = 0xFF000000 | (255 - alpha) << 16 | 0x3B00 | (alpha ^ 0x55);
    const Picture picture = mesh.drawn(3, 1, under);
    for (const int shift : {16, 8, 0}) {
      const double expected = (channel(0xC86400, shift) * static_cast<double>(alpha) +
                               channel(under, shift) * (255.0 - static_cast<double>(alpha))) /
                              255.0;
      for (int x = 0; x < 3; ++x) EXPECT_EQ(channel(picture.at(x, 0), shift), std::lround(expected)) << alpha;
    }
    EXPECT_EQ(picture.at(0, 0) >> 24, 0xFFU);
  }
}

TEST(Rasteriser, ShadesEvenlyBetweenItsCorners) {
  Mesh mesh;
  mesh.vertex({0, 0}, 0xFF000000);
  mesh.vertex({256, 0}, 0xFFFF8000);
  mesh.vertex({256, 64}, 0xFFFF8000);
  mesh.vertex({0, 64}, 0xFF000000);
  mesh.indices({0, 1, 2, 0, 2, 3});
  const Picture picture = mesh.drawn(256, 64);
  for (int y = 0; y < 64; ++y) {
    for (int x = 0; x < 256; ++x) {
      ASSERT_NEAR(channel(picture.at(x, y), 16), (x + 0.5) * 255 / 256, 0.51) << x;
      ASSERT_NEAR(channel(picture.at(x, y), 8), (x + 0.5) * 128 / 256, 0.51) << x;
      ASSERT_EQ(channel(picture.at(x, y), 0), 0);
    }
  }
}

TEST(Rasteriser, SoftensBordersUprightAndSlantedAlike) {
  // A border from opaque to nothing over eight pixels, as one quad.
  for (const float slant : {0.0F, 3.0F}) {
    Mesh mesh;
    mesh.vertex({2, 0}, kWhite);
    mesh.vertex({2 + slant, 32}, kWhite);
    mesh.vertex({10 + slant, 32}, 0x00FFFFFF);
    mesh.vertex({10, 0}, 0x00FFFFFF);
    mesh.indices({0, 1, 2, 2, 3, 0});
    const Picture picture = mesh.drawn(16, 32);
    for (int y = 0; y < 32; ++y) {
      for (int x = 0; x < 16; ++x) {
        const double from = 2 + slant * (y + 0.5) / 32;
        const double inside = x + 0.5 - from;
        const double expected = inside < 0 || inside > 8 ? 0 : 255 * (1 - inside / 8);
        ASSERT_NEAR(channel(picture.at(x, y), 8), expected, 1.0) << x << " " << y;
      }
    }
  }
}

TEST(Rasteriser, ClipsToTheCommandsRectangle) {
  Mesh mesh;
  mesh.clip(3, 2, 6, 4).rectangle({-50, -50}, {50, 50}, kWhite);
  mesh.command().clip(7, 7, 7, 9).rectangle({-50, -50}, {50, 50}, kWhite);
  mesh.command().clip(9, 9, 2, 2).rectangle({-50, -50}, {50, 50}, kWhite);
  const float nan = std::numeric_limits<float>::quiet_NaN();
  mesh.command().clip(nan, 0, 9, 9).rectangle({-50, -50}, {50, 50}, kWhite);
  const Picture picture = mesh.drawn(10, 10);
  EXPECT_EQ(count_of(picture, kWhite), 6U);
  EXPECT_EQ(picture.at(3, 2), kWhite);
  EXPECT_EQ(picture.at(5, 3), kWhite);
}

TEST(Rasteriser, PutsTheDisplaysOriginAndScaleBeforeAll) {
  Mesh mesh;
  mesh.origin = {100, 200};
  mesh.scale = {2, 3};
  mesh.clip(100, 200, 104, 204).rectangle({101, 201}, {120, 202}, kWhite);
  const Picture picture = mesh.drawn(20, 20);
  for (int y = 0; y < 20; ++y) {
    for (int x = 0; x < 20; ++x) {
      EXPECT_EQ(picture.at(x, y) == kWhite, x >= 2 && x < 8 && y >= 3 && y < 6) << x << " " << y;
    }
  }
}

TEST(Rasteriser, DrawsOnlyTheDamageAndThatAsIfAllWereDrawn) {
  Mesh mesh = scene();
  const Picture whole = mesh.drawn(kSceneWidth, kSceneHeight);
  std::mt19937 random(3);
  for (int i = 0; i < 60; ++i) {
    const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    const PixelRect damage{below(200) - 20, below(150) - 20, below(200) + 150, below(150) + 120};
    Picture part(kSceneWidth, kSceneHeight);
    mesh.draw(part.canvas(), kBlack, damage);
    for (int y = 0; y < kSceneHeight; ++y) {
      for (int x = 0; x < kSceneWidth; ++x) {
        const bool inside = x >= damage.left && x < damage.right && y >= damage.top && y < damage.bottom;
        ASSERT_EQ(part.at(x, y), inside ? whole.at(x, y) : kBlack) << x << " " << y;
      }
    }
  }
}

TEST(Rasteriser, KeepsToTheRowsOfItsCanvas) {
  std::vector<std::uint32_t> pixels(8 * 6, 7);
  Mesh().rectangle({-99, -99}, {99, 99}, kWhite).draw({pixels.data() + 8, 5, 4, 8}, kBlack, {-9, -9, 99, 99});
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    EXPECT_EQ(pixels[i], i >= 8 && i < 40 && i % 8 < 5 ? kWhite : 7U) << i;
  }
}

TEST(Rasteriser, HonoursOffsetsOfVerticesAndIndices) {
  Mesh mesh;
  mesh.rectangle({0, 0}, {2, 2}, 0xFFFF0000);
  mesh.command();
  mesh.last().VtxOffset = static_cast<unsigned>(mesh.list().VtxBuffer.Size);
  mesh.rectangle({2, 0}, {4, 2}, 0xFF00FF00);
  EXPECT_EQ(mesh.list().IdxBuffer[6], 0) << "counted from the offset";
  const Picture picture = mesh.drawn(4, 2);
  EXPECT_EQ(count_of(picture, 0xFFFF0000), 4U);
  EXPECT_EQ(count_of(picture, 0xFF00FF00), 4U);
}

TEST(Rasteriser, PassesOverCallbacksAndOffsetsAndIndicesThatLeadNowhere) {
  Mesh mesh;
  mesh.rectangle({0, 0}, {1, 1}, kWhite);
  mesh.command().rectangle({0, 0}, {9, 9}, kWhite);
  mesh.last().UserCallback = [](const ImDrawList*, const ImDrawCmd*) { FAIL(); };
  mesh.command().indices({0, 1, 60'000, 60'000, 1, 2, 0, 1, 2});
  mesh.command().rectangle({0, 0}, {9, 9}, kWhite);
  mesh.last().VtxOffset = 0xFFFFFFF0;
  mesh.command().rectangle({0, 0}, {9, 9}, kWhite);
  mesh.last().IdxOffset = 0xFFFFFFF0;
  mesh.command().rectangle({3, 3}, {4, 4}, kWhite);
  mesh.last().ElemCount = 0xFFFFFFFF;
  const Picture picture = mesh.drawn(9, 9);
  EXPECT_EQ(picture.at(0, 0), kWhite);
  EXPECT_EQ(picture.at(3, 3), kWhite);
  EXPECT_EQ(count_of(picture, kWhite), 2U);
}

TEST(Rasteriser, SurvivesVerticesThatAreNoNumbersInfiniteOrFarAway) {
  const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity(),
              max = std::numeric_limits<float>::max();
  EXPECT_EQ(Mesh().rectangle({-inf, -max}, {inf, max}, kWhite).drawn(9, 9).at(4, 4), kWhite);
  EXPECT_EQ(count_of(Mesh().triangle({0, 0}, {nan, 9}, {9, 0}, kWhite).drawn(9, 9), kBlack), 81U);
  const Picture far = Mesh().triangle({4, -1e6F}, {4, 1e6F}, {1e6F, 0}, kWhite).drawn(9, 9);
  EXPECT_EQ(count_of(far, kWhite), 45U);

  const float odd[] = {nan, inf, -inf, max, -max, 1e-40F, 0.0F, -0.0F, 4.5F, 8.999F, 1e5F, -3e6F, 2.0F, 1.5F};
  std::mt19937 random(11);
  const auto any = [&] { return odd[random() % std::size(odd)]; };
  Mesh mesh;
  mesh.texture(kFour);
  for (int i = 0; i < 9'000; ++i) {
    mesh.vertex({any(), any()}, static_cast<std::uint32_t>(random()), {any(), random() % 2 == 0 ? 0.5F : any()});
  }
  for (unsigned i = 0; i < 20'000; ++i) {
    const auto one = [&random] { return static_cast<unsigned>(random() % 9'000); };
    const unsigned a = one(), b = one(), c = one(), d = one();
    mesh.indices({a, b, c, a, c, d});
  }
  const Picture picture = mesh.drawn(9, 9);
  EXPECT_EQ(picture.at(0, 0) >> 24, 0xFFU);
}

TEST(Rasteriser, KeepsSliversWithinTheirCornersColours) {
  std::mt19937 random(13);
  for (int i = 0; i < 3'000; ++i) {
    const auto place = [&random] { return static_cast<float>(random() % 4'096) / 64.0F; };
    const ImVec2 a{place(), place()}, b{place(), place()};
    const auto share = static_cast<float>(random() % 100) / 100.0F;
    const ImVec2 c{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share + 1.0F / 256};
    Mesh mesh;
    mesh.vertex(a, 0xFF404040);
    mesh.vertex(b, 0xFF504050);
    mesh.vertex(c, 0xFF604060);
    mesh.indices({0, 1, 2});
    const Picture picture = mesh.drawn(64, 64);
    for (int y = 0; y < 64; ++y) {
      for (int x = 0; x < 64; ++x) {
        const std::uint32_t pixel = picture.at(x, y);
        if (pixel == kBlack) continue;
        ASSERT_TRUE(channel(pixel, 0) >= 0x40 && channel(pixel, 0) <= 0x60) << std::hex << pixel;
        ASSERT_EQ(channel(pixel, 8), 0x40) << std::hex << pixel;
      }
    }
  }
}

TEST(Rasteriser, GivesTheSamePixelsWithEveryCompiler) {
  const Picture picture = scene().drawn(kSceneWidth, kSceneHeight, 0xFFF4EFE8);
  EXPECT_EQ(hash_of(picture.view()), 2980765330184008098U);
  const PixelView view = picture.view();
  EXPECT_GT(std::set<std::uint32_t>(view.pixels, view.pixels + kSceneWidth * kSceneHeight).size(), 5'000U);
}

}  // namespace
}  // namespace kindling
