#include "app/screens/first_run.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/time_ritual.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr int kSteps = 3;
constexpr std::size_t kMostChosen = 3;
constexpr std::array<std::string_view, 6> kStarters{"ritual.parting.coats-on",       "ritual.reunion.find-me-first",
                                                    "ritual.meal.pot-lid",           "ritual.bedtime.i-saw-that",
                                                    "ritual.weekly.three-questions", "ritual.weekly.same-loop"};

std::string_view kind_words(const ui::Strings& tr, RitualKind kind) {
  switch (kind) {
    case RitualKind::parting: return tr("When you part");
    case RitualKind::reunion: return tr("When you meet again");
    case RitualKind::meal: return tr("At a meal");
    case RitualKind::bedtime: return tr("At bedtime");
    case RitualKind::weekly: return tr("Once a week");
    case RitualKind::yearly: return tr("Once a year");
    case RitualKind::other: break;
  }
  return tr("Now and then");
}

void finish(Stage& stage, const FirstRunModel& view, const FirstRunDraft& draft) {
  // First, so that Undo takes back the ritual that was added last and not this.
  EditSettings edit;
  edit.first_run_done = true;
  stage.out.emplace_back(ChangeSettings{edit});
  for (const std::size_t index : draft.chosen) stage.out.emplace_back(view.starters[index].add);
}

void draw_sign(ui::Ui& ui, Icon icon, ui::Step hue, std::string_view title, std::string_view text) {
  const float disc = ui.dp(48);
  const ui::Box box = ui.take(2 * disc);
  ui.paint().circle(box.left + disc, box.top + disc, disc, ui.theme().hue(hue).tint);
  ui.paint().icon(icon, box.left + disc, box.top + disc, ui.dp(46), ui.theme().hue(hue).strong, true);
  ui.space(20);
  ui::heading(ui, title, 1, Face::display);
  ui.space(10);
  ui::paragraph(ui, text, Face::body, ui.theme().soft_ink);
  ui.space(24);
}

void draw_point(ui::Ui& ui, std::string_view name, Icon icon, ui::Step hue, std::string_view title,
                std::string_view text) {
  ui::Paint& paint = ui.paint();
  const float side = ui.dp(48);
  const float gap = ui.dp(14);
  const float wrap = ui.column().width() - side - gap;
  const float first = paint.height(Face::strong, title, wrap);
  const float second = paint.height(Face::label, text, wrap);
  const ui::Box box = ui.take(std::max(side, first + second + ui.dp(4)));
  const float middle = (box.top + box.bottom) / 2;
  const ui::Box tile{box.left, middle - side / 2, box.left + side, middle + side / 2};
  paint.fill(tile, ui.theme().hue(hue).tint, ui.dp(14));
  paint.icon(icon, box.left + side / 2, middle, ui.dp(24), ui.theme().hue(hue).strong, true);
  const float top = middle - (first + second + ui.dp(2)) / 2;
  paint.wrapped(Face::strong, box.left + side + gap, top, wrap, ui.theme().ink, title);
  paint.wrapped(Face::label, box.left + side + gap, top + first + ui.dp(2), wrap, ui.theme().soft_ink, text);
  ui.say(ui::Role::text, ui.id(name), box, title, text);
  ui.space(16);
}

void draw_what(ui::Ui& ui) {
  const ui::Strings& tr = ui.tr;
  draw_sign(
      ui, Icon::flame, ui::Step::none, tr("Small things keep a fire going"),
      tr("Kindling is for two people whom daily life has turned into flatmates. It asks for seconds, not evenings."));
  draw_point(ui, "hand_heart", Icon::hand_heart, ui::Step::touch, tr("A kind reminder"),
             tr("At the moment that suits you both"));
  draw_point(ui, "smiley", Icon::smiley, ui::Step::feel, tr("A word on how you are"), tr("One touch, ten seconds"));
  draw_point(ui, "calendar_heart", Icon::calendar_heart, ui::Step::time, tr("The next evening for you two"),
             tr("From an idea to a date in the calendar"));
}

void draw_private(ui::Ui& ui) {
  const ui::Strings& tr = ui.tr;
  draw_sign(ui, Icon::lock_key, ui::Step::feel, tr("What you write stays here"),
            tr("There is nobody behind this app who could read along."));
  draw_point(ui, "user_circle", Icon::user_circle, ui::Step::none, tr("No account"),
             tr("No email address, no sign-up, no price"));
  draw_point(ui, "wifi_slash", Icon::wifi_slash, ui::Step::talk, tr("No network"),
             tr("It doesn't use the internet, and nothing is measured"));
  draw_point(ui, "eye_slash", Icon::eye_slash, ui::Step::time, tr("Yours alone"),
             tr("How you feel is never shown to anybody unless you choose to"));
}

