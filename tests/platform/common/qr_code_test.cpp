#include "platform/common/qr_code.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace kindling {
namespace {

QrCode code_of(const std::string& text) {
  const auto code = make_qr_code(text);
  EXPECT_TRUE(code);
  return *code;
}

// The pattern in three corners (ISO/IEC 18004 §6.3.3): a ring of 7 modules, a light one, a square of 3.
bool has_finder(const QrCode& code, int left, int top) {
  for (int y = 0; y < 7; ++y) {
    for (int x = 0; x < 7; ++x) {
      const int ring = std::min({x, y, 6 - x, 6 - y});
      if (code.is_dark(left + x, top + y) != (ring != 1)) return false;
    }
  }
  return true;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What a terminal shows: true where the upper and lower half of each character are of the foreground.
std::vector<std::vector<bool>> drawn(const std::string& text) {
  std::vector<std::vector<bool>> rows;
  for (std::string line : lines_of(text)) {
    std::vector<bool> upper;
    std::vector<bool> lower;
    for (std::size_t i = 0; i < line.size();) {
      if (line[i] == '\x1b') {
        i = line.find('m', i) + 1;
        continue;
      }
      const std::string block = line[i] == ' ' ? " " : line.substr(i, 3);
      upper.push_back(block == "\u2580" || block == "\u2588");
      lower.push_back(block == "\u2584" || block == "\u2588");
      i += block.size();
    }
    rows.push_back(upper);
    rows.push_back(lower);
  }
  return rows;
}

TEST(QrCode, HasFindersInThreeCorners) {
  const QrCode code = code_of("KINDLING1:ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
  EXPECT_EQ(code.size() % 4, 1);
  EXPECT_TRUE(has_finder(code, 0, 0));
  EXPECT_TRUE(has_finder(code, code.size() - 7, 0));
  EXPECT_TRUE(has_finder(code, 0, code.size() - 7));
  EXPECT_FALSE(has_finder(code, code.size() - 7, code.size() - 7));
}

TEST(QrCode, IsLightOutside) {
  const QrCode code = code_of("a");
  EXPECT_FALSE(code.is_dark(-1, 0));
  EXPECT_FALSE(code.is_dark(0, -1));
  EXPECT_FALSE(code.is_dark(code.size(), 0));
  EXPECT_FALSE(code.is_dark(0, code.size()));
}

TEST(QrCode, IsSmallerInCapitals) {
  const std::string lower = "kindling1:" + std::string(200, 'q');
  const std::string upper = "KINDLING1:" + std::string(200, 'Q');
  EXPECT_LT(code_of(upper).size(), code_of(lower).size());
}

TEST(QrCode, TakesWhatACodeHoldsAndNoMore) {
  EXPECT_TRUE(make_qr_code(std::string(2953, 'q')));
  EXPECT_FALSE(make_qr_code(std::string(2954, 'q')));
  EXPECT_FALSE(make_qr_code(std::string(100'000, 'q')));
  EXPECT_FALSE(make_qr_code(""));
  EXPECT_FALSE(make_qr_code(std::string("a\0b", 3)));
}

TEST(QrCode, IsDrawnInHalfBlocksWithItsQuietZone) {
  const QrCode code = code_of("KINDLING1:ABCDEFG");
  const int width = code.size() + 2 * kQrQuietZone;
  for (const QrInk ink : {QrInk::colours, QrInk::plain}) {
    const auto rows = drawn(terminal_text(code, ink));
    ASSERT_GE(rows.size(), static_cast<std::size_t>(width));
    for (int y = 0; y < width; ++y) {
      const auto& row = rows[static_cast<std::size_t>(y)];
      ASSERT_EQ(row.size(), static_cast<std::size_t>(width));
      for (int x = 0; x < width; ++x) {
        const bool dark = code.is_dark(x - kQrQuietZone, y - kQrQuietZone);
        EXPECT_EQ(row[static_cast<std::size_t>(x)], ink == QrInk::colours ? dark : !dark) << x << ' ' << y;
      }
    }
  }
}

TEST(QrCode, IsBlackOnWhiteWhateverTheTerminalsColours) {
  for (const std::string& line : lines_of(terminal_text(code_of("a"), QrInk::colours))) {
    EXPECT_TRUE(line.starts_with("\x1b[38;5;16;48;5;231m"));
    EXPECT_TRUE(line.ends_with("\x1b[0m"));
  }
  EXPECT_EQ(terminal_text(code_of("a"), QrInk::plain).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace kindling
