#include "app/ui/widgets/basic.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace kindling::ui {

void heading(Ui& ui, std::string_view text, int level, Face face) {
  Paint& paint = ui.paint();
  const float wide = ui.column().width();
  const Box box = ui.take(paint.height(face, text, wide));
  ui.say(Role::heading, ui.next_id(), box, text, {}, level);
  if (ui.on_screen(box)) paint.wrapped(face, box.left, box.top, wide, ui.theme().ink, text);
}

void paragraph(Ui& ui, std::string_view text, Face face, std::optional<Colour> colour, Align align) {
  if (text.empty()) return;
  Paint& paint = ui.paint();
  const float wide = ui.column().width();
  const Box box = ui.take(paint.height(face, text, wide));
  ui.say(Role::text, ui.next_id(), box, text);
  if (ui.on_screen(box)) paint.wrapped(face, box.left, box.top, wide, colour.value_or(ui.theme().ink), text, align);
}

void field_label(Ui& ui, std::string_view text) {
  Paint& paint = ui.paint();
  const float wide = ui.column().width();
  const Box box = ui.take(paint.height(Face::label, text, wide) + ui.dp(6));
  paint.wrapped(Face::label, box.left, box.top, wide, ui.theme().soft_ink, text);
}

void error_note(Ui& ui, std::string_view text) {
  if (text.empty()) return;
  Paint& paint = ui.paint();
  const float pad = ui.dp(12);
  const float icon = ui.dp(28);
  const float wrap = ui.column().width() - 2 * pad - icon;
  const Box box = ui.take(paint.height(Face::label, text, wrap) + 2 * pad);
  paint.fill(box, ui.theme().bad_tint, ui.dp(12));
  paint.icon(Icon::warning_circle, box.left + pad + ui.dp(8), box.top + pad + ui.dp(9), ui.dp(20), ui.theme().bad,
             true);
  paint.wrapped(Face::label, box.left + pad + icon, box.top + pad, wrap, ui.theme().ink, text);
  ui.say(Role::status, ui.id("error"), box, text);
  ui.space(8);
}

std::optional<std::size_t> segmented(Ui& ui, std::string_view name, std::string_view label,
                                     std::span<const std::string_view> options, std::size_t chosen) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  std::optional<std::size_t> picked;
  const float pad = ui.dp(4);
  const float each = (ui.column().width() - 2 * pad) / static_cast<float>(std::max<std::size_t>(options.size(), 1));
  const bool fits = std::all_of(options.begin(), options.end(), [&](std::string_view option) {
    return paint.width(Face::label, option) + ui.dp(12) <= each;
  });
  if (!fits) {
    Chips chips(ui, name, label);
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (chips.chip(std::to_string(i), options[i], i == chosen)) picked = i;
    }
    return picked;
  }
  const Box box = ui.take(std::max(ui.dp(52), ui.text_dp(44)));
  ui.open_group(Role::group, name, label, box);
  const Scope scope(ui, name);
  const float radius = ui.dp(16);
  paint.fill(box, t.field, radius);
  const float place = ui.motion().to(ui.id("place"), static_cast<float>(chosen));
  const Box thumb{box.left + pad + each * place, box.top + pad, box.left + pad + each * (place + 1), box.bottom - pad};
  paint.shadow(thumb, radius - pad, t.shadow * 0.5F);
  paint.fill(thumb, t.name == ThemeName::contrast ? t.none.tint : t.dark ? t.line : t.surface, radius - pad);
  // In the dark the line's colour alone hardly stands out of the field's.
  if (t.name == ThemeName::dark) paint.fill(thumb, faded(t.ink, 0.18F), radius - pad);
  if (t.name == ThemeName::contrast) paint.outline(thumb, t.accent, radius - pad, ui.dp(2));
  for (std::size_t i = 0; i < options.size(); ++i) {
    const float left = box.left + pad + each * static_cast<float>(i);
    Node node;
    node.id = ui.id(std::to_string(i));
    node.role = Role::radio;
    node.name = options[i];
    node.checked = i == chosen;
    node.box = {left, box.top, left + each, box.bottom};
    node.actions = {"press"};
    const Touch touch = ui.touch(std::move(node));
    if (touch.pressed && i != chosen) picked = i;
    const Colour colour = i == chosen ? t.ink : t.soft_ink;
    paint.text(Face::label, left + each / 2, (box.top + box.bottom - paint.line_height(Face::label)) / 2, colour,
               options[i], Align::centre);
    if (touch.ring) ui.focus_ring({left, box.top + pad, left + each, box.bottom - pad}, radius - pad);
  }
  ui.close_group();
  return picked;
}

