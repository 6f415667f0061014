#include "app/screens/talk_practice.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/form.hpp"
#include "app/screens/talk_composer.hpp"
#include "app/screens/talk_words.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr ui::Step kHue = ui::Step::talk;
constexpr std::size_t kReplyLimit = 300;  // characters

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view one) { return text.starts_with(one); });
}
bool holds_any(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

std::string_view line_of(const ui::Strings& tr, OwnReply reply) {
  switch (reply) {
    case OwnReply::harsh: return tr("A part of it may come down hard. The replies below leave that out.");
    case OwnReply::advice: return tr("Advice may be welcome later. Most people want to be heard out first.");
    case OwnReply::about_me: return tr("It may turn the talk to you. Staying with them a little longer often helps.");
    case OwnReply::asks: return tr("You ask for more. That tells them that their story matters to you.");
    case OwnReply::listens:
    case OwnReply::fear: break;
  }
  return tr("Warm to hear. A question at the end would let them go on.");
}

void draw_moment(Stage& stage, const Content& moment) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "moment", moment.title, {.fill = ui::CardLook::Fill::tint, .hue = kHue, .padding = 24});
  ui::paragraph(ui, moment.title, Face::label, ui.theme().hue(kHue).strong);
  ui.space(8);
  ui::paragraph(ui, moment.text, Face::heading);
}

void start_over(Stage& stage, PracticeDraft& draft) {
  draft.chosen.reset();
  draft.wrote = false;
  draft.own.set({});
  stage.ui.draw_again();
}

void draw_choices(Stage& stage, const Content& moment, PracticeDraft& draft) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("What would you say?"));
  for (std::size_t i = 0; i < moment.choices.size(); ++i) {
    if (i > 0) ui.space(10);
    const ui::RowLook look{.hue = kHue, .title = moment.choices[i]};
    if (ui::row(ui, "choice" + std::to_string(i), look) != ui::RowEvent::pressed) continue;
    draft.chosen = i;
    ui.draw_again();
  }
  ui.space(16);
  const ui::Card card(ui, "own", ui.tr("Or in your own words"));
  ui::field_label(ui, ui.tr("Or in your own words"));
  const auto event = ui::text_field(ui, "reply", draft.own,
                                    {.label = ui.tr("Or in your own words"),
                                     .placeholder = ui.tr("What you'd really say"),
                                     .lines = 2,
                                     .limit = kReplyLimit,
                                     .show_label = false});
  if (trimmed_view(draft.own.text()).empty()) return;
  ui.space(12);
  if (ui::button(ui, "look", ui.tr("How might it land?"), {.hue = kHue}) || event == ui::FieldEvent::entered) {
    draft.wrote = true;
    draft.written = trimmed_view(draft.own.text());
    ui.clear_focus();
    ui.draw_again();
  }
}

void draw_who_can_help(Stage& stage) {
  ui::Ui& ui = stage.ui;
  ui::paragraph(ui, ui.tr("Nobody should be afraid of their partner, or be controlled by them. If that is what this is "
                          "about, there are people who listen, privately."));
  ui.space(14);
  if (ui::button(ui, "help", ui.tr("See who can help"), {.icon = Icon::lifebuoy, .hue = ui::Step::feel}))
    stage.out.emplace_back(OpenPage{{.kind = PageKind::help}});
}

void draw_feedback(Stage& stage, const Content& moment, PracticeDraft& draft) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("How it may land"));
  const OwnReply own = draft.wrote ? look_at_reply(draft.written) : OwnReply::asks;
  {
    const ui::Card card(ui, "feedback", ui.tr("How it may land"));
    const std::string& said = draft.wrote ? draft.written : moment.choices[*draft.chosen];
    ui::paragraph(ui, ui.tr("“{phrase}”", {{"phrase", said}}), Face::strong);
    ui.space(8);
    if (own == OwnReply::fear) return draw_who_can_help(stage);
    ui::paragraph(ui, draft.wrote ? line_of(ui.tr, own) : std::string_view(moment.feedback[*draft.chosen]));
  }
  section(stage, ui.tr("You could also say"));
  const ui::Card card(ui, "replies", ui.tr("You could also say"));
  for (std::size_t i = 0; i < moment.replies.size(); ++i) {
    if (i > 0) ui.space(12);
    ui::paragraph(ui, ui.tr("“{phrase}”", {{"phrase", moment.replies[i]}}));
  }
}

}  // namespace

OwnReply look_at_reply(std::string_view reply) {
  const SpeechCheck check = check_speech(reply);
  if (speaks_of_fear(check)) return OwnReply::fear;
  if (!check.flags.empty()) return OwnReply::harsh;
  const std::string text = fold_case(trim(reply));
  if (begins_with_any(text, {"at least", "why don't you", "why didn't you", "just "}) ||
      holds_any(text, {"you should", "you could have", "you ought", "you need to", "you have to", "you'd better",
                       "next time you", "don't worry", "don't let"}))
    return OwnReply::advice;
  if (begins_with_any(text, {"me too", "same here", "that happened to me", "i once", "when i "}) ||
      holds_any(text, {" happened to me", "mine was", "what about me", "but i "}))
    return OwnReply::about_me;
  return text.find('?') != std::string::npos ? OwnReply::asks : OwnReply::listens;
}

Result<void> PracticeScreen::read(Kindling& home, const Format&) {
  auto pieces = home.library().pieces(ContentKind::practice);
  if (!pieces) return pieces.error();
  PracticeModel view;
  for (Content& piece : *pieces) view.moments[piece.category == "good-news" ? 0 : 1].push_back(std::move(piece));
  view_ = std::move(view);
  return {};
}

void draw_practice(Stage& stage, const PracticeModel& view, PracticeDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "practice", draft.scroll, {.title = ui.tr("Practise an answer")});
  if (stage.only_for_me) return draw_care(stage);
  const std::array<std::string_view, 2> groups{ui.tr("Good news"), ui.tr("A hard moment")};
  if (const auto picked = ui::segmented(ui, "group", ui.tr("What for"), groups, draft.group)) {
    draft.group = *picked;
    start_over(stage, draft);
  }
  ui.space(14);
  const std::vector<Content>& moments = view.moments[draft.group];
  if (moments.empty()) return ui::note(ui, ui.tr("Nothing lies below your ceiling for talk."));
  // Another one each day to begin with, in a fixed round.
  const auto day = static_cast<std::size_t>(std::max<std::int64_t>(0, stage.today.time_since_epoch().count()));
  const Content& moment = moments[(day + draft.turned[draft.group]) % moments.size()];
  const ui::Scope scope(ui, moment.id);
  draw_moment(stage, moment);
  ui.space(8);
  ui::note(ui, ui.tr("An exercise for you alone. Nothing is counted or kept."));
  scene.second_column();
  if (stage.wide) ui.space(-22);
  if (!draft.chosen && !draft.wrote) {
    draw_choices(stage, moment, draft);
  } else {
    draw_feedback(stage, moment, draft);
    ui.space(14);
    if (ui::button(ui, "again", ui.tr("Answer it anew"), {.style = ui::ButtonStyle::plain, .hue = kHue}))
      start_over(stage, draft);
  }
  ui.space(14);
  if (ui::button(ui, "next", ui.tr("Another moment"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::arrow_clockwise, .hue = kHue})) {
    ++draft.turned[draft.group];
    draft.scroll = {};
    start_over(stage, draft);
  }
}

}  // namespace kindling::app
