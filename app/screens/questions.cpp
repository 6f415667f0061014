#include "app/screens/questions.hpp"

#include <algorithm>
#include <string>

namespace kindling::app {
namespace {

// "America/New_York" as people say it.
std::string place_of(const std::string& zone) {
  std::string name = zone.substr(zone.rfind('/') + 1);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

void draw_travel(Stage& stage, const TravelQuestion& question) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "travel", ui.tr("Another time zone"),
                      {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::time});
  ui::paragraph(ui, ui.tr("You seem to be on the clock of {here}. Should reminders follow it, or stay with {home}?",
                          {{"here", place_of(question.to)}, {"home", place_of(question.from)}}));
  ui.space(12);
  ui::Chips chips(ui, "answers", ui.tr("Another time zone"));
  if (chips.chip("follow", ui.tr("They follow me"), false, ui::Step::time)) stage.out.emplace_back(AnswerTravel{true});
  if (chips.chip("stay", ui.tr("They stay at home"), false, ui::Step::time))
    stage.out.emplace_back(AnswerTravel{false});
}

void draw_ignored(Stage& stage, const IgnoredQuestion& question) {
  ui::Ui& ui = stage.ui;
  const std::string_view label = ui.tr("A reminder that passes by");
  const ui::Card card(ui, "ignored", label, {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::touch});
  ui::paragraph(ui,
                ui.tr("{title} has passed by a few times. What would be right for it?", {{"title", question.title}}));
  ui.space(12);
  ui::Chips chips(ui, "answers", label);
  if (chips.chip("rest", ui.tr("Let it rest"), false, ui::Step::touch))
    stage.out.emplace_back(PauseReminder{question.reminder});
  if (chips.chip("move", ui.tr("Another time"), false, ui::Step::touch))
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::reminder, .ref = question.reminder});
  if (chips.chip("go", ui.tr("Let it go"), false, ui::Step::touch)) stage.out.emplace_back(Remove{question.reminder});
  if (chips.chip("keep", ui.tr("Keep it"), false, ui::Step::touch))
    stage.out.emplace_back(KeepReminder{question.reminder});
}

}  // namespace

void draw_questions(Stage& stage, const OpenQuestions& questions) {
  if (questions.travel) {
    stage.ui.space(16);
    draw_travel(stage, *questions.travel);
  }
  if (questions.ignored) {
    stage.ui.space(16);
    draw_ignored(stage, *questions.ignored);
  }
}

}  // namespace kindling::app
