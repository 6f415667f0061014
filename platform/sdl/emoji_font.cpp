#include "platform/sdl/emoji_font.hpp"

#include <ft2build.h>
// FreeType asks for this order.
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <memory>

namespace kindling {
namespace {

constexpr std::array<const char*, 3> kPlaces{"/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
                                             "/usr/share/fonts/noto/NotoColorEmoji.ttf",
                                             "/usr/share/fonts/google-noto-emoji/NotoColorEmoji.ttf"};

class EmojiFont {
 public:
  EmojiFont() {
    if (FT_Init_FreeType(&library_) != 0) return;
    for (const char* place : kPlaces) {
      if (FT_New_Face(library_, place, 0, &face_) == 0) break;
      face_ = nullptr;
    }
    // Its pictures come in one size.
    if (face_ != nullptr && face_->num_fixed_sizes > 0) static_cast<void>(FT_Select_Size(face_, 0));
  }
  EmojiFont(const EmojiFont&) = delete;
  EmojiFont& operator=(const EmojiFont&) = delete;
  ~EmojiFont() {
    if (face_ != nullptr) FT_Done_Face(face_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
  }

  std::optional<ui::EmojiPicture> picture(char32_t point, int pixels) {
    if (face_ == nullptr || pixels <= 0) return std::nullopt;
    const FT_UInt glyph = FT_Get_Char_Index(face_, point);
    if (glyph == 0 || FT_Load_Glyph(face_, glyph, FT_LOAD_COLOR) != 0) return std::nullopt;
    const FT_Bitmap& bitmap = face_->glyph->bitmap;
    if (bitmap.pixel_mode != FT_PIXEL_MODE_BGRA || bitmap.width == 0 || bitmap.rows == 0) return std::nullopt;
    return shrunk(bitmap, std::min(pixels, static_cast<int>(std::max(bitmap.width, bitmap.rows))));
  }

 private:
  // The mean of the pixels that each new one covers, on a square with the picture in its middle. FreeType's alpha is
  // multiplied in; ours isn't.
  static ui::EmojiPicture shrunk(const FT_Bitmap& bitmap, int side) {
    ui::EmojiPicture picture{.side = side,
                             .rgba = std::vector<std::uint8_t>(static_cast<std::size_t>(side * side * 4))};
    const int width = static_cast<int>(bitmap.width);
    const int height = static_cast<int>(bitmap.rows);
    const int whole = std::max(width, height);
    const int left = (whole - width) / 2;
    const int top = (whole - height) / 2;
    for (int y = 0; y < side; ++y) {
      for (int x = 0; x < side; ++x) {
        const int x1 = x * whole / side - left;
        const int x2 = std::max(x1 + 1, (x + 1) * whole / side - left);
        const int y1 = y * whole / side - top;
        const int y2 = std::max(y1 + 1, (y + 1) * whole / side - top);
        std::array<int, 4> sum{};  // B, G, R, A
        for (int row = std::max(y1, 0); row < std::min(y2, height); ++row) {
          const unsigned char* line = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
          for (int column = std::max(x1, 0); column < std::min(x2, width); ++column) {
            for (std::size_t i = 0; i < 4; ++i) sum[i] += line[static_cast<std::size_t>(column) * 4 + i];
          }
        }
        const int count = (x2 - x1) * (y2 - y1);
        std::uint8_t* out = picture.rgba.data() + static_cast<std::ptrdiff_t>((y * side + x) * 4);
        for (std::size_t i = 0; i < 3; ++i) {
          out[i] = static_cast<std::uint8_t>(sum[3] == 0 ? 0 : std::min(255, sum[2 - i] * 255 / sum[3]));
        }
        out[3] = static_cast<std::uint8_t>(sum[3] / count);
      }
    }
    return picture;
  }

  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

}  // namespace

ui::EmojiSource emoji_source() {
  return [font = std::shared_ptr<EmojiFont>()](char32_t point, int pixels) mutable {
    if (!font) font = std::make_shared<EmojiFont>();
    return font->picture(point, pixels);
  };
}

}  // namespace kindling
