// The second half of Feel: what was good, and four small weeks.
#include <array>

#include "app/screens/feel.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

void draw_appreciation(Stage& stage, const FeelModel& view) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Appreciation"));
  const ui::Card card(ui, "appreciation", ui.tr("Appreciation"));
  if (view.appreciations.empty()) {
    if (ui::empty_state(ui, "none", Icon::jar, ui::Step::feel, ui.tr("A jar for good things"),
                        ui.tr("A sentence about something you liked. Noticing it does both of you good."),
                        ui.tr("Write the first one"))) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::appreciation});
    }
    return;
  }
  ui::paragraph(ui, ui.tr("What did you like about each other today?"), Face::heading);
  ui.space(14);
  if (ui::button(ui, "write", ui.tr("Write one"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::pencil_simple, .hue = ui::Step::feel})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::appreciation});
  }
  ui.space(10);
  for (std::size_t i = 0; i < view.appreciations.size(); ++i) {
    const Kept& note = view.appreciations[i];
    if (i > 0) {
      const ui::Box line = ui.take(ui.dp(1));
      ui.paint().fill(line, ui.theme().line);
    }
    const ui::RowLook look{
        .title = note.text, .subtitle = note.when, .card = false, .lines = 2, .swipe_left = ui.tr("Remove")};
    const ui::RowEvent event = ui::row(ui, note.id, look);
    if (event == ui::RowEvent::swiped_left) stage.out.emplace_back(Remove{note.ref});
    if (event == ui::RowEvent::pressed) stage.out.emplace_back(OpenPage{{.kind = PageKind::appreciations}});
  }
  if (ui::link(ui, "jar", ui.tr("Open the jar"), ui::Step::feel)) {
    stage.out.emplace_back(OpenPage{{.kind = PageKind::appreciations}});
  }
}

void draw_memories(Stage& stage, const FeelModel& view) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Memories"));
  if (!view.latest_memory) {
    if (nothing_card(ui, "memories",
                     {Icon::book_open, ui::Step::feel, ui.tr("Keep a good moment"),
                      ui.tr("It comes back on its day, next year and the years after."), ui.tr("Keep a memory")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory});
    }
    return;
  }
  if (view.on_this_day) {
    {
      const ui::Card card(ui, "this_day", ui.tr("On this day"),
                          {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel});
      ui::note(ui, view.on_this_day->when);
      ui.space(6);
      ui::paragraph(ui, view.on_this_day->text);
      ui.space(4);
      if (!stage.only_for_me && ui::link(ui, "reminisce_this", ui.tr("Look back at it together"), ui::Step::feel))
        stage.out.emplace_back(OpenPage{{.kind = PageKind::reminisce, .ref = view.on_this_day->ref}});
    }
    ui.space(10);
  }
  const Kept& latest = *view.latest_memory;
  const ui::RowLook look{.icon = Icon::book_open,
                         .hue = ui::Step::feel,
                         .title = latest.text,
                         .subtitle = latest.when,
                         .arrow = true,
                         .lines = 3};
  if (ui::row(ui, "latest", look) == ui::RowEvent::pressed) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory, .ref = latest.ref});
  }
  if (!stage.only_for_me) {
    ui.space(10);
    const ui::RowLook together{.icon = Icon::chats_circle,
                               .hue = ui::Step::feel,
                               .title = ui.tr("Look back together"),
                               .subtitle = ui.tr("One memory, two questions, then the phone away"),
                               .arrow = true};
    if (ui::row(ui, "reminisce", together) == ui::RowEvent::pressed)
      stage.out.emplace_back(OpenPage{{.kind = PageKind::reminisce}});
  }
  ui.space(4);
  if (ui::link(ui, "all", ui.tr("All memories"), ui::Step::feel)) {
    stage.out.emplace_back(OpenPage{{.kind = PageKind::memories}});
  }
}

}  // namespace

void draw_keepsakes(Stage& stage, const FeelModel& view) {
  draw_appreciation(stage, view);
  draw_memories(stage, view);
  ui::Ui& ui = stage.ui;
  ui.space(10);
  const ui::RowLook year{.icon = Icon::sun_horizon,
                         .hue = ui::Step::feel,
                         .title = ui.tr("Looking back"),
                         .subtitle = ui.tr("A year, and what you kept of it"),
                         .arrow = true};
  if (ui::row(ui, "look_back", year) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::look_back}});
}

void draw_programme_rows(Stage& stage) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("A little each day"));
  const ui::RowLook programme{.icon = Icon::sun_horizon,
                              .hue = ui::Step::feel,
                              .title = ui.tr("A guided programme"),
                              .subtitle = ui.tr("One small thing a day; it waits for you"),
                              .arrow = true};
  if (ui::row(ui, "programme", programme) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::programme}});
  ui.space(10);
  const ui::RowLook read{.icon = Icon::book_open,
                         .hue = ui::Step::feel,
                         .title = ui.tr("To read"),
                         .subtitle = ui.tr("Short pages for when something has gone quiet"),
                         .arrow = true};
  if (ui::row(ui, "read", read) == ui::RowEvent::pressed) stage.out.emplace_back(OpenPage{{.kind = PageKind::reading}});
}

}  // namespace kindling::app
