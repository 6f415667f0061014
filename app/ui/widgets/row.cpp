#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/ui/widgets/surfaces.hpp"

namespace kindling::ui {
namespace {

constexpr float kTrailing = 0.42F;     // of the column, at most
constexpr std::size_t kMostLines = 3;  // of a title

struct Measures {
  float pad, icon, end, wrap, title, subtitle, height;
  std::size_t shown;  // bytes of the title
};

Measures measure(Ui& ui, const RowLook& look) {
  Paint& paint = ui.paint();
  Measures m{};
  m.pad = look.card ? ui.dp(14) : 0;
  m.icon = look.icon == Icon::none ? 0 : ui.dp(48 + 14);
  m.end = 0;
  if (!look.trailing.empty())
    m.end = std::min(paint.width(Face::label, look.trailing), ui.column().width() * kTrailing) + ui.dp(10);
  if (look.done) m.end += ui.dp(44);
  if (look.arrow) m.end += ui.dp(24);
  m.wrap = ui.column().width() - 2 * m.pad - m.icon - m.end;
  const auto room = look.lines > 0 ? static_cast<std::size_t>(look.lines) : kMostLines;
  auto all = paint.lines(Face::strong, look.title, m.wrap);
  m.shown = look.title.size();
  if (all.size() > room) {
    all = paint.lines(Face::strong, look.title, m.wrap - paint.width(Face::strong, "…"));
    m.shown = all[room - 1].end;
  }
  m.title = static_cast<float>(std::min(all.size(), room)) * paint.line_height(Face::strong);
  m.subtitle = look.subtitle.empty() ? 0 : paint.height(Face::label, look.subtitle, m.wrap) + ui.dp(2);
  float title = m.title;
  if (look.lines > 0) {
    // All rows are as tall.
    title = static_cast<float>(room) * paint.line_height(Face::strong);
    m.subtitle = look.subtitle.empty() ? 0 : paint.line_height(Face::label) + ui.dp(2);
  }
  m.height = std::max(ui.dp(look.card ? 76 : 60), title + m.subtitle + ui.dp(look.card ? 28 : 20));
  return m;
}

void draw_tick(Ui& ui, float x, float y, NodeId id, bool done) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float part = ui.motion().to(id ^ 0x71C4U, done ? 1.0F : 0.0F, 0.25F);
  const float radius = ui.dp(14);
  paint.ring(x, y, radius - ui.dp(1), t.faint, ui.dp(2));
  if (part <= 0.01F) return;
  paint.circle(x, y, radius * part, t.good);
  paint.icon(Icon::check, x, y, ui.dp(18) * part, t.on_good);
}

}  // namespace

bool is_swipe(const Ui& ui, const Drag& drag, float shift, float width) {
  const bool far = std::abs(shift) > width * 0.3F;
  const bool thrown = std::abs(drag.speed_x) > ui.dp(700) && std::abs(shift) > ui.dp(24);
  const bool turned_back = drag.speed_x * shift < 0 && std::abs(drag.speed_x) > ui.dp(200);
  return (far || thrown) && !turned_back;
}

float row_height(Ui& ui, const RowLook& look) { return measure(ui, look).height; }

