#include "platform/raster/picture_difference.hpp"

#include <gtest/gtest.h>

namespace kindling {
namespace {

Picture filled(int width, int height, std::uint32_t argb) {
  Picture picture(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) picture.canvas().row(y)[x] = argb;
  }
  return picture;
}

TEST(PictureDifference, IsNothingForTheSamePixels) {
  const Picture picture = filled(4, 3, 0xFF123456);
  const PictureDifference found = difference(picture.view(), filled(4, 3, 0x00123456).view(), 0);
  EXPECT_TRUE(found.same_size);
  EXPECT_EQ(found.pixels, 0U);
  EXPECT_EQ(found.largest, 0);
  EXPECT_EQ(found.picture.width(), 4);
}

TEST(PictureDifference, CountsWhatPassesTheToleranceInAnyChannel) {
  const Picture a = filled(4, 1, 0xFF646464);
  Picture b = a;
  b.canvas().row(0)[1] = 0xFF646764;  // 3 more green
  b.canvas().row(0)[2] = 0xFF606464;  // 4 less red
  b.canvas().row(0)[3] = 0xFF6464C8;  // 100 more blue
  const PictureDifference found = difference(a.view(), b.view(), 3);
  EXPECT_EQ(found.pixels, 2U);
  EXPECT_EQ(found.largest, 100);
  EXPECT_EQ(difference(a.view(), b.view(), 0).pixels, 3U);
  EXPECT_NE(found.picture.at(0, 0), found.picture.at(1, 0)) << "tolerated";
  EXPECT_NE(found.picture.at(1, 0), found.picture.at(2, 0)) << "counted";
  EXPECT_EQ(found.picture.at(2, 0), found.picture.at(3, 0));
}

TEST(PictureDifference, CountsPixelsThatOnlyOneHas) {
  const PictureDifference found = difference(filled(4, 2, 0xFF000000).view(), filled(2, 3, 0xFF000000).view(), 255);
  EXPECT_FALSE(found.same_size);
  EXPECT_EQ(found.picture.width(), 4);
  EXPECT_EQ(found.picture.height(), 3);
  EXPECT_EQ(found.pixels, 4U + 4U);
  EXPECT_EQ(found.largest, 255);
}

}  // namespace
}  // namespace kindling
