// Settings: the two names, reminders and quiet hours, privacy and the lock, the look, where the data is, and what this
// program is. Everything holds at once; each change is one act.
#pragma once

#include <string>

#include "app/screens/screen.hpp"
#include "app/screens/settings_parts.hpp"
#include "core/services/auto_backup.hpp"

namespace kindling::app {

struct SettingsModel {
  Settings settings;
  bool locked_by_passphrase = false;
  std::string folder;
  std::string size;  // "1.4 MB"
  std::string zone;  // the device's
  AutoBackupStatus backup;
};

[[nodiscard]] Result<SettingsModel> read_settings_page(Kindling& home, const Format& format);

struct NameDraft {
  ui::TextEdit edit;
  bool focused = false;  // in the last frame
};

// Of automatic backups, while they are set up.
struct BackupDraft {
  bool setting = false;
  ui::TextEdit folder;
  PassphraseDraft passphrase;
  bool open_to_all = false;
  bool wrong_folder = false;
};

struct SettingsDraft {
  ui::ScrollState scroll;
  NameDraft own, partner;
  double text_scale = kTextScaleDefault;
  bool scaling = false;  // moved and not yet kept
  bool setting_passphrase = false, removing_passphrase = false;
  ui::ScrollState question;  // of the dialog that asks whether to remove it
  PassphraseDraft passphrase;
  BackupDraft backup;
};
void draw_settings(Stage& stage, const SettingsModel& view, SettingsDraft& draft);

// Its cards, each in a file with its like.
void draw_names(Stage& stage, const SettingsModel& view, SettingsDraft& draft);
void draw_reminder_settings(Stage& stage, const SettingsModel& view);
void draw_look(Stage& stage, const SettingsModel& view, SettingsDraft& draft);
void draw_privacy(Stage& stage, const SettingsModel& view, SettingsDraft& draft);
// Over everything, where it was asked for: no Undo brings a lock back.
void ask_whether_to_unlock(Stage& stage, SettingsDraft& draft);
void draw_data(Stage& stage, const SettingsModel& view, SettingsDraft& draft);
void draw_auto_backup(Stage& stage, const AutoBackupStatus& status, BackupDraft& draft);
void draw_about(Stage& stage);

class SettingsScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_settings(stage, view_, draft_); }
  void leave(Intents& out) override;
  [[nodiscard]] bool shows_background() const override { return true; }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  SettingsModel view_;
  SettingsDraft draft_;
};

}  // namespace kindling::app
