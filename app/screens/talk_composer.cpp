#include "app/screens/talk_composer.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "app/model/feelings.hpp"
#include "app/screens/talk_words.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr std::size_t kTextLimit = 1200;  // characters
constexpr std::size_t kShownFlags = 4;    // the first ones; the softer whole covers the rest
constexpr std::size_t kFoundWords = 8;
constexpr ui::Step kHue = ui::Step::talk;  // of all that is Talk's

void look_again(ComposerDraft& draft) {
  if (draft.text.text() != draft.checked) {
    draft.checked = draft.text.text();
    draft.check = check_speech(draft.checked);
  }
  const std::array<const ui::TextEdit*, 4> lines{&draft.feeling, &draft.fact, &draft.need, &draft.request};
  std::string parts;
  for (const ui::TextEdit* line : lines) parts += line->text() + ".\n";
  if (parts == draft.parts) return;
  draft.parts = std::move(parts);
  for (std::size_t i = 0; i < lines.size(); ++i) draft.part_checks[i] = check_speech(lines[i]->text());
  draft.request_hint = look_at_request(draft.request.text());
  auto wordings = compose_gentle_wordings({.feeling = draft.feeling.text(),
                                           .fact = draft.fact.text(),
                                           .need = draft.need.text(),
                                           .request = draft.request.text()});
  draft.wordings = wordings ? std::move(*wordings) : std::vector<std::string>();
}

void copy(Stage& stage, const std::string& text) {
  stage.ui.clipboard.write(text);
  stage.out.emplace_back(Say{std::string(stage.ui.tr("Copied. Nothing was sent."))});
}

void draw_help(Stage& stage) {
  ui::Ui& ui = stage.ui;
  ui.space(14);
  const ui::Card card(ui, "safety", ui.tr("This isn't about wording"),
                      {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel});
  ui::paragraph(ui, ui.tr("This isn't about wording"), Face::heading);
  ui.space(6);
  ui::paragraph(ui, ui.tr("Nobody should be afraid of their partner, or be controlled by them. If that is what this is "
                          "about, there are people who listen, privately."));
  ui.space(14);
  if (ui::button(ui, "help", ui.tr("See who can help"), {.icon = Icon::lifebuoy, .hue = ui::Step::feel}))
    stage.out.emplace_back(OpenPage{{.kind = PageKind::help}});
}

// The phrase, why it may hurt, and what could stand there; true where that was taken.
bool draw_flag(Stage& stage, std::size_t number, std::string_view phrase, const HarshFlag& flag) {
  ui::Ui& ui = stage.ui;
  ui.space(18);
  const ui::Ui::Column outer = ui.column();
  const float indent = ui.dp(16);
  const std::string quoted = ui.tr("“{phrase}”", {{"phrase", phrase}});
  ui.open_group(ui::Role::group, "flag" + std::to_string(number), quoted, {});
  const std::size_t group = ui.semantics().last();
  const ui::Scope scope(ui, "flag" + std::to_string(number));
  ui.push_column({outer.left + indent, outer.right, outer.y});
  ui::paragraph(ui, quoted, Face::strong);
  ui.space(2);
  ui::note(ui, kind_line(ui.tr, flag.kind));
  ui.space(8);
  const bool pressed =
      ui::button(ui, "use", flag.suggestion,
                 {.style = ui::ButtonStyle::tinted, .hue = kHue, .hint = ui.tr("Put this in its place")});
  const float bottom = ui.pop_column().y;
  ui.column().y = bottom;
  const ui::Box bar{outer.left, outer.y + ui.dp(2), outer.left + ui.dp(4), bottom};
  ui.paint().fill(bar, ui.theme().hue(kHue).strong, ui.dp(2));
  ui.set_box(group, {outer.left, outer.y, outer.right, bottom});
  ui.close_group();
  return pressed;
}

