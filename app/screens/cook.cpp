#include "app/screens/cook.hpp"

#include <algorithm>
#include <array>

#include "core/library/cooking.hpp"

namespace kindling::app {
namespace {

using ui::Box;
using ui::Face;
using ui::Icon;

constexpr float kSideBySide = 520;  // dp, from which on the two have columns

struct Part {
  std::string_view name;  // identity
  std::string_view who;
  std::string_view text;
};

float part_height(ui::Ui& ui, const Part& part, float width, Face face) {
  const float wrap = width - 2 * ui.dp(16);
  return ui.paint().line_height(Face::label) + ui.dp(6) + ui.paint().height(face, part.text, wrap) + 2 * ui.dp(14);
}

void draw_part(ui::Ui& ui, const Part& part, const Box& box, Face face) {
  const ui::Theme& t = ui.theme();
  const ui::Hue& hue = t.hue(ui::Step::time);
  const float radius = ui.dp(16);
  ui.paint().fill(box, hue.tint, radius);
  if (t.name == ui::ThemeName::contrast) ui.paint().outline(box, t.line, radius, ui.dp(1));
  const float x = box.left + ui.dp(16);
  const float wrap = box.width() - 2 * ui.dp(16);
  const float top = box.top + ui.dp(14);
  ui.paint().cut(Face::label, x, top, wrap, hue.strong, part.who);
  ui.paint().wrapped(face, x, top + ui.paint().line_height(Face::label) + ui.dp(6), wrap, t.ink, part.text);
  ui.say(ui::Role::list_item, ui.id(part.name), box, part.who, part.text);
}

// One step for both, or a step for each side by side; below each other where there is no room for columns.
void draw_stage(ui::Ui& ui, const CookStage& stage, std::string_view first, std::string_view second, Face face) {
  std::array<Part, 2> parts;
  std::size_t count = 0;
  if (!stage.both.empty()) parts[count++] = {"both", ui.tr("Together"), stage.both};
  if (!stage.one.empty()) parts[count++] = {"one", first, stage.one};
  if (!stage.other.empty()) parts[count++] = {"other", second, stage.other};
  const ui::Ui::Column& column = ui.column();
  const float gap = ui.dp(10);
  const bool beside = count == 2 && ui.to_dp(column.width()) >= kSideBySide * ui.look().text_scale;
  if (beside) {
    const float width = (column.width() - gap) / 2;
    const float height = std::max(part_height(ui, parts[0], width, face), part_height(ui, parts[1], width, face));
    const Box line = ui.take(height);
    draw_part(ui, parts[0], {line.left, line.top, line.left + width, line.bottom}, face);
    draw_part(ui, parts[1], {line.right - width, line.top, line.right, line.bottom}, face);
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) ui.space(10);
    draw_part(ui, parts[i], ui.take(part_height(ui, parts[i], column.width(), face)), face);
  }
}

void draw_end(Stage& stage, const CookModel& view, CookDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (ui::empty_state(ui, "end", Icon::fork_knife, ui::Step::time, ui.tr("To the table"),
                      ui.tr("Sit down, look up, taste. The washing-up can wait, and so can this screen."),
                      ui.tr("From the beginning"))) {
    draft = {};
  }
  ui.space(4);
  if (ui::button(ui, "plan", ui.tr("Plan another evening of it"),
                 {.style = ui::ButtonStyle::plain, .icon = Icon::calendar_plus, .hue = ui::Step::time})) {
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .item = view.id});
  }
}

void draw_way(ui::Ui& ui, const CookModel& view, CookDraft& draft) {
  const bool last = draft.stage + 1 == view.stages.size();
  if (ui::button(ui, "next", last ? ui.tr("It's ready") : ui.tr("Next"),
                 {.icon = Icon::arrow_right, .hue = ui::Step::time})) {
    ++draft.stage;
    draft.scroll = {};
  }
  if (draft.stage > 0) {
    ui.space(8);
    if (ui::button(ui, "back", ui.tr("One step back"), {.style = ui::ButtonStyle::plain, .hue = ui::Step::time}))
      --draft.stage;
  }
}

}  // namespace

