// The faces that text is set in, in one atlas for the size at hand. Letters outside the common ones are added when they
// are first met: a text that can't be drawn whole asks for them, and the atlas is built again before the next frame.
// Sizes are CSS pixels times the scale; ImGui counts ascent minus descent, which for Inter is 1.21 of that.
// No shaping, no kerning, no right-to-left scripts. One thread; owned by the app.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string_view>

#include "core/base/bytes.hpp"

struct ImFont;
struct ImFontAtlas;

namespace kindling::ui {

enum class Face : std::uint8_t { display, title, heading, body, strong, label, caption, icon, icon_fill };
inline constexpr std::size_t kFaceCount = 9;

// Font files, which live as long as the program. The platform has them.
struct FontFiles {
  ByteView regular, medium, semibold, bold, display_bold, icons, icons_fill;
};

class Fonts {
 public:
  Fonts(const FontFiles& files, ImFontAtlas& atlas) : files_(files), atlas_(atlas) {}

  // Builds the atlas where the size or the letters asked for have changed; true where it did, and then the renderer
  // must take the new picture of it.
  [[nodiscard]] bool prepare(float pixels_per_dp, float text_scale);

  [[nodiscard]] ImFont& operator[](Face face) const { return *fonts_[static_cast<std::size_t>(face)]; }
  [[nodiscard]] float size(Face face) const { return sizes_[static_cast<std::size_t>(face)]; }  // physical pixels

  // Asks for the letters of `text` that the face lacks.
  void want(Face face, std::string_view text);
  [[nodiscard]] bool lacks_letters() const noexcept { return wanted_ != have_; }

 private:
  void build();

  FontFiles files_;
  ImFontAtlas& atlas_;
  std::array<ImFont*, kFaceCount> fonts_{};
  std::array<float, kFaceCount> sizes_{};
  float scale_ = 0;
  float text_scale_ = 0;
  std::set<std::uint16_t> wanted_;  // code points beyond the common ones
  std::set<std::uint16_t> have_;
};

// The height of a line of text, in dp at text scale 1.
[[nodiscard]] float css_size(Face face) noexcept;

}  // namespace kindling::ui
