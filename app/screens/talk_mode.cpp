#include "app/screens/talk_mode.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;
using Phase = TalkModeDraft::Phase;

constexpr std::chrono::minutes kRest{20};
// Minutes.
constexpr double kShortestTurn = 3, kLongestTurn = 10;
constexpr double kShortestSession = 5, kLongestSession = 240, kSessionStep = 5;
// Seconds: left alone for so long the page dims; so near its end it is light again.
constexpr double kDimAfter = 20, kLightBefore = 10;
constexpr float kDarkest = 0.72F;  // of the veil
constexpr ui::Step kHue = ui::Step::talk;

std::string minutes_left(const ui::Strings& tr, double left) {
  const auto minutes = static_cast<std::int64_t>(std::ceil(left / 60));
  return tr.count(minutes, "{n} minute left", "{n} minutes left");
}

std::string minutes_and_seconds(double left) {
  const auto seconds = static_cast<int>(std::ceil(left));
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%d:%02d", seconds / 60, seconds % 60);
  return text.data();
}

// The ring empties as time goes; its middle says how much is left. By whole steps: a second where seconds are shown,
// else ten, so that it costs next to nothing and nothing flickers.
void draw_ring(Stage& stage, const Countdown& clock, const std::string& shown, std::string_view below, double step) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const double left = clock.left(ui.time());
  const float radius = std::min(ui.column().width() * 0.42F, ui.dp(132));
  const ui::Box box = ui.take(2 * radius + ui.dp(16));
  const float x = (box.left + box.right) / 2;
  const float y = (box.top + box.bottom) / 2;
  const float width = ui.dp(14);
  ui::Node node;
  node.id = ui.id("ring");
  node.role = ui::Role::progress;
  node.name = ui.tr("Time left");
  node.value = minutes_left(ui.tr, left);
  node.box = box;
  node.range = ui::Range{0, clock.whole(), std::ceil(left / step) * step, step};
  node.visible = ui.on_screen(box);
  ui.semantics().add(std::move(node));
  const auto part = static_cast<float>(std::ceil(left / step) * step / std::max(1.0, clock.whole()));
  paint.ring(x, y, radius - width / 2, t.hue(kHue).tint, width);
  if (t.name == ui::ThemeName::contrast) paint.ring(x, y, radius, t.ink, ui.dp(1));
  if (part > 0) paint.arc(x, y, radius - width / 2, std::min(part, 1.0F), t.hue(kHue).strong, width);
  const float room = 2 * (radius - width) * 0.86F;
  const float line = paint.line_height(Face::display);
  const float words = std::min(paint.height(Face::label, below, room), 3 * paint.line_height(Face::label));
  const float top = y - (line + words) / 2;
  paint.cut(Face::display, x, top, room, t.ink, shown, ui::Align::centre);
  paint.wrapped(Face::label, x - room / 2, top + line, room, t.soft_ink, below, ui::Align::centre);
  if (clock.running() && left > 0) {
    const double next = left - (std::ceil(left / step) - 1) * step;
    ui.wake_in(std::clamp(next + 0.005, 0.02, step));
  }
}

void centred(ui::Ui& ui, std::string_view text, Face face, bool soft = false) {
  ui::paragraph(ui, text, face, soft ? ui.theme().soft_ink : ui.theme().ink, ui::Align::centre);
}

// Two buttons side by side where their words fit, else one below the other.
struct Choice {
  std::string_view name;
  std::string_view label;
  ui::ButtonOptions options;
};
std::optional<std::size_t> two_buttons(ui::Ui& ui, const Choice& first, const Choice& second) {
  const float half = (ui.column().width() - ui.dp(10)) / 2;
  const bool fit = ui::button_width(ui, first.label, first.options) <= half &&
                   ui::button_width(ui, second.label, second.options) <= half;
  std::optional<std::size_t> pressed;
  if (!fit) {
    if (ui::button(ui, first.name, first.label, first.options)) pressed = 0;
    ui.space(10);
    if (ui::button(ui, second.name, second.label, second.options)) pressed = 1;
    return pressed;
  }
  const ui::Box line = ui.take(ui::button_height(ui));
  if (ui::button_at(ui, first.name, first.label, {line.left, line.top, line.left + half, line.bottom}, first.options))
    pressed = 0;
  if (ui::button_at(ui, second.name, second.label, {line.right - half, line.top, line.right, line.bottom},
                    second.options))
    pressed = 1;
  return pressed;
}

