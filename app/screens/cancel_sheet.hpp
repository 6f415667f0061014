// Calling a date off: kind sentences to say or copy, another time instead, and the act itself. With a ref, else of the
// next plan. One thread.
#pragma once

#include <optional>
#include <string>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct CancelView {
  std::optional<EntityRef> ref;  // nothing: there is nothing to call off
  std::string title, when;
};
void draw_cancel_sheet(Stage& stage, const CancelView& view);

class CancelSheet final : public Screen {
 public:
  explicit CancelSheet(const OpenSheet& sheet) : ref_(sheet.ref) {}
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_cancel_sheet(stage, view_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override { return tr("Call it off, kindly"); }

 private:
  std::optional<EntityRef> ref_;
  CancelView view_;
};

}  // namespace kindling::app
