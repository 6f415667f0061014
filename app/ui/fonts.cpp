#include "app/ui/fonts.hpp"

#include <imgui.h>

#include <algorithm>
#include <vector>

#include "app/ui/icons.hpp"

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

// The code point at `at`, which moves past it; ill-formed bytes give U+FFFD one by one.
char32_t next_code_point(std::string_view text, std::size_t& at) {
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

}  // namespace

float css_size(Face face) noexcept { return kCuts[static_cast<std::size_t>(face)].size; }

void Fonts::want(Face face, std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return;
  const ImFont& font = (*this)[face];
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    // Joiners and variation selectors have no picture of their own.
    if (point < 0x100 || point > 0xFFFD || (point >= 0xFE00 && point <= 0xFE0F) || point == 0x200D) continue;
    const auto letter = static_cast<ImWchar>(point);
    if (font.FindGlyphNoFallback(letter) == nullptr) wanted_.insert(letter);
  }
}

bool Fonts::prepare(float pixels_per_dp, float text_scale) {
  if (scale_ == pixels_per_dp && text_scale_ == text_scale && !lacks_letters() && fonts_[0] != nullptr) return false;
  scale_ = pixels_per_dp;
  text_scale_ = text_scale;
  have_ = wanted_;
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
    // Icons grow with the text too, but not beyond the room that a touch target leaves them.
    const float scale = scale_ * (is_icon(face) ? std::min(text_scale_, 1.4F) : text_scale_);
    const float size = std::max(6.0F, kCuts[face].size * scale * (is_icon(face) ? 1.0F : kInterHeight));
    sizes_[face] = size;
    // ImGui asks for a mutable pointer and, not owning the bytes, leaves them alone.
    void* data = const_cast<std::uint8_t*>(bytes.data());
    fonts_[face] = atlas_.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), size, &config,
                                               is_icon(face) ? icon_ranges() : letters.data());
  }
  atlas_.Build();
}

}  // namespace kindling::ui