// Turning what was written into a time to say it. The words themselves stay here.
void draw_invite_link(Stage& stage, ComposerDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui.space(10);
  if (!draft.inviting) {
    if (ui::button(ui, "invite", ui.tr("Choose a time to talk"),
                   {.style = ui::ButtonStyle::tinted, .icon = Icon::clock, .hue = kHue}))
      draft.inviting = true;
    return;
  }
  const ui::Card card(ui, "inviting", ui.tr("Choose a time to talk"),
                      {.fill = ui::CardLook::Fill::tint, .hue = kHue, .padding = 16});
  ui::paragraph(ui, ui.tr("Choose a time to talk"), Face::label, ui.theme().hue(kHue).strong);
  ui.space(8);
  if (draw_invite(stage, draft.invite)) draft.inviting = false;
}

// A finished wording with what can be done with it; true where the second button was pressed.
bool draw_wording(Stage& stage, std::string_view name, std::string_view title, const std::string& text,
                  std::string_view other) {
  ui::Ui& ui = stage.ui;
  ui.space(18);
  const ui::Card card(ui, name, title, {.fill = ui::CardLook::Fill::tint, .hue = kHue, .padding = 16});
  ui::paragraph(ui, title, Face::label, ui.theme().hue(kHue).strong);
  ui.space(4);
  ui::paragraph(ui, text);
  ui.space(12);
  if (ui::button(ui, "copy", ui.tr("Copy"), {.icon = Icon::copy, .hue = kHue})) copy(stage, text);
  const bool pressed = ui::button(ui, "other", other, {.style = ui::ButtonStyle::plain, .hue = kHue});
  ui.space(-8);
  return pressed;
}

void draw_own_words(Stage& stage, ComposerDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui::text_field(ui, "text", draft.text,
                 {.label = ui.tr("What you want to say"),
                  .placeholder = ui.tr("As it comes: you never have time for us…"),
                  .lines = 3,
                  .limit = kTextLimit,
                  .show_label = false});
  look_again(draft);
  if (speaks_of_fear(draft)) {
    draw_help(stage);
    return;
  }
  if (draft.text.empty()) return;
  if (draft.check.flags.empty()) {
    ui.space(12);
    ui::note(ui, ui.tr("Nothing here is likely to land as an attack."));
    ui.space(10);
    if (ui::button(ui, "copy", ui.tr("Copy"), {.style = ui::ButtonStyle::tinted, .icon = Icon::copy, .hue = kHue}))
      copy(stage, draft.checked);
    draw_invite_link(stage, draft);
    return;
  }
  std::string wanted;
  const std::size_t shown = std::min(draft.check.flags.size(), kShownFlags);
  for (std::size_t i = 0; i < shown; ++i) {
    const HarshFlag& flag = draft.check.flags[i];
    const std::string_view phrase = std::string_view(draft.checked).substr(flag.start, flag.length);
    if (draw_flag(stage, i, phrase, flag)) wanted = with_suggestion(draft.checked, flag);
  }
  if (draw_wording(stage, "whole", ui.tr("Softer, in one piece"), draft.check.gentle, ui.tr("Use it instead")))
    wanted = draft.check.gentle;
  draw_invite_link(stage, draft);
  if (wanted.empty()) return;
  draft.text.replace_all(wanted);
  ui.draw_again();
}

void word_chips(ui::Ui& ui, std::string_view name, std::string_view label, std::span<const std::string_view> words,
                ui::TextEdit& edit) {
  if (words.empty()) return;
  ui.space(6);
  ui::Chips chips(ui, name, label);
  for (const std::string_view word : words) {
    if (chips.chip(word, word, edit.text() == word, kHue)) edit.replace_all(word);
  }
}

