#include "platform/sdl/event_loop.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "app/screen_names.hpp"

namespace kindling {
namespace {

constexpr double kNever = 1e18;
constexpr double kFrame = 1.0 / 60;        // where the screen doesn't set the pace
constexpr double kLeastFrame = 1.0 / 250;  // where it should, but needn't
constexpr double kLongestWait = 3600;
constexpr double kLongWait = 2;
constexpr int kSettling = 3;  // frames after the last event: what is laid out by the last frame's measures needs them
// Greetings, countdowns and the day change by the clock on the wall; all zones' offsets are multiples of this.
constexpr auto kQuarter = std::chrono::minutes(15);

void mix(std::uint64_t& hash, const void* bytes, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t), at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  }
  for (; size > 0; --size, ++at) hash = (hash ^ static_cast<unsigned char>(*at)) * 0x100000001B3U;
}

// Lists that are equal give equal pictures.
std::uint64_t fingerprint(const ImDrawData& data) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  mix(hash, &data.DisplaySize, sizeof data.DisplaySize);
  for (int i = 0; i < data.CmdListsCount; ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    mix(hash, list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
    mix(hash, list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list.CmdBuffer) {
      mix(hash, &command.ClipRect, sizeof command.ClipRect);
      mix(hash, &command.ElemCount, sizeof command.ElemCount);
    }
  }
  return hash | 1U;  // never 0, which is no picture
}

}  // namespace

WakeSignal::WakeSignal() : event_(SDL_RegisterEvents(1)) {}

void WakeSignal::set() {
  if (is_set_.exchange(true)) return;
  SDL_Event event{};
  event.type = event_;
  SDL_PushEvent(&event);
}

void EventLoop::run() {
  look_ahead();
  frame();
  parts_.window.show();
  present(true);
  settling_ = kSettling;
  while (!is_over_) {
    wait();
    take_news();
    if (is_change_due()) {
      parts_.app.home_changed();
      look_ahead();
      settling_ = kSettling;
    }
    if (!is_visible_) continue;
    if (is_exposed_ || is_moving() || !feed_.empty() || parts_.seconds() >= wake_at_) {
      frame();
      present(false);
    }
  }
  parts_.app.background();
}

double EventLoop::pace() const { return parts_.window.renderer().keeps_pace() ? kLeastFrame : kFrame; }

void EventLoop::wait() {
  double until = kNever;
  if (is_visible_) until = is_moving() ? last_frame_ + pace() : std::min(wake_at_, change_at());
  const double left = std::clamp(until - parts_.seconds(), 0.0, kLongestWait);
  SDL_Event event;
  // Long waits are the desktop's: SDL's clock stands still while the computer sleeps.
  const bool alarmed =
      until != kNever && left > kLongWait &&
      parts_.desktop.set_alarm(std::chrono::ceil<std::chrono::nanoseconds>(std::chrono::duration<double>(left)));
  const bool came = until == kNever || alarmed
                        ? SDL_WaitEvent(&event) != 0
                        : SDL_WaitEventTimeout(&event, static_cast<int>(std::ceil(left * 1000))) != 0;
  if (!came) return;
  take(event);
  take_pending();
  // A mouse tells of itself more often than a screen can show.
  const double early = last_frame_ + pace() - parts_.seconds();
  if (early > 0 && !is_over_) {
    SDL_Delay(static_cast<Uint32>(std::ceil(early * 1000)));
    take_pending();
  }
}

void EventLoop::take_pending() {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) take(event);
}

void EventLoop::take(const SDL_Event& event) {
  if (feed_.take(event)) return;
  switch (event.type) {
    case SDL_QUIT: is_over_ = true; break;
    case SDL_WINDOWEVENT: take_window_event(event.window); break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
      parts_.window.renderer().restore();
      is_exposed_ = true;
      break;
    case SDL_APP_WILLENTERBACKGROUND:
    case SDL_APP_TERMINATING: leave_for_background(); break;
    case SDL_APP_DIDENTERFOREGROUND: is_visible_ = is_exposed_ = look_for_news_ = true; break;
    default: break;
  }
}