bool toggle(Ui& ui, std::string_view name, std::string_view label, std::string_view hint, bool& on) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float track = ui.dp(52);
  const float wrap = ui.column().width() - track - ui.dp(16);
  const float words = paint.height(Face::body, label, wrap);
  const float hints = hint.empty() ? 0 : paint.height(Face::label, hint, wrap) + ui.dp(2);
  const Box box = ui.take(std::max(ui.dp(56), words + hints + ui.dp(16)));
  Node node;
  node.id = ui.id(name);
  node.role = Role::toggle;
  node.name = label;
  node.hint = hint;
  node.checked = on;
  node.box = box;
  node.actions = {"toggle"};
  const Touch touch = ui.touch(std::move(node));
  if (touch.pressed) on = !on;
  if (!ui.on_screen(box)) return touch.pressed;
  const float top = (box.top + box.bottom - words - hints) / 2;
  paint.wrapped(Face::body, box.left, top, wrap, t.ink, label);
  if (!hint.empty()) paint.wrapped(Face::label, box.left, top + words + ui.dp(2), wrap, t.soft_ink, hint);
  const float part = ui.motion().to(touch.id, on ? 1.0F : 0.0F, 0.2F);
  const float middle = (box.top + box.bottom) / 2;
  const float half = ui.dp(16);
  const Box rail{box.right - track, middle - half, box.right, middle + half};
  paint.fill(rail, mixed(t.faint, t.accent, part), half);
  if (t.name == ThemeName::contrast) paint.outline(rail, t.ink, half, ui.dp(1.5F));
  const float knob = rail.left + half + (track - 2 * half) * part;
  paint.circle(knob, middle, ui.dp(12), part > 0.5F ? t.on_accent : t.surface);
  if (touch.ring) ui.focus_ring(rail, half);
  return touch.pressed;
}

bool slider(Ui& ui, std::string_view name, std::string_view label, double& value, const Range& range,
            std::string_view spoken, Step hue) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  // The value beside the label, or below where a long one leaves no room.
  const float value_wide = paint.width(Face::label, spoken) + ui.dp(12);
  const float wide = ui.column().width();
  const bool beside = paint.width(Face::body, label) + value_wide <= wide;
  const float words = paint.height(Face::body, label, beside ? wide - value_wide : wide);
  const float line = beside ? words : words + paint.line_height(Face::label);
  const Box box = ui.take(line + ui.dp(44));
  const double before = value;
  Node node;
  node.id = ui.id(name);
  node.role = Role::slider;
  node.name = label;
  node.value = spoken;
  node.box = box;
  node.range = range;
  node.range->now = value;
  const Touch touch = ui.touch(std::move(node), kDragAny);
  const float radius = ui.dp(12);
  const float left = box.left + radius;
  const float right = box.right - radius;
  const float middle = box.top + line + ui.dp(22);
  const auto snapped = [&](double to) {
    const double steps = std::round((to - range.least) / range.step);
    return std::clamp(range.least + steps * range.step, range.least, range.most);
  };
  if (const auto drag = ui.pointer().drag(touch.id)) {
    ui.set_focus(touch.id);
    value = snapped(range.least + (range.most - range.least) * static_cast<double>((drag->x - left) / (right - left)));
  }
  if (touch.focused) {
    if (ui.take_key(Key::right) || ui.take_key(Key::up)) value = snapped(value + range.step);
    if (ui.take_key(Key::left) || ui.take_key(Key::down)) value = snapped(value - range.step);
  }
  if (const auto asked = ui.semantics().take(touch.id, Request::Kind::set_number)) value = snapped(asked->number);
  if (ui.on_screen(box)) {
    paint.wrapped(Face::body, box.left, box.top, beside ? wide - value_wide : wide, t.ink, label);
    paint.text(Face::label, box.right, beside ? box.top + ui.dp(2) : box.top + words, t.soft_ink, spoken, Align::right);
    const auto part = static_cast<float>((value - range.least) / (range.most - range.least));
    const float knob = left + (right - left) * part;
    const Colour colour = hue == Step::none ? t.accent : t.hue(hue).strong;
    const float half = ui.dp(3);
    paint.fill({left, middle - half, right, middle + half}, t.faint, half);
    paint.fill({left, middle - half, knob, middle + half}, colour, half);
    paint.shadow({knob - radius, middle - radius, knob + radius, middle + radius}, radius, t.shadow * 0.6F);
    paint.circle(knob, middle, radius, colour);
    paint.circle(knob, middle, ui.dp(5), t.surface);
    if (touch.ring) ui.focus_ring({knob - radius, middle - radius, knob + radius, middle + radius}, radius);
  }
  return value != before;
}

void progress_bar(Ui& ui, std::string_view name, std::string_view label, float part, Step hue) {
  const Box box = ui.take(ui.dp(8));
  const float shown = ui.motion().to(ui.id(name), std::clamp(part, 0.0F, 1.0F));
  const float radius = box.height() / 2;
  Node node;
  node.id = ui.id(name);
  node.role = Role::progress;
  node.name = label;
  node.box = box;
  node.range = Range{0, 1, static_cast<double>(part), 0.01};
  node.visible = ui.on_screen(box);
  ui.semantics().add(std::move(node));
  ui.paint().fill(box, ui.theme().field, radius);
  const float wide = std::max(box.height(), box.width() * shown);
  if (part > 0) ui.paint().fill({box.left, box.top, box.left + wide, box.bottom}, ui.theme().hue(hue).strong, radius);
}

}  // namespace kindling::ui