Result<CookModel> read_cook(Kindling& home, const Format& format, const std::string& id) {
  std::string wanted = id;
  if (wanted.empty()) {
    const auto coming = home.plans().coming(20);
    if (!coming) return coming.error();
    for (const Plan& plan : *coming) {
      if (wanted.empty() && plan.idea.starts_with("cooking.")) wanted = plan.idea;
    }
  }
  if (wanted.empty()) {
    const auto ideas = home.library().ideas({.kinds = {ContentKind::cooking}});
    if (!ideas) return ideas.error();
    for (const IdeaView& idea : *ideas) {
      if (wanted.empty() && !idea.content.steps.empty()) wanted = idea.content.id;
    }
  }
  CookModel view;
  if (wanted.empty()) return view;
  const auto found = home.library().find(wanted);
  if (!found) return found.error();
  const auto settings = home.settings().get();
  if (!settings) return settings.error();
  const ui::Strings& tr = format.tr();
  view.id = found->content.id;
  view.title = found->content.name();
  view.me = settings->own_name.empty() ? std::string(tr("One of you")) : settings->own_name;
  view.you = settings->partner_name.empty() ? std::string(tr("The other")) : settings->partner_name;
  for (const CookingStage& stage : stages_of(found->content))
    view.stages.push_back({std::string(stage.both), std::string(stage.one), std::string(stage.other)});
  return view;
}

void draw_who_does_what(Stage& stage, const CookModel& view) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "who", ui.tr("Who does what"));
  ui::heading(ui, ui.tr("Who does what"));
  for (std::size_t i = 0; i < view.stages.size(); ++i) {
    ui.space(10);
    const ui::Scope scope(ui, "stage" + std::to_string(i));
    draw_stage(ui, view.stages[i], view.me, view.you, Face::body);
  }
}

void draw_cook(Stage& stage, const CookModel& view, CookDraft& draft) {
  ui::Ui& ui = stage.ui;
  Stage narrow = stage;
  narrow.wide = false;
  const Scene scene(narrow, "cook", draft.scroll,
                    {.title = view.id.empty() ? ui.tr("Cook along") : std::string_view(view.title)});
  if (view.stages.empty()) {
    if (nothing_card(
            ui, "nothing",
            {Icon::cooking_pot, ui::Step::time, ui.tr("Nothing to cook along"),
             ui.tr("The cooking ideas in Time come with steps for four hands."), ui.tr("Look at the ideas")})) {
      stage.out.emplace_back(GoTo{Place::time});
    }
    return;
  }
  const ui::Card card(ui, "step", view.title);
  draft.stage = std::min(draft.stage, view.stages.size());
  if (draft.stage == view.stages.size()) return draw_end(stage, view, draft);
  const std::string place =
      ui.tr("Step {n} of {all}", {{"n", std::to_string(draft.stage + 1)}, {"all", std::to_string(view.stages.size())}});
  ui::progress_bar(ui, "progress", place, static_cast<float>(draft.stage + 1) / static_cast<float>(view.stages.size()),
                   ui::Step::time);
  ui.space(8);
  ui::note(ui, place);
  ui.space(12);
  {
    const ui::Scope scope(ui, "stage" + std::to_string(draft.stage));
    draw_stage(ui, view.stages[draft.stage], draft.swapped ? view.you : view.me, draft.swapped ? view.me : view.you,
               Face::heading);
  }
  ui.space(18);
  draw_way(ui, view, draft);
  ui.space(8);
  if (ui::button(ui, "swap", ui.tr("Change hands"),
                 {.style = ui::ButtonStyle::plain, .icon = Icon::swap, .hue = ui::Step::time})) {
    draft.swapped = !draft.swapped;
  }
}

Result<void> CookScreen::read(Kindling& home, const Format& format) {
  auto view = read_cook(home, format, id_);
  if (!view) return view.error();
  if (!view->id.empty()) id_ = view->id;
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
