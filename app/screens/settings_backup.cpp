#include "app/screens/settings.hpp"
#include "app/screens/settings_parts.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

constexpr std::size_t kMostPath = 1000;

void forget(BackupDraft& draft) {
  draft.passphrase = {};
  draft.wrong_folder = false;
  draft.setting = false;
}

// "/home/…", "\\server\…" or "D:\…": what lies somewhere else tomorrow is no place for a backup.
bool is_whole_path(std::string_view path) {
  return path.starts_with('/') || path.starts_with('\\') || (path.size() > 2 && path[1] == ':');
}

void turn_on(Stage& stage, BackupDraft& draft) {
  const std::string folder(trim(draft.folder.text()));
  draft.wrong_folder = !is_whole_path(folder);
  const bool can_be_kept = draft.open_to_all || is_fine(draft.passphrase);
  if (draft.wrong_folder || !can_be_kept) return;
  stage.out.emplace_back(TurnAutoBackup{folder, draft.open_to_all ? std::string() : draft.passphrase.first.text()});
  forget(draft);
}

void draw_setting_up(Stage& stage, BackupDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "set_up");
  if (draft.folder.empty()) draft.folder.set(std::string(stage.documents) + "/Kindling backups");
  const auto written = ui::text_field(
      ui, "folder", draft.folder,
      {.label = ui.tr("Into this folder"),
       .limit = kMostPath,
       .error = draft.wrong_folder ? ui.tr("Write the whole path, best on another disk") : std::string_view()});
  if (written == ui::FieldEvent::changed) draft.wrong_folder = false;
  ui.space(12);
  bool entered = false;
  if (!draft.open_to_all) {
    entered = passphrase_fields(ui, ui.tr("A passphrase for the backups"), draft.passphrase);
    ui.space(8);
  }
  ui::toggle(ui, "open", ui.tr("Without a passphrase"), ui.tr("Whoever has the folder can then read it all."),
             draft.open_to_all);
  ui.space(8);
  if (ui::button(ui, "begin", ui.tr("Back up now, and every day")) || entered) turn_on(stage, draft);
  if (ui::button(ui, "cancel", ui.tr("Leave it as it is"), {.style = ui::ButtonStyle::plain})) forget(draft);
}

std::string state_words(const Stage& stage, const AutoBackupStatus& status) {
  const ui::Strings& tr = stage.ui.tr;
  if (!status.newest) return std::string(tr("None is there yet."));
  return tr("{date}: the last one, read back and whole.", {{"date", stage.format.date(*status.newest, stage.today)}});
}

// The services' sentences begin small and have no stop.
std::string sentence_of(std::string warning) {
  if (warning.front() >= 'a' && warning.front() <= 'z')
    warning.front() = static_cast<char>(warning.front() - 'a' + 'A');
  return warning + ".";
}

}  // namespace

void draw_auto_backup(Stage& stage, const AutoBackupStatus& status, BackupDraft& draft) {
  ui::Ui& ui = stage.ui;
  bool on = status.on || draft.setting;
  if (ui::toggle(ui, "auto_backup", ui.tr("Back up by itself"),
                 ui.tr("Once a day; seven days and four weeks are kept."), on)) {
    if (on) draft.setting = true;
    if (!on && !status.on) forget(draft);
    if (!on && status.on) stage.out.emplace_back(TurnAutoBackup{});
  }
  if (!status.on) {
    if (draft.setting) draw_setting_up(stage, draft);
    return;
  }
  if (status.warning.empty()) {
    ui::note(ui, state_words(stage, status));
  } else {
    ui::error_note(ui, sentence_of(status.warning));
  }
  ui.space(6);
  folder_row(stage, "backups", {ui.tr("The backups are in"), ui.tr("Open the backups' folder")}, status.folder);
}

}  // namespace kindling::app
