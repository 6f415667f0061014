// A check-in: a place on the grid, and as many or as few words as one likes. What the partner would see is shown before
// it happens. Item: "valence energy", where a mood was chosen already.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct CheckInSheetView {
  std::string partner;  // their name, or empty
};
struct CheckInSheetDraft {
  int valence = 0, energy = 0;
  bool chosen = false;
  std::vector<std::string> feelings;
  ui::TextEdit word;
  ui::TextEdit note;
  std::optional<std::size_t> need;  // of those offered
  Share share = Share::none;
  bool more = false;     // note, need and sharing are unfolded
  bool missing = false;  // saved without a mood
  bool touched = false;
};
void draw_check_in_sheet(Stage& stage, const CheckInSheetView& view, CheckInSheetDraft& draft);

class CheckInSheet final : public Screen {
 public:
  explicit CheckInSheet(const OpenSheet& sheet);
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_check_in_sheet(stage, view_, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override { return tr("How are you?"); }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  CheckInSheetView view_;
  CheckInSheetDraft draft_;
};

}  // namespace kindling::app
