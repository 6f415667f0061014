#include "app/screens/offer.hpp"

#include <algorithm>
#include <utility>

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr float kDisc = 48;  // dp
constexpr float kGap = 8;

// Paper on the gradient, with the gradient's own ink.
bool light_button(ui::Ui& ui, std::string_view name, std::string_view label, const ui::Box& box, ui::Step hue) {
  const ui::Hero look = ui.theme().hero(hue);
  ui::Paint& paint = ui.paint();
  ui::Node node;
  node.id = ui.id(name);
  node.role = ui::Role::button;
  node.name = label;
  node.box = box;
  node.actions = {"press"};
  const ui::Touch touch = ui.touch(std::move(node));
  const float radius = std::min(ui.dp(18), box.height() / 2);
  paint.fill(box, look.paper, radius);
  if (touch.held || touch.hovered) paint.fill(box, ui::faded(look.press, touch.held ? 0.12F : 0.05F), radius);
  paint.cut(Face::strong, (box.left + box.right) / 2, (box.top + box.bottom) / 2 - paint.line_height(Face::strong) / 2,
            box.width() - ui.dp(16), look.on_paper, label, ui::Align::centre);
  if (touch.ring) paint.outline(box, look.press, radius, ui.dp(3));
  return touch.pressed;
}

bool veiled_button(ui::Ui& ui, std::string_view name, Icon icon, std::string_view label, float x, float y) {
  ui.paint().circle(x, y, ui.dp(kDisc / 2), ui::faded(ui.theme().on_ember, 0.14F));
  return ui::icon_button(ui, name, icon, label, x, y, {.on_surface = false, .colour = ui.theme().on_ember});
}

}  // namespace

OfferAnswer draw_offer(Stage& stage, const std::string& idea, ui::Step hue) {
  ui::Ui& ui = stage.ui;
  const ui::Box line = ui.take(ui::button_height(ui));
  const float middle = (line.top + line.bottom) / 2;
  const float disc = ui.dp(kDisc);
  const float gap = ui.dp(kGap);
  OfferAnswer answer = OfferAnswer::none;
  const ui::Box first{line.left, line.top, line.right - 2 * (disc + gap), line.bottom};
  if (light_button(ui, "do", ui.tr("We'll do it"), first, hue)) {
    stage.out.emplace_back(MarkIdea{idea, Verdict::yes});
    stage.out.emplace_back(Say{std::string(ui.tr("Lovely. Put me down and go to them."))});
    answer = OfferAnswer::taken;
  }
  const float last = line.right - disc / 2;
  if (veiled_button(ui, "another", Icon::arrow_clockwise, ui.tr("Another one"), last - disc - gap, middle)) {
    answer = OfferAnswer::another;
  }
  if (veiled_button(ui, "not_today", Icon::x, ui.tr("Not today"), last, middle)) answer = OfferAnswer::not_today;
  return answer;
}

}  // namespace kindling::app