void draw_starter(ui::Ui& ui, const Starter& starter, FirstRunDraft& draft, std::size_t index) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const auto at = std::find(draft.chosen.begin(), draft.chosen.end(), index);
  const bool chosen = at != draft.chosen.end();
  const bool open = chosen || draft.chosen.size() < kMostChosen;
  const float pad = ui.dp(14);
  const float side = ui.dp(44);
  const float left = side + pad;
  const float wrap = ui.column().width() - 2 * pad - left - ui.dp(40);
  const float title = paint.height(Face::strong, starter.title, wrap);
  const float subtitle = paint.height(Face::label, starter.subtitle, wrap);
  const ui::Box box = ui.take(std::max(ui.dp(72), title + subtitle + ui.dp(26)));
  ui::Node node;
  node.id = ui.id(starter.id);
  node.role = ui::Role::checkbox;
  node.name = starter.title;
  node.hint = starter.subtitle;
  node.checked = chosen;
  node.enabled = open;
  node.box = box;
  node.actions = {"tick"};
  const ui::Touch touch = ui.touch(std::move(node));
  if (touch.pressed && chosen) draft.chosen.erase(at);
  if (touch.pressed && !chosen) draft.chosen.push_back(index);
  if (!ui.on_screen(box)) return;
  const float radius = ui.dp(20);
  const ui::Hue& hue = t.time;
  paint.shadow(box, radius, t.shadow * 0.6F);
  paint.fill(box, t.surface, radius);
  if (chosen || t.dark) paint.outline(box, chosen ? hue.strong : t.line, radius, ui.dp(chosen ? 2.0F : 1.0F));
  if (touch.hovered || touch.held) paint.fill(box, ui::faded(t.ink, touch.held ? 0.07F : 0.03F), radius);
  const float middle = (box.top + box.bottom) / 2;
  const ui::Box tile{box.left + pad, middle - side / 2, box.left + pad + side, middle + side / 2};
  paint.fill(tile, hue.tint, radius * 0.7F);
  paint.icon(starter.icon, tile.left + side / 2, middle, ui.dp(24), hue.strong, true);
  const float top = middle - (title + subtitle + ui.dp(2)) / 2;
  paint.wrapped(Face::strong, box.left + pad + left, top, wrap, open ? t.ink : t.soft_ink, starter.title);
  paint.wrapped(Face::label, box.left + pad + left, top + title + ui.dp(2), wrap, t.soft_ink, starter.subtitle);
  const float tick = box.right - pad - ui.dp(14);
  const float part = ui.motion().to(touch.id, chosen ? 1.0F : 0.0F, 0.2F);
  paint.ring(tick, middle, ui.dp(13), t.faint, ui.dp(2));
  if (part > 0.01F) {
    paint.circle(tick, middle, ui.dp(14) * part, hue.strong);
    paint.icon(Icon::check, tick, middle, ui.dp(18) * part, hue.on_strong);
  }
  if (touch.ring) ui.focus_ring(box, radius);
}

void draw_rituals(ui::Ui& ui, const FirstRunModel& view, FirstRunDraft& draft) {
  const ui::Strings& tr = ui.tr;
  draw_sign(ui, Icon::plant, ui::Step::time, tr("Begin with up to three"),
            tr("Rituals for the two of you, each a few minutes long. All of it can be changed later."));
  for (std::size_t i = 0; i < view.starters.size(); ++i) {
    if (i > 0) ui.space(10);
    draw_starter(ui, view.starters[i], draft, i);
  }
}

// Where one is among the three.
void draw_dots(ui::Ui& ui, int step, float x, float y) {
  const float each = ui.dp(18);
  const std::string words =
      ui.tr("{n} of {count}", {{"n", std::to_string(step + 1)}, {"count", std::to_string(kSteps)}});
  const ui::Box box{x, y - ui.dp(4), x + each * kSteps, y + ui.dp(4)};
  ui.say(ui::Role::text, ui.id("dots"), box, words);
  for (int i = 0; i < kSteps; ++i) {
    const bool here = i == step;
    const float left = x + each * static_cast<float>(i) + (i > step ? ui.dp(14) : 0);
    const float wide = here ? ui.dp(22) : ui.dp(8);
    ui.paint().fill({left, y - ui.dp(4), left + wide, y + ui.dp(4)}, here ? ui.theme().accent : ui.theme().faint,
                    ui.dp(4));
  }
}

