#include "app/ui/theme.hpp"

namespace kindling::ui {
namespace {

constexpr Theme kLight{
    .name = ThemeName::light,
    .background = rgb(0xFBF6F1),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xFFFFFF),
    .field = rgb(0xF5EDE6),
    .ink = rgb(0x2A1E23),
    .soft_ink = rgb(0x6B5A60),
    .faint = rgb(0xCDBFB8),
    .line = rgb(0xEADFD8),
    .accent = rgb(0xC23B1E),
    .on_accent = rgb(0xFFFFFF),
    .glow = rgb(0xD4532F),
    .ember = rgb(0xA82F18),
    .on_ember = rgb(0xFFFFFF),
    .none = {rgb(0xFBE6DF), rgb(0xB5371C), rgb(0xFFFFFF)},
    .talk = {rgb(0xFBEBCF), rgb(0x8A5000), rgb(0xFFFFFF)},
    .feel = {rgb(0xEEE4F8), rgb(0x6D3FA8), rgb(0xFFFFFF)},
    .touch = {rgb(0xFBE1EA), rgb(0xAD2D5A), rgb(0xFFFFFF)},
    .time = {rgb(0xDDEEE5), rgb(0x2A6B4D), rgb(0xFFFFFF)},
    .good = rgb(0x2A6B4D),
    .on_good = rgb(0xFFFFFF),
    .bad = rgb(0xB3261E),
    .on_bad = rgb(0xFFFFFF),
    .bad_tint = rgb(0xFBE3E1),
    .toast = rgb(0x2A1E23),
    .on_toast = rgb(0xFFFFFF),
    .toast_accent = rgb(0xFFB199),
    .scrim = rgb(0x2A1E23, 115),
    .focus = rgb(0x2A1E23),
    .dark = false,
    .shadow = 1.0F,
};

constexpr Theme kDark{
    .name = ThemeName::dark,
    .background = rgb(0x171114),
    .surface = rgb(0x221A1E),
    .raised = rgb(0x2C2227),
    .field = rgb(0x3A2E34),
    .ink = rgb(0xF6EEF0),
    .soft_ink = rgb(0xB7A7AD),
    .faint = rgb(0x5A4B51),
    .line = rgb(0x3A2E34),
    .accent = rgb(0xFF8A66),
    .on_accent = rgb(0x2A0F07),
    .glow = rgb(0xB8452A),
    .ember = rgb(0x7E2414),
    .on_ember = rgb(0xFFFFFF),
    .none = {rgb(0x43261F), rgb(0xFF9E80), rgb(0x2A0F07)},
    .talk = {rgb(0x3D2D12), rgb(0xF2B75B), rgb(0x281A00)},
    .feel = {rgb(0x33254A), rgb(0xC9A8F5), rgb(0x1F1035)},
    .touch = {rgb(0x45202F), rgb(0xF79BBB), rgb(0x330A1A)},
    .time = {rgb(0x1C3A2C), rgb(0x86D3AC), rgb(0x06251A)},
    .good = rgb(0x86D3AC),
    .on_good = rgb(0x06251A),
    .bad = rgb(0xFFA79E),
    .on_bad = rgb(0x1A0F0D),
    .bad_tint = rgb(0x4A2320),
    .toast = rgb(0xF6EEF0),
    .on_toast = rgb(0x2A1E23),
    .toast_accent = rgb(0x9E2C12),
    .scrim = rgb(0x000000, 150),
    .focus = rgb(0xF6EEF0),
    .dark = true,
    .shadow = 0.0F,
};

constexpr Theme kContrast{
    .name = ThemeName::contrast,
    .background = rgb(0x000000),
    .surface = rgb(0x000000),
    .raised = rgb(0x0E0E0E),
    .field = rgb(0x161616),
    .ink = rgb(0xFFFFFF),
    .soft_ink = rgb(0xEDE4E6),
    .faint = rgb(0x8F8086),
    .line = rgb(0xD8C9CE),
    .accent = rgb(0xFFB199),
    .on_accent = rgb(0x000000),
    .glow = rgb(0x000000),
    .ember = rgb(0x000000),
    .on_ember = rgb(0xFFFFFF),
    .none = {rgb(0x2B120B), rgb(0xFFB199), rgb(0x000000)},
    .talk = {rgb(0x2A1D00), rgb(0xFFD58A), rgb(0x000000)},
    .feel = {rgb(0x1E1236), rgb(0xDDC7FF), rgb(0x000000)},
    .touch = {rgb(0x330C1C), rgb(0xFFBDD3), rgb(0x000000)},
    .time = {rgb(0x07261A), rgb(0xA8F0CC), rgb(0x000000)},
    .good = rgb(0xA8F0CC),
    .on_good = rgb(0x06251A),
    .bad = rgb(0xFFC2BC),
    .on_bad = rgb(0x1A0F0D),
    .bad_tint = rgb(0x3A0F0C),
    .toast = rgb(0xF6EEF0),
    .on_toast = rgb(0x2A1E23),
    .toast_accent = rgb(0x7A1F0A),
    .scrim = rgb(0x000000, 200),
    .focus = rgb(0xFFFF66),
    .dark = true,
    .shadow = 0.0F,
};

}  // namespace

