#include "app/screens/programme.hpp"

#include <utility>

#include "app/screens/idea.hpp"
#include "core/library/comfort_bounds.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

std::string_view title_of(const ui::Strings& tr, Programme programme) {
  return programme == Programme::four_first_steps ? tr("Four first steps") : tr("Small touches");
}

std::string_view words_of(const ui::Strings& tr, Programme programme) {
  return programme == Programme::four_first_steps
             ? tr("Four weeks, one small thing a day: talking, closeness, touch and time in turn.")
             : tr("Three weeks of small touches, from hands to a longer hug. Each has an easy no.");
}

std::string day_words(const ui::Strings& tr, const ProgrammeView& view) {
  return tr("{programme} · {day} of {days}", {{"programme", title_of(tr, view.programme)},
                                              {"day", std::to_string(view.day)},
                                              {"days", std::to_string(view.days)}});
}

void draw_session(Stage& stage, const ProgrammeView& view) {
  ui::Ui& ui = stage.ui;
  const Content& session = *view.session;
  const ui::Step hue = hue_of(session.step);
  const ui::Card card(ui, "programme", title_of(ui.tr, view.programme), {.fill = ui::CardLook::Fill::tint, .hue = hue});
  ui::note(ui, day_words(ui.tr, view));
  ui.space(6);
  ui::paragraph(ui, session.title, Face::heading);
  ui.space(6);
  ui::paragraph(ui, session.text);
  for (const std::string& step : session.steps) {
    ui.space(6);
    ui::paragraph(ui, step, Face::label, ui.theme().soft_ink);
  }
  ui.space(14);
  if (ui::button(ui, "done", ui.tr("Done for today"), {.icon = Icon::check, .hue = hue}))
    stage.out.emplace_back(FollowProgramme{FollowProgramme::What::finish});
  ui.space(4);
  ui::Chips chips(ui, "answers", title_of(ui.tr, view.programme));
  if (chips.chip("pass", ui.tr("Pass it over"), false, hue))
    stage.out.emplace_back(FollowProgramme{FollowProgramme::What::pass});
  if (chips.chip("pause", ui.tr("Rest it for now"), false, hue))
    stage.out.emplace_back(FollowProgramme{FollowProgramme::What::pause});
  if (is_touch(session) && chips.chip("felt_good", ui.tr("That felt good"), false, hue, Icon::heart))
    stage.out.emplace_back(MarkFeltGood{session.comfort});
}

std::string_view state_words(const ui::Strings& tr, const ProgrammeView& view) {
  if (view.session) return tr("It rests. Nothing is lost, and nothing waits.");
  if (view.waits)
    return tr("What is left of it is closer than may be suggested now. It keeps, and nothing has to change.");
  return tr("You have seen all of it. Well done, both of you.");
}

void draw_offer(Stage& stage, Programme programme, bool again) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, name_of(programme), title_of(ui.tr, programme));
  ui::heading(ui, title_of(ui.tr, programme));
  ui.space(6);
  ui::paragraph(ui, words_of(ui.tr, programme));
  ui.space(6);
  ui::note(ui, ui.tr("Five to twenty minutes. It waits for you; there is no being late."));
  ui.space(14);
  if (ui::button(ui, "start", again ? ui.tr("Begin again") : ui.tr("Begin"), {.style = ui::ButtonStyle::tinted}))
    stage.out.emplace_back(StartProgramme{programme});
}

}  // namespace

void draw_programme_card(Stage& stage, const std::optional<ProgrammeView>& view) {
  if (!view || !view->session || view->paused || view->done_today) return;
  stage.ui.space(16);
  draw_session(stage, *view);
}

void draw_programme(Stage& stage, const std::optional<ProgrammeView>& view, ProgrammeDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "programmes", draft.scroll, {.title = ui.tr("A little each day")});
  if (stage.only_for_me) return draw_care(stage);
  if (view && view->session && !view->paused) {
    if (view->done_today) {
      ui::paragraph(ui, ui.tr("Today's is done. The next one is for tomorrow, or for whenever you like."), Face::body,
                    ui.theme().soft_ink);
      ui.space(12);
    }
    draw_session(stage, *view);
    ui.space(16);
  } else if (view) {
    const ui::Card card(ui, "state", title_of(ui.tr, view->programme));
    ui::heading(ui, title_of(ui.tr, view->programme));
    ui.space(6);
    ui::paragraph(ui, state_words(ui.tr, *view));
    ui.space(12);
    if (view->session && ui::button(ui, "resume", ui.tr("Go on"), {.style = ui::ButtonStyle::tinted}))
      stage.out.emplace_back(FollowProgramme{FollowProgramme::What::resume});
    ui.space(16);
  }
  scene.second_column();
  for (const Programme programme : {Programme::four_first_steps, Programme::small_touches}) {
    draw_offer(stage, programme, view && view->programme == programme);
    ui.space(16);
  }
  if (view && ui::button(ui, "stop", ui.tr("End it"), {.style = ui::ButtonStyle::plain}))
    stage.out.emplace_back(FollowProgramme{FollowProgramme::What::stop});
}

Result<void> ProgrammeScreen::read(Kindling& home, const Format&) {
  auto view = home.programme().current();
  if (!view) return view.error();
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
