// The charts of charts.hpp that compare: pillars of means, and the mood grid with its bubbles.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/ui/widgets/charts.hpp"
#include "app/ui/widgets/fields.hpp"

namespace kindling::ui {
namespace {

constexpr int kMost = 4;
constexpr float kSide = 2 * kMost + 1;

// Room for the longest of what is said above a chart, so that it doesn't jump while it is read.
template <class Values>
float readout_height(Ui& ui, const Values& values, std::string_view summary, float wrap) {
  float height = ui.paint().height(Face::label, summary, wrap);
  // A line more or less is told by length alone: measuring each of a hundred would cost a frame.
  std::string_view longest;
  for (const auto& value : values) {
    if (value.words.size() > longest.size()) longest = value.words;
  }
  return std::max(height, ui.paint().height(Face::label, longest, wrap));
}

template <class Values>
std::string_view said(const Values& values, std::string_view summary, const Reading& reading) {
  return reading && *reading < values.size() ? std::string_view(values[*reading].words) : summary;
}

void draw_pillar(Ui& ui, const Box& track, float part, bool strong, bool contrast) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float radius = track.width() / 2;
  paint.fill(track, t.field, radius);
  if (contrast) paint.outline(track, t.soft_ink, radius, ui.dp(1));
  if (part < 0) return;
  // Never lower than a dot: the least mean is one too.
  const float high = std::max(track.width(), track.height() * part);
  const Box filled{track.left, track.bottom - high, track.right, track.bottom};
  const Colour colour = t.hue(Step::feel).strong;
  if (strong) {
    paint.gradient(filled, mixed(colour, t.surface, 0.18F), colour, radius);
  } else {
    paint.fill(filled, mixed(t.surface, colour, 0.55F), radius);
  }
}

float radius_of(const Bubble& bubble, int most, float cell) {
  const float part = std::sqrt(static_cast<float>(bubble.count) / static_cast<float>(std::max(1, most)));
  return cell * (0.20F + 0.42F * part);
}

}  // namespace

void mean_bars(Ui& ui, std::string_view name, std::string_view label, std::span<const BarValue> values,
               const LineLook& look, Reading& reading) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float caption = paint.line_height(Face::caption);
  const float wrap = ui.column().width();
  const float words = readout_height(ui, values, look.summary, wrap);
  const float axis = look.high.empty() ? 0 : caption + ui.dp(6);
  const Box box = ui.take(words + ui.dp(12) + axis + ui.dp(look.height) + ui.dp(8) + caption + axis);
  const float top = box.top + words + ui.dp(12) + axis;
  const float bottom = top + ui.dp(look.height);
  const float step = box.width() / static_cast<float>(std::max<std::size_t>(1, values.size()));

  Node node;
  node.id = ui.id(name);
  node.role = Role::image;
  node.name = label;
  node.value = said(values, look.summary, reading);
  node.hint = ui.tr("Left and right read single values");
  node.box = box;
  const Touch touch = touch_chart(ui, std::move(node), values.size(), {}, reading);
  const auto drag = ui.pointer().drag(touch.id);
  if (drag) ui.set_focus(touch.id);
  const bool mouse = touch.hovered && !ui.pointer().touch();
  if (!values.empty() && (drag || mouse || ui.pointer().clicked(touch.id))) {
    const float at = std::floor((ui.pointer().x() - box.left) / step);
    reading = static_cast<std::size_t>(std::clamp(at, 0.0F, static_cast<float>(values.size() - 1)));
  } else if (!touch.focused) {
    reading.reset();
  }
  if (!ui.on_screen(box)) return;

  paint.wrapped(Face::label, box.left, box.top, wrap, reading ? t.ink : t.soft_ink,
                said(values, look.summary, reading));
  if (axis > 0) {
    paint.cut(Face::caption, box.left, top - axis, wrap, t.soft_ink, look.high);
    paint.cut(Face::caption, box.left, bottom + ui.dp(8) + caption + ui.dp(4), wrap, t.soft_ink, look.low);
  }
  const float wide = std::clamp(step * 0.5F, ui.dp(4), ui.dp(24));
  float taken = box.left - ui.dp(20);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float x = box.left + (static_cast<float>(i) + 0.5F) * step;
    const bool read = reading == i;
    const float part = values[i].value ? (*values[i].value - look.least) / (look.most - look.least) : -1;
    draw_pillar(ui, {x - wide / 2, top, x + wide / 2, bottom}, std::min(part, 1.0F), read,
                t.name == ThemeName::contrast);
    const float half = paint.width(Face::caption, values[i].tick) / 2;
    if (values[i].tick.empty() || x - half < taken + ui.dp(4) || x + half > box.right + ui.dp(8)) continue;
    taken = x + half;
    paint.text(Face::caption, x, bottom + ui.dp(8), read ? t.ink : t.soft_ink, values[i].tick, Align::centre);
  }
  if (touch.ring) ui.focus_ring(box, ui.dp(10));
}

