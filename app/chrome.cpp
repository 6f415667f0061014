#include "app/chrome.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr float kAdd = 60;       // dp, as high as wide
constexpr float kRailTop = 110;  // dp, below the button that adds
constexpr float kRailCell = 80;  // dp

struct PlaceLook {
  Place place;
  std::string_view id;
  std::string_view label;
  Icon icon;
  ui::Step hue;
};
constexpr std::array<PlaceLook, 5> kPlaces{{{Place::today, "today", "Today", Icon::house, ui::Step::none},
                                            {Place::talk, "talk", "Talk", Icon::chats_circle, ui::Step::talk},
                                            {Place::feel, "feel", "Feel", Icon::smiley, ui::Step::feel},
                                            {Place::touch, "touch", "Touch", Icon::hand_heart, ui::Step::touch},
                                            {Place::time, "time", "Time", Icon::calendar_heart, ui::Step::time}}};

void draw_ground(ui::Ui& ui, const Bar& bar) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const ui::Box& box = bar.box;
  if (bar.rail) {
    paint.fill(box, t.surface);
    paint.line(box.right, box.top, box.right, box.bottom, t.line, ui.dp(1));
    return;
  }
  const float radius = ui.dp(26);
  paint.shadow({box.left, box.top + ui.dp(4), box.right, box.bottom + radius}, radius, t.shadow);
  paint.fill_top(box, t.surface, radius);
  if (t.dark) {
    const float out = ui.dp(2);  // its sides lie outside the window
    paint.outline({box.left - out, box.top, box.right + out, box.bottom + radius}, t.line, radius, ui.dp(1));
  }
}

ui::Box cell_of(ui::Ui& ui, const Bar& bar, std::size_t index) {
  const ui::Box& box = bar.box;
  const auto at = static_cast<float>(index);
  if (bar.rail) {
    const float top = ui.window().top + ui.dp(kRailTop);
    // A phone on its side has less room than five cells want.
    const float each = std::min(ui.dp(kRailCell), (ui.window().bottom - top) / kPlaces.size());
    return {box.left, top + at * each, box.right, top + (at + 1) * each};
  }
  const ui::Box window = ui.window();
  const float each = window.width() / kPlaces.size();
  return {window.left + at * each, box.top, window.left + (at + 1) * each, window.bottom};
}

void draw_cell(ui::Ui& ui, Intents& out, const PlaceLook& look, const ui::Box& cell, const Bar& bar) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  ui::Node node;
  node.id = ui.id(look.id);
  node.role = ui::Role::tab;
  node.name = ui.tr(look.label);
  node.selected = look.place == bar.place;
  node.box = cell;
  node.actions = {"press"};
  const ui::Touch touch = ui.touch(std::move(node));
  if (touch.pressed) out.emplace_back(GoTo{look.place});

  const bool here = look.place == bar.place && !bar.on_page;
  const float middle = (cell.left + cell.right) / 2;
  const float label = paint.line_height(Face::caption);
  const float top = (cell.top + cell.bottom - ui.dp(32) - label - ui.dp(2)) / 2;
  const float part = ui.motion().to(touch.id, here ? 1.0F : 0.0F, 0.2F);
  const ui::Hue& hue = t.hue(look.hue);
  const float half = std::min(ui.dp(28), cell.width() / 2 - ui.dp(2)) * (0.6F + 0.4F * part);
  if (part > 0.01F) {
    paint.fill({middle - half, top, middle + half, top + ui.dp(32)}, ui::faded(hue.tint, part), ui.dp(16));
  } else if (touch.hovered || touch.held) {
    paint.fill({middle - ui.dp(26), top, middle + ui.dp(26), top + ui.dp(32)}, ui::faded(t.ink, 0.05F), ui.dp(16));
  }
  const ui::Colour ink = here ? hue.strong : t.soft_ink;
  paint.icon(look.icon, middle, top + ui.dp(16), ui.dp(24), ink, here);
  paint.cut(Face::caption, middle, top + ui.dp(34), cell.width() - ui.dp(2), ink, ui.tr(look.label), ui::Align::centre);
  if (touch.ring) {
    const float in = ui.dp(4);
    ui.focus_ring({cell.left + in, cell.top + in, cell.right - in, cell.bottom - in}, ui.dp(14));
  }
}

