#include "app/screens/past_check_in_sheet.hpp"

#include "app/model/feelings.hpp"
#include "app/screens/feel_moods.hpp"
#include "app/screens/form.hpp"
#include "app/screens/sharing.hpp"

namespace kindling::app {
namespace {

using ui::Face;

void draw_what_was(Stage& stage, const PastCheckInView& view) {
  ui::Ui& ui = stage.ui;
  ui::note(ui, view.when);
  ui.space(10);
  const float side = ui.dp(28);
  const float line = ui.paint().line_height(Face::title);
  ui::Ui::Column& column = ui.column();
  ui.paint().circle(column.left + side / 2, column.y + line / 2, side / 2,
                    ui::mood_colour(ui.theme(), view.valence, view.energy));
  column.left += side + ui.dp(12);
  ui::paragraph(ui, view.mood, Face::title);
  column.left -= side + ui.dp(12);
  if (!view.feelings_line.empty()) {
    ui.space(10);
    ui::paragraph(ui, view.feelings_line);
  }
  if (!view.note.empty()) {
    ui.space(10);
    ui::paragraph(ui, view.note);
  }
  if (!view.need.empty()) {
    ui.space(10);
    ui::note(ui, ui.tr("Needed: {need}", {{"need", need_words(ui.tr, view.need)}}));
  }
}

}  // namespace

void draw_past_check_in(Stage& stage, const PastCheckInView& view, PastCheckInDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "past_check_in");
  if (!view.ref) {
    if (ui::empty_state(ui, "none", ui::Icon::smiley, ui::Step::feel, ui.tr("Nothing noted today yet"),
                        ui.tr("A check-in takes ten seconds, and is yours alone."), ui.tr("Check in")))
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::check_in});
    return;
  }
  draw_what_was(stage, view);
  ui.space(kFieldGap + 8);
  Share share = draft.share.value_or(view.share);
  const SharedParts parts{.mood = view.mood, .feelings = view.feelings, .note = view.note, .need = view.need};
  if (draw_sharing(stage, view.partner, parts, share)) {
    draft.share = share;
    ui.draw_again();
  }
  if (share < view.share) {
    ui.space(8);
    ui::note(ui, ui.tr("From now on it isn't shown to them. What they have read already can't be called back."));
  }
  ui.space(20);
  if (ui::button(ui, "save", ui.tr("Save"), {.hue = ui::Step::feel, .enabled = share != view.share})) {
    stage.out.emplace_back(ShareCheckIn{*view.ref, share});
    stage.out.emplace_back(Saved{});
  }
  if (remove_button(ui)) {
    stage.out.emplace_back(Remove{*view.ref});
    stage.out.emplace_back(Saved{});
  }
}

Result<void> PastCheckInSheet::read(Kindling& home, const Format& format) {
  auto settings = home.settings().get();
  if (!settings) return settings.error();
  if (!view_.ref) {
    auto latest = home.check_ins().of_today();
    if (!latest) return latest.error();
    if (!*latest) return {};
    view_.ref = EntityRef{SpaceKind::self, EntityKind::check_in, (*latest)->id.bytes};
  }
  auto check_in = home.check_ins().get(*view_.ref);
  if (!check_in) return check_in.error();
  const LocalDateTime wall = wall_time(home.context(), *check_in);
  view_.partner = settings->partner_name;
  view_.when =
      format.tr()("{date}, {time}", {{"date", format.date(date_of(wall), home.context().today(settings->day_start))},
                                     {"time", format.time(time_of(wall))}});
  view_.mood = mood_words(format.tr(), check_in->valence, check_in->energy);
  view_.valence = check_in->valence;
  view_.energy = check_in->energy;
  view_.feelings = check_in->feelings;
  view_.feelings_line.clear();
  for (const std::string& feeling : check_in->feelings) {
    if (!view_.feelings_line.empty()) view_.feelings_line += " · ";
    view_.feelings_line += feeling_words(format.tr(), feeling);
  }
  view_.note = check_in->note;
  view_.need = check_in->need;
  view_.share = check_in->share;
  return {};
}

}  // namespace kindling::app
