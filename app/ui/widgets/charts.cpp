#include "app/ui/widgets/charts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace kindling::ui {
namespace {

constexpr int kSteps = 14;  // straight pieces of the filled area from one value to the next

// A smooth way through the points that never swings beyond them: cubic Hermite pieces with the harmonic mean of the
// neighbouring slopes as tangents (Fritsch & Butland 1984). The points lie at equal distances.
std::vector<ImVec2> smooth(std::span<const ImVec2> points) {
  const std::size_t count = points.size();
  std::vector<float> slopes(count - 1);
  for (std::size_t i = 0; i + 1 < count; ++i) slopes[i] = points[i + 1].y - points[i].y;
  std::vector<float> tangents(count);
  tangents.front() = slopes.front();
  tangents.back() = slopes.back();
  for (std::size_t i = 1; i + 1 < count; ++i) {
    const float a = slopes[i - 1];
    const float b = slopes[i];
    tangents[i] = a * b > 0 ? 2 * a * b / (a + b) : 0;
  }
  std::vector<ImVec2> way{points.front()};
  for (std::size_t i = 0; i + 1 < count; ++i) {
    for (int step = 1; step <= kSteps; ++step) {
      const float t = static_cast<float>(step) / kSteps;
      const float rest = 1 - t;
      const float y = (1 + 2 * t) * rest * rest * points[i].y + t * rest * rest * tangents[i] +
                      t * t * (3 - 2 * t) * points[i + 1].y - t * t * rest * tangents[i + 1];
      way.push_back({points[i].x + (points[i + 1].x - points[i].x) * t, y});
    }
  }
  return way;
}

// A veil below a line that thins out towards `bottom`; densest at `top`.
void fill_below(ImDrawList& list, std::span<const ImVec2> way, float top, float bottom, Colour colour) {
  const auto count = static_cast<int>(way.size());
  list.PrimReserve((count - 1) * 6, count * 2);
  const ImVec2 plain = ImGui::GetFontTexUvWhitePixel();
  const unsigned first = list._VtxCurrentIdx;
  const Colour none = faded(colour, 0);
  for (const ImVec2& at : way) {
    const float high = std::clamp((bottom - at.y) / std::max(1.0F, bottom - top), 0.0F, 1.0F);
    list.PrimWriteVtx(at, plain, faded(colour, 0.08F + 0.30F * high));
    list.PrimWriteVtx({at.x, bottom}, plain, none);
  }
  for (int i = 0; i + 1 < count; ++i) {
    const unsigned corner = first + static_cast<unsigned>(i) * 2;
    for (const unsigned step : {0U, 2U, 1U, 1U, 2U, 3U}) list.PrimWriteIdx(static_cast<ImDrawIdx>(corner + step));
  }
}

struct Plot {
  Box box;
  std::vector<ImVec2> points;  // one for each value; y has no meaning where there is none
};

Plot lay_out(Ui& ui, std::span<const LineValue> values, const LineLook& look, const Box& room) {
  Plot plot;
  plot.box = room;
  const float edge = ui.dp(8);
  const float wide = room.width() - 2 * edge;
  const auto gaps = static_cast<float>(std::max<std::size_t>(values.size(), 2) - 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float along = static_cast<float>(i) / gaps;
    const float up = (values[i].value.value_or(look.least) - look.least) / (look.most - look.least);
    plot.points.push_back({room.left + edge + wide * along, room.bottom - room.height() * std::clamp(up, 0.0F, 1.0F)});
  }
  return plot;
}

void draw_line(Ui& ui, const Plot& plot, std::span<const LineValue> values, Colour colour) {
  Paint& paint = ui.paint();
  float top = plot.box.bottom;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].value) top = std::min(top, plot.points[i].y);
  }
  for (std::size_t begin = 0; begin < values.size();) {
    std::size_t end = begin;
    while (end < values.size() && values[end].value) ++end;
    const std::span<const ImVec2> run(plot.points.data() + begin, end - begin);
    if (run.size() > 1) {
      const std::vector<ImVec2> way = smooth(run);
      fill_below(paint.list(), way, top, plot.box.bottom, colour);
      paint.list().AddPolyline(way.data(), static_cast<int>(way.size()), colour, 0, ui.dp(3));
      paint.circle(run.front().x, run.front().y, ui.dp(1.5F), colour);
      paint.circle(run.back().x, run.back().y, ui.dp(1.5F), colour);
    } else if (run.size() == 1) {
      paint.circle(run.front().x, run.front().y, ui.dp(3), colour);
    }
    begin = end + 1;
  }
}