// Words to choose from below a field: the common ones while it is empty, what is like the text while somebody writes,
// and all of them by family where that is asked for.
template <class Entry, std::size_t N>
void choose_word(ui::Ui& ui, std::string_view name, const std::array<std::string_view, 2>& labels,
                 const std::array<std::string_view, N>& common, std::span<const Entry> all,
                 std::vector<std::string_view> (*like)(std::string_view, std::size_t), ui::TextEdit& edit, bool& open) {
  const ui::Scope scope(ui, name);
  if (open) {
    std::size_t first = 0;
    while (first < all.size()) {
      std::vector<std::string_view> family;
      std::size_t i = first;
      for (; i < all.size() && all[i].family == all[first].family; ++i) family.push_back(all[i].word);
      ui.space(8);
      const std::string_view title = family_words(ui.tr, all[first]);
      ui::note(ui, title);
      word_chips(ui, all[first].family, title, family, edit);
      first = i;
    }
  } else {
    const auto is_common = std::find(common.begin(), common.end(), edit.text()) != common.end();
    const bool searches = !edit.empty() && !is_common;
    const auto found = searches ? like(edit.text(), kFoundWords) : std::vector<std::string_view>{};
    if (found.empty()) {
      word_chips(ui, "common", labels[0], common, edit);
    } else {
      word_chips(ui, "found", labels[0], found, edit);
    }
  }
  if (ui::link(ui, "all", open ? ui.tr("Fewer words") : labels[1], kHue)) open = !open;
}

// Its label wraps, unlike a field's own.
void part_field(ui::Ui& ui, std::string_view name, std::string_view label, std::string_view placeholder, int lines,
                ui::TextEdit& edit) {
  ui.space(14);
  ui::note(ui, label);
  ui.space(4);
  ui::text_field(
      ui, name, edit,
      {.label = label, .placeholder = placeholder, .lines = lines, .limit = kGentlePartLimit, .show_label = false});
}

// Why a phrase of one line may be hard to hear, one kind line for each; what it says it in place of stays as it is.
void draw_part_notes(ui::Ui& ui, const ui::TextEdit& edit, const SpeechCheck& check) {
  constexpr std::size_t kMost = 2;
  const std::string_view text = edit.text();
  for (std::size_t i = 0; i < std::min(check.flags.size(), kMost); ++i) {
    const HarshFlag& flag = check.flags[i];
    if (flag.kind == HarshKind::safety || flag.start + flag.length > text.size()) continue;
    ui.space(6);
    ui::paragraph(ui, ui.tr("“{phrase}”", {{"phrase", text.substr(flag.start, flag.length)}}), Face::label,
                  ui.theme().hue(kHue).strong);
    ui::note(ui, kind_line(ui.tr, flag.kind));
  }
}

void draw_request_note(ui::Ui& ui, const ComposerDraft& draft) {
  if (!draft.part_checks[3].flags.empty() || draft.request_hint == RequestHint::none) return;
  ui.space(6);
  ui::note(ui, request_line(ui.tr, draft.request_hint));
}

// Two or three full wordings of the same, one to be taken along.
void draw_wordings(Stage& stage, ComposerDraft& draft) {
  ui::Ui& ui = stage.ui;
  const std::array<std::string_view, 3> titles{ui.tr("Put together"), ui.tr("Or like this"),
                                               ui.tr("Or beginning with the need")};
  for (std::size_t i = 0; i < std::min(draft.wordings.size(), titles.size()); ++i) {
    if (!draw_wording(stage, "composed" + std::to_string(i), titles[i], draft.wordings[i],
                      ui.tr("Go on in your words")))
      continue;
    draft.text.replace_all(draft.wordings[i]);
    draft.stepwise = false;
    ui.draw_again();
  }
  const bool is_hard = std::any_of(draft.part_checks.begin(), draft.part_checks.end(),
                                   [](const SpeechCheck& check) { return !check.flags.empty(); });
  if (is_hard) {
    ui.space(8);
    ui::note(ui, ui.tr("A part of it may still land hard; the lines above say why."));
  }
  draw_invite_link(stage, draft);
}

