// Talk mode: turns of speaking and listening with a calm ring, and the session with the phones face down. Nothing is
// kept of either but what is written on purpose. The page dims while nobody touches it. Time is the frame's own; the
// page holds when its clock was started. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "app/screens/screen.hpp"

namespace kindling::app {

// Counts down on a clock that it is told; seconds.
class Countdown {
 public:
  void start(double now, double seconds) noexcept;
  void pause(double now) noexcept;
  void go_on(double now) noexcept;
  [[nodiscard]] double left(double now) const noexcept;
  [[nodiscard]] double whole() const noexcept { return whole_; }
  [[nodiscard]] bool running() const noexcept { return running_; }
  [[nodiscard]] bool over(double now) const noexcept { return left(now) <= 0; }

 private:
  double whole_ = 0;
  double left_ = 0;   // when it last stood still
  double since_ = 0;  // when it last began to run
  bool running_ = false;
};

struct TalkModeModel {
  std::array<std::string, 2> names;  // of the owner and the partner, or words for them
  bool named = false;                // at least one of them has told a name
  std::string question;              // at the end of a session with the phones down; may be empty
  bool phones_down = false;
};

struct TalkModeDraft {
  enum class Phase : std::uint8_t { before, during, after } phase = Phase::before;
  ui::ScrollState scroll;
  double turn = 5, session = 30;  // minutes, as chosen
  std::size_t speaker = 0;        // index into names
  Countdown clock;
  double touched = 0;  // when somebody last touched the page, on the frame's clock
};

// How far the page is dimmed, 0..1: not at all while somebody is at it or the clock rests, wholly once it was left
// alone for a while. `alone` and `left` in seconds; what is nearly over is light.
[[nodiscard]] float dimness(double alone, double left, bool running) noexcept;
void draw_talk_mode(Stage& stage, const TalkModeModel& view, TalkModeDraft& draft);

inline constexpr std::string_view kPhonesDown = "phones-down";  // the page's item; else turns

class TalkModeScreen final : public Screen {
 public:
  explicit TalkModeScreen(std::string_view item) { view_.phones_down = item == kPhonesDown; }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_talk_mode(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  TalkModeModel view_;
  TalkModeDraft draft_;
};

}  // namespace kindling::app
