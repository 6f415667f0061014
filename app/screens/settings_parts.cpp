#include "app/screens/settings_parts.hpp"

#include <algorithm>
#include <string>

namespace kindling::app {

using ui::Face;
using ui::Icon;

namespace {

constexpr std::size_t kLeastPassphrase = 8;  // bytes
constexpr std::size_t kMostPassphrase = 1000;

}  // namespace

int stepper(ui::Ui& ui, std::string_view name, const StepperLook& look) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const float disc = ui.dp(48);
  const float value = std::max(ui.text_dp(64), paint.width(Face::strong, look.value) + ui.dp(8));
  const float controls = 2 * disc + value;
  const bool one_line = paint.width(Face::body, look.label) + ui.dp(8) + controls <= ui.column().width();
  const float words = paint.height(Face::body, look.label, ui.column().width());
  const ui::Box box = ui.take(one_line ? std::max(ui.dp(56), words + ui.dp(12)) : words + disc + ui.dp(12));
  ui.open_group(ui::Role::group, name, look.label, box);
  const ui::Scope scope(ui, name);
  const float right = box.right + ui.dp(4);  // the discs end where the card's words do
  const float middle = one_line ? (box.top + box.bottom) / 2 : box.bottom - disc / 2 - ui.dp(2);
  const float label_top = one_line ? middle - words / 2 : box.top + ui.dp(6);
  ui.say(ui::Role::text, ui.id("value"), box, look.label, look.value);
  if (ui.on_screen(box)) {
    paint.wrapped(Face::body, box.left, label_top, box.width() - (one_line ? controls : 0), t.ink, look.label);
    const float line = paint.line_height(Face::strong);
    paint.text(Face::strong, right - disc - value / 2, middle - line / 2, t.ink, look.value, ui::Align::centre);
    for (const float x : {right - disc / 2, right - disc * 1.5F - value}) {
      paint.circle(x, middle, ui.dp(20), t.field);
      if (t.name == ui::ThemeName::contrast) paint.ring(x, middle, ui.dp(20), t.line, ui.dp(1));
    }
  }
  int by = 0;
  const ui::IconButtonOptions flat{.on_surface = false, .colour = t.accent};
  const std::string less = ui.tr("Less: {what}", {{"what", look.label}});
  const std::string more = ui.tr("More: {what}", {{"what", look.label}});
  if (ui::icon_button(ui, "less", Icon::minus, less, right - disc * 1.5F - value, middle, flat)) by = -1;
  if (ui::icon_button(ui, "more", Icon::plus, more, right - disc / 2, middle, flat)) by = 1;
  ui.close_group();
  return by;
}

bool passphrase_fields(ui::Ui& ui, std::string_view label, PassphraseDraft& draft) {
  using Wrong = WrongPassphrase;
  const auto first = ui::text_field(
      ui, "passphrase", draft.first,
      {.label = label,
       .limit = kMostPassphrase,
       .secret = true,
       .error = draft.wrong == Wrong::length ? ui.tr("It takes 8 to 1,000 letters") : std::string_view()});
  ui.space(12);
  const auto second =
      ui::text_field(ui, "again", draft.again,
                     {.label = ui.tr("The same again"),
                      .limit = kMostPassphrase,
                      .secret = true,
                      .error = draft.wrong == Wrong::different ? ui.tr("The two differ") : std::string_view()});
  if (first == ui::FieldEvent::changed || second == ui::FieldEvent::changed) draft.wrong = Wrong::nothing;
  return first == ui::FieldEvent::entered || second == ui::FieldEvent::entered;
}

bool is_fine(PassphraseDraft& draft) {
  const std::string& text = draft.first.text();
  draft.wrong = WrongPassphrase::nothing;
  if (text.size() < kLeastPassphrase || text.size() > kMostPassphrase) {
    draft.wrong = WrongPassphrase::length;
  } else if (text != draft.again.text()) {
    draft.wrong = WrongPassphrase::different;
  }
  return draft.wrong == WrongPassphrase::nothing;
}

void folder_row(Stage& stage, std::string_view name, const FolderLook& look, const std::string& path) {
  ui::Ui& ui = stage.ui;
  command_line(stage, name, look.label, path);
  if (!stage.opens_folders) return;
  const ui::Scope scope(ui, name);
  if (ui::button(ui, "open", look.open, {.style = ui::ButtonStyle::tinted})) stage.out.emplace_back(OpenFolder{path});
  ui.space(14);
}

void command_line(Stage& stage, std::string_view name, std::string_view label, std::string_view command) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const ui::Scope scope(ui, name);
  ui::paragraph(ui, label, Face::label, t.soft_ink);
  ui.space(6);
  const float pad = ui.dp(14);
  const float wrap = ui.column().width() - pad - ui.dp(52);
  const float words = paint.height(Face::label, command, wrap);
  const ui::Box box = ui.take(std::max(ui.dp(48), words + ui.dp(20)));
  const float middle = (box.top + box.bottom) / 2;
  ui.say(ui::Role::text, ui.id("command"), box, command);
  if (ui.on_screen(box)) {
    paint.fill(box, t.field, ui.dp(12));
    if (t.name == ui::ThemeName::contrast) paint.outline(box, t.line, ui.dp(12), ui.dp(1));
    paint.wrapped(Face::label, box.left + pad, middle - words / 2, wrap, t.ink, command);
  }
  const std::string spoken = ui.tr("Copy: {command}", {{"command", command}});
  const ui::IconButtonOptions flat{.on_surface = false, .colour = t.accent};
  if (ui::icon_button(ui, "copy", Icon::copy, spoken, box.right - ui.dp(26), middle, flat)) {
    ui.clipboard.write(std::string(command));
    stage.out.emplace_back(Say{std::string(ui.tr("Copied"))});
  }
  ui.space(14);
}

void divider(ui::Ui& ui) {
  ui.space(6);
  const ui::Box box = ui.take(ui.dp(1));
  if (ui.on_screen(box)) ui.paint().fill(box, ui.theme().line);
  ui.space(6);
}

}  // namespace kindling::app
