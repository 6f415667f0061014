#include "app/ui/theme.hpp"

#include <gtest/gtest.h>

namespace kindling::ui {
namespace {

TEST(Colours, ContrastIsThatOfTheWebGuidelines) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21, 0.001);
  EXPECT_NEAR(contrast(rgb(0xFFFFFF), rgb(0x000000)), 21, 0.001);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
  EXPECT_NEAR(contrast(rgb(0x2A1E23), rgb(0x2A1E23)), 1, 0.001);
}

TEST(Colours, MixAndFade) {
  EXPECT_EQ(mixed(rgb(0x000000), rgb(0xFFFFFF), 0), rgb(0x000000));
  EXPECT_EQ(mixed(rgb(0x000000), rgb(0xFFFFFF), 1), rgb(0xFFFFFF));
  EXPECT_EQ(faded(rgb(0x123456), 0), rgb(0x123456, 0));
  EXPECT_EQ(over(rgb(0xFF0000, 0), rgb(0x00FF00)), rgb(0x00FF00));
  EXPECT_EQ(over(rgb(0xFF0000), rgb(0x00FF00)), rgb(0xFF0000));
}

class EveryTheme : public ::testing::TestWithParam<ThemeName> {};

TEST_P(EveryTheme, TextCanBeReadOnWhatItStandsOn) {
  for (const TextPair& pair : text_pairs(theme(GetParam()))) {
    EXPECT_GE(contrast(pair.text, pair.background), pair.large ? 3.0 : 4.5) << pair.name;
  }
}

TEST_P(EveryTheme, KnowsItsName) { EXPECT_EQ(theme(GetParam()).name, GetParam()); }

TEST_P(EveryTheme, ShowsTheFocus) {
  const Theme& look = theme(GetParam());
  for (const Colour below : {look.background, look.surface, look.raised}) EXPECT_GE(contrast(look.focus, below), 3.0);
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, ::testing::Values(ThemeName::light, ThemeName::dark, ThemeName::contrast));

TEST(Theme, HighContrastReachesSevenToOne) {
  for (const TextPair& pair : text_pairs(theme(ThemeName::contrast))) {
    EXPECT_GE(contrast(pair.text, pair.background), 7.0) << pair.name;
  }
}

}  // namespace
}  // namespace kindling::ui
