#include "app/ui/fonts.hpp"

#include <algorithm>
#include <vector>

#include "app/ui/icons.hpp"
#include "app/ui/imgui_bridge.hpp"

namespace kindling::ui {
namespace {

constexpr float kInterHeight = 1.21F;  // ascent minus descent of Inter, in em
constexpr ImWchar kCommon[] = {0x20,   0x7E,   0xA0,   0xFF,   0x2013, 0x2014, 0x2018, 0x201E, 0x2022, 0x2022,
                               0x2026, 0x2026, 0x2032, 0x2033, 0x20AC, 0x20AC, 0x2212, 0x2212, 0};

struct Cut {
  float size;  // CSS pixels
  ByteView FontFiles::*file;
};
constexpr std::array<Cut, kFaceCount> kCuts{{{30, &FontFiles::display_bold},
                                             {22, &FontFiles::semibold},
                                             {18, &FontFiles::semibold},
                                             {16, &FontFiles::regular},
                                             {16, &FontFiles::semibold},
                                             {13, &FontFiles::medium},
                                             {11.5F, &FontFiles::medium},
                                             {24, &FontFiles::icons},
                                             {24, &FontFiles::icons_fill}}};

bool is_icon(std::size_t face) { return face >= static_cast<std::size_t>(Face::icon); }

const ImWchar* icon_ranges() {
  static const std::vector<ImWchar> kRanges = [] {
    std::vector<ImWchar> ranges;
    for (const Icon icon : kAllIcons) ranges.insert(ranges.end(), 2, static_cast<ImWchar>(icon));
    ranges.push_back(0);
    return ranges;
  }();
  return kRanges.data();
}

// Headings grow less than the text: at twice the size one word would fill a phone.
float text_growth(std::size_t face, float text_scale) {
  const float grown = text_scale - 1;
  if (face == static_cast<std::size_t>(Face::display)) return 1 + grown * (grown > 0 ? 0.45F : 1);
  if (face == static_cast<std::size_t>(Face::title)) return 1 + grown * (grown > 0 ? 0.65F : 1);
  // Icons grow too, but not beyond the room that a touch target leaves them; the bar's words as far as five fit.
  if (is_icon(face) || face == static_cast<std::size_t>(Face::caption)) return std::min(text_scale, 1.4F);
  return text_scale;
}

bool is_invisible(char32_t point) {
  return point == 0x200D || point == 0x200B || point == 0xFEFF || (point >= 0xFE00 && point <= 0xFE0F) ||
         (point >= 0x1F3FB && point <= 0x1F3FF) || (point >= 0xE0000 && point <= 0xE01EF);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  if (more == 0) return 0xFFFD;
  char32_t value = lead & (0x3FU >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80) return 0xFFFD;
    value = (value << 6) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return value;
}

Fonts::Drawn Fonts::drawn(Face face, char32_t point) {
  ImFont& font = (*this)[face];
  if (is_invisible(point)) return {};
  if (point <= 0xFFFF) {
    const auto letter = static_cast<ImWchar>(point);
    if (const ImFontGlyph* glyph = find_glyph(font, size(face), letter))
      return {.glyph = glyph, .advance = glyph->AdvanceX};
    // Control characters and what no face has, not even after it was asked for, leave a blank.
    if (point >= 0x20 && !have_.contains(letter)) wanted_.insert(letter);
  }
  if (const auto found = emoji_.find(point); found != emoji_.end()) {
    return {.emoji = &found->second, .advance = size(face)};
  }
  if (point >= 0x203C && source_ && !have_emoji_.contains(point)) wanted_emoji_.insert(point);
  return {.advance = size(face) * 0.6F};
}

bool Fonts::prepare(float pixels_per_dp, float text_scale) {
  if (scale_ == pixels_per_dp && text_scale_ == text_scale && !lacks_letters() && fonts_[0] != nullptr) return false;
  scale_ = pixels_per_dp;
  text_scale_ = text_scale;
  have_ = wanted_;
  have_emoji_ = wanted_emoji_;
  build();
  return true;
}

void Fonts::build() {
  atlas_.Clear();
  atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  std::vector<ImWchar> letters(std::begin(kCommon), std::end(kCommon) - 1);
  for (const std::uint16_t letter : have_) letters.insert(letters.end(), 2, letter);
  letters.push_back(0);
  for (std::size_t face = 0; face < kFaceCount; ++face) {
    const ByteView bytes = files_.*kCuts[face].file;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = scale_ >= 2.5F ? 1 : 3;
    config.OversampleV = 1;
    config.PixelSnapH = false;
    const float scale = scale_ * text_growth(face, text_scale_);
    const float size = std::max(6.0F, kCuts[face].size * scale * (is_icon(face) ? 1.0F : kInterHeight));
    sizes_[face] = size;
    // ImGui asks for a mutable pointer and, not owning the bytes, leaves them alone.
    void* data = const_cast<std::uint8_t*>(bytes.data());
    fonts_[face] = atlas_.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), size, &config,
                                               is_icon(face) ? icon_ranges() : letters.data());
  }
  place_emoji();
}

void Fonts::place_emoji() {
  emoji_.clear();
  struct Placed {
    char32_t point;
    AtlasPicture rect;
    EmojiPicture picture;
  };
  std::vector<Placed> placed;
  for (const char32_t point : have_emoji_) {
    auto picture = source_(point, static_cast<int>(size(Face::body) * 1.5F));
    if (!picture) continue;
    const AtlasPicture rect = add_picture(atlas_, picture->side + 2, picture->side + 2);
    placed.push_back({point, rect, std::move(*picture)});
  }
  atlas_.Build();
  if (placed.empty()) return;
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas_.GetTexDataAsRGBA32(&pixels, &width, &height);
  atlas_.TexPixelsUseColors = true;
  for (const Placed& one : placed) {
    const AtlasPlace rect = place_of(atlas_, one.rect);
    const int side = one.picture.side;
    for (int row = 0; row < side; ++row) {
      const auto from = one.picture.rgba.begin() + static_cast<std::ptrdiff_t>(row) * side * 4;
      std::copy(from, from + side * 4,
                pixels + (static_cast<std::ptrdiff_t>(rect.y + 1 + row) * width + rect.x + 1) * 4);
    }
    const auto across = [&](int x) { return static_cast<float>(x) / static_cast<float>(width); };
    const auto down = [&](int y) { return static_cast<float>(y) / static_cast<float>(height); };
    emoji_[one.point] = {across(rect.x + 1), down(rect.y + 1), across(rect.x + 1 + side), down(rect.y + 1 + side)};
  }
}

}  // namespace kindling::ui
