#include <algorithm>
#include <array>
#include <cmath>

#include "app/ui/widgets/fields.hpp"

namespace kindling::ui {
namespace {

constexpr int kMost = 4;
constexpr int kSide = 2 * kMost + 1;

}  // namespace

Colour mood_colour(const Theme& theme, int valence, int energy) {
  // Nine fixed points, so that the moods between the corners keep a hue of their own: from tense over awake to lively,
  // from unhappy to content, from low over tired to calm. Between them it is mixed of the four around.
  constexpr std::array<Colour, 9> kLight{rgb(0xE9806E), rgb(0xF39B62), rgb(0xF6B64B), rgb(0xC48AA6), rgb(0xE8D3B0),
                                         rgb(0xA6C06A), rgb(0x8E8BC9), rgb(0x7EA9CC), rgb(0x69B58F)};
  constexpr std::array<Colour, 9> kDark{rgb(0xC9604F), rgb(0xD07E45), rgb(0xD19A35), rgb(0xA56B88), rgb(0xBBA98E),
                                        rgb(0x8FB25E), rgb(0x736FB3), rgb(0x5C8AB0), rgb(0x4F9A76)};
  const auto& points = theme.dark ? kDark : kLight;
  const std::size_t column = valence < 0 ? 0 : 1;
  const std::size_t row = energy > 0 ? 0 : 1;
  const float right = static_cast<float>(valence + kMost) / kMost - static_cast<float>(column);
  const float down = static_cast<float>(kMost - energy) / kMost - static_cast<float>(row);
  const auto at = [&](std::size_t below, std::size_t beside) { return points[(row + below) * 3 + column + beside]; };
  return mixed(mixed(at(0, 0), at(0, 1), right), mixed(at(1, 0), at(1, 1), right), down);
}

bool mood_grid(Ui& ui, std::string_view name, int& valence, int& energy, bool& set, std::string_view words,
               float height) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float label = paint.line_height(Face::label);
  // Where the words below don't fit side by side, the middle one goes below the others.
  const float ends = paint.width(Face::label, ui.tr("Unpleasant")) + paint.width(Face::label, ui.tr("Pleasant"));
  const bool tight = ends + paint.width(Face::label, ui.tr("Worn out")) + ui.dp(24) > ui.column().width();
  const float below = (tight ? 2 : 1) * label + ui.dp(6);
  const Box whole = ui.take(height + label + ui.dp(6) + below);
  const Box box{whole.left, whole.top + label + ui.dp(6), whole.right, whole.bottom - below};
  const int valence_before = valence;
  const int energy_before = energy;
  const bool set_before = set;
  Node node;
  node.id = ui.id(name);
  node.role = Role::grid;
  node.name = ui.tr("How you feel");
  // With its place: within one word a step would be silent.
  node.value = set ? ui.tr("{mood}, pleasant {valence}, energy {energy}",
                           {{"mood", words}, {"valence", std::to_string(valence)}, {"energy", std::to_string(energy)}})
                   : std::string(ui.tr("not chosen yet"));
  node.hint = ui.tr("Right is pleasant, up is energy; arrow keys move by one");
  node.box = box;
  node.actions = {"press", std::string(ui.tr("More pleasant")), std::string(ui.tr("Less pleasant")),
                  std::string(ui.tr("More energy")), std::string(ui.tr("Less energy"))};
  const Touch touch = ui.touch(std::move(node), kDragAny);
  const auto move = [&](int right, int up) {
    valence = std::clamp(valence + right, -kMost, kMost);
    energy = std::clamp(energy + up, -kMost, kMost);
    set = true;
  };
  if (const auto drag = ui.pointer().drag(touch.id)) {
    ui.set_focus(touch.id);
    const auto cell = [](float part) {
      return std::clamp(static_cast<int>(std::floor(part * kSide)), 0, kSide - 1) - kMost;
    };
    valence = cell((drag->x - box.left) / box.width());
    energy = -cell((drag->y - box.top) / box.height());
    set = true;
  }
  if (touch.focused) {
    if (ui.take_key(Key::right)) move(1, 0);
    if (ui.take_key(Key::left)) move(-1, 0);
    if (ui.take_key(Key::up)) move(0, 1);
    if (ui.take_key(Key::down)) move(0, -1);
  }
  if (touch.pressed) set = true;
  if (touch.action) {
    static constexpr std::array<std::array<int, 2>, 5> kMoves{{{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
    const auto& by = kMoves[std::min<std::size_t>(*touch.action, 4)];
    move(by[0], by[1]);
  }
  if (ui.on_screen(whole)) {
    const float gap = ui.dp(3);
    const float wide = box.width() / kSide;
    const float high = box.height() / kSide;
    for (int row = 0; row < kSide; ++row) {
      for (int column = 0; column < kSide; ++column) {
        const int cell_valence = column - kMost;
        const int cell_energy = kMost - row;
        const float left = box.left + static_cast<float>(column) * wide;
        const float top = box.top + static_cast<float>(row) * high;
        const bool axis = cell_valence == 0 || cell_energy == 0;
        const float strength = set ? 0.30F : axis ? 0.34F : 0.46F;
        paint.fill({left + gap / 2, top + gap / 2, left + wide - gap / 2, top + high - gap / 2},
                   mixed(t.surface, mood_colour(t, cell_valence, cell_energy), strength), ui.dp(7));
      }
    }
    const float middle = (whole.left + whole.right) / 2;
    paint.text(Face::label, middle, whole.top, t.soft_ink, ui.tr("Full of energy"), Align::centre);
    const float half = whole.width() / 2 - ui.dp(4);
    paint.cut(Face::label, middle, whole.bottom - label, whole.width(), t.soft_ink, ui.tr("Worn out"), Align::centre);
    paint.cut(Face::label, whole.left, box.bottom + ui.dp(6), half, t.soft_ink, ui.tr("Unpleasant"));
    paint.cut(Face::label, whole.right, box.bottom + ui.dp(6), half, t.soft_ink, ui.tr("Pleasant"), Align::right);
    if (set) {
      // In cells, so that it doesn't swim where the page scrolls.
      const auto right = static_cast<float>(valence + kMost);
      const auto down = static_cast<float>(kMost - energy);
      const float at_x = box.left + (ui.motion().from_to(touch.id, right, right, 0.18F) + 0.5F) * wide;
      const float at_y = box.top + (ui.motion().from_to(touch.id ^ 1U, down, down, 0.18F) + 0.5F) * high;
      const float radius = ui.dp(touch.held || ui.pointer().drag(touch.id) ? 20 : 16);
      paint.shadow({at_x - radius, at_y - radius, at_x + radius, at_y + radius}, radius, 1);
      paint.circle(at_x, at_y, radius, t.surface);
      paint.circle(at_x, at_y, radius - ui.dp(4), mood_colour(t, valence, energy));
    }
    if (touch.ring) ui.focus_ring(box, ui.dp(10));
  }
  return valence != valence_before || energy != energy_before || set != set_before;
}

}  // namespace kindling::ui
