#include "app/screens/ceilings.hpp"

#include <algorithm>
#include <string>

#include "app/screens/idea.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

struct Line {
  ComfortKind kind;
  std::string_view name, label;
  ui::Step hue;
};
constexpr std::array<Line, 5> kSorts{{{ComfortKind::hands, "hands", "Hands and light touch", ui::Step::touch},
                                      {ComfortKind::hugs, "hugs", "Hugs and leaning", ui::Step::touch},
                                      {ComfortKind::kisses, "kisses", "Kisses and faces", ui::Step::touch},
                                      {ComfortKind::lying, "lying", "Lying close", ui::Step::touch},
                                      {ComfortKind::skin, "skin", "Backs, hair, bare skin", ui::Step::touch}}};

// What was set once the finger left the line: one act for one drag, so that Undo goes back the whole way.
std::optional<int> closeness_slider(ui::Ui& ui, const Line& line, int now, int most, std::optional<double>& draft) {
  double value = std::min(draft.value_or(now), static_cast<double>(most));
  const int step = static_cast<int>(value);
  const bool never = is_sort_of_touch(line.kind) && step == 0;
  const std::string_view spoken = never ? ui.tr("Not at present") : comfort_name(ui.tr, step);
  const ui::Range range{.least = 0, .most = static_cast<double>(most), .now = value, .step = 1};
  if (ui::slider(ui, line.name, line.label, value, range, spoken, line.hue)) draft = value;
  if (!draft || ui.pointer().is_down()) return std::nullopt;
  const int wanted = static_cast<int>(*draft);
  draft.reset();
  return wanted == now ? std::nullopt : std::optional(wanted);
}

void draw_line(Stage& stage, const Line& line, const CeilingsView& view, CeilingsDraft& draft, int most) {
  const auto i = static_cast<std::size_t>(line.kind);
  if (const auto set = closeness_slider(stage.ui, line, view.own[i], most, draft.own[i]))
    stage.out.emplace_back(SetComfort{line.kind, *set});
}

void draw_whole(Stage& stage, const Line& line, const CeilingsView& view, CeilingsDraft& draft) {
  draw_line(stage, line, view, draft, kComfortLimit);
  const auto i = static_cast<std::size_t>(line.kind);
  ui::note(stage.ui, comfort_words(stage.ui.tr, static_cast<int>(draft.own[i].value_or(view.own[i]))));
}

void draw_sorts(Stage& stage, const CeilingsView& view, CeilingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  const int touch = view.own[static_cast<std::size_t>(ComfortKind::touch)];
  if (touch == 0) return;
  ui.space(10);
  ui::fold_row(ui, "sorts",
               {.label = ui.tr("Each sort of touch"),
                .value = ui.tr("A hug may be more welcome than a kiss"),
                .icon = Icon::hand_heart,
                .hue = ui::Step::touch},
               draft.sorts_open);
  if (!draft.sorts_open) return;
  for (const Line& line : kSorts) {
    ui.space(14);
    draw_line(stage, {line.kind, line.name, ui.tr(line.label), line.hue}, view, draft, touch);
  }
}

void draw_partner(Stage& stage, const CeilingsView& view, CeilingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui.space(10);
  ui::fold_row(ui, "partner",
               {.label = ui.tr("What your partner told you"),
                .value = view.partner_touch ? comfort_name(ui.tr, *view.partner_touch) : ui.tr("Nothing yet"),
                .icon = Icon::users,
                .hue = ui::Step::touch},
               draft.partner_open);
  if (!draft.partner_open) return;
  ui.space(10);
  ui::note(ui, ui.tr("Only what they said of their own accord. The lower of both holds."));
  ui.space(8);
  bool told = view.partner_touch.has_value();
  if (ui::toggle(ui, "told", ui.tr("They told me how close touch may be"), {}, told)) {
    const int own = view.own[static_cast<std::size_t>(ComfortKind::touch)];
    stage.out.emplace_back(SetComfort{ComfortKind::touch, told ? std::optional(own) : std::nullopt, true});
  }
  if (!view.partner_touch) return;
  ui.space(10);
  const Line line{ComfortKind::touch, "partner_touch", ui.tr("Touch, for your partner"), ui::Step::touch};
  const auto set = closeness_slider(ui, line, *view.partner_touch, kComfortLimit, draft.partner_touch);
  if (set) stage.out.emplace_back(SetComfort{ComfortKind::touch, *set, true});
}

}  // namespace

CeilingsView ceilings_of(const Settings& settings) {
  CeilingsView view;
  for (std::size_t i = 0; i < kComfortKinds; ++i) view.own[i] = settings.ceiling(static_cast<ComfortKind>(i));
  view.partner_touch = settings.partner(ComfortKind::touch);
  view.adult = settings.adult;
  return view;
}

void draw_adult_switch(Stage& stage, bool on) {
  ui::Ui& ui = stage.ui;
  if (ui::toggle(ui, "adult", ui.tr("Intimate ideas, for adults"),
                 ui.tr("From 18. They stay hidden until your partner has switched them on, too, each for themselves. "
                       "Switching them off tells nobody."),
                 on)) {
    stage.out.emplace_back(WantAdult{on});
  }
}

void draw_ceilings(Stage& stage, const CeilingsView& view, CeilingsDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "ceilings", ui.tr("Your own ceilings"));
  ui::heading(ui, ui.tr("Your own ceilings"));
  ui.space(4);
  ui::note(ui, ui.tr("Only you see them. Nothing that is suggested here goes above, and you can change them any day."));
  ui.space(14);
  draw_whole(stage, {ComfortKind::touch, "touch", ui.tr("Touch"), ui::Step::touch}, view, draft);
  draw_sorts(stage, view, draft);
  draw_partner(stage, view, draft);
  ui.space(18);
  draw_whole(stage, {ComfortKind::talk, "talk", ui.tr("Talk"), ui::Step::talk}, view, draft);
  ui.space(16);
  draw_whole(stage, {ComfortKind::time, "time", ui.tr("Time together"), ui::Step::time}, view, draft);
  ui.space(16);
  draw_adult_switch(stage, view.adult);
}

}  // namespace kindling::app
