#include "app/screens/feel_jar.hpp"

#include <algorithm>
#include <utility>

#include "core/talk/reminiscing.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

void draw_one(Stage& stage, const JarModel& view, JarDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "drawn", ui.tr("Drawn for today"), {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel});
  const Kept* note = draft.shown ? view.find(*draft.shown) : nullptr;
  if (note == nullptr) {
    ui::paragraph(ui, ui.tr("One of them, as a surprise"), Face::heading);
    ui.space(4);
    ui::note(ui, ui.tr("The jar gives a different one each day."));
    ui.space(14);
    if (ui::button(ui, "draw", ui.tr("Draw one"), {.icon = Icon::sparkle, .hue = ui::Step::feel})) {
      draft.shown = view.notes[view.drawn].id;
      ui.draw_again();
    }
    return;
  }
  const ui::Box sign = ui.take(ui.dp(32));
  ui.paint().icon(Icon::quotes, sign.left + ui.dp(16), sign.top + ui.dp(16), ui.dp(32), ui.theme().feel.strong, true);
  ui.space(8);
  ui::paragraph(ui, note->text, Face::title);
  ui.space(8);
  ui::note(ui, note->when);
  ui.space(4);
  if (ui::link(ui, "back", ui.tr("Put it back"), ui::Step::feel)) {
    draft.shown.reset();
    ui.draw_again();
  }
}

}  // namespace

const Kept* JarModel::find(const std::string& id) const {
  const auto found = std::find_if(notes.begin(), notes.end(), [&](const Kept& note) { return note.id == id; });
  return found == notes.end() ? nullptr : &*found;
}

Result<JarModel> read_jar(Kindling& home, const Format& format) {
  auto today = home.settings().today();
  if (!today) return today.error();
  auto found = home.keepsakes().appreciations();
  if (!found) return found.error();
  JarModel model;
  std::sort(found->begin(), found->end(), [](const auto& a, const auto& b) { return a.at > b.at; });
  for (Appreciation& note : *found) {
    const LocalDate date = local_date(home.context(), note.at);
    model.notes.push_back({{SpaceKind::self, EntityKind::appreciation, note.id.bytes},
                           to_string(note.id),
                           std::move(note.text),
                           format.list_date(date, *today)});
  }
  if (!model.notes.empty()) model.drawn = pick_of_the_day(model.notes.size(), *today, 0);
  return model;
}

void draw_jar(Stage& wide, const JarModel& view, JarDraft& draft) {
  Stage stage = wide;
  stage.wide = false;
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "jar", draft.scroll, {.title = ui.tr("The jar")});
  if (view.notes.empty()) {
    if (nothing_card(ui, "empty",
                     {Icon::jar, ui::Step::feel, ui.tr("The jar is empty"),
                      ui.tr("A sentence about something you liked is enough, and it keeps for years."),
                      ui.tr("Write the first one")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::appreciation});
    }
    return;
  }
  draw_one(stage, view, draft);
  ui.space(16);
  if (ui::button(ui, "write", ui.tr("Write one"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::pencil_simple, .hue = ui::Step::feel})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::appreciation});
  }
  ui.space(16);
  const auto look_of = [&](const Kept& note) {
    return ui::RowLook{.icon = Icon::heart,
                       .hue = ui::Step::feel,
                       .title = note.text,
                       .subtitle = note.when,
                       .lines = 2,
                       .swipe_left = ui.tr("Remove")};
  };
  const float step = ui::row_height(ui, look_of(view.notes.front())) + ui.dp(10);
  const auto rows = scene.area().rows(view.notes.size(), step);
  for (std::size_t i = rows.first; i < rows.last; ++i) {
    const Kept& note = view.notes[i];
    switch (ui::row(ui, note.id, look_of(note))) {
      case ui::RowEvent::pressed:
        // Read in full, at the top.
        draft.shown = note.id;
        draft.scroll.target = 0;
        ui.draw_again();
        break;
      case ui::RowEvent::swiped_left: stage.out.emplace_back(Remove{note.ref}); break;
      default: break;
    }
    ui.space(10);
  }
  scene.area().skip_after(rows, view.notes.size(), step);
}

Result<void> JarScreen::read(Kindling& home, const Format& format) {
  auto view = read_jar(home, format);
  if (!view) return view.error();
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