RowEvent row(Ui& ui, std::string_view name, const RowLook& look) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const Measures m = measure(ui, look);
  const Box box = ui.take(m.height);
  RowEvent event = RowEvent::none;
  Node node;
  node.id = ui.id(name);
  const bool leads = look.press && (look.arrow || !look.swipe_left.empty());
  node.role = look.done ? Role::checkbox : leads ? Role::button : Role::list_item;
  node.name = look.title;
  node.value = look.trailing;
  node.hint = look.subtitle;
  node.checked = look.done;
  node.box = box;
  std::vector<RowEvent> events;  // that its actions come to
  const auto offer = [&](RowEvent what, std::string_view words) {
    events.push_back(what);
    node.actions.emplace_back(words);
  };
  const bool goes_right = !look.swipe_right.empty();
  const bool goes_left = !look.swipe_left.empty();
  if (look.press || look.done) offer(RowEvent::pressed, look.done ? "tick" : "press");
  if (goes_right) offer(RowEvent::swiped_right, look.swipe_right);
  if (goes_left) offer(RowEvent::swiped_left, look.swipe_left);
  const int press = look.press || look.done ? kPress : 0;
  const int drag = goes_right || goes_left ? kDragX : 0;
  const Touch touch = ui.touch(std::move(node), static_cast<std::uint8_t>(press | drag));
  // Without a press only its first action is one: neither Enter nor a tap carries it out.
  if (touch.pressed && !events.empty()) event = events.front();
  if (touch.action && *touch.action < events.size()) event = events[*touch.action];
  if (touch.focused && goes_left && ui.take_key(Key::del)) event = RowEvent::swiped_left;

  float shift = 0;
  const NodeId slide = touch.id ^ 0x51DEU;
  if (const auto moved = ui.pointer().drag(touch.id)) {
    shift = std::clamp(moved->moved_x, goes_left ? -box.width() : 0.0F, goes_right ? box.width() : 0.0F);
    if (moved->ended) {
      if (is_swipe(ui, *moved, shift, box.width())) event = shift > 0 ? RowEvent::swiped_right : RowEvent::swiped_left;
      ui.motion().put(slide, shift);
    }
  } else if (ui.motion().has(slide)) {
    shift = ui.motion().to(slide, 0, 0.25F);
    if (shift == 0) ui.motion().forget(slide);
  }
  if (look.done && event == RowEvent::pressed) event = RowEvent::ticked;
  if (!ui.on_screen(box)) return event;

  const float radius = look.card ? ui.dp(20) : ui.dp(12);
  const float middle = (box.top + box.bottom) / 2;
  if (std::abs(shift) >= 1) {
    const bool right = shift > 0;
    const Colour fill = right ? t.good : t.bad;
    const Colour ink = right ? t.on_good : t.on_bad;
    paint.fill(box, fill, radius);
    const float x = right ? box.left + ui.dp(36) : box.right - ui.dp(36);
    paint.icon(right ? look.right_icon : look.left_icon, x, middle, ui.dp(22), ink);
    paint.text(Face::label, right ? x + ui.dp(20) : x - ui.dp(20), middle - paint.line_height(Face::label) / 2, ink,
               right ? look.swipe_right : look.swipe_left, right ? Align::left : Align::right);
  }
  const Box at{box.left + shift, box.top, box.right + shift, box.bottom};
  ui.push_clip(look.card ? Box{box.left - ui.dp(24), box.top - ui.dp(12), box.right + ui.dp(24), box.bottom + ui.dp(28)}
                         : box);
  if (look.card) {
    paint.shadow(at, radius, t.shadow * 0.6F);
    paint.fill(at, t.surface, radius);
    if (t.dark) paint.outline(at, t.line, radius, ui.dp(1));
  } else if (std::abs(shift) >= 1) {
    paint.fill(at, t.surface, radius);
  }
  if (press != 0 && (touch.hovered || touch.held)) paint.fill(at, faded(t.ink, touch.held ? 0.07F : 0.03F), radius);
  const float left = at.left + m.pad;
  if (look.icon != Icon::none) {
    const float side = ui.dp(48);
    const Box tile{left, middle - side / 2, left + side, middle + side / 2};
    const float centre = tile.left + side / 2;
    if (look.ring) {
      const float part = ui.motion().to(touch.id ^ 0x21A6U, std::clamp(*look.ring, 0.0F, 1.0F), 0.4F);
      paint.ring(centre, middle, ui.dp(22), t.hue(look.hue).tint, ui.dp(4));
      if (part > 0.01F) paint.arc(centre, middle, ui.dp(22), part, t.hue(look.hue).strong, ui.dp(4));
    } else {
      paint.fill(tile, t.hue(look.hue).tint, ui.dp(14));
    }
    paint.icon(look.icon, centre, middle, ui.dp(look.ring ? 20 : 24), t.hue(look.hue).strong, true);
  }
  const bool quiet = look.faint || look.done.value_or(false);
  const float top = middle - (m.title + m.subtitle) / 2;
  ui.push_clip({left + m.icon, top, left + m.icon + m.wrap + 1, top + m.title});
  const std::string cut = m.shown < look.title.size() ? std::string(look.title.substr(0, m.shown)) + "…" : "";
  paint.wrapped(Face::strong, left + m.icon, top, m.wrap, quiet ? t.soft_ink : t.ink,
                cut.empty() ? look.title : std::string_view(cut));
  ui.pop_clip();
  if (!look.subtitle.empty() && look.lines > 0) {
    paint.cut(Face::label, left + m.icon, top + m.title + ui.dp(2), m.wrap, t.soft_ink, look.subtitle);
  } else if (!look.subtitle.empty()) {
    paint.wrapped(Face::label, left + m.icon, top + m.title + ui.dp(2), m.wrap, t.soft_ink, look.subtitle);
  }
  float end = at.right - m.pad;
  if (look.arrow) {
    paint.icon(Icon::caret_right, end - ui.dp(8), middle, ui.dp(18), t.soft_ink);
    end -= ui.dp(24);
  }
  if (look.done) {
    draw_tick(ui, end - ui.dp(18), middle, touch.id, *look.done);
    end -= ui.dp(44);
  }
  if (!look.trailing.empty()) {
    paint.cut(Face::label, end, middle - paint.line_height(Face::label) / 2, ui.column().width() * kTrailing,
              t.soft_ink, look.trailing, Align::right);
  }
  ui.pop_clip();
  if (touch.ring) ui.focus_ring(at, radius);
  return event;
}

}  // namespace kindling::ui
