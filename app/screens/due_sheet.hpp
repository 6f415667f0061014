// A reminder that is due, or comes later today: it is done, put off to a moment that fits or to any other, left out
// this time, or changed. Opened with the reminder's ref and due_item() as its item; without, it shows the day's first.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {

// Which of a reminder's occurrences: "2026-11-22/0".
[[nodiscard]] std::string due_item(LocalDate date, int ordinal);

struct DueSheetView {
  std::optional<EntityRef> ref;
  LocalDate date;
  int ordinal = 0;
  std::string title;
  std::string when;                  // "20:00 · when I close the laptop"
  std::vector<LocalDateTime> later;  // what it may be put off to
};
struct DueSheetDraft {
  ui::TimePick time;  // a moment of one's own
  bool filled = false;
};
void draw_due_sheet(Stage& stage, const DueSheetView& view, DueSheetDraft& draft);

class DueSheet final : public Screen {
 public:
  explicit DueSheet(const OpenSheet& sheet);
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_due_sheet(stage, view_, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override {
    return view_.title.empty() ? tr("Reminder") : std::string_view(view_.title);
  }

 private:
  DueSheetView view_;
  DueSheetDraft draft_;
};

}  // namespace kindling::app