void begin(Stage& stage, TalkModeDraft& draft, double minutes) {
  draft.clock.start(stage.ui.time(), minutes * 60.0);
  draft.touched = stage.ui.time();
  draft.phase = Phase::during;
  draft.scroll = {};
  stage.ui.clear_focus();
  stage.ui.draw_again();
}

void length_slider(Stage& stage, std::string_view label, double& minutes, const ui::Range& range) {
  const std::string spoken = stage.format.length(std::chrono::minutes(std::lround(minutes)));
  ui::slider(stage.ui, "length", label, minutes, range, spoken, kHue);
}

// A dark veil over the whole page, which any touch or key lifts.
void draw_veil(Stage& stage, TalkModeDraft& draft) {
  ui::Ui& ui = stage.ui;
  const double now = ui.time();
  if (ui.pointer().went_down() || ui.pointer().is_down() || !ui.keys().empty()) draft.touched = now;
  const bool running = draft.phase == Phase::during && draft.clock.running();
  const double alone = now - draft.touched;
  const float target = dimness(alone, draft.clock.left(now), running);
  const float dim = ui.motion().to(ui.id("veil"), target, 0.8F);
  if (dim > 0.01F) ui.paint().fill(stage.area, ui::faded(ui::rgb(0x000000), kDarkest * dim));
  if (running && target < 1 && alone < kDimAfter) ui.wake_in(kDimAfter - alone + 0.005);
}

// --- Turns

void draw_turns_before(Stage& stage, const TalkModeModel& view, TalkModeDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "before", ui.tr("Talk in turns"));
  ui::paragraph(ui, ui.tr("One of you speaks, the other only listens. Then you swap. Nobody has to solve anything."));
  ui.space(18);
  length_slider(stage, ui.tr("How long is a turn?"), draft.turn, {kShortestTurn, kLongestTurn, draft.turn, 1});
  if (view.named) {
    ui.space(18);
    ui::note(ui, ui.tr("Who speaks first?"));
    ui.space(6);
    const std::array<std::string_view, 2> names{view.names[0], view.names[1]};
    if (const auto picked = ui::segmented(ui, "speaker", ui.tr("Who speaks first?"), names, draft.speaker))
      draft.speaker = *picked;
  }
  ui.space(20);
  if (ui::button(ui, "begin", ui.tr("Begin"), {.icon = Icon::play, .hue = kHue})) begin(stage, draft, draft.turn);
  ui.space(12);
  centred(ui, ui.tr("Either of you can stop at any time. Nothing of it is kept."), Face::label, true);
}

void draw_listening(Stage& stage) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("For the one who listens"));
  const ui::Card card(ui, "listening", ui.tr("For the one who listens"),
                      {.fill = ui::CardLook::Fill::tint, .hue = kHue});
  const std::array<std::string_view, 3> prompts{ui.tr("What I hear is… Did I get that right?"),
                                                ui.tr("What was the hardest part of it for you?"),
                                                ui.tr("Is there more?")};
  for (std::size_t i = 0; i < prompts.size(); ++i) {
    if (i > 0) ui.space(12);
    ui::paragraph(ui, prompts[i]);
  }
}

