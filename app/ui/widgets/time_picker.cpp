#include <algorithm>
#include <cmath>
#include <string>

#include "app/ui/widgets/basic.hpp"
#include "app/ui/widgets/fields.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::ui {
namespace {

constexpr int kStep = 5;         // minutes
constexpr float kFlick = 0.10F;  // seconds that a wheel runs on at the finger's speed

int wrapped(int value, int size) { return ((value % size) + size) % size; }

// What stands `by` places below a minute: multiples of five on both sides of one that may be none.
int minute_at(int minute, int by) {
  if (by == 0) return minute;
  const int base = by > 0 ? minute / kStep * kStep : (minute + kStep - 1) / kStep * kStep;
  return wrapped(base + by * kStep, 60);
}

struct WheelLook {
  std::string_view label;
  std::string value;  // in words
  Range range;
  Step hue = Step::none;
  std::function<std::string(int)> words;  // of what stands that many places below
};
struct Turn {
  int by = 0;
  std::optional<int> to = std::nullopt;
};

Turn drag_wheel(Ui& ui, const Touch& touch, const Box& box, float high, float& pull) {
  Turn turn;
  if (const auto drag = ui.pointer().drag(touch.id)) {
    ui.set_focus(touch.id);
    pull += drag->step_y;
    if (drag->ended) pull += drag->speed_y * kFlick;
    const auto places = static_cast<int>(std::round(pull / high));
    turn.by = -places;
    pull -= static_cast<float>(places) * high;
    if (drag->ended) ui.motion().put(touch.id, pull);
  } else if (pull != 0) {
    pull = ui.motion().from_to(touch.id, pull, 0, 0.18F);
    if (std::abs(pull) < 0.5F) pull = 0;
    ui.draw_again();
  }
  if (ui.pointer().clicked(touch.id)) {
    turn.by += static_cast<int>(std::floor((ui.pointer().y() - box.top) / high)) - 1;
  }
  return turn;
}

Turn wheel(Ui& ui, std::string_view name, const Box& box, const WheelLook& look, float& pull) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float high = box.height() / 3;
  Node node;
  node.id = ui.id(name);
  node.role = Role::slider;
  node.name = look.label;
  node.value = look.value;
  node.box = box;
  node.range = look.range;
  const Touch touch = ui.touch(std::move(node), kPress | kDragY);
  Turn turn = drag_wheel(ui, touch, box, high, pull);
  if (touch.focused) {
    if (ui.take_key(Key::up)) ++turn.by;
    if (ui.take_key(Key::down)) --turn.by;
  }
  if (const auto asked = ui.semantics().take(touch.id, Request::Kind::set_number)) {
    turn.to = static_cast<int>(std::clamp(std::round(asked->number), look.range.least, look.range.most));
  }
  if (!ui.on_screen(box)) return turn;
  const Box middle{box.left, box.top + high, box.right, box.bottom - high};
  paint.fill(middle, t.hue(look.hue).tint, ui.dp(14));
  ui.push_clip(box);
  for (int by = -2; by <= 2; ++by) {
    const float y = (middle.top + middle.bottom) / 2 + static_cast<float>(by) * high + pull;
    const float away = std::min(1.0F, std::abs(y - (middle.top + middle.bottom) / 2) / high);
    const Face face = by == 0 ? Face::title : Face::heading;
    const Colour colour = mixed(t.hue(look.hue).strong, t.soft_ink, away);
    paint.text(face, (box.left + box.right) / 2, y - paint.line_height(face) / 2, colour, look.words(by),
               Align::centre);
  }
  ui.pop_clip();
  if (touch.ring) ui.focus_ring(middle, ui.dp(14));
  return turn;
}

}  // namespace

std::optional<LocalTime> read_clock(std::string_view text) {
  int numbers[2] = {0, 0};
  int digits[2] = {0, 0};
  int part = 0;
  std::string tail;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (!tail.empty() || ++digits[part] > 4) return std::nullopt;
      numbers[part] = numbers[part] * 10 + (c - '0');
    } else if ((c == ':' || c == '.') && part == 0 && digits[0] > 0 && tail.empty()) {
      part = 1;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      tail += static_cast<char>(c | 0x20);
    } else if (c != ' ' && c != '.') {
      return std::nullopt;
    }
  }
  if (digits[0] == 0 || (part == 1 && digits[1] != 2)) return std::nullopt;
  if (part == 0 && digits[0] > 2) {
    numbers[1] = numbers[0] % 100;
    numbers[0] /= 100;
  }
  const bool half = tail == "am" || tail == "pm" || tail == "a" || tail == "p";
  if (!tail.empty() && !half) return std::nullopt;
  if (half && (numbers[0] < 1 || numbers[0] > 12)) return std::nullopt;
  if (half) numbers[0] = numbers[0] % 12 + (tail[0] == 'p' ? 12 : 0);
  if (numbers[0] > 23 || numbers[1] > 59) return std::nullopt;
  return LocalTime{std::chrono::minutes(numbers[0] * 60 + numbers[1])};
}