void mood_plane(Ui& ui, std::string_view name, std::string_view label, std::span<const Bubble> bubbles,
                const PlaneLook& look, Reading& reading) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float caption = paint.line_height(Face::caption);
  const float wrap = ui.column().width();
  const float words = readout_height(ui, bubbles, look.summary, wrap);
  const float high = std::min(ui.dp(look.height), wrap);
  // Large letters leave no room for two of the words side by side.
  const float ends = paint.width(Face::caption, ui.tr("Unpleasant")) + paint.width(Face::caption, ui.tr("Pleasant"));
  const bool tight = ends + paint.width(Face::caption, ui.tr("Worn out")) + ui.dp(24) > wrap;
  const float below = (tight ? 2 : 1) * caption + ui.dp(6);
  const Box whole = ui.take(words + ui.dp(12) + caption + ui.dp(6) + high + below);
  const float top = whole.top + words + ui.dp(12) + caption + ui.dp(6);
  const Box box{whole.left, top, whole.right, top + high};
  const float wide = box.width() / kSide;
  const float tall = box.height() / kSide;
  const auto place = [&](const Bubble& bubble) {
    return ImVec2{box.left + (static_cast<float>(bubble.valence + kMost) + 0.5F) * wide,
                  box.top + (static_cast<float>(kMost - bubble.energy) + 0.5F) * tall};
  };

  Node node;
  node.id = ui.id(name);
  node.role = Role::image;
  node.name = label;
  node.value = said(bubbles, look.summary, reading);
  node.hint = ui.tr("Left and right read single places");
  node.box = whole;
  const Touch touch = touch_chart(ui, std::move(node), bubbles.size(), {}, reading);
  const bool mouse = touch.hovered && !ui.pointer().touch();
  const bool dragged = ui.pointer().drag(touch.id).has_value();
  if (dragged) ui.set_focus(touch.id);
  if (dragged || mouse || ui.pointer().clicked(touch.id)) {
    // The nearest within reach; beside them all, nothing.
    float nearest = 2 * wide * wide;
    reading.reset();
    for (std::size_t i = 0; i < bubbles.size(); ++i) {
      const ImVec2 at = place(bubbles[i]);
      const float x = at.x - ui.pointer().x();
      const float y = at.y - ui.pointer().y();
      if (x * x + y * y >= nearest) continue;
      nearest = x * x + y * y;
      reading = i;
    }
  } else if (!touch.focused) {
    reading.reset();
  }
  if (!ui.on_screen(whole)) return;

  paint.wrapped(Face::label, whole.left, whole.top, wrap, reading ? t.ink : t.soft_ink,
                said(bubbles, look.summary, reading));
  const float middle = (box.left + box.right) / 2;
  paint.cut(Face::caption, middle, box.top - caption - ui.dp(6), wrap, t.soft_ink, ui.tr("Full of energy"),
            Align::centre);
  paint.cut(Face::caption, middle, whole.bottom - caption, wrap, t.soft_ink, ui.tr("Worn out"), Align::centre);
  paint.cut(Face::caption, box.left, box.bottom + ui.dp(6), wrap / 2 - ui.dp(4), t.soft_ink, ui.tr("Unpleasant"));
  paint.cut(Face::caption, box.right, box.bottom + ui.dp(6), wrap / 2 - ui.dp(4), t.soft_ink, ui.tr("Pleasant"),
            Align::right);
  paint.fill(box, mixed(t.surface, t.field, 0.6F), ui.dp(16));
  if (t.name == ThemeName::contrast) paint.outline(box, t.soft_ink, ui.dp(16), ui.dp(1));
  for (int i = -kMost; i <= kMost; i += 2) {
    const Colour colour = i == 0 ? t.line : faded(t.line, 0.45F);
    const float x = std::round(box.left + (static_cast<float>(i + kMost) + 0.5F) * wide);
    const float y = std::round(box.top + (static_cast<float>(i + kMost) + 0.5F) * tall);
    paint.line(x, box.top + ui.dp(8), x, box.bottom - ui.dp(8), colour, ui.dp(1));
    paint.line(box.left + ui.dp(8), y, box.right - ui.dp(8), y, colour, ui.dp(1));
  }
  int most = 0;
  for (const Bubble& bubble : bubbles) most = std::max(most, bubble.count);
  const float cell = std::min(wide, tall);
  for (std::size_t i = 0; i < bubbles.size(); ++i) {
    const ImVec2 at = place(bubbles[i]);
    const float radius = radius_of(bubbles[i], most, cell);
    const Colour colour = mood_colour(t, bubbles[i].valence, bubbles[i].energy);
    const bool faint = reading && reading != i;
    paint.circle(at.x, at.y, radius, faint ? mixed(t.surface, colour, 0.45F) : colour);
    if (reading == i) paint.ring(at.x, at.y, radius + ui.dp(3), t.ink, ui.dp(2));
  }
  if (touch.ring) ui.focus_ring(whole, ui.dp(10));
}

}  // namespace kindling::ui
