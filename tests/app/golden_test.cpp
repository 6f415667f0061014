// Screens against the pictures kept in tests/golden. A failure leaves actual, expected and difference beside the test
// program, in golden/; `./dev shots --accept` takes the new ones, after they were looked at.
#include <gtest/gtest.h>

#include "platform/common/posix_files.hpp"
#include "platform/raster/picture_difference.hpp"
#include "platform/raster/png.hpp"
#include "tests/support/golden_pictures.hpp"

namespace kindling::tests {
namespace {

constexpr int kTolerance = 12;                // of a channel's 255
constexpr std::size_t kPixelsMayDiffer = 40;  // hinting of another libm, say
constexpr std::size_t kFileLimit = 8U << 20U;

class Golden : public testing::TestWithParam<GoldenPicture> {};

TEST_P(Golden, LooksAsItWasAccepted) {
  const GoldenPicture& golden = GetParam();
  PosixFiles files;
  const std::string kept = std::string(KINDLING_SOURCE_DIR) + "/tests/golden/" + golden.name + ".png";
  const Picture actual = draw(golden);
  const auto file = files.read(kept, kFileLimit);
  ASSERT_TRUE(file.has_value()) << golden.name << " isn't kept yet; look at ./dev shots, then ./dev shots --accept";
  const auto expected = read_png(*file);
  ASSERT_TRUE(expected.has_value()) << kept << ": " << expected.error().message;
  const PictureDifference found = difference(actual.view(), expected->view(), kTolerance);
  if (found.same_size && found.pixels <= kPixelsMayDiffer) return;
  const std::string left = std::string("golden/") + golden.name;
  static_cast<void>(files.make_folder("golden"));
  static_cast<void>(files.write(left + "-actual.png", *write_png(actual.view())));
  static_cast<void>(files.write(left + "-expected.png", *file));
  if (found.same_size) static_cast<void>(files.write(left + "-difference.png", *write_png(found.picture.view())));
  FAIL() << golden.name << " differs in " << found.pixels << " pixels, by " << found.largest << " at most; see " << left
         << "-*.png";
}

std::string name_of_test(const testing::TestParamInfo<GoldenPicture>& info) {
  std::string name = info.param.name;
  for (char& letter : name) {
    if (letter == '-') letter = '_';
  }
  return name;
}
INSTANTIATE_TEST_SUITE_P(Pictures, Golden, testing::ValuesIn(golden_pictures().begin(), golden_pictures().end()),
                         name_of_test);

}  // namespace
}  // namespace kindling::tests
