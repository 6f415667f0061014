#include "app/screens/add_sheet.hpp"

#include <algorithm>
#include <array>

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

struct Tile {
  SheetKind kind;
  std::string_view id;
  std::string_view title;
  std::string_view text;
  Icon icon;
  ui::Step hue;
};
constexpr std::array<Tile, 6> kTiles{
    {{SheetKind::check_in, "check_in", "Check in", "How you are, in ten seconds", Icon::smiley, ui::Step::feel},
     {SheetKind::reminder, "reminder", "Reminder", "A small touch at its time", Icon::bell, ui::Step::touch},
     {SheetKind::plan, "plan", "Plan a date", "An evening for the two of you", Icon::calendar_heart, ui::Step::time},
     {SheetKind::appreciation, "appreciation", "Appreciation", "Something good you noticed", Icon::heart,
      ui::Step::talk},
     {SheetKind::memory, "memory", "Memory", "A moment to keep", Icon::sparkle, ui::Step::none},
     {SheetKind::ritual, "ritual", "Ritual", "Something that comes again", Icon::coffee, ui::Step::time}}};

float tile_height(ui::Ui& ui, const Tile& tile, float width) {
  const float wrap = width - ui.dp(32);
  return ui.dp(16 + 44 + 12) + ui.paint().height(Face::strong, ui.tr(tile.title), wrap) + ui.dp(3) +
         ui.paint().height(Face::label, ui.tr(tile.text), wrap) + ui.dp(16);
}

void draw_tile(Stage& stage, const Tile& tile, const ui::Box& box) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const ui::Hue& hue = t.hue(tile.hue);
  ui::Node node;
  node.id = ui.id(tile.id);
  node.role = ui::Role::button;
  node.name = ui.tr(tile.title);
  node.hint = ui.tr(tile.text);
  node.box = box;
  node.actions = {"press"};
  const ui::Touch touch = ui.touch(std::move(node));
  if (touch.pressed) stage.out.emplace_back(OpenSheet{.kind = tile.kind});
  const float radius = ui.dp(20);
  paint.fill(box, hue.tint, radius);
  if (touch.hovered || touch.held) paint.fill(box, ui::faded(t.ink, touch.held ? 0.08F : 0.04F), radius);
  if (t.name == ui::ThemeName::contrast) paint.outline(box, hue.strong, radius, ui.dp(1.5F));
  const float left = box.left + ui.dp(16);
  const float disc = ui.dp(22);
  paint.circle(left + disc, box.top + ui.dp(16) + disc, disc, t.raised);
  paint.icon(tile.icon, left + disc, box.top + ui.dp(16) + disc, ui.dp(24), hue.strong, true);
  const float wrap = box.width() - ui.dp(32);
  const float top = box.top + ui.dp(16 + 44 + 12);
  const float title = paint.wrapped(Face::strong, left, top, wrap, t.ink, ui.tr(tile.title));
  paint.wrapped(Face::label, left, top + title + ui.dp(3), wrap, t.soft_ink, ui.tr(tile.text));
  if (touch.ring) ui.focus_ring(box, radius);
}

struct Shortcut {
  std::string_view keys;
  std::string_view what;
};
constexpr std::array<Shortcut, 13> kShortcuts{{{"Ctrl N", "Add something"},
                                               {"Ctrl K", "Search"},
                                               {"Ctrl 1 … 5", "Today, Talk, Feel, Touch, Time"},
                                               {"Ctrl Z", "Undo the last act"},
                                               {"Ctrl H", "Hide at once, and show again"},
                                               {"Ctrl L", "Lock"},
                                               {"Ctrl ,", "Settings"},
                                               {"Tab", "Next thing; with Shift the one before"},
                                               {"Enter", "Press it; in a line of text, go on"},
                                               {"Ctrl Enter", "Finish a longer text"},
                                               {"Arrows", "Move in grids, wheels and sliders"},
                                               {"Esc", "Back, or close"},
                                               {"?", "This list"}}};

}  // namespace

void draw_add(Stage& stage) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "add");
  const float gap = ui.dp(12);
  const ui::Ui::Column column = ui.column();
  // Large letters want the whole line.
  const std::size_t across = column.width() / ui.text_dp(1) < 220 ? 1 : 2;
  const float wide = (column.width() - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
  for (std::size_t row = 0; row < kTiles.size(); row += across) {
    float high = 0;
    for (std::size_t i = row; i < row + across; ++i) high = std::max(high, tile_height(ui, kTiles[i], wide));
    if (row > 0) ui.space(12);
    const ui::Box line = ui.take(high);
    for (std::size_t i = 0; i < across; ++i) {
      const float left = line.left + (wide + gap) * static_cast<float>(i);
      draw_tile(stage, kTiles[row + i], {left, line.top, left + wide, line.bottom});
    }
  }
  ui.space(4);
}

void draw_shortcuts(Stage& stage) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const ui::Scope scope(ui, "shortcuts");
  float keys = 0;
  for (const Shortcut& shortcut : kShortcuts) keys = std::max(keys, paint.width(Face::label, ui.tr(shortcut.keys)));
  keys = std::min(keys + ui.dp(24), ui.column().width() * 0.45F);
  const float wrap = ui.column().width() - keys - ui.dp(16);
  for (const Shortcut& shortcut : kShortcuts) {
    const float words = paint.height(Face::body, ui.tr(shortcut.what), wrap);
    const ui::Box line = ui.take(std::max(ui.dp(48), words + ui.dp(16)));
    const float middle = (line.top + line.bottom) / 2;
    const float half = std::max(ui.dp(15), paint.line_height(Face::label) / 2 + ui.dp(5));
    const ui::Box cap{line.left, middle - half, line.left + keys, middle + half};
    paint.fill(cap, t.field, ui.dp(9));
    if (t.name != ui::ThemeName::light) paint.outline(cap, t.line, ui.dp(9), ui.dp(1));
    paint.cut(Face::label, (cap.left + cap.right) / 2, middle - paint.line_height(Face::label) / 2, keys - ui.dp(8),
              t.ink, ui.tr(shortcut.keys), ui::Align::centre);
    paint.wrapped(Face::body, line.left + keys + ui.dp(16), middle - words / 2, wrap, t.ink, ui.tr(shortcut.what));
    ui.say(ui::Role::text, ui.id(shortcut.keys), line, ui.tr(shortcut.keys), ui.tr(shortcut.what));
  }
}

}  // namespace kindling::app
