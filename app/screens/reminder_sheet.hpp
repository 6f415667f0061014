// A reminder: its title, when it comes in plain words that are read while they are written, what it is tied to. With a
// ref it changes that one; of a series only the next time (or the day that the item names), that and what follows, or
// all.
#pragma once

#include <string>
#include <vector>

#include "app/model/schedule_words.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {

struct ReminderIdea {
  std::string title;
  std::string cue;
};
struct ReminderSheetView {
  std::vector<ReminderIdea> ideas;  // to begin with
  std::optional<Reminder> old;      // the one that is changed
  std::string rhythm;               // of that one, in words
  bool paused = false;              // as it is now, whatever the rest was filled with
  std::optional<EntityRef> ref;
  std::optional<LocalDate> day;  // of the occurrence that "only this one" means
  std::optional<LocalTime> day_time;
  [[nodiscard]] bool series() const noexcept { return old && old->schedule.rule && day; }
};

enum class Part : std::uint8_t { one, following, all };

struct ReminderSheetDraft {
  ui::TextEdit title;
  ui::TextEdit when;
  ui::TextEdit cue;
  ui::TimePick time;
  ui::DatePick date;  // of one occurrence alone
  Part part = Part::all;
  ReminderKind kind = ReminderKind::affection;
  bool for_both = false;
  bool more = false;
  bool spread = false;
  ui::TimePick spread_from, spread_to;
  std::string old_when;  // as it was filled in
  bool focused = false;
  bool missing = false;
  bool misread = false;
  bool touched = false;
};
void draw_reminder_sheet(Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft);

// The acts that saving means: none where something is missing or nothing differs.
[[nodiscard]] Intents save_reminder(const Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft,
                                    const ScheduleReading& reading);

class ReminderSheet final : public Screen {
 public:
  explicit ReminderSheet(const OpenSheet& sheet) : sheet_(sheet) { view_.ref = sheet.ref; }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_reminder_sheet(stage, view_, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override {
    return view_.ref ? tr("Change the reminder") : tr("New reminder");
  }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  Result<void> read_old(Kindling& home, LocalDate today);

  OpenSheet sheet_;
  ReminderSheetView view_;
  ReminderSheetDraft draft_;
  bool filled_ = false;
};

}  // namespace kindling::app
