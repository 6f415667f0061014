#include "app/screens/feel_reminisce.hpp"

#include "app/screens/form.hpp"
#include "core/base/text.hpp"
#include "core/talk/reminiscing.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;
using Phase = ReminisceDraft::Phase;

constexpr ui::Step kHue = ui::Step::feel;

void go_to(Stage& stage, ReminisceDraft& draft, Phase phase) {
  draft.phase = phase;
  draft.scroll = {};
  stage.ui.clear_focus();
  stage.ui.draw_again();
}

void draw_memory(Stage& stage, const Kept& memory) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "memory", ui.tr("A memory"), {.fill = ui::CardLook::Fill::tint, .hue = kHue});
  ui::paragraph(ui, memory.when, Face::label, ui.theme().feel.strong);
  ui.space(8);
  ui::paragraph(ui, memory.text, Face::heading);
}

void draw_question(Stage& stage, std::string_view name, std::string_view label, std::string_view question) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, name, label);
  ui::paragraph(ui, label, Face::label, ui.theme().soft_ink);
  ui.space(6);
  ui::paragraph(ui, question, Face::heading);
}

void draw_look(Stage& stage, Scene& scene, const ReminisceModel& view, ReminisceDraft& draft) {
  ui::Ui& ui = stage.ui;
  draw_memory(stage, *view.memory);
  ui.space(14);
  if (!view.chosen && ui::link(ui, "another", ui.tr("Another memory"), kHue)) {
    ++draft.turn;
    ui.draw_again();
  }
  ui.space(6);
  scene.second_column();
  draw_question(stage, "then", ui.tr("First, back there"), view.questions[0]);
  ui.space(12);
  draw_question(stage, "now", ui.tr("Then, from here"), view.questions[1]);
  ui.space(20);
  if (ui::button(ui, "away", ui.tr("Put the phone away"), {.icon = Icon::phone_slash, .hue = kHue}))
    go_to(stage, draft, Phase::away);
}

void draw_away(Stage& stage, const ReminisceModel& view, ReminisceDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui.space(40);
  const ui::Box sign = ui.take(ui.dp(56));
  ui.paint().icon(Icon::moon_stars, (sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2, ui.dp(48),
                  ui.theme().feel.strong, true);
  ui.space(16);
  ui::paragraph(ui, ui.tr("Now put me down"), Face::title, ui.theme().ink, ui::Align::centre);
  ui.space(8);
  ui::paragraph(ui, ui.tr("Take turns, and take your time. This page stays quiet until you come back."), Face::body,
                ui.theme().soft_ink, ui::Align::centre);
  ui.space(28);
  for (const std::string_view question : view.questions) {
    ui::paragraph(ui, question, Face::body, ui.theme().ink, ui::Align::centre);
    ui.space(10);
  }
  ui.space(20);
  if (ui::button(ui, "returned", ui.tr("We are back"), {.style = ui::ButtonStyle::tinted, .hue = kHue}))
    go_to(stage, draft, Phase::after);
}

void draw_after(Stage& stage, const ReminisceModel& view, ReminisceDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "after", ui.tr("What came up?"));
  ui::heading(ui, ui.tr("What came up?"));
  ui.space(6);
  ui::note(ui, ui.tr("Only if you like. It goes below the memory, with today's date; only you see it."));
  ui.space(14);
  // Room for the memory itself, the date and what stands between.
  constexpr std::size_t kBetween = 60;
  const std::size_t taken = view.memory->text.size() + kBetween;
  const std::size_t room = taken < kNoteLimit ? kNoteLimit - taken : 0;
  const auto event = ui::text_field(ui, "said", draft.said,
                                    {.label = ui.tr("What you want to keep of it"),
                                     .placeholder = ui.tr("What the other remembered, what was new to you"),
                                     .lines = 3,
                                     .limit = room,
                                     .error = missing_words(ui.tr, draft.missing)});
  if (event == ui::FieldEvent::changed) draft.missing = false;
  ui.space(18);
  if (ui::button(ui, "add", ui.tr("Add it to the memory"), {.hue = kHue}) || event == ui::FieldEvent::entered) {
    const std::string_view said = trimmed_view(draft.said.text());
    draft.missing = said.empty();
    if (!draft.missing) {
      EditMemory edit;
      edit.text = with_what_was_said(view.memory->text, said, spoken_date(stage, stage.today));
      stage.out.emplace_back(ChangeMemory{view.memory->ref, edit});
      stage.out.emplace_back(GoBack{});
    }
  }
  ui.space(8);
  if (ui::button(ui, "leave", ui.tr("Leave it between us"), {.style = ui::ButtonStyle::plain, .hue = kHue}))
    stage.out.emplace_back(GoBack{});
}

}  // namespace

void draw_reminisce(Stage& stage, const ReminisceModel& view, ReminisceDraft& draft) {
  ui::Ui& ui = stage.ui;
  Stage narrow = stage;
  if (draft.phase != Phase::look) narrow.wide = false;
  Scene scene(narrow, "reminisce", draft.scroll, {.title = ui.tr("Look back together")});
  if (stage.only_for_me) {
    draw_care(narrow);
    return;
  }
  if (!view.memory) {
    if (nothing_card(ui, "empty",
                     {Icon::book_open, kHue, ui.tr("Keep a good moment"),
                      ui.tr("Then you can look back at it together, with two questions."), ui.tr("Keep a memory")}))
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory});
    return;
  }
  switch (draft.phase) {
    case Phase::look: draw_look(narrow, scene, view, draft); break;
    case Phase::away: draw_away(narrow, view, draft); break;
    case Phase::after: draw_after(narrow, view, draft); break;
  }
}

Result<void> ReminisceScreen::read(Kindling& home, const Format& format) {
  home_ = &home;
  auto today = home.settings().today();
  if (!today) return today.error();
  // What is being talked about stays the same whatever else changes.
  const bool going_on = draft_.phase != Phase::look && view_.memory;
  auto found = home.keepsakes().reminisce(going_on ? std::optional(view_.memory->ref) : chosen_, draft_.turn);
  if (!found) return found.error();
  shown_ = draft_.turn;
  view_.chosen = chosen_.has_value();
  view_.memory.reset();
  if (!*found) return {};
  const Memory& memory = (*found)->memory;
  view_.memory = Kept{{SpaceKind::self, EntityKind::memory, memory.id.bytes},
                      to_string(memory.id),
                      memory.text,
                      format.list_date(memory.date, *today)};
  view_.questions = (*found)->questions;
  return {};
}

void ReminisceScreen::draw(Stage& stage) {
  if (home_ != nullptr && draft_.turn != shown_) {
    if (auto again = read(*home_, stage.format); !again) {
      shown_ = draft_.turn;
      stage.out.emplace_back(Say{again.error().message});
    }
  }
  draw_reminisce(stage, view_, draft_);
}

}  // namespace kindling::app