bool time_picker(Ui& ui, std::string_view name, TimePick& pick, const TimeOptions& options) {
  const Scope scope(ui, name);
  const LocalTime before = pick.time;
  int hour = static_cast<int>(pick.time.since_midnight.count() / 60);
  int minute = static_cast<int>(pick.time.since_midnight.count() % 60);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const auto hour_words = [&](int by) {
    const int at = wrapped(hour + by, 24);
    if (options.clock_24h) return two(at);
    const std::string number = std::to_string(at % 12 == 0 ? 12 : at % 12);
    return at < 12 ? ui.tr("{hour} am", {{"hour", number}}) : ui.tr("{hour} pm", {{"hour", number}});
  };
  ui.space(8);
  const float high = std::max(ui.dp(44), ui.paint().line_height(Face::title) + ui.dp(10));
  const Box room = ui.take(3 * high);
  const float gap = ui.dp(24);
  const float each = std::min((room.width() - gap) / 2, ui.dp(140));
  const float middle = (room.left + room.right) / 2;
  const Turn hours = wheel(ui, "hour", {middle - gap / 2 - each, room.top, middle - gap / 2, room.bottom},
                           {.label = ui.tr("Hour"),
                            .value = hour_words(0),
                            .range = {0, 23, static_cast<double>(hour), 1},
                            .hue = options.hue,
                            .words = hour_words},
                           pick.hour_pull);
  ui.paint().text(Face::title, middle, (room.top + room.bottom - ui.paint().line_height(Face::title)) / 2,
                  ui.theme().soft_ink, ":", Align::centre);
  const Turn minutes = wheel(ui, "minute", {middle + gap / 2, room.top, middle + gap / 2 + each, room.bottom},
                             {.label = ui.tr("Minute"),
                              .value = two(minute),
                              .range = {0, 59, static_cast<double>(minute), 1},
                              .hue = options.hue,
                              .words = [&](int by) { return two(minute_at(minute, by)); }},
                             pick.minute_pull);
  hour = hours.to.value_or(wrapped(hour + hours.by, 24));
  minute = minutes.to.value_or(minute_at(minute, minutes.by));
  pick.time = LocalTime{std::chrono::minutes(hour * 60 + minute)};
  if (pick.time != before) pick.typed.set({});
  ui.space(8);
  const std::string now = options.spoken(pick.time);
  const bool wrong = !pick.typed.empty() && !read_clock(pick.typed.text());
  const FieldEvent event = text_field(ui, "typed", pick.typed,
                                      {.label = ui.tr("Or type it exactly"),
                                       .placeholder = now,
                                       .limit = 10,
                                       .error = wrong ? ui.tr("Write it like 07:45 or 7:45 pm") : std::string_view()});
  if (event == FieldEvent::changed) {
    if (const auto read = read_clock(pick.typed.text())) pick.time = *read;
  }
  if (event == FieldEvent::entered && !wrong) pick.open = false;
  if (pick.time != before) ui.draw_again();
  return pick.time != before;
}

bool length_chips(Ui& ui, std::string_view name, std::chrono::minutes& length, const LengthOptions& options) {
  const std::chrono::minutes before = length;
  const auto now = static_cast<int>(length.count());
  const bool usual = std::find(options.minutes.begin(), options.minutes.end(), now) != options.minutes.end();
  Chips chips(ui, name, options.label);
  for (const int minutes : options.minutes) {
    if (chips.chip(std::to_string(minutes), options.spoken(std::chrono::minutes(minutes)), minutes == now,
                   options.hue)) {
      length = std::chrono::minutes(minutes);
    }
  }
  if (!usual && length.count() > 0) static_cast<void>(chips.chip("own", options.spoken(length), true, options.hue));
  return length != before;
}

}  // namespace kindling::ui
