#include <array>
#include <utility>

#include "app/screens/ceilings.hpp"
#include "app/screens/settings.hpp"
#include "app/screens/settings_parts.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

void forget_passphrase(SettingsDraft& draft) {
  draft.passphrase = {};
  draft.setting_passphrase = false;
}

void draw_passphrase_fields(Stage& stage, SettingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui.space(8);
  const bool entered = passphrase_fields(ui, ui.tr("New passphrase"), draft.passphrase);
  ui.space(10);
  ui::note(ui, ui.tr("Nobody can recover it, and there is no way in without it. Keep a copy where you'd look for it."));
  ui.space(12);
  if ((ui::button(ui, "keep", ui.tr("Keep this passphrase"), {.icon = Icon::lock_key}) || entered) &&
      is_fine(draft.passphrase)) {
    stage.out.emplace_back(SetPassphrase{draft.passphrase.first.text()});
    forget_passphrase(draft);
  }
  if (ui::button(ui, "cancel", ui.tr("Leave it as it is"), {.style = ui::ButtonStyle::plain})) forget_passphrase(draft);
}

void draw_lock_after(Stage& stage, const Settings& now) {
  ui::Ui& ui = stage.ui;
  ui.space(4);
  ui::note(ui, ui.tr("Lock by itself after"));
  ui.space(6);
  static constexpr std::array<int, 5> kMinutes{0, 1, 5, 15, 60};
  ui::Chips chips(ui, "lock_after", ui.tr("Lock by itself after"));
  for (const int minutes : kMinutes) {
    const std::string words =
        minutes == 0 ? std::string(ui.tr("Never")) : stage.format.length(std::chrono::minutes(minutes));
    if (!chips.chip(std::to_string(minutes), words, now.lock_after.value_or(0) == minutes)) continue;
    EditSettings edit;
    edit.lock_after = minutes;
    stage.out.emplace_back(ChangeSettings{edit});
  }
}

void draw_lock_rows(Stage& stage, const SettingsModel& view, SettingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (!view.locked_by_passphrase) {
    const ui::RowLook set{.icon = Icon::lock_key,
                          .title = ui.tr("Lock with a passphrase"),
                          .subtitle = ui.tr("Now this device's account alone protects it."),
                          .arrow = true,
                          .card = false};
    if (ui::row(ui, "set", set) == ui::RowEvent::pressed) draft.setting_passphrase = true;
    return;
  }
  const ui::RowLook now{
      .icon = Icon::lock, .title = ui.tr("Lock now"), .subtitle = "Ctrl+L", .arrow = true, .card = false};
  if (ui::row(ui, "lock_now", now) == ui::RowEvent::pressed) stage.out.emplace_back(LockNow{});
  const ui::RowLook change{.icon = Icon::key, .title = ui.tr("Another passphrase"), .arrow = true, .card = false};
  if (ui::row(ui, "change", change) == ui::RowEvent::pressed) draft.setting_passphrase = true;
  const ui::RowLook remove{.icon = Icon::lock_open, .title = ui.tr("Take the lock away"), .arrow = true, .card = false};
  if (ui::row(ui, "remove", remove) == ui::RowEvent::pressed) draft.removing_passphrase = true;
  draw_lock_after(stage, view.settings);
}

}  // namespace

void ask_whether_to_unlock(Stage& stage, SettingsDraft& draft) {
  if (!draft.removing_passphrase) return;
  ui::Ui& ui = stage.ui;
  const ui::Question question{.title = ui.tr("Take the lock away?"),
                              .text = ui.tr("Then whoever can use this device's account can open Kindling. Undo can't "
                                            "bring the lock back; you would set a passphrase again."),
                              .yes = ui.tr("Take the lock away"),
                              .no = ui.tr("Leave it as it is"),
                              .dangerous = true};
  const ui::Answer answer = ui::dialog(ui, "take_lock_away", question, draft.question);
  if (answer == ui::Answer::none) return;
  draft.removing_passphrase = false;
  if (answer == ui::Answer::yes) stage.out.emplace_back(SetPassphrase{});
}

void draw_privacy(Stage& stage, const SettingsModel& view, SettingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (!stage.wide) ui.space(22);
  ui::heading(ui, ui.tr("Privacy"));
  ui.space(10);
  const ui::Card card(ui, "privacy", ui.tr("Privacy"), {.padding = 16});
  if (draft.setting_passphrase) {
    draw_passphrase_fields(stage, draft);
  } else {
    draw_lock_rows(stage, view, draft);
  }
  divider(ui);
  bool discreet = view.settings.discreet_title;
  if (ui::toggle(ui, "discreet", ui.tr("Discreet window title"), ui.tr("The title says Notes."), discreet)) {
    EditSettings edit;
    edit.discreet_title = discreet;
    stage.out.emplace_back(ChangeSettings{edit});
  }
  divider(ui);
  draw_adult_switch(stage, view.settings.adult);
  divider(ui);
  const ui::RowLook hide{
      .icon = Icon::eye_slash,
      .title = ui.tr("Hide now"),
      .subtitle =
          ui.tr("Ctrl+H shows an empty list of notes at once, and Kindling again. It hides, it doesn't protect."),
      .arrow = true,
      .card = false};
  if (ui::row(ui, "hide", hide) == ui::RowEvent::pressed) stage.out.emplace_back(HideNow{});
}

}  // namespace kindling::app
