// Whole frames of ImGui's own, drawn by the rasteriser with the atlas as it names it.
#include <gtest/gtest.h>

#include "tests/platform/raster/mesh.hpp"

namespace kindling {
namespace {

// What ImGui itself lists: every smoothed shape, text, and an image.
class ImGuiFrame {
 public:
  ImGuiFrame() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {200, 120};
    name_texture(*io.Fonts, texture_);
    ImGui::NewFrame();
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled({10, 10}, {90, 60}, 0xFFFFFFFF, 12);
    list.AddCircleFilled({150, 40}, 30, 0xFF0000FF);
    list.AddText({20, 80}, 0xFFFFFFFF, "Kindling");
    ImGui::Render();
  }
  ~ImGuiFrame() { ImGui::DestroyContext(context_); }
  ImGuiFrame(const ImGuiFrame&) = delete;
  ImGuiFrame& operator=(const ImGuiFrame&) = delete;

  [[nodiscard]] Picture drawn() {
    Picture picture(200, 120);
    Rasteriser().draw(*ImGui::GetDrawData(), picture.canvas(), kBlack);
    return picture;
  }
  // The same atlas in colours.
  void use_colours() {
    ImGui::GetIO().Fonts->TexPixelsUseColors = true;
    name_texture(*ImGui::GetIO().Fonts, texture_);
    ASSERT_NE(texture_.rgba, nullptr);
  }

 private:
  ImGuiContext* context_;
  RasterTexture texture_;
};

TEST(Rasteriser, DrawsWhatImGuiListsWithSmoothBorders) {
  ImGuiFrame frame;
  const Picture picture = frame.drawn();
  EXPECT_EQ(picture.at(50, 35), kWhite);
  EXPECT_EQ(picture.at(10, 10), kBlack) << "a round corner";
  EXPECT_EQ(picture.at(150, 40), 0xFFFF0000U);
  // The disc's area, by what its pixels are covered; ImGui makes it of straight sides within it.
  double covered = 0;
  for (int y = 5; y < 75; ++y) {
    for (int x = 115; x < 185; ++x) covered += channel(picture.at(x, y), 16) / 255.0;
  }
  EXPECT_NEAR(covered, 3.14159 * 30 * 30, 45);
  int lettered = 0;
  for (int y = 80; y < 95; ++y) {
    for (int x = 20; x < 80; ++x) lettered += picture.at(x, y) == kWhite;
  }
  EXPECT_GT(lettered, 50) << "the pixel font, exact";
}

TEST(Rasteriser, DrawsAnAtlasOfAlphaAsThatOfWhiteColours) {
  ImGuiFrame frame;
  const Picture alpha = frame.drawn();
  frame.use_colours();
  EXPECT_EQ(alpha, frame.drawn());
}

}  // namespace
}  // namespace kindling
