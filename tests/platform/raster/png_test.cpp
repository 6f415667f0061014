#include "platform/raster/png.hpp"

#include <gtest/gtest.h>

#include <random>

namespace kindling {
namespace {

Picture noise(int width, int height) {
  Picture picture(width, height);
  std::mt19937 random(1);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) picture.canvas().row(y)[x] = 0xFF000000 | static_cast<std::uint32_t>(random());
  }
  return picture;
}

// A PNG of one white pixel with alpha 128, 8 bits.
const Bytes kTransparent = from_hex(
                               "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d494441"
                               "54789c63f8ffff7f0300097c037e4ebb1b5d0000000049454e44ae426082")
                               .value();

TEST(Png, ReadsWhatItWrote) {
  for (const auto& [width, height] : {std::pair{1, 1}, {7, 3}, {390, 20}, {1, 500}}) {
    const Picture picture = noise(width, height);
    const Bytes file = write_png(picture.view()).value();
    EXPECT_EQ(read_png(file).value(), picture) << width;
    EXPECT_EQ(write_png(picture.view()).value(), file) << "the same pixels, the same bytes";
  }
}

TEST(Png, LeavesOutAlphaAndWhatLiesBetweenRows) {
  const std::vector<std::uint32_t> pixels = {0x00112233, 0x80445566, 9, 0xFF778899, 0x01AABBCC, 9};
  const Picture read = read_png(write_png({pixels.data(), 2, 2, 3}).value()).value();
  EXPECT_EQ(read.at(0, 0), 0xFF112233U);
  EXPECT_EQ(read.at(1, 0), 0xFF445566U);
  EXPECT_EQ(read.at(1, 1), 0xFFAABBCCU);
}

TEST(Png, RefusesToWriteNothing) {
  EXPECT_FALSE(write_png({}));
  EXPECT_FALSE(write_png(Picture(0, 5).view()));
}

TEST(Png, RefusesWhatPassesItsLimits) {
  const Bytes file = write_png(noise(20, 10).view()).value();
  EXPECT_TRUE(read_png(file, {20, 200}));
  EXPECT_FALSE(read_png(file, {19, 200}));
  EXPECT_FALSE(read_png(file, {20, 199}));
  // A header that claims 60,000 by 60,000 pixels: refused before room is made. Its checksum is right.
  const Bytes bomb = from_hex(
                         "89504e470d0a1a0a0000000d494844520000ea600000ea6008020000000fb0e2150000000c494441"
                         "54789c6360a03900000063000177640ea30000000049454e44ae426082")
                         .value();
  const Result<Picture> read = read_png(bomb);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::invalid);
}

TEST(Png, RefusesTransparency) { EXPECT_FALSE(read_png(kTransparent)); }

TEST(Png, RefusesGarbageAndEveryTruncation) {
  EXPECT_FALSE(read_png({}));
  EXPECT_FALSE(read_png(bytes_of("not a picture at all")));
  const Bytes file = write_png(noise(9, 9).view()).value();
  const ByteView whole = file;
  // The last chunk only says that nothing follows.
  for (std::size_t size = 0; size + 16 < whole.size(); ++size) EXPECT_FALSE(read_png(whole.first(size))) << size;
}

TEST(Png, SurvivesEveryChangedByte) {
  const Picture picture = noise(5, 5);
  const Bytes file = write_png(picture.view()).value();
  std::mt19937 random(2);
  for (std::size_t at = 0; at < file.size(); ++at) {
    Bytes changed = file;
    changed[at] ^= static_cast<std::uint8_t>(1 + random() % 255);
    const Result<Picture> read = read_png(changed);
    if (read) {
      EXPECT_LE(read->width() * read->height(), 32 * 1024 * 1024) << at;
    }
  }
  for (int run = 0; run < 2'000; ++run) {
    Bytes garbage = file;
    for (int i = 0; i < 8; ++i) garbage[8 + random() % (garbage.size() - 8)] = static_cast<std::uint8_t>(random());
    (void)read_png(garbage);
  }
}

}  // namespace
}  // namespace kindling