void draw_steps(Stage& stage, ComposerDraft& draft) {
  ui::Ui& ui = stage.ui;
  const auto common = common_feelings(ui.tr);
  const auto usual = common_needs(ui.tr);
  ui.space(-8);
  part_field(ui, "feeling", ui.tr("How do you feel?"), ui.tr("lonely"), 1, draft.feeling);
  look_again(draft);
  draw_part_notes(ui, draft.feeling, draft.part_checks[0]);
  choose_word(ui, "feelings", {ui.tr("Common feelings"), ui.tr("All feelings")}, common, all_feelings(), feelings_like,
              draft.feeling, draft.all_feelings);
  part_field(ui, "fact", ui.tr("When? Only what a camera would see"), ui.tr("when we have dinner in front of the TV"),
             2, draft.fact);
  look_again(draft);
  draw_part_notes(ui, draft.fact, draft.part_checks[1]);
  part_field(ui, "need", ui.tr("What do you need?"), ui.tr("closeness"), 1, draft.need);
  look_again(draft);
  draw_part_notes(ui, draft.need, draft.part_checks[2]);
  choose_word(ui, "needs", {ui.tr("Common needs"), ui.tr("All needs")}, usual, all_needs(), needs_like, draft.need,
              draft.all_needs);
  part_field(ui, "request", ui.tr("What would you ask for?"), ui.tr("eat at the table tonight"), 2, draft.request);
  look_again(draft);
  draw_part_notes(ui, draft.request, draft.part_checks[3]);
  draw_request_note(ui, draft);
  if (speaks_of_fear(draft)) {
    draw_help(stage);
    return;
  }
  if (draft.wordings.empty()) {
    ui.space(12);
    ui::note(ui, ui.tr("Four short lines become one kind sentence."));
    return;
  }
  draw_wordings(stage, draft);
}

}  // namespace

bool speaks_of_fear(const ComposerDraft& draft) {
  return speaks_of_fear(draft.check) || std::any_of(draft.part_checks.begin(), draft.part_checks.end(),
                                                    [](const SpeechCheck& check) { return speaks_of_fear(check); });
}

bool speaks_of_fear(const SpeechCheck& check) {
  return std::any_of(check.flags.begin(), check.flags.end(),
                     [](const HarshFlag& flag) { return flag.kind == HarshKind::safety; });
}

std::string with_suggestion(const std::string& text, const HarshFlag& flag) {
  std::string suggestion = flag.suggestion;
  const bool is_i = suggestion.starts_with("I ") || suggestion.starts_with("I'");
  const char first = text[flag.start];
  if (first >= 'a' && first <= 'z' && !is_i && suggestion[0] >= 'A' && suggestion[0] <= 'Z')
    suggestion[0] = static_cast<char>(suggestion[0] - 'A' + 'a');
  if (first >= 'A' && first <= 'Z' && suggestion[0] >= 'a' && suggestion[0] <= 'z')
    suggestion[0] = static_cast<char>(suggestion[0] - 'a' + 'A');
  return text.substr(0, flag.start) + suggestion + text.substr(flag.start + flag.length);
}

void draw_composer(Stage& stage, ComposerDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "composer", ui.tr("A gentle start"));
  ui::heading(ui, ui.tr("A gentle start"));
  ui.space(4);
  ui::note(ui, ui.tr("A talk tends to end as it began. Nothing here is sent or saved."));
  ui.space(14);
  const std::array<std::string_view, 2> ways{ui.tr("In your words"), ui.tr("Step by step")};
  if (const auto way = ui::segmented(ui, "way", ui.tr("How to begin"), ways, draft.stepwise ? 1 : 0))
    draft.stepwise = *way == 1;
  ui.space(14);
  if (draft.stepwise) {
    draw_steps(stage, draft);
  } else {
    draw_own_words(stage, draft);
  }
}

}  // namespace kindling::app