void draw_dot(Ui& ui, ImVec2 at, Colour colour, float radius) {
  ui.paint().circle(at.x, at.y, radius + ui.dp(3), ui.theme().surface);
  ui.paint().circle(at.x, at.y, radius, colour);
}

// As many of the words below the axis as fit, the newest among them.
void draw_ticks(Ui& ui, const Plot& plot, std::span<const LineValue> values, float y) {
  Paint& paint = ui.paint();
  float least_right = plot.box.right + ui.dp(400);
  for (std::size_t i = values.size(); i-- > 0;) {
    if (values[i].tick.empty()) continue;
    const float half = paint.width(Face::caption, values[i].tick) / 2;
    const float x =
        std::clamp(plot.points[i].x, plot.box.left + half, std::max(plot.box.left + half, plot.box.right - half));
    if (x + half + ui.dp(10) > least_right) continue;
    least_right = x - half;
    paint.text(Face::caption, x, y, ui.theme().soft_ink, values[i].tick, Align::centre);
  }
}

// Room for the longest of what is said above a chart, so that it doesn't jump while it is read.
float readout_height(Ui& ui, std::span<const LineValue> values, std::string_view summary, float wrap) {
  float height = ui.paint().height(Face::label, summary, wrap);
  for (const LineValue& value : values) height = std::max(height, ui.paint().height(Face::label, value.words, wrap));
  return height;
}

}  // namespace

void progress_ring(Ui& ui, std::string_view name, std::string_view label, float part, std::string_view spoken,
                   const RingLook& look) {
  const float size = std::max(ui.dp(look.size), ui.paint().width(Face::heading, look.centre) + ui.dp(40));
  const Box box = ui.take(size);
  Node node;
  node.id = ui.id(name);
  node.role = Role::progress;
  node.name = label;
  node.value = spoken;
  node.box = box;
  node.range = Range{0, 1, static_cast<double>(part), 0.01};
  node.visible = ui.on_screen(box);
  const float shown = ui.motion().from_to(node.id, 0, std::clamp(part, 0.0F, 1.0F), 0.4F);
  ui.semantics().add(std::move(node));
  if (!ui.on_screen(box)) return;
  Paint& paint = ui.paint();
  const float x = (box.left + box.right) / 2;
  const float y = (box.top + box.bottom) / 2;
  const float width = ui.dp(10);
  const float radius = (size - width) / 2;
  paint.ring(x, y, radius, ui.theme().field, width);
  paint.arc(x, y, radius, shown, ui.theme().hue(look.hue).strong, width);
  paint.text(Face::heading, x, y - paint.line_height(Face::heading) / 2, ui.theme().ink, look.centre, Align::centre);
}

Touch touch_chart(Ui& ui, Node node, std::size_t count, const ChartKeys& keys, Reading& reading) {
  node.actions = {"press", std::string(ui.tr("Next value")), std::string(ui.tr("Value before"))};
  Touch touch = ui.touch(std::move(node), kPress | kDragX);
  const auto move = [&](int by) {
    const auto last = static_cast<int>(count) - 1;
    // The first key goes to the newest value: that is what a person looks for.
    const int to = reading ? static_cast<int>(*reading) + by : last;
    reading = static_cast<std::size_t>(std::clamp(to, 0, last));
  };
  if (count == 0) return touch;
  if (reading && *reading >= count) reading.reset();
  if (touch.action) {
    move(*touch.action == 1 ? keys.across : -keys.across);
    // Whoever reads it by name is at it, as with the keys: else what was read would be gone with the next frame.
    ui.set_focus(touch.id);
    touch.focused = true;
  }
  if (!touch.focused) return touch;
  if (ui.take_key(Key::right)) move(keys.across);
  if (ui.take_key(Key::left)) move(-keys.across);
  if (ui.take_key(Key::home)) reading = 0;
  if (ui.take_key(Key::end)) reading = count - 1;
  if (keys.down != 0 && reading) {
    // At the edge the key goes on to what lies beyond the chart.
    const auto at = static_cast<int>(*reading);
    if (at + keys.down < static_cast<int>(count) && ui.take_key(Key::down)) move(keys.down);
    if (at - keys.down >= 0 && ui.take_key(Key::up)) move(-keys.down);
  }
  return touch;
}

