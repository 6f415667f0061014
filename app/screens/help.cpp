#include "app/screens/help.hpp"

#include <algorithm>
#include <vector>

#include "app/screens/settings_parts.hpp"
#include "core/talk/crisis_numbers.hpp"
#include "core/talk/referrals.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

// All countries by name.
std::vector<CrisisCountry> by_name() {
  std::vector<CrisisCountry> countries(crisis_countries().begin(), crisis_countries().end());
  std::sort(countries.begin(), countries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return countries;
}

// The others are behind a link: who needs this page has no time for a list of fifty.
void choose_country(Stage& stage, HelpDraft& draft, const std::string& country) {
  ui::Ui& ui = stage.ui;
  if (!draft.choosing) {
    if (ui::link(ui, "other", country.empty() ? ui.tr("Choose your country") : ui.tr("Another country")))
      draft.choosing = true;
    return;
  }
  ui.space(8);
  ui::Chips chips(ui, "country", ui.tr("Country"));
  for (const CrisisCountry& one : by_name()) {
    if (!chips.chip(one.code, one.name, country == one.code)) continue;
    draft.country = std::string(one.code);
    draft.choosing = false;
  }
}

void draw_number(ui::Ui& ui, const CrisisNumber& one) {
  const ui::Scope scope(ui, one.number);
  ui::paragraph(ui, one.number, Face::title, one.emergency ? ui.theme().bad : ui.theme().ink);
  ui.space(2);
  ui::paragraph(ui, one.name);
  ui.space(2);
  if (!one.emergency) {
    std::string words = ui.tr("For {whom}", {{"whom", one.whom}});
    if (!one.hours.empty()) words += " · " + std::string(one.hours);
    ui::note(ui, words);
  }
  ui::note(ui, ui.tr("Source: {source}, as of {date}", {{"source", one.source}, {"date", one.as_of}}));
  ui.space(14);
}

void draw_emergency(Stage& stage, HelpDraft& draft, const std::string& country) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "emergency", ui.tr("In danger now"));
  ui::heading(ui, ui.tr("In danger now"));
  ui.space(4);
  if (country.empty()) {
    ui.space(6);
    ui::paragraph(ui, "112 · 911", Face::title, ui.theme().bad);
    ui::note(ui, ui.tr("From a mobile, 112 or 911 reaches help in many countries."));
  } else {
    ui::note(ui, country_name(country));
  }
  ui.space(10);
  for (const CrisisNumber& one : crisis_numbers()) {
    if (one.emergency && one.country == country) draw_number(ui, one);
  }
  choose_country(stage, draft, country);
}

void draw_helplines(Stage& stage, const std::string& country) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "helplines", ui.tr("Someone to talk to"));
  ui::heading(ui, ui.tr("Someone to talk to"));
  ui.space(10);
  for (const CrisisNumber& one : crisis_numbers()) {
    if (!one.emergency && one.country == country) draw_number(ui, one);
  }
  ui::paragraph(ui, crisis_advice());
  ui.space(8);
  ui::note(ui, crisis_caution());
  ui.space(16);
  ui::heading(ui, ui.tr("If you are afraid of your partner"), 3, Face::strong);
  bool on = stage.only_for_me;
  if (ui::toggle(ui, "only_me", ui.tr("Offer nothing for two"),
                 ui.tr("Exercises, questions and touch rest. It is noted nowhere but here."), on))
    stage.out.emplace_back(KeepForMe{on});
}

void draw_hide(Stage& stage) {
  ui::Ui& ui = stage.ui;
  if (ui::button(ui, "hide", ui.tr("Hide this page now"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::eye_slash})) {
    stage.out.emplace_back(GoBack{});
    stage.out.emplace_back(HideNow{});
  }
  ui.space(8);
  ui::note(ui, ui.tr("An empty list of notes comes at once; Ctrl+H does the same everywhere. This page writes nothing "
                     "down. Hiding doesn't make you safe."));
}

