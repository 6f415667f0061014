// How the rasteriser samples textures.
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "tests/platform/raster/mesh.hpp"

namespace kindling {
namespace {

TEST(Rasteriser, GivesExactlyTheTexelsWhereTheyFallOnPixels) {
  std::vector<std::uint8_t> alpha;
  std::vector<std::uint32_t> rgba;
  for (std::uint32_t i = 0; i < 37 * 29; ++i) {
    alpha.push_back(static_cast<std::uint8_t>(i * 37 % 256));
    rgba.push_back(0xFF000000 | i * 7919);
  }
  // Sides that are no powers of two: coordinates that aren't exact.
  const RasterTexture coverage{37, 29, alpha.data(), nullptr};
  const RasterTexture colours{37, 29, nullptr, rgba.data()};
  const ImVec2 from{5.0F / 37, 3.0F / 29}, to{35.0F / 37, 28.0F / 29};
  const Picture a = Mesh().texture(coverage).rectangle({4, 6}, {34, 31}, kWhite, from, to).drawn(40, 40);
  const Picture c = Mesh().texture(colours).rectangle({4, 6}, {34, 31}, kWhite, from, to).drawn(40, 40);
  for (int y = 0; y < 25; ++y) {
    for (int x = 0; x < 30; ++x) {
      const auto i = static_cast<std::size_t>((y + 3) * 37 + x + 5);
      ASSERT_EQ(a.at(x + 4, y + 6), 0xFF000000 | alpha[i] * 0x010101U) << x << " " << y;
      ASSERT_EQ(c.at(x + 4, y + 6), imgui_colour(rgba[i])) << x << " " << y;
    }
  }
  EXPECT_EQ(a.at(3, 6), kBlack);
  EXPECT_EQ(a.at(34, 6), kBlack);
}

TEST(Rasteriser, MixesTexelsByHalvesAndClampsAtTheEdges) {
  // Twice as large: pixels lie a quarter and three quarters between centres.
  const std::uint8_t alpha[] = {0, 200};
  const RasterTexture two{2, 1, alpha, nullptr};
  const Picture large = Mesh().texture(two).rectangle({0, 0}, {4, 1}, kWhite, {0, 0}, {1, 1}).drawn(4, 1);
  EXPECT_EQ(channel(large.at(0, 0), 0), 0);
  EXPECT_EQ(channel(large.at(1, 0), 0), 50);
  EXPECT_EQ(channel(large.at(2, 0), 0), 150);
  EXPECT_EQ(channel(large.at(3, 0), 0), 200);
  // Half a pixel aside.
  const Picture aside = Mesh().texture(two).rectangle({0.5F, 0}, {2.5F, 1}, kWhite, {0, 0}, {1, 1}).drawn(4, 1);
  EXPECT_EQ(channel(aside.at(1, 0), 0), 100);
  // The middle of four.
  const Picture middle = Mesh().texture(kFour).rectangle({0, 0}, {1, 1}, kWhite, {0, 0}, {1, 1}).drawn(1, 1);
  EXPECT_NEAR(channel(middle.at(0, 0), 16), (0xFF + 0 + 0 + 0x20) / 4.0, 1);
  EXPECT_NEAR(channel(middle.at(0, 0), 8), (0 + 0xFF + 0 + 0x40) / 4.0, 1);
  EXPECT_NEAR(channel(middle.at(0, 0), 0), (0 + 0 + 0xFF + 0x80) / 4.0, 1);
}

TEST(Rasteriser, SamplesMirroredAndTurnedPiecesLikeTheTrianglesTheyAreOf) {
  std::mt19937 random(5);
  std::vector<std::uint32_t> texels(16 * 16);
  for (std::uint32_t& texel : texels) texel = static_cast<std::uint32_t>(random());
  const RasterTexture texture{16, 16, nullptr, texels.data()};
  const ImVec2 uvs[4] = {{0.1F, 0.2F}, {0.9F, 0.2F}, {0.9F, 0.7F}, {0.1F, 0.7F}};
  for (unsigned turn = 0; turn < 4; ++turn) {
    for (const bool mirrored : {false, true}) {
      const ImVec2 at[4] = {{3, 2}, {29.25F, 2}, {29.25F, 21.5F}, {3, 21.5F}};
      Mesh upright, apart;
      upright.texture(texture);
      apart.texture(texture);
      for (unsigned i = 0; i < 4; ++i) {
        const unsigned uv = mirrored ? (turn + 4 - i) % 4 : (turn + i) % 4;
        upright.vertex(at[i], 0xFFC0FFEE, uvs[uv]);
        apart.vertex(at[i], 0xFFC0FFEE, uvs[uv]);
      }
      upright.indices({0, 1, 2, 0, 2, 3});
      apart.indices({2, 1, 0, 3, 2, 0});  // not a quad's order
      const Picture a = upright.drawn(32, 24), b = apart.drawn(32, 24);
      for (int y = 0; y < 24; ++y) {
        for (int x = 0; x < 32; ++x) {
          for (const int shift : {16, 8, 0}) {
            ASSERT_NEAR(channel(a.at(x, y), shift), channel(b.at(x, y), shift), 2) << x << " " << y << " " << turn;
          }
        }
      }
    }
  }
}

TEST(Rasteriser, TintsWhiteAndColouredTexels) {
  const std::uint32_t texels[] = {0x80FFFFFF, imgui_colour(0xFF6496C8)};
  const RasterTexture texture{2, 1, nullptr, texels};
  const Picture picture = Mesh().texture(texture).rectangle({0, 0}, {2, 1}, 0xFF804020, {0, 0}, {1, 1}).drawn(2, 1);
  EXPECT_EQ(picture.at(0, 0), 0xFF402010U);
  EXPECT_EQ(picture.at(1, 0), 0xFF322619U);
}

TEST(Rasteriser, TakesATextureThatIsMissingForWhite) {
  const RasterTexture none{};
  EXPECT_EQ(Mesh().texture(none).rectangle({0, 0}, {2, 2}, kWhite, {0, 0}, {1, 1}).drawn(2, 2).at(1, 1), kWhite);
  EXPECT_EQ(Mesh().rectangle({0, 0}, {2, 2}, kWhite, {0, 0}, {1, 1}).drawn(2, 2).at(1, 1), kWhite);
}

}  // namespace
}  // namespace kindling
