#include "app/screens/check_in_card.hpp"

namespace kindling::app {

void draw_check_in(Stage& stage, const std::optional<std::string>& earlier, MoodDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "check_in", ui.tr("How are you?"));
  ui::heading(ui, ui.tr("How are you?"));
  ui.space(4);
  if (earlier && !draft.chosen) {
    ui::note(ui, ui.tr("Earlier today: {mood}", {{"mood", *earlier}}));
  } else if (!draft.chosen) {
    ui::note(ui, ui.tr("Touch the place that fits. Nobody else sees it."));
  } else {
    ui::note(ui, mood_words(ui.tr, draft.valence, draft.energy));
  }
  ui.space(10);
  const std::string words = mood_words(ui.tr, draft.valence, draft.energy);
  ui::mood_grid(ui, "grid", draft.valence, draft.energy, draft.chosen, words, ui.dp(190));
  if (!draft.chosen) return;
  ui.space(12);
  const ui::Box line = ui.take(ui::button_height(ui));
  const float half = (line.width() - ui.dp(8)) / 2;
  if (ui::button_at(ui, "more", ui.tr("Add words"), {line.left, line.top, line.left + half, line.bottom},
                    {.style = ui::ButtonStyle::tinted, .hue = ui::Step::feel})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::check_in,
                                     .item = std::to_string(draft.valence) + " " + std::to_string(draft.energy)});
    draft.chosen = false;
  }
  if (ui::button_at(ui, "save", ui.tr("Save"), {line.right - half, line.top, line.right, line.bottom},
                    {.hue = ui::Step::feel})) {
    stage.out.emplace_back(AddCheckIn{.valence = draft.valence, .energy = draft.energy});
    draft.chosen = false;
  }
}

}  // namespace kindling::app