void draw_turns_during(Stage& stage, const TalkModeModel& view, TalkModeDraft& draft) {
  ui::Ui& ui = stage.ui;
  const double now = ui.time();
  const double left = draft.clock.left(now);
  const bool over = draft.clock.over(now);
  const std::string_view state = over                    ? ui.tr("Finish your sentence")
                                 : draft.clock.running() ? ui.tr("left of this turn")
                                                         : ui.tr("resting");
  centred(ui, ui.tr("{name} speaks", {{"name", view.names[draft.speaker]}}), Face::title);
  ui.space(4);
  centred(ui, ui.tr("{name} listens", {{"name", view.names[1 - draft.speaker]}}), Face::body, true);
  ui.space(12);
  draw_ring(stage, draft.clock, minutes_and_seconds(left), state, 1);
  ui.space(16);
  const bool running = draft.clock.running();
  const Choice rest{
      "pause",
      running ? ui.tr("Pause") : ui.tr("Go on"),
      {.style = ui::ButtonStyle::tinted, .icon = running ? Icon::pause : Icon::play, .hue = kHue, .enabled = !over}};
  const Choice swap{"swap", ui.tr("Swap"), {.icon = Icon::swap, .hue = kHue}};
  const auto pressed = two_buttons(ui, rest, swap);
  if (pressed == 0) running ? draft.clock.pause(now) : draft.clock.go_on(now);
  if (pressed == 1) {
    draft.speaker = 1 - draft.speaker;
    draft.touched = now;
    draft.clock.start(now, draft.clock.whole());
  }
  ui.space(8);
  // Who is flooded can't listen: a rest is a promise to come back.
  if (ui::button(ui, "rest", ui.tr("Twenty minutes, then again"),
                 {.style = ui::ButtonStyle::plain, .icon = Icon::clock_countdown, .hue = kHue})) {
    draft.clock.pause(now);
    const LocalDateTime again = std::chrono::floor<std::chrono::minutes>(stage.now) + kRest;
    AddReminder act;
    act.title = ui.tr("Go on with your talk");
    act.at = time_of(again);
    act.from = date_of(again);
    act.kind = ReminderKind::talk;
    stage.out.emplace_back(std::move(act));
  }
  if (ui::button(ui, "end", ui.tr("End the talk"), {.style = ui::ButtonStyle::plain, .hue = kHue}))
    draft.phase = Phase::after;
  if (pressed || draft.phase == Phase::after) ui.draw_again();
}

void draw_turns_after(Stage& stage, TalkModeDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "after", ui.tr("You heard each other out"));
  if (ui::empty_state(ui, "thanks", Icon::hand_heart, kHue, ui.tr("Close it kindly"),
                      ui.tr("Each name one thing that you liked in how the other spoke or listened."),
                      ui.tr("Write an appreciation")))
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::appreciation});
  if (ui::button(ui, "again", ui.tr("Another round"), {.style = ui::ButtonStyle::plain, .hue = kHue}))
    draft.phase = Phase::before;
  if (ui::button(ui, "close", ui.tr("Enough for today"), {.style = ui::ButtonStyle::plain, .hue = kHue}))
    stage.out.emplace_back(GoBack{});
}

// --- Phones face down

