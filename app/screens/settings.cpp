#include "app/screens/settings.hpp"

#include <array>
#include <utility>

#include "app/screens/settings_parts.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

EditSettings name_edit(std::optional<std::string> EditSettings::*which, const NameDraft& draft) {
  EditSettings edit;
  edit.*which = draft.edit.text();
  return edit;
}

void draw_name(Stage& stage, std::string_view name, std::string_view label, NameDraft& draft, const std::string& kept,
               std::optional<std::string> EditSettings::*which) {
  ui::Ui& ui = stage.ui;
  const auto event = ui::text_field(ui, name, draft.edit, {.label = label, .limit = kNameLimit});
  const bool focused = ui.focus() == ui.id(name);
  const bool finished = event == ui::FieldEvent::entered || (std::exchange(draft.focused, focused) && !focused);
  if (finished && draft.edit.text() != kept) stage.out.emplace_back(ChangeSettings{name_edit(which, draft)});
}

// Index of the choice in its list, the first where none was made.
template <class E>
std::size_t chosen(const std::optional<E>& value) {
  return static_cast<std::size_t>(value.value_or(static_cast<E>(0)));
}

template <class E, std::size_t N>
void choice(Stage& stage, std::string_view name, std::string_view label, const std::array<std::string_view, N>& options,
            const std::optional<E>& now, std::optional<E> EditSettings::*which) {
  ui::Ui& ui = stage.ui;
  ui::paragraph(ui, label);
  ui.space(8);
  if (const auto picked = ui::segmented(ui, name, label, options, chosen(now))) {
    EditSettings edit;
    edit.*which = static_cast<E>(*picked);
    stage.out.emplace_back(ChangeSettings{edit});
  }
  ui.space(18);
}

// First of all: help is two taps away from anywhere, without scrolling.
void draw_ways(Stage& stage) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "ways", ui.tr("Find and help"), {.padding = 16});
  const auto way = [&](std::string_view name, Icon icon, std::string_view title, std::string_view text, PageKind kind) {
    const ui::RowLook look{.icon = icon, .title = title, .subtitle = text, .arrow = true, .card = false};
    if (ui::row(ui, name, look) == ui::RowEvent::pressed) stage.out.emplace_back(OpenPage{{.kind = kind}});
  };
  way("help", Icon::lifebuoy, ui.tr("Help"), ui.tr("Numbers to call, and getting started"), PageKind::help);
  way("search", Icon::magnifying_glass, ui.tr("Search"), ui.tr("In everything you wrote"), PageKind::search);
  way("history", Icon::clock, ui.tr("History"), ui.tr("What was done, and taking it back"), PageKind::history);
}

}  // namespace

void draw_names(Stage& stage, const SettingsModel& view, SettingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui::heading(ui, ui.tr("You two"));
  ui.space(10);
  const ui::Card card(ui, "names", ui.tr("You two"));
  draw_name(stage, "own_name", ui.tr("Your name"), draft.own, view.settings.own_name, &EditSettings::own_name);
  ui.space(14);
  draw_name(stage, "partner_name", ui.tr("Partner's name"), draft.partner, view.settings.partner_name,
            &EditSettings::partner_name);
  ui.space(10);
  ui::note(ui, ui.tr("For you to read. Both stay here, sealed with everything else."));
}

void draw_look(Stage& stage, const SettingsModel& view, SettingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Strings& tr = ui.tr;
  const Settings& now = view.settings;
  section(stage, tr("Look"));
  const ui::Card card(ui, "look", tr("Look"));
  choice(stage, "theme", tr("Colours"),
         std::array<std::string_view, 4>{tr("System"), tr("Light"), tr("Dark"), tr("High contrast")}, now.theme,
         &EditSettings::theme);
  const std::string percent = std::to_string(static_cast<int>(draft.text_scale)) + " %";
  if (ui::slider(ui, "text_size", tr("Text size"), draft.text_scale,
                 {kTextScaleLeast, kTextScaleMost, draft.text_scale, 5}, percent)) {
    draft.scaling = true;
  }
  // Not under the finger: the slider itself would move away.
  if (draft.scaling && !ui.pointer().is_down()) {
    draft.scaling = false;
    EditSettings edit;
    edit.text_scale = static_cast<int>(draft.text_scale);
    stage.out.emplace_back(ChangeSettings{edit});
  }
  ui.space(14);
  choice(stage, "motion", tr("Motion"), std::array<std::string_view, 3>{tr("System"), tr("Full"), tr("Reduced")},
         now.motion, &EditSettings::motion);
  choice(stage, "clock", tr("Clock"), std::array<std::string_view, 3>{tr("System"), tr("24 hours"), tr("12 hours")},
         now.clock, &EditSettings::clock);
  choice(stage, "week", tr("The week begins on"),
         std::array<std::string_view, 4>{tr("System"), tr("Monday"), tr("Sunday"), tr("Saturday")}, now.week_start,
         &EditSettings::week_start);
  divider(ui);
  ui::paragraph(ui, tr("Language: English"));
  ui.space(2);
  ui::note(ui, tr("Others will follow."));
}

Result<SettingsModel> read_settings_page(Kindling& home, const Format& format) {
  auto settings = home.settings().get();
  if (!settings) return settings.error();
  SettingsModel model;
  model.settings = std::move(*settings);
  model.locked_by_passphrase = home.keys().holder() == KeyHolder::passphrase;
  model.folder = home.folder();
  model.zone = home.context().zone.name();
  auto backup = AutoBackup(home.context(), home.files(), home.keys().home_key(), home.folder()).status();
  if (!backup) return backup.error();
  model.backup = std::move(*backup);
  std::uint64_t bytes = 0;
  for (const std::string& file : home.files().list(home.folder())) {
    bytes += home.files().size(home.folder() + "/" + file);
  }
  const std::uint64_t tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024);
  const std::string number = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  model.size = format.tr()("{n} MB", {{"n", number}});
  return model;
}

void draw_settings(Stage& stage, const SettingsModel& view, SettingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  {
    Scene scene(stage, "settings", draft.scroll, {.title = ui.tr("Settings")});
    draw_ways(stage);
    ui.space(22);
    draw_names(stage, view, draft);
    draw_reminder_settings(stage, view);
    draw_look(stage, view, draft);
    scene.second_column();
    draw_privacy(stage, view, draft);
    draw_data(stage, view, draft);
    draw_about(stage);
  }
  ask_whether_to_unlock(stage, draft);
}

Result<void> SettingsScreen::read(Kindling& home, const Format& format) {
  auto view = read_settings_page(home, format);
  if (!view) return view.error();
  view_ = std::move(*view);
  // What is being written stays as it is.
  if (!draft_.own.focused) draft_.own.edit.set(view_.settings.own_name);
  if (!draft_.partner.focused) draft_.partner.edit.set(view_.settings.partner_name);
  if (!draft_.scaling) draft_.text_scale = view_.settings.text_scale.value_or(kTextScaleDefault);
  return {};
}

void SettingsScreen::leave(Intents& out) {
  if (draft_.own.focused && draft_.own.edit.text() != view_.settings.own_name) {
    out.emplace_back(ChangeSettings{name_edit(&EditSettings::own_name, draft_.own)});
  }
  if (draft_.partner.focused && draft_.partner.edit.text() != view_.settings.partner_name) {
    out.emplace_back(ChangeSettings{name_edit(&EditSettings::partner_name, draft_.partner)});
  }
}

}  // namespace kindling::app
