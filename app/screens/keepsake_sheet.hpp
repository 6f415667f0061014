// A memory or a note of appreciation: a text to keep. With a ref a memory is changed, or taken away.
#pragma once

#include <string>

#include "app/screens/screen.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {

struct MemoryDraft {
  std::optional<EntityRef> ref;
  ui::TextEdit text;
  ui::DatePick date;
  std::string old_text;
  LocalDate old_date;
  bool focused = false;
  bool missing = false;
  bool touched = false;
};
void draw_memory_sheet(Stage& stage, MemoryDraft& draft);

class MemorySheet final : public Screen {
 public:
  explicit MemorySheet(const OpenSheet& sheet) { draft_.ref = sheet.ref; }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_memory_sheet(stage, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override {
    return draft_.ref ? tr("Change the memory") : tr("Keep a memory");
  }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  MemoryDraft draft_;
  bool filled_ = false;
};

struct AppreciationDraft {
  ui::TextEdit text;
  bool focused = false;
  bool missing = false;
  bool touched = false;
};
void draw_appreciation_sheet(Stage& stage, AppreciationDraft& draft);

class AppreciationSheet final : public Screen {
 public:
  Result<void> read(Kindling&, const Format&) override { return {}; }
  void draw(Stage& stage) override { draw_appreciation_sheet(stage, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override { return tr("Appreciation"); }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  AppreciationDraft draft_;
};

}  // namespace kindling::app
