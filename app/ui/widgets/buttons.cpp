#include <algorithm>
#include <cmath>

#include "app/ui/widgets/basic.hpp"

namespace kindling::ui {
namespace {

constexpr float kFieldRadius = 14;
constexpr float kIconGap = 8;

struct ButtonColours {
  Colour fill;
  Colour text;
};

ButtonColours colours_of(const Ui& ui, const ButtonOptions& options) {
  const Theme& t = ui.theme();
  const Hue& hue = t.hue(options.hue);
  switch (options.style) {
    case ButtonStyle::filled:
      return options.hue == Step::none ? ButtonColours{t.accent, t.on_accent}
                                       : ButtonColours{hue.strong, hue.on_strong};
    case ButtonStyle::tinted: return {hue.tint, hue.strong};
    case ButtonStyle::danger: return {t.bad_tint, t.bad};
    case ButtonStyle::plain: break;
  }
  return {with_alpha(t.surface, 0), options.hue == Step::none ? t.accent : hue.strong};
}

Node button_node(std::string_view label, const Box& box, NodeId id, std::string_view hint = {}) {
  Node node;
  node.id = id;
  node.role = Role::button;
  node.name = label;
  node.hint = hint;
  node.box = box;
  node.actions = {"press"};
  return node;
}

}  // namespace

float button_height(const Ui& ui) { return std::max(ui.dp(kButtonHeight), ui.text_dp(kButtonHeight * 0.85F)); }

float button_width(Ui& ui, std::string_view label, const ButtonOptions& options) {
  const float icon = options.icon == Icon::none ? 0 : ui.dp(20 + kIconGap);
  return ui.paint().width(Face::strong, label) + icon + ui.dp(40);
}

bool button(Ui& ui, std::string_view name, std::string_view label, const ButtonOptions& options) {
  const float wrap = ui.column().width() - ui.dp(40) - (options.icon == Icon::none ? 0 : ui.dp(20 + kIconGap));
  const float text = ui.paint().height(Face::strong, label, wrap);
  return button_at(ui, name, label, ui.take(std::max(button_height(ui), text + ui.dp(20))), options);
}

bool button_at(Ui& ui, std::string_view name, std::string_view label, const Box& box, const ButtonOptions& options) {
  Node node = button_node(label, box, ui.id(name), options.hint);
  node.enabled = options.enabled;
  const Touch touch = ui.touch(std::move(node));
  if (!ui.on_screen(box)) return touch.pressed;
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  ButtonColours colours = colours_of(ui, options);
  if (!options.enabled) colours = {t.field, t.soft_ink};
  // It gives a little under the finger.
  const float down = ui.motion().to(touch.id ^ 0x5EEDU, touch.held ? 1.0F : 0.0F, 0.12F);
  const float inset = ui.dp(1.5F) * down;
  const Box at{box.left + inset * 2, box.top + inset, box.right - inset * 2, box.bottom - inset};
  const float radius = std::min(ui.dp(kFieldRadius + 4), at.height() / 2);
  const bool filled = options.style == ButtonStyle::filled && options.enabled;
  if (filled) paint.shadow(at, radius, t.shadow * 0.8F);
  if (filled && options.hue == Step::none && t.name == ThemeName::light) {
    paint.gradient(at, t.glow, t.accent, radius);
  } else {
    paint.fill(at, colours.fill, radius);
  }
  if (touch.hovered || touch.held) paint.fill(at, faded(t.ink, touch.held ? 0.10F : 0.05F), radius);
  if (t.name == ThemeName::contrast && options.style != ButtonStyle::plain)
    paint.outline(at, colours.text, radius, ui.dp(1));
  const float icon = options.icon == Icon::none ? 0 : ui.dp(20 + kIconGap);
  const float room = at.width() - ui.dp(24) - icon;
  const float wide = std::min(room, paint.width(Face::strong, label));
  const float left = (at.left + at.right - wide - icon) / 2;
  if (icon > 0) paint.icon(options.icon, left + ui.dp(10), (at.top + at.bottom) / 2, ui.dp(20), colours.text);
  const float height = paint.height(Face::strong, label, room);
  paint.wrapped(Face::strong, left + icon, (at.top + at.bottom - height) / 2, std::ceil(wide) + 1, colours.text, label,
                Align::centre);
  if (touch.ring) ui.focus_ring(at, radius);
  return touch.pressed;
}

bool icon_button(Ui& ui, std::string_view name, Icon icon, std::string_view label, float centre_x, float centre_y,
                 const IconButtonOptions& options) {
  const float half = ui.dp(24);
  const Box box{centre_x - half, centre_y - half, centre_x + half, centre_y + half};
  Node node = button_node(label, box, ui.id(name));
  node.selected = options.selected;
  const Touch touch = ui.touch(std::move(node));
  if (!ui.on_screen(box)) return touch.pressed;
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const bool selected = options.selected.value_or(false);
  if (options.on_surface) {
    const float radius = ui.dp(22);
    const Box disc{centre_x - radius, centre_y - radius, centre_x + radius, centre_y + radius};
    paint.shadow(disc, radius, t.shadow * 0.5F);
    paint.circle(centre_x, centre_y, radius, selected ? t.hue(options.hue).strong : t.raised);
    if (t.dark) paint.ring(centre_x, centre_y, radius, t.line, ui.dp(1));
  }
  if (touch.hovered || touch.held)
    paint.circle(centre_x, centre_y, ui.dp(22), faded(t.ink, touch.held ? 0.12F : 0.06F));
  const Colour colour = options.colour.value_or(selected ? t.hue(options.hue).on_strong : t.ink);
  paint.icon(icon, centre_x, centre_y, ui.dp(24), colour, options.filled_icon);
  if (touch.ring) ui.focus_ring(box, half);
  return touch.pressed;
}

bool link(Ui& ui, std::string_view name, std::string_view label, Step hue) {
  const float text = ui.paint().height(Face::strong, label, ui.column().width());
  Box box = ui.take(std::max(ui.dp(48), text + ui.dp(16)));
  box.right = std::min(box.right, box.left + std::max(ui.dp(48), ui.paint().width(Face::strong, label)));
  const Touch touch = ui.touch(button_node(label, box, ui.id(name)));
  const Colour colour = hue == Step::none ? ui.theme().accent : ui.theme().hue(hue).strong;
  ui.paint().wrapped(Face::strong, box.left, (box.top + box.bottom - text) / 2, ui.column().width(),
                     touch.held ? faded(colour, 0.7F) : colour, label);
  if (touch.ring) ui.focus_ring(box, ui.dp(8));
  return touch.pressed;
}

Chips::Chips(Ui& ui, std::string_view name, std::string_view label)
    : ui_(ui), x_(ui.column().left), y_(ui.column().y), height_(std::max(ui.dp(44), ui.text_dp(38))) {
  ui_.open_group(Role::group, name, label, {});
  ui_.push_id(name);
}

Chips::~Chips() {
  ui_.pop_id();
  ui_.close_group();
  ui_.column().y = y_ + height_ + ui_.dp(4);
}

bool Chips::chip(std::string_view name, std::string_view label, bool selected, Step hue, Icon icon) {
  Paint& paint = ui_.paint();
  const Theme& t = ui_.theme();
  const float room = ui_.column().width();
  const float sign = icon == Icon::none ? 0 : ui_.dp(24);
  const float wide = std::min(room, std::max(ui_.dp(48), paint.width(Face::label, label) + ui_.dp(30) + sign));
  if (x_ + wide > ui_.column().right + 0.5F && x_ > ui_.column().left) {
    x_ = ui_.column().left;
    y_ += height_ + ui_.dp(4);
  }
  // One that is wider than the column has a line of its own, and as many lines of words as it wants.
  const float wrap = wide - ui_.dp(28) - sign;
  const float words = paint.height(Face::label, label, wrap);
  const float high = std::max(height_, words + ui_.dp(16));
  // Drawn 8 dp lower than it can be hit, so that lines of chips have air and still take 48 dp.
  const Box hit{x_, y_ - ui_.dp(2), x_ + wide, y_ + high + ui_.dp(2)};
  const Box box{x_, y_ + ui_.dp(2), x_ + wide, y_ + high - ui_.dp(2)};
  x_ += wide + ui_.dp(8);
  y_ += high - height_;
  Node node = button_node(label, hit, ui_.id(name));
  node.selected = selected;
  const Touch touch = ui_.touch(std::move(node));
  if (!ui_.on_screen(box)) return touch.pressed;
  const float radius = (height_ - ui_.dp(4)) / 2;
  const Hue& colours = t.hue(hue);
  const Colour text = selected ? colours.on_strong : t.ink;
  paint.fill(box, selected ? colours.strong : t.field, radius);
  if (t.name == ThemeName::contrast) paint.outline(box, t.line, radius, ui_.dp(1));
  if (touch.hovered || touch.held) paint.fill(box, faded(t.ink, touch.held ? 0.12F : 0.05F), radius);
  if (icon != Icon::none) {
    paint.icon(icon, box.left + ui_.dp(24), (box.top + box.bottom) / 2, ui_.dp(18), text, selected);
  }
  paint.wrapped(Face::label, box.left + ui_.dp(15) + sign, (box.top + box.bottom - words) / 2, wrap, text, label);
  if (touch.ring) ui_.focus_ring(box, radius);
  return touch.pressed;
}

}  // namespace kindling::ui