void draw_foot(Stage& stage, const FirstRunModel& view, FirstRunDraft& draft, const ui::Box& box) {
  ui::Ui& ui = stage.ui;
  const bool last = draft.step + 1 == kSteps;
  ui.push_column({box.left, box.right, box.top});
  const std::string_view label = !last ? ui.tr("Next") : draft.chosen.empty() ? ui.tr("Begin without") : ui.tr("Begin");
  if (ui::button(ui, "next", label)) {
    if (last) {
      finish(stage, view, draft);
    } else {
      ++draft.step;
      draft.scroll = {};
    }
  }
  ui.pop_column();
}

void draw_head(Stage& stage, const FirstRunModel& view, FirstRunDraft& draft, const ui::Box& box) {
  ui::Ui& ui = stage.ui;
  const float middle = (box.top + box.bottom) / 2;
  float x = box.left;
  if (draft.step > 0) {
    if (ui::icon_button(ui, "back", Icon::arrow_left, ui.tr("Back"), x + ui.dp(16), middle, {.on_surface = false})) {
      --draft.step;
      draft.scroll = {};
    }
    x += ui.dp(52);
  }
  draw_dots(ui, draft.step, x, middle);
  const std::string_view skip = ui.tr("Skip");
  const float wide = ui::button_width(ui, skip);
  if (ui::button_at(ui, "skip", skip,
                    {box.right + ui.dp(20) - wide, middle - ui.dp(24), box.right + ui.dp(20), middle + ui.dp(24)},
                    {.style = ui::ButtonStyle::plain})) {
    finish(stage, view, {});
  }
}

}  // namespace

Result<FirstRunModel> read_first_run(Kindling& home, const Format& format) {
  FirstRunModel model;
  for (const std::string_view id : kStarters) {
    auto found = home.library().find(id);
    if (!found) continue;  // a library without it: the others do
    const Content& content = found->content;
    const auto at = parse_time(content.at);
    const auto kind = parse_name<RitualKind>(content.ritual_kind);
    if (!at || !kind) continue;
    const std::string_view words = kind_words(format.tr(), *kind);
    Starter starter;
    starter.id = content.id;
    starter.title = content.title;
    starter.subtitle = format.tr()("{when}, {length}",
                                   {{"when", words}, {"length", format.length(std::chrono::minutes(content.minutes))}});
    starter.icon = ritual_icon(*kind);
    starter.add = {.title = content.title,
                   .kind = *kind,
                   .at = *at,
                   .rule = content.rule,
                   .length = std::chrono::minutes(content.minutes),
                   .steps = content.steps};
    model.starters.push_back(std::move(starter));
  }
  return model;
}

void draw_first_run(Stage& stage, const FirstRunModel& view, FirstRunDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (draft.step > 0 && ui.take_key(ui::Key::escape)) {
    --draft.step;
    draft.scroll = {};
  }
  const float room = std::min(stage.area.width() - ui.dp(48), ui.dp(480));
  const float left = (stage.area.left + stage.area.right - room) / 2;
  const float top = stage.area.top + ui.dp(16) + (stage.wide ? stage.area.height() * 0.06F : 0);
  const ui::Box head{left, top, left + room, top + ui.dp(56)};
  const float foot = ui::button_height(ui) + ui.dp(40);
  const ui::Box body{stage.area.left, head.bottom, stage.area.right, stage.area.bottom - foot};
  draw_head(stage, view, draft, head);
  {
    const ui::Scope scope(ui, "step" + std::to_string(draft.step));
    const ui::ScrollArea area(ui, "content", draft.scroll, body, ui.dp(16));
    ui.push_column({left, left + room, ui.column().y + ui.dp(16)});
    switch (draft.step) {
      case 0: draw_what(ui); break;
      case 1: draw_private(ui); break;
      default: draw_rituals(ui, view, draft); break;
    }
    const float bottom = ui.pop_column().y;
    ui.column().y = bottom;
  }
  const float y = body.bottom + ui.dp(16);
  draw_foot(stage, view, draft, {left, y, left + room, y + ui::button_height(ui)});
}

Result<void> FirstRunScreen::read(Kindling& home, const Format& format) {
  auto view = read_first_run(home, format);
  if (!view) return view.error();
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