void draw_session(Stage& stage, const TalkModeModel& view, TalkModeDraft& draft) {
  ui::Ui& ui = stage.ui;
  const double now = ui.time();
  if (draft.phase == Phase::before) {
    const ui::Card card(ui, "before", ui.tr("Phones face down"));
    ui::paragraph(ui,
                  ui.tr("Lay both phones face down, out of reach. When the time is over, one question waits here."));
    ui.space(18);
    length_slider(stage, ui.tr("For how long?"), draft.session,
                  {kShortestSession, kLongestSession, draft.session, kSessionStep});
    ui.space(20);
    if (ui::button(ui, "begin", ui.tr("Begin"), {.icon = Icon::phone_slash, .hue = kHue}))
      begin(stage, draft, draft.session);
    return;
  }
  if (draft.phase == Phase::during && draft.clock.over(now)) draft.phase = Phase::after;
  if (draft.phase == Phase::during) {
    ui.space(20);
    const auto left = static_cast<std::int64_t>(std::ceil(draft.clock.left(now) / 60));
    draw_ring(stage, draft.clock, std::to_string(left), ui.tr.count(left, "minute for you two", "minutes for you two"),
              10);
    ui.space(20);
    centred(ui, ui.tr("Now put me down"), Face::title);
    ui.space(6);
    centred(ui, ui.tr("This page stays quiet until then."), Face::body, true);
    ui.space(16);
    if (ui::button(ui, "end", ui.tr("End it here"), {.style = ui::ButtonStyle::plain, .hue = kHue})) {
      draft.phase = Phase::after;
      ui.draw_again();
    }
    return;
  }
  {
    const ui::Card card(ui, "question", ui.tr("One question"),
                        {.fill = ui::CardLook::Fill::tint, .hue = kHue, .padding = 28});
    ui::paragraph(ui, ui.tr("One question"), Face::label, ui.theme().hue(kHue).strong, ui::Align::centre);
    ui.space(16);
    centred(ui, view.question.empty() ? ui.tr("What was good just now?") : std::string_view(view.question),
            Face::title);
    ui.space(16);
  }
  ui.space(16);
  if (ui::button(ui, "close", ui.tr("We'll talk about it"), {.hue = kHue})) stage.out.emplace_back(GoBack{});
  ui.space(8);
  if (ui::button(ui, "keep", ui.tr("Keep a line of it"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::bookmark_simple, .hue = kHue}))
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory});
  ui.space(6);
  ui::note(ui, ui.tr("Only what you write here is kept, and only for you."), ui::Align::centre);
  if (ui::button(ui, "again", ui.tr("A little longer"), {.style = ui::ButtonStyle::plain, .hue = kHue}))
    draft.phase = Phase::before;
}

}  // namespace

float dimness(double alone, double left, bool running) noexcept {
  return running && alone >= kDimAfter && left > kLightBefore ? 1.0F : 0.0F;
}

void Countdown::start(double now, double seconds) noexcept {
  whole_ = seconds;
  left_ = seconds;
  since_ = now;
  running_ = true;
}

void Countdown::pause(double now) noexcept {
  left_ = left(now);
  running_ = false;
}

void Countdown::go_on(double now) noexcept {
  if (running_) return;
  since_ = now;
  running_ = true;
}

double Countdown::left(double now) const noexcept {
  return running_ ? std::max(0.0, left_ - std::max(0.0, now - since_)) : left_;
}

Result<void> TalkModeScreen::read(Kindling& home, const Format& format) {
  auto settings = home.settings().get();
  if (!settings) return settings.error();
  const ui::Strings& tr = format.tr();
  view_.names[0] = settings->own_name.empty() ? std::string(tr("The first")) : settings->own_name;
  view_.names[1] = settings->partner_name.empty() ? std::string(tr("The second")) : settings->partner_name;
  view_.named = !settings->own_name.empty() || !settings->partner_name.empty();
  if (!view_.phones_down) return {};
  auto today = home.today().today();
  if (!today) return today.error();
  view_.question = today->prompt ? today->prompt->text : std::string();
  return {};
}

void draw_talk_mode(Stage& stage, const TalkModeModel& view, TalkModeDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "talk_mode", draft.scroll,
              {.title = view.phones_down ? ui.tr("Phones face down") : ui.tr("Talk in turns")});
  if (view.phones_down) {
    draw_session(stage, view, draft);
    draw_veil(stage, draft);
    return;
  }
  switch (draft.phase) {
    case Phase::before:
      draw_turns_before(stage, view, draft);
      scene.second_column();
      if (stage.wide) draw_listening(stage);
      break;
    case Phase::during:
      draw_turns_during(stage, view, draft);
      scene.second_column();
      draw_listening(stage);
      break;
    case Phase::after: draw_turns_after(stage, draft); break;
  }
  draw_veil(stage, draft);
}

}  // namespace kindling::app
