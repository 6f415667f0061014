#include "app/screens/check_in_sheet.hpp"

#include <algorithm>
#include <charconv>

#include "app/model/feelings.hpp"
#include "app/screens/form.hpp"
#include "app/screens/sharing.hpp"

namespace kindling::app {
namespace {

using ui::Face;

constexpr std::size_t kSuggested = 6;
constexpr std::size_t kWordLimit = 40;

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void turn(std::vector<std::string>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) {
    words.emplace_back(word);
  } else {
    words.erase(found);
  }
}

void draw_mood(Stage& stage, CheckInSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const std::string words = mood_words(ui.tr, draft.valence, draft.energy);
  if (draft.chosen) {
    ui::paragraph(ui, words, Face::heading, ui.theme().feel.strong, ui::Align::centre);
  } else {
    ui::paragraph(ui, ui.tr("Touch the place that fits"), Face::body, ui.theme().soft_ink, ui::Align::centre);
  }
  ui.space(8);
  if (ui::mood_grid(ui, "grid", draft.valence, draft.energy, draft.chosen, words, ui.dp(176))) {
    draft.touched = true;
    draft.missing = false;
  }
  if (draft.missing) {
    ui.space(8);
    ui::error_note(ui, ui.tr("Touch the grid first: the place that fits best is enough"));
  }
}

void draw_feelings(Stage& stage, CheckInSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui::field_label(ui, ui.tr("Words for it, if you like"));
  {
    ui::Chips chips(ui, "feelings", ui.tr("Words for it, if you like"));
    const std::vector<std::string> chosen = draft.feelings;
    for (const std::string& word : chosen) {
      if (!chips.chip(word, feeling_words(ui.tr, word), true, ui::Step::feel)) continue;
      turn(draft.feelings, word);
      draft.touched = true;
    }
    const std::string_view typed = trimmed_view(draft.word.text());
    const auto offered = typed.empty() ? feelings_near(draft.valence, draft.energy, kSuggested + chosen.size())
                                       : feelings_like(typed, kSuggested);
    std::size_t shown = 0;
    for (const std::string_view word : offered) {
      if (has(chosen, word) || shown++ >= kSuggested) continue;
      if (!chips.chip(word, ui.tr(word), false, ui::Step::feel)) continue;
      turn(draft.feelings, word);
      draft.word.set({});
      draft.touched = true;
    }
  }
  ui.space(8);
  const auto event = ui::text_field(ui, "word", draft.word,
                                    {.label = ui.tr("Another word"),
                                     .placeholder = ui.tr("Another word, then Enter"),
                                     .limit = kWordLimit,
                                     .show_label = false});
  if (event == ui::FieldEvent::changed) draft.touched = true;
  if (event == ui::FieldEvent::entered) {
    const std::string word(trimmed_view(draft.word.text()));
    if (!word.empty() && !has(draft.feelings, word)) draft.feelings.push_back(word);
    draft.word.set({});
  }
}

void draw_need(Stage& stage, CheckInSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui::field_label(ui, ui.tr("What would do you good?"));
  ui::Chips chips(ui, "need", ui.tr("What would do you good?"));
  for (std::size_t i = 0; i < needs().size(); ++i) {
    if (!chips.chip(needs()[i], need_words(ui.tr, needs()[i]), draft.need == i, ui::Step::feel)) continue;
    draft.need = draft.need == i ? std::nullopt : std::optional(i);
    draft.touched = true;
  }
}

// True where the note was finished with Ctrl+Enter.
bool draw_more(Stage& stage, const CheckInSheetView& view, CheckInSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const std::string_view summary = draft.note.empty() && !draft.need && draft.share == Share::none
                                       ? ui.tr("A note, what would help, sharing")
                                       : ui.tr("As you set it");
  ui::fold_row(ui, "more",
               {.label = ui.tr("More"), .value = summary, .icon = ui::Icon::note_pencil, .hue = ui::Step::feel},
               draft.more);
  if (!draft.more) return false;
  ui.space(kFieldGap);
  const auto noted =
      ui::text_field(ui, "note", draft.note,
                     {.label = ui.tr("A note"), .placeholder = ui.tr("What is behind it?"), .lines = 2, .limit = 2000});
  if (noted == ui::FieldEvent::changed) draft.touched = true;
  ui.space(kFieldGap);
  draw_need(stage, draft);
  ui.space(kFieldGap);
  const std::string_view need = draft.need ? needs()[*draft.need] : std::string_view();
  if (draw_sharing(stage, view.partner,
                   {.mood = draft.chosen ? mood_words(ui.tr, draft.valence, draft.energy) : std::string(),
                    .feelings = draft.feelings,
                    .note = draft.note.text(),
                    .need = need},
                   draft.share))
    draft.touched = true;
  return noted == ui::FieldEvent::entered;
}

}  // namespace

void draw_check_in_sheet(Stage& stage, const CheckInSheetView& view, CheckInSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "check_in");
  draw_mood(stage, draft);
  ui.space(kFieldGap);
  // Words fit a mood; before there is one they would only be in the way.
  if (draft.chosen) {
    draw_feelings(stage, draft);
    ui.space(kFieldGap);
  }
  const bool finished = draw_more(stage, view, draft);
  ui.space(20);
  const bool save = ui::button(ui, "save", ui.tr("Save"), {.hue = ui::Step::feel});
  if (!save && !finished) return;
  draft.missing = !draft.chosen;
  if (draft.missing) return;
  AddCheckIn act{.valence = draft.valence,
                 .energy = draft.energy,
                 .feelings = draft.feelings,
                 .note = std::string(trimmed_view(draft.note.text())),
                 .need = draft.need ? std::string(needs()[*draft.need]) : std::string(),
                 .share = draft.share};
  // A word that was typed and not yet entered is meant too.
  const std::string word(trimmed_view(draft.word.text()));
  if (!word.empty() && !has(act.feelings, word)) act.feelings.push_back(word);
  stage.out.emplace_back(std::move(act));
  stage.out.emplace_back(Saved{});
}

CheckInSheet::CheckInSheet(const OpenSheet& sheet) {
  const std::string& item = sheet.item;
  const char* const end = item.data() + item.size();
  const auto first = std::from_chars(item.data(), end, draft_.valence);
  if (first.ec != std::errc() || first.ptr == end) return;
  const auto second = std::from_chars(first.ptr + 1, end, draft_.energy);
  draft_.chosen = second.ec == std::errc();
  draft_.more = draft_.touched = draft_.chosen;
  draft_.valence = std::clamp(draft_.valence, -kMoodLimit, kMoodLimit);
  draft_.energy = std::clamp(draft_.energy, -kMoodLimit, kMoodLimit);
}

Result<void> CheckInSheet::read(Kindling& home, const Format&) {
  auto settings = home.settings().get();
  if (!settings) return settings.error();
  view_.partner = settings->partner_name;
  return {};
}

}  // namespace kindling::app