const Hue& Theme::hue(Step step) const noexcept {
  switch (step) {
    case Step::talk: return talk;
    case Step::feel: return feel;
    case Step::touch: return touch;
    case Step::time: return time;
    case Step::none: break;
  }
  return none;
}

Hero Theme::hero(Step step) const noexcept {
  constexpr Colour kWhite = rgb(0xFFFFFF);
  const Colour strong = kLight.hue(step).strong;
  Hero look{.from = glow,
            .to = ember,
            .paper = kWhite,
            .on_paper = step == Step::none ? rgb(0x9E2C12) : mixed(strong, rgb(0x000000), 0.2F),
            .press = rgb(0x2A1E23)};
  if (step == Step::none || name == ThemeName::contrast) return look;
  // A hue's gradient carries the same ink as the ember: dark enough everywhere for white words.
  const Hue& own = hue(step);
  look.from = dark ? mixed(own.tint, own.strong, 0.30F) : mixed(own.strong, kWhite, 0.08F);
  look.to = dark ? own.tint : mixed(own.strong, rgb(0x000000), 0.28F);
  return look;
}

const Theme& theme(ThemeName name) noexcept {
  switch (name) {
    case ThemeName::dark: return kDark;
    case ThemeName::contrast: return kContrast;
    case ThemeName::light: break;
  }
  return kLight;
}

std::vector<TextPair> text_pairs(const Theme& t) {
  std::vector<TextPair> pairs{
      {"ink on background", t.ink, t.background, false},
      {"ink on surface", t.ink, t.surface, false},
      {"ink on raised", t.ink, t.raised, false},
      {"ink on field", t.ink, t.field, false},
      {"soft ink on background", t.soft_ink, t.background, false},
      {"soft ink on surface", t.soft_ink, t.surface, false},
      {"soft ink on raised", t.soft_ink, t.raised, false},
      {"soft ink on field", t.soft_ink, t.field, false},
      {"text on accent", t.on_accent, t.accent, false},
      {"accent on surface", t.accent, t.surface, false},
      {"accent on raised", t.accent, t.raised, false},
      {"accent on background", t.accent, t.background, false},
      {"text on the hero's middle", t.on_ember, mixed(t.glow, t.ember, 0.3F), false},
      {"bad on surface", t.bad, t.surface, false},
      {"bad on background", t.bad, t.background, false},
      {"bad on its tint", t.bad, t.bad_tint, false},
      {"ink on bad tint", t.ink, t.bad_tint, false},
      {"good on surface", t.good, t.surface, false},
      {"text on good", t.on_good, t.good, false},
      {"text on bad", t.on_bad, t.bad, false},
      {"text on a toast", t.on_toast, t.toast, false},
      {"what a toast offers", t.toast_accent, t.toast, false},
      {"ink on a chosen segment", t.ink,
       t.name == ThemeName::contrast ? t.none.tint
       : t.dark                      ? t.line
                                     : t.surface,
       false},
  };
  for (const Step step : {Step::none, Step::talk, Step::feel, Step::touch, Step::time}) {
    const Hue& hue = t.hue(step);
    pairs.push_back({"hue on tint", hue.strong, hue.tint, false});
    pairs.push_back({"hue on surface", hue.strong, t.surface, false});
    pairs.push_back({"hue on background", hue.strong, t.background, false});
    pairs.push_back({"text on hue", hue.on_strong, hue.strong, false});
    pairs.push_back({"ink on tint", t.ink, hue.tint, false});
    const Hero hero = t.hero(step);
    pairs.push_back({"text on a hero's begin", t.on_ember, hero.from, true});
    pairs.push_back({"text on a hero's end", t.on_ember, hero.to, false});
    pairs.push_back({"text on a hero's button", hero.on_paper, hero.paper, false});
  }
  return pairs;
}

}  // namespace kindling::ui
