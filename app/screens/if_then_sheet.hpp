// When this happens, I do that: a plan of one's own in two halves, the moment first, which becomes an affection
// reminder. Own words come first and the library's below them, by moment. With an item it begins from that gesture.
// One thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/screens/gesture_library.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {

enum class IfThenRhythm : std::uint8_t { daily, weekdays, weekends };

struct IfThenView {
  std::vector<GestureLine> gestures;  // that may be suggested, in the day's order
};
struct IfThenDraft {
  ui::TextEdit cue, act;
  ui::TimePick time;
  IfThenRhythm rhythm = IfThenRhythm::daily;
  std::optional<Moment> moment;  // whose suggestions are shown
  bool time_chosen = false;      // by hand: a moment no longer moves it
  bool focused = false, touched = false;
  bool no_cue = false, no_act = false;
};
void draw_if_then_sheet(Stage& stage, const IfThenView& view, IfThenDraft& draft);

// "when I hang up my coat" of "I hang up my coat", "When I …" or "when I …"; empty of nothing.
[[nodiscard]] std::string cue_of(std::string_view words);
// The two halves as one sentence: "When I hang up my coat, I open my arms."
[[nodiscard]] std::string if_then_sentence(const ui::Strings& tr, std::string_view cue, std::string_view act);

class IfThenSheet final : public Screen {
 public:
  explicit IfThenSheet(const OpenSheet& sheet) : item_(sheet.item) {}
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_if_then_sheet(stage, view_, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override { return tr("When this, I do that"); }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  std::string item_;
  IfThenView view_;
  IfThenDraft draft_;
  bool filled_ = false;
};

}  // namespace kindling::app
