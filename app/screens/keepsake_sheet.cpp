#include "app/screens/keepsake_sheet.hpp"

#include <algorithm>
#include <array>

#include "app/screens/form.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

constexpr std::array<std::string_view, 3> kBeginnings{"Thank you for ", "I noticed ", "I love how you "};

// Praise of a word or two names nothing that happened.
bool is_general(std::string_view text) {
  constexpr std::ptrdiff_t kLeastWords = 5;
  const std::string_view words = trimmed_view(text);
  return !words.empty() && std::count(words.begin(), words.end(), ' ') + 1 < kLeastWords;
}

}  // namespace

void draw_memory_sheet(Stage& stage, MemoryDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "memory");
  focus_first(stage, "text", draft.focused);
  const auto event = ui::text_field(ui, "text", draft.text,
                                    {.label = ui.tr("What do you want to remember?"),
                                     .placeholder = ui.tr("What you saw, what was said, what made you laugh"),
                                     .lines = 4,
                                     .limit = kNoteLimit,
                                     .error = missing_words(ui.tr, draft.missing)});
  if (event == ui::FieldEvent::changed) {
    draft.touched = true;
    draft.missing = false;
  }
  ui.space(kFieldGap);
  if (date_field(stage, "date", draft.date, {.label = ui.tr("When was it?"), .most = stage.today}))
    draft.touched = true;
  ui.space(8);
  ui::note(ui, ui.tr("Only you see your memories. They come back on the same day of later years."));
  ui.space(20);
  const bool save = ui::button(ui, "save", draft.ref ? ui.tr("Save") : ui.tr("Keep it"));
  if (save || event == ui::FieldEvent::entered) {
    const std::string text(trimmed_view(draft.text.text()));
    draft.missing = text.empty();
    if (draft.missing) return;
    if (!draft.ref) {
      stage.out.emplace_back(AddMemory{text, draft.date.date});
    } else {
      EditMemory edit;
      if (text != draft.old_text) edit.text = text;
      if (draft.date.date != draft.old_date) edit.date = draft.date.date;
      if (edit.text || edit.date) stage.out.emplace_back(ChangeMemory{*draft.ref, edit});
    }
    stage.out.emplace_back(Saved{});
  }
  if (draft.ref && remove_button(ui)) {
    stage.out.emplace_back(Remove{*draft.ref});
    stage.out.emplace_back(Saved{});
  }
}

Result<void> MemorySheet::read(Kindling& home, const Format&) {
  if (filled_) return {};
  auto settings = home.settings().get();
  if (!settings) return settings.error();
  draft_.date.date = home.context().today(settings->day_start);
  if (draft_.ref) {
    auto memory = home.keepsakes().memory(*draft_.ref);
    if (!memory) return memory.error();
    draft_.text.set(memory->text);
    draft_.old_text = memory->text;
    draft_.date.date = draft_.old_date = memory->date;
  }
  filled_ = true;
  return {};
}

void draw_appreciation_sheet(Stage& stage, AppreciationDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "appreciation");
  if (draft.text.empty()) {
    ui::field_label(ui, ui.tr("Begin with"));
    ui::Chips chips(ui, "beginnings", ui.tr("Begin with"));
    for (const std::string_view words : kBeginnings) {
      const std::string label = ui.tr("{beginning}…", {{"beginning", ui.tr(words)}});
      if (!chips.chip(words, label, false, ui::Step::talk)) continue;
      draft.text.replace_all(ui.tr(words));
      draft.touched = true;
      ui.set_focus(ui.id("text"));
    }
  }
  if (draft.text.empty()) ui.space(8);
  focus_first(stage, "text", draft.focused);
  const auto event =
      ui::text_field(ui, "text", draft.text,
                     {.label = ui.tr("Something you value"),
                      .placeholder = ui.tr("Small and true is best: what was it, and what did it do for you?"),
                      .lines = 4,
                      .limit = 2000,
                      .error = missing_words(ui.tr, draft.missing)});
  if (event == ui::FieldEvent::changed) {
    draft.touched = true;
    draft.missing = false;
  }
  ui.space(8);
  ui::note(ui, is_general(draft.text.text())
                   ? ui.tr("What exactly was it? A small, true detail lands best.")
                   : ui.tr("It stays in your own jar. Say it aloud when the moment is right."));
  ui.space(20);
  const bool save = ui::button(ui, "save", ui.tr("Into the jar"), {.hue = ui::Step::talk});
  ui.space(8);
  // Said is worth as much as written, and leaves nothing here.
  if (ui::button(ui, "say", ui.tr("I'll say it"), {.style = ui::ButtonStyle::plain, .hue = ui::Step::talk})) {
    stage.out.emplace_back(Say{std::string(ui.tr("Say it while it is warm. Nothing was kept here."))});
    stage.out.emplace_back(Saved{});
    return;
  }
  if (!save && event != ui::FieldEvent::entered) return;
  const std::string text(trimmed_view(draft.text.text()));
  draft.missing = text.empty();
  if (draft.missing) return;
  stage.out.emplace_back(Appreciate{text});
  stage.out.emplace_back(Saved{});
}

}  // namespace kindling::app