void draw_add(ui::Ui& ui, Intents& out, float x, float y) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const float half = ui.dp(kAdd) / 2;
  const ui::Box box{x - half, y - half, x + half, y + half};
  ui::Node node;
  node.id = ui.id("add");
  node.role = ui::Role::button;
  node.name = ui.tr("Add");
  node.box = box;
  node.actions = {"press"};
  const ui::Touch touch = ui.touch(std::move(node));
  if (touch.pressed) out.emplace_back(OpenSheet{.kind = SheetKind::add});
  const float radius = ui.dp(20);
  paint.shadow(box, radius, std::max(t.shadow, 0.3F) * 1.6F);
  if (t.dark) {
    paint.fill(box, t.accent, radius);
  } else {
    paint.gradient(box, t.glow, t.accent, radius);
  }
  if (touch.held || touch.hovered) paint.fill(box, ui::faded(t.ink, touch.held ? 0.16F : 0.08F), radius);
  paint.icon(Icon::plus, x, y, ui.dp(28), t.on_accent);
  if (touch.ring) ui.focus_ring(box, radius);
}

// The first letter, as UTF-8 has it.
std::string initial_of(std::string_view name) {
  std::size_t end = std::min<std::size_t>(1, name.size());
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80) ++end;
  return std::string(name.substr(0, end));
}

}  // namespace

void draw_bar(ui::Ui& ui, Intents& out, const Bar& bar) {
  draw_ground(ui, bar);
  const ui::Box& box = bar.box;
  ui.pointer().record({ui.id("bar"), box, ui::kSolid});
  ui.open_group(ui::Role::group, "bar_group", ui.tr("Places"), box);
  if (bar.rail) draw_add(ui, out, (box.left + box.right) / 2, ui.window().top + ui.dp(52));
  for (std::size_t i = 0; i < kPlaces.size(); ++i) draw_cell(ui, out, kPlaces[i], cell_of(ui, bar, i), bar);
  ui.close_group();
  if (!bar.rail) draw_add(ui, out, ui.window().right - ui.dp(20 + kAdd / 2), box.top - ui.dp(16 + kAdd / 2));
}

void draw_avatar(Stage& stage, std::string_view own_name, float scrolled) {
  ui::Ui& ui = stage.ui;
  const float most = ui.dp(stage.wide ? 1080 : 640);
  const float room = std::min(stage.area.width() - ui.dp(40), most);
  const float x = (stage.area.left + stage.area.right + room) / 2 - ui.dp(24);
  const float y = stage.area.top + ui.dp(44) - scrolled;
  if (y < -ui.dp(30)) return;
  const std::string initial = initial_of(own_name);
  if (ui::icon_button(ui, "settings", initial.empty() ? Icon::user : Icon::none, ui.tr("You and settings"), x, y)) {
    stage.out.emplace_back(OpenPage{{.kind = PageKind::settings}});
  }
  if (initial.empty()) return;
  ui.paint().text(Face::heading, x, y - ui.paint().line_height(Face::heading) / 2, ui.theme().accent, initial,
                  ui::Align::centre);
}

bool draw_failure(Stage& stage, std::string_view sentence) {
  ui::Ui& ui = stage.ui;
  ui.push_column({stage.area.left + ui.dp(20), stage.area.right - ui.dp(20), stage.area.top + ui.dp(60)});
  ui::heading(ui, ui.tr("This can't be shown"), 1, Face::title);
  ui.space(12);
  ui::error_note(ui, sentence);
  ui.space(12);
  const bool again = ui::button(ui, "again", ui.tr("Try again"));
  if (stage.page && ui::link(ui, "back", ui.tr("Back"))) stage.out.emplace_back(GoBack{});
  ui.pop_column();
  return again;
}

}  // namespace kindling::app
