#include "app/screens/help.hpp"

#include <array>

#include "app/screens/settings_parts.hpp"
#include "core/talk/crisis_numbers.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr std::array<std::string_view, 5> kCountries{"GB", "US", "AU", "DE", "EU"};

std::string_view country_words(const ui::Strings& tr, std::string_view code) {
  if (code == "GB") return tr("United Kingdom");
  if (code == "US") return tr("United States");
  if (code == "AU") return tr("Australia");
  if (code == "DE") return tr("Germany");
  return tr("European Union");
}

void choose_country(Stage& stage, HelpDraft& draft, const std::string& country) {
  ui::Ui& ui = stage.ui;
  ui::Chips chips(ui, "country", ui.tr("Country"));
  for (const std::string_view code : kCountries) {
    if (chips.chip(code, country_words(ui.tr, code), country == code)) draft.country = std::string(code);
  }
  if (chips.chip("all", ui.tr("All"), country.empty())) draft.country.emplace();
}

void draw_number(ui::Ui& ui, const CrisisNumber& one, bool with_country) {
  const ui::Scope scope(ui, one.number);
  ui::paragraph(ui, one.number, Face::title, one.emergency ? ui.theme().bad : ui.theme().ink);
  ui.space(2);
  ui::paragraph(ui, with_country ? ui.tr("{country}: {name}",
                                         {{"country", country_words(ui.tr, one.country)}, {"name", one.name}})
                                 : std::string(one.name));
  ui.space(2);
  ui::note(ui, ui.tr("Source: {source}, as of {date}", {{"source", one.source}, {"date", one.as_of}}));
  ui.space(14);
}

void draw_numbers(Stage& stage, const std::string& country) {
  ui::Ui& ui = stage.ui;
  for (const bool emergency : {true, false}) {
    const std::string_view title = emergency ? ui.tr("In danger now") : ui.tr("Someone to talk to");
    if (!emergency) ui.space(16);
    const ui::Card card(ui, emergency ? "emergency" : "helplines", title);
    ui::heading(ui, title);
    ui.space(10);
    for (const CrisisNumber& one : crisis_numbers()) {
      if (one.emergency != emergency || (!country.empty() && one.country != country)) continue;
      draw_number(ui, one, country.empty());
    }
    if (emergency) continue;
    ui::paragraph(ui, crisis_advice());
  }
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

void draw_therapists(Stage& stage) {
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
  ui::paragraph(ui, tr("Pain, bleeding, loss of desire after a medicine, or anything else that may have a physical "
                       "cause: see a doctor first."));
  ui.space(10);
  ui::paragraph(ui, tr("Where one of you is afraid of the other, joint sessions aren't the place."), Face::strong);
  ui.space(16);
  ui::note(ui, tr("Directories, in no order"));
  ui.space(10);
  command_line(stage, "aamft", tr("AAMFT: marriage and family therapists, North America"),
               "https://www.aamft.org/Directories/Find_a_Therapist.aspx");
  command_line(stage, "aasect", tr("AASECT: sexuality therapists, mostly North America"),
               "https://www.aasect.org/referral-directory");
  command_line(stage, "bacp", tr("BACP: counsellors, United Kingdom"), "https://www.bacp.co.uk/search/Therapists");
  command_line(stage, "cosrt", tr("COSRT: sexual and relationship therapists, United Kingdom"),
               "https://www.cosrt.org.uk/");
  command_line(stage, "iceeft", tr("ICEEFT: emotionally focused therapists, worldwide"),
               "https://iceeft.com/find-a-therapist/");
  command_line(stage, "relate", tr("Relate: relationship counselling, United Kingdom"), "https://www.relate.org.uk/");
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
  choose_country(stage, draft, country);
  ui.space(12);
  draw_numbers(stage, country);
  ui.space(16);
  draw_hide(stage);
  scene.second_column();
  draw_therapists(stage);
  draw_beginning(stage);
}

}  // namespace kindling::app
