#include "app/screens/settings.hpp"
#include "app/screens/settings_parts.hpp"

namespace kindling::app {

using ui::Face;

void draw_data(Stage& stage, const SettingsModel& view, SettingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Your data"));
  const ui::Card card(ui, "data", ui.tr("Your data"));
  ui::paragraph(ui, ui.tr("All of it is on this device, sealed: {size}.", {{"size", view.size}}));
  ui.space(12);
  folder_row(stage, "place", {ui.tr("Your data is here"), ui.tr("Open folder")}, view.folder);
  divider(ui);
  draw_auto_backup(stage, view.backup, draft.backup);
  ui.space(6);
  divider(ui);
  ui.space(6);
  ui::note(ui, ui.tr("Until this window can choose files, a terminal does it:"));
  ui.space(14);
  command_line(stage, "backup", ui.tr("Back up everything, under a passphrase"),
               "kindling backup kindling.backup --encrypt");
  command_line(stage, "restore", ui.tr("Bring a backup back in place of what is here"),
               "kindling restore kindling.backup");
  command_line(stage, "export", ui.tr("Take everything out, readable by any program"),
               "kindling export json kindling.json");
  command_line(stage, "import", ui.tr("Bring in an export, or a mood diary of Daylio"),
               "kindling import kindling.json");
  command_line(stage, "demo", ui.tr("Look at three months of a made-up couple; yours stays as it is"),
               "kindling-window --demo");
}

void draw_about(Stage& stage) {
  ui::Ui& ui = stage.ui;
  const ui::Strings& tr = ui.tr;
  section(stage, tr("About"));
  const ui::Card card(ui, "about", tr("About"));
  ui::heading(ui, tr("Kindling {version}", {{"version", KINDLING_VERSION}}));
  ui.space(6);
  ui::paragraph(ui, tr("A private place for two people who want to stay close."));
  ui.space(12);
  for (const std::string_view line :
       {tr("No account, no telemetry, no advertising."), tr("No network that you didn't set up."),
        tr("Free software under the MIT licence.")}) {
    ui::paragraph(ui, line, Face::body, ui.theme().soft_ink);
    ui.space(4);
  }
  ui.space(8);
  ui::note(ui,
           tr("Made with Dear ImGui, SDL, SQLite, libsodium, cereal, zlib, minizip, FreeType, libpng, JSON for Modern "
              "C++, the typeface Inter and the icons of Phosphor. Thank you."));
}

}  // namespace kindling::app
