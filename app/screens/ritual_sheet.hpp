// A ritual: something small that comes again and again, with its steps. New ones may begin with one of the library's;
// an item is such a one's id. With a ref it changes that ritual.
#pragma once

#include <string>
#include <vector>

#include "app/model/schedule_words.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {

struct RitualStarter {
  std::string id;
  std::string title;
  RitualKind kind = RitualKind::other;
  std::string when;  // as the field takes it
  std::chrono::minutes length{10};
  std::vector<std::string> steps;
};
struct RitualSheetView {
  std::vector<RitualStarter> starters;
  std::optional<EntityRef> ref;
  std::optional<Ritual> old;
  std::string rhythm;  // of the old one, in words
};
struct RitualSheetDraft {
  ui::TextEdit title;
  ui::TextEdit when;
  ui::TextEdit steps;  // one a line
  ui::TimePick time;
  RitualKind kind = RitualKind::other;
  std::chrono::minutes length{10};
  std::string old_when, old_steps;
  bool focused = false;
  bool missing = false;
  bool misread = false;
  bool touched = false;
};
void draw_ritual_sheet(Stage& stage, const RitualSheetView& view, RitualSheetDraft& draft);

class RitualSheet final : public Screen {
 public:
  explicit RitualSheet(const OpenSheet& sheet) : item_(sheet.item) { view_.ref = sheet.ref; }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_ritual_sheet(stage, view_, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override {
    return view_.ref ? tr("Change the ritual") : tr("New ritual");
  }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  std::string item_;
  RitualSheetView view_;
  RitualSheetDraft draft_;
  bool filled_ = false;
};

}  // namespace kindling::app
