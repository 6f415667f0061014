// The faces that text is set in, in one atlas for the size at hand. Letters outside the common ones are added when they
// are first met: a text that can't be drawn whole asks for them, and the atlas is built again before the next frame.
// Sizes are CSS pixels times the scale; ImGui counts ascent minus descent, which for Inter is 1.21 of that.
// Emoji come as pictures from a source of the platform's and lie in the same atlas. No shaping, no kerning, no
// right-to-left scripts; emoji that are joined or toned show as their parts. One thread; owned by the app.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"

struct ImFont;
struct ImFontGlyph;
struct ImFontAtlas;

namespace kindling::ui {

enum class Face : std::uint8_t { display, title, heading, body, strong, label, caption, icon, icon_fill };
inline constexpr std::size_t kFaceCount = 9;

// Font files, which live as long as the program. The platform has them.
struct FontFiles {
  ByteView regular, medium, semibold, bold, display_bold, icons, icons_fill;
};

// A square picture of an emoji: rows of side × side pixels, each R, G, B, A with straight alpha.
struct EmojiPicture {
  int side = 0;
  std::vector<std::uint8_t> rgba;
};
// The picture of a code point at about that many pixels; nothing where there is none.
using EmojiSource = std::function<std::optional<EmojiPicture>(char32_t point, int pixels)>;

// Where an emoji lies in the atlas' texture.
struct Emoji {
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
};

class Fonts {
 public:
  Fonts(const FontFiles& files, EmojiSource emoji, ImFontAtlas& atlas)
      : files_(files), source_(std::move(emoji)), atlas_(atlas) {}

  // Builds the atlas where the size or the letters asked for have changed; true where it did, and then the renderer
  // must take the new picture of it.
  [[nodiscard]] bool prepare(float pixels_per_dp, float text_scale);

  [[nodiscard]] ImFont& operator[](Face face) const { return *fonts_[static_cast<std::size_t>(face)]; }
  [[nodiscard]] float size(Face face) const { return sizes_[static_cast<std::size_t>(face)]; }  // physical pixels

  // What a code point is drawn by: a glyph of the face, an emoji, or nothing to see (joiners, tones). What is missing
  // is asked for and stands as a blank until the atlas is built again.
  struct Drawn {
    const ImFontGlyph* glyph = nullptr;
    const Emoji* emoji = nullptr;
    float advance = 0;  // pixels
  };
  [[nodiscard]] Drawn drawn(Face face, char32_t point);
  [[nodiscard]] bool lacks_letters() const noexcept { return wanted_ != have_ || wanted_emoji_ != have_emoji_; }

 private:
  void build();
  void place_emoji();

  FontFiles files_;
  EmojiSource source_;
  ImFontAtlas& atlas_;
  std::array<ImFont*, kFaceCount> fonts_{};
  std::array<float, kFaceCount> sizes_{};
  float scale_ = 0;
  float text_scale_ = 0;
  std::set<std::uint16_t> wanted_;  // code points beyond the common ones
  std::set<std::uint16_t> have_;
  std::set<char32_t> wanted_emoji_;
  std::set<char32_t> have_emoji_;
  std::map<char32_t, Emoji> emoji_;
};

// The code point at `at`, which moves past it; ill-formed bytes give U+FFFD one by one. REQUIRES: at < text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

}  // namespace kindling::ui
