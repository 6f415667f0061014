// A check-in that was: how it was, and how much of it is shared from now on. What was felt isn't changed. Ref: of the
// check-in; none: the latest of today.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct PastCheckInView {
  std::optional<EntityRef> ref;  // none: it is gone
  std::string partner;
  std::string when;
  std::string mood;
  std::vector<std::string> feelings;
  std::string feelings_line;
  std::string note;
  std::string need;  // as it is kept
  int valence = 0, energy = 0;
  Share share = Share::none;
};
struct PastCheckInDraft {
  std::optional<Share> share;  // none: as it is
};
void draw_past_check_in(Stage& stage, const PastCheckInView& view, PastCheckInDraft& draft);

class PastCheckInSheet final : public Screen {
 public:
  explicit PastCheckInSheet(const OpenSheet& sheet) { view_.ref = sheet.ref; }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_past_check_in(stage, view_, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override { return tr("A check-in"); }
  [[nodiscard]] bool unsaved() const override { return draft_.share && *draft_.share != view_.share; }

 private:
  PastCheckInView view_;
  PastCheckInDraft draft_;
};

}  // namespace kindling::app