void line_chart(Ui& ui, std::string_view name, std::string_view label, std::span<const LineValue> values,
                const LineLook& look, Reading& reading) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float caption = paint.line_height(Face::caption);
  const float wrap = ui.column().width();
  const float words = readout_height(ui, values, look.summary, wrap);
  const float axis = look.high.empty() ? 0 : caption + ui.dp(4);
  const Box box = ui.take(words + ui.dp(10) + axis + ui.dp(look.height) + axis + ui.dp(6) + caption);
  const float top = box.top + words + ui.dp(10) + axis;
  const Plot plot = lay_out(ui, values, look, {box.left, top, box.right, top + ui.dp(look.height)});

  Node node;
  node.id = ui.id(name);
  node.role = Role::image;
  node.name = label;
  node.value = reading && *reading < values.size() ? std::string_view(values[*reading].words) : look.summary;
  node.hint = ui.tr("Left and right read single values");
  node.box = box;
  const Touch touch = touch_chart(ui, std::move(node), values.size(), {}, reading);
  const auto drag = ui.pointer().drag(touch.id);
  if (drag) ui.set_focus(touch.id);
  const bool mouse = touch.hovered && !ui.pointer().touch();
  if (!values.empty() && (drag || mouse || ui.pointer().clicked(touch.id))) {
    const float gap = plot.points.size() > 1 ? plot.points[1].x - plot.points[0].x : 1;
    const float at = std::round((ui.pointer().x() - plot.points.front().x) / gap);
    reading = static_cast<std::size_t>(std::clamp(at, 0.0F, static_cast<float>(values.size() - 1)));
  } else if (!touch.focused) {
    reading.reset();
  }
  if (!ui.on_screen(box)) return;

  const bool reads = reading.has_value();
  paint.wrapped(Face::label, box.left, box.top, wrap, reads ? t.ink : t.soft_ink,
                reads ? std::string_view(values[*reading].words) : look.summary);
  if (axis > 0) {
    paint.cut(Face::caption, box.left, plot.box.top - axis, wrap, t.soft_ink, look.high);
    paint.cut(Face::caption, box.left, plot.box.bottom + ui.dp(4), wrap, t.soft_ink, look.low);
  }
  for (const float part : {0.0F, 0.5F, 1.0F}) {
    const float y = std::round(plot.box.top + plot.box.height() * part);
    paint.line(plot.box.left, y, plot.box.right, y, part == 0.5F ? t.line : faded(t.line, 0.6F), ui.dp(1));
  }
  const Colour colour = t.hue(look.hue).strong;
  draw_line(ui, plot, values, colour);
  draw_ticks(ui, plot, values, plot.box.bottom + axis + ui.dp(6));
  if (reads) {
    const ImVec2 at = plot.points[*reading];
    paint.line(at.x, plot.box.top, at.x, plot.box.bottom, t.soft_ink, ui.dp(1));
    if (values[*reading].value) draw_dot(ui, at, colour, ui.dp(6));
  } else {
    const auto last =
        std::find_if(values.rbegin(), values.rend(), [](const LineValue& v) { return v.value.has_value(); });
    if (last != values.rend()) {
      draw_dot(ui, plot.points[static_cast<std::size_t>(values.rend() - last) - 1], colour, ui.dp(5));
    }
  }
  if (touch.ring) ui.focus_ring(box, ui.dp(10));
}

}  // namespace kindling::ui