void draw_therapists(Stage& stage, const std::string& country) {
  ui::Ui& ui = stage.ui;
  const ui::Strings& tr = ui.tr;
  if (!stage.wide) ui.space(22);
  ui::heading(ui, tr("When more is needed"));
  ui.space(10);
  const ui::Card card(ui, "therapists", tr("When more is needed"));
  ui::paragraph(ui, tr("A couples or sex therapist is a good idea early, not only when all else failed."));
  ui.space(10);
  ui::paragraph(ui, tr("Look for training in couples work, a registration that you can look up, a first talk in which "
                       "both of you feel heard, and a plain answer about cost and length."));
  ui.space(10);
  ui::paragraph(ui, tr("Ask on the first call: have you worked with couples for long; do you see us together, apart or "
                       "both; what does it cost, and what if one of us wants to stop?"));
  ui.space(10);
  ui::paragraph(ui, tr("Pain, bleeding, loss of desire after a medicine, or anything else that may have a physical "
                       "cause: see a doctor first."));
  ui.space(10);
  ui::paragraph(ui, tr("Where one of you is afraid of the other, joint sessions aren't the place."), Face::strong);
  ui.space(12);
  const ui::RowLook page{.icon = Icon::note_pencil,
                         .title = tr("A page to take along"),
                         .subtitle = tr("Entries that you choose, and notes"),
                         .arrow = true,
                         .card = false};
  if (ui::row(ui, "page", page) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::therapist_page}});
  ui.space(12);
  ui::note(ui, tr("Directories, in no order"));
  ui.space(10);
  for (const Referral& one : referrals()) {
    if (!country.empty() && one.country != country && one.country != "any") continue;
    const ui::Scope scope(ui, one.site);
    const std::string_view place = country_name(one.country);
    const std::string label =
        std::string(one.name) + (place.empty() ? "" : ", " + std::string(place)) + ": " + std::string(one.what);
    command_line(stage, "site", label, one.site);
    ui::note(ui, ui.tr("Source: {source}, as of {date}", {{"source", one.source}, {"date", one.as_of}}));
    ui.space(12);
  }
}

void draw_topic(ui::Ui& ui, std::string_view name, std::string_view title, std::string_view text) {
  const ui::Scope scope(ui, name);
  ui::heading(ui, title, 3, Face::strong);
  ui.space(4);
  ui::paragraph(ui, text, Face::body, ui.theme().soft_ink);
  ui.space(16);
}

void draw_beginning(Stage& stage) {
  ui::Ui& ui = stage.ui;
  const ui::Strings& tr = ui.tr;
  section(stage, tr("Getting started"));
  const ui::Card card(ui, "beginning", tr("Getting started"));
  draw_topic(
      ui, "check_in", tr("Say how you are"),
      tr("On Today, touch the place on the grid that fits: pleasant to the right, full of energy above. Save. It "
         "is yours alone unless you share it."));
  draw_topic(ui, "reminder", tr("Let something remind you"),
             tr("Plus, then Reminder. Tie it to something you do anyway: a hug when the coats go on."));
  draw_topic(ui, "plan", tr("Plan the next evening"), tr("Time has ideas; plan one and it counts down on Today."));
  draw_topic(ui, "miss", tr("Miss a day"),
             tr("That costs almost nothing. Rituals can rest, reminders can be left out, and nobody counts days."));
  draw_topic(ui, "undo", tr("Change your mind"),
             tr("Undo stands at the bottom after each act, and History keeps all of them."));
  if (ui::button(ui, "shortcuts", tr("Keyboard shortcuts"), {.style = ui::ButtonStyle::tinted})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::shortcuts});
  }
}

}  // namespace

void draw_help(Stage& stage, HelpDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "help", draft.scroll, {.title = ui.tr("Help")});
  const std::string country = draft.country.value_or(crisis_country(stage.country));
  draw_emergency(stage, draft, country);
  ui.space(16);
  draw_helplines(stage, country);
  ui.space(16);
  draw_hide(stage);
  scene.second_column();
  draw_therapists(stage, country);
  draw_beginning(stage);
}

}  // namespace kindling::app
