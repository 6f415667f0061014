// Where moods lie on the grid, by weekday and by hour, and in words what the data carry. Read once, drawn cheaply. One
// thread.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/ui/widgets/charts.hpp"

namespace kindling::app {

struct RhythmModel {
  int check_ins = 0;  // of the year
  std::vector<ui::Bubble> bubbles;
  std::string bubbles_summary;
  std::vector<ui::BarValue> weekdays;  // from the first day of the week on
  std::vector<ui::BarValue> hours;     // from the first with a check-in to the last
  std::vector<std::string> sentences;
};
enum class RhythmSpan : std::uint8_t { weeks, year };
[[nodiscard]] Result<RhythmModel> read_rhythm(Kindling& home, const Format& format, RhythmSpan span);

// "Sundays tend to be calmer than your other days."
[[nodiscard]] std::string pattern_words(const Pattern& pattern, const Format& format);

struct RhythmDraft {
  ui::ScrollState scroll;
  RhythmSpan span = RhythmSpan::year;
  ui::Reading bubble, weekday, hour;
};
void draw_rhythm(Stage& stage, const RhythmModel& view, RhythmDraft& draft);

class RhythmScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override;
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  RhythmModel view_;
  RhythmDraft draft_;
  RhythmSpan shown_ = RhythmSpan::year;
  Kindling* home_ = nullptr;  // for another span; it outlives the screens
};

}  // namespace kindling::app
