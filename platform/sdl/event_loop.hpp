// The life of the window: sleeps until a person, the desktop or a moment that was waited for wants a frame, draws it
// and the few after it in which things settle, and sleeps again. While nothing happens it wakes once a quarter of an
// hour and when a reminder becomes due; while it can't be seen, not at all. One thread, but for `wake`.
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "app/app.hpp"
#include "core/ports/clock.hpp"
#include "platform/sdl/desktop.hpp"
#include "platform/sdl/event_feed.hpp"
#include "platform/sdl/window.hpp"

namespace kindling {

// How other threads tell the loop that the desktop has something. Works before there is an SDL; the last of them must
// be gone before SDL is.
class WakeSignal {
 public:
  WakeSignal();
  void set();
  [[nodiscard]] bool take() noexcept { return is_set_.exchange(false); }

 private:
  std::atomic<bool> is_set_{false};
  Uint32 event_;
};

struct LoopParts {
  Window& window;
  app::App& app;
  Desktop& desktop;
  WakeSignal& wake;
  app::Surroundings surroundings;   // as the app has them
  std::function<double()> seconds;  // monotonic, from any start
  std::function<Instant()> now;     // none: the clock on the wall stands still
};

class EventLoop {
 public:
  explicit EventLoop(LoopParts parts) : parts_(std::move(parts)) {}
  // Until the window is closed.
  void run();

 private:
  void wait();
  void take(const SDL_Event& event);
  void take_window_event(const SDL_WindowEvent& event);
  void take_pending();
  void take_news();
  void take_wishes();
  void come(const std::string& screen);
  void frame();
  void present(bool anyway);
  void look_ahead();
  [[nodiscard]] bool is_change_due() const;
  [[nodiscard]] double change_at() const;  // by `seconds`
  void leave_for_background();
  [[nodiscard]] double pace() const;
  [[nodiscard]] bool is_moving() const noexcept { return settling_ > 0 || out_.again; }

  LoopParts parts_;
  EventFeed feed_;
  ui::FrameOutput out_;
  double last_frame_ = -1;
  double wake_at_ = 0;                // the app asked for a frame then
  std::optional<Instant> change_on_;  // what is shown changes then by itself
  int settling_ = 0;
  std::uint64_t presented_ = 0;  // what the window shows, as a fingerprint
  bool is_visible_ = true;
  bool is_exposed_ = false;  // the window lost what it showed
  bool is_over_ = false;
  bool look_for_news_ = true;
};

}  // namespace kindling
