#include "app/screens/feel_memories.hpp"

#include <algorithm>
#include <utility>

#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

void find(const MemoriesModel& view, MemoriesDraft& draft) {
  const std::string wanted = fold_case(trim(draft.wanted.text()));
  draft.found.clear();
  for (std::size_t i = 0; i < view.lines.size(); ++i) {
    if (view.lines[i].folded.find(wanted) != std::string::npos) draft.found.push_back(i);
  }
  draft.stale = false;
}

ui::RowLook look_of(const ui::Strings& tr, const Kept& memory) {
  return {.icon = Icon::book_open,
          .hue = ui::Step::feel,
          .title = memory.text,
          .subtitle = memory.when,
          .arrow = true,
          .lines = 2,
          .swipe_left = tr("Remove")};
}

void draw_line(Stage& stage, const Kept& memory) {
  switch (ui::row(stage.ui, memory.id, look_of(stage.ui.tr, memory))) {
    case ui::RowEvent::pressed: stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory, .ref = memory.ref}); break;
    case ui::RowEvent::swiped_left: stage.out.emplace_back(Remove{memory.ref}); break;
    default: break;
  }
  stage.ui.space(10);
}

// The memories of one year: `found` from `begin` to `end`.
void draw_year_of(Stage& stage, ui::ScrollArea& area, const MemoriesModel& view, const MemoriesDraft& draft,
                  std::size_t begin, std::size_t end) {
  ui::Ui& ui = stage.ui;
  section(stage, std::to_string(view.lines[draft.found[begin]].year));
  const float step = ui::row_height(ui, look_of(ui.tr, view.lines[draft.found[begin]].kept)) + ui.dp(10);
  // A year far below needs no rows at all.
  if (ui.column().y > stage.area.bottom + stage.area.height()) {
    ui.column().y += static_cast<float>(end - begin) * step;
    return;
  }
  const auto rows = area.rows(end - begin, step);
  for (std::size_t i = rows.first; i < rows.last; ++i) draw_line(stage, view.lines[draft.found[begin + i]].kept);
  area.skip_after(rows, end - begin, step);
}

}  // namespace

Result<MemoriesModel> read_memories(Kindling& home, const Format& format) {
  auto today = home.settings().today();
  if (!today) return today.error();
  auto found = home.keepsakes().memories();
  if (!found) return found.error();
  MemoriesModel model;
  for (auto memory = found->rbegin(); memory != found->rend(); ++memory) {
    MemoryLine line{.kept = {{SpaceKind::self, EntityKind::memory, memory->id.bytes},
                             to_string(memory->id),
                             std::move(memory->text),
                             format.list_date(memory->date, *today)},
                    .folded = {},
                    .year = static_cast<int>(calendar(memory->date).year())};
    line.folded = fold_case(line.kept.text);
    model.lines.push_back(std::move(line));
  }
  return model;
}

void draw_memories(Stage& wide, const MemoriesModel& view, MemoriesDraft& draft) {
  Stage stage = wide;
  stage.wide = false;
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "memories", draft.scroll, {.title = ui.tr("Memories")});
  if (view.lines.empty()) {
    if (nothing_card(ui, "empty",
                     {Icon::book_open, ui::Step::feel, ui.tr("Keep a good moment"),
                      ui.tr("It comes back on its day, next year and the years after."), ui.tr("Keep a memory")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory});
    }
    return;
  }
  if (ui::button(ui, "write", ui.tr("Keep a memory"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::plus, .hue = ui::Step::feel})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory});
  }
  ui.space(12);
  const auto event = ui::text_field(
      ui, "wanted", draft.wanted,
      {.label = ui.tr("Find a memory"), .placeholder = ui.tr("A word that was in it"), .show_label = false});
  if (event == ui::FieldEvent::changed || draft.stale) find(view, draft);
  if (draft.found.empty()) {
    ui.space(16);
    if (nothing_card(ui, "nothing",
                     {Icon::magnifying_glass, ui::Step::feel, ui.tr("No memory has these words"),
                      ui.tr("A shorter word finds more."), ui.tr("Show all")})) {
      draft.wanted.set({});
      draft.stale = true;
      ui.draw_again();
    }
    return;
  }
  for (std::size_t begin = 0; begin < draft.found.size();) {
    const int year = view.lines[draft.found[begin]].year;
    std::size_t end = begin;
    while (end < draft.found.size() && view.lines[draft.found[end]].year == year) ++end;
    draw_year_of(stage, scene.area(), view, draft, begin, end);
    begin = end;
  }
}

Result<void> MemoriesScreen::read(Kindling& home, const Format& format) {
  auto view = read_memories(home, format);
  if (!view) return view.error();
  view_ = std::move(*view);
  draft_.stale = true;
  return {};
}

}  // namespace kindling::app