void EventLoop::take_window_event(const SDL_WindowEvent& event) {
  switch (event.event) {
    case SDL_WINDOWEVENT_CLOSE: is_over_ = true; break;
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED: leave_for_background(); break;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_EXPOSED: is_visible_ = is_exposed_ = true; break;
    case SDL_WINDOWEVENT_FOCUS_GAINED:
      look_for_news_ = true;
      settling_ = kSettling;
      break;
    case SDL_WINDOWEVENT_RESIZED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_MAXIMIZED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
    case SDL_WINDOWEVENT_FOCUS_LOST:
    case SDL_WINDOWEVENT_MOVED: settling_ = kSettling; break;
    default: break;
  }
}

void EventLoop::leave_for_background() {
  if (std::exchange(is_visible_, false)) parts_.app.background();
}

void EventLoop::take_news() {
  const bool was_woken = parts_.wake.take();
  const bool has_come_back = std::exchange(look_for_news_, false);
  if (!was_woken && !has_come_back) return;
  // Whoever begins to read the screen aloud waits for a frame.
  settling_ = std::max(settling_, 1);
  take_wishes();
  if (has_come_back && parts_.window.set_scale(parts_.desktop.scale())) settling_ = kSettling;
  if (parts_.desktop.take_home_change()) {
    // What this window wrote it shows already.
    if (parts_.app.home() != nullptr && parts_.app.home()->changed_elsewhere()) {
      parts_.app.home_changed();
      settling_ = kSettling;
    }
    look_ahead();
  }
  // The app looks at the clocks itself.
  if (parts_.desktop.take_alarm()) settling_ = std::max(settling_, 1);
  if (const auto screen = parts_.desktop.take_call()) come(*screen);
  for (ui::Request& request : parts_.desktop.take_requests()) feed_.push(std::move(request));
}

void EventLoop::come(const std::string& screen) {
  if (app::may_be_called(screen)) parts_.app.show(screen);
  parts_.window.raise();
  settling_ = kSettling;
}

void EventLoop::take_wishes() {
  const auto wishes = parts_.desktop.take_wishes(std::chrono::milliseconds(0));
  if (!wishes) return;
  parts_.surroundings.dark = wishes->dark.value_or(false);
  parts_.surroundings.high_contrast = wishes->high_contrast.value_or(false);
  parts_.surroundings.reduced_motion = wishes->reduced_motion.value_or(false);
  parts_.app.set_surroundings(parts_.surroundings);
  settling_ = kSettling;
}

void EventLoop::frame() {
  const Window::Size size = parts_.window.measure();
  feed_.set_size(size.width, size.height, size.pixels_a_unit);
  ui::FrameInput input;
  input.width = size.width;
  input.height = size.height;
  input.scale = size.scale;
  input.time = last_frame_ = parts_.seconds();
  const std::vector<ui::Event> events = feed_.take_all();
  settling_ = events.empty() ? std::max(settling_ - 1, 0) : kSettling;
  out_ = parts_.app.frame(input, events);
  wake_at_ = out_.wake_after < 1e8 ? input.time + out_.wake_after : kNever;
  feed_.set_writing(out_.wants_text);
  parts_.window.follow(out_);
  parts_.window.name(parts_.app.window_title());
  const SDL_Point origin = parts_.window.origin();
  parts_.desktop.show(parts_.app.tree(), origin.x, origin.y, parts_.window.has_keyboard());
}

void EventLoop::present(bool anyway) {
  const ImDrawData& data = *ImGui::GetDrawData();
  const std::uint64_t print = fingerprint(data);
  if (print == presented_ && !anyway && !is_exposed_) return;
  presented_ = print;
  is_exposed_ = false;
  parts_.window.renderer().present(data, parts_.app.background_colour());
}

bool EventLoop::is_change_due() const { return change_on_ && parts_.now() >= *change_on_; }

double EventLoop::change_at() const {
  if (!change_on_) return kNever;
  return parts_.seconds() + std::chrono::duration<double>(*change_on_ - parts_.now()).count();
}

void EventLoop::look_ahead() {
  change_on_.reset();
  Kindling* home = parts_.app.home();
  if (!parts_.now || home == nullptr) return;
  const Instant now = parts_.now();
  Instant next = std::chrono::floor<std::chrono::seconds>(now);
  next -= next.time_since_epoch() % kQuarter;
  next += kQuarter;
  if (const auto today = home->today().today()) {
    for (const DueReminder& reminder : today->reminders) {
      if (reminder.at > now) next = std::min(next, reminder.at);
    }
  }
  change_on_ = next;
}

}  // namespace kindling
