#include "app/screens/if_then_sheet.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/screens/form.hpp"
#include "app/screens/idea.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr ui::Step kHue = ui::Step::touch;
constexpr std::string_view kWhen = "when ";
constexpr std::size_t kSuggestions = 3;

struct Usual {
  Moment moment;
  std::chrono::minutes at;  // when such moments come for many
};
constexpr std::array<Usual, 6> kMoments{{{Moment::leaving, std::chrono::minutes(7 * 60 + 45)},
                                         {Moment::coming_home, std::chrono::minutes(18 * 60)},
                                         {Moment::kitchen, std::chrono::minutes(18 * 60 + 30)},
                                         {Moment::sofa, std::chrono::minutes(20 * 60 + 30)},
                                         {Moment::bedtime, std::chrono::minutes(22 * 60 + 15)},
                                         {Moment::afar, std::chrono::minutes(13 * 60)}}};

struct Rhythm {
  std::string_view name, label, rule;
};
constexpr std::array<Rhythm, 3> kRhythms{{{"daily", "Every day", "FREQ=DAILY"},
                                          {"weekdays", "Weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
                                          {"weekends", "Weekends", "FREQ=WEEKLY;BYDAY=SA,SU"}}};

// Words that begin a sentence and are small inside it.
constexpr std::array<std::string_view, 13> kSmallWords{"A",     "An",    "It",   "My", "Our", "Someone", "The",
                                                       "Their", "There", "They", "We", "You", "Your"};

// The field stands after the word "when".
std::string without_when(std::string_view cue) {
  return std::string(cue.starts_with(kWhen) ? cue.substr(kWhen.size()) : cue);
}

std::string with_first_letter(std::string text, bool large) {
  if (text.empty()) return text;
  const char from = large ? 'a' : 'A';
  if (text[0] >= from && text[0] <= from + ('z' - 'a')) text[0] = static_cast<char>(text[0] ^ 0x20);
  return text;
}

// Where somebody wrote the word that stands before the field.
std::string_view without_first_word(std::string_view words, std::string_view first) {
  if (words.size() > first.size() && words.starts_with(first) && words[first.size()] == ' ')
    return trimmed_view(words.substr(first.size()));
  return words;
}

void draw_words(Stage& stage, IfThenDraft& draft) {
  ui::Ui& ui = stage.ui;
  focus_first(stage, "cue", draft.focused);
  const auto changed = [&](ui::FieldEvent event) {
    if (event != ui::FieldEvent::changed) return false;
    draft.touched = true;
    return true;
  };
  if (changed(ui::text_field(ui, "cue", draft.cue,
                             {.label = ui.tr("When…"),
                              .placeholder = ui.tr("I hang up my coat"),
                              .limit = kTitleLimit - kWhen.size(),
                              .error = missing_words(ui.tr, draft.no_cue)})))
    draft.no_cue = false;
  ui.space(kFieldGap);
  if (changed(ui::text_field(ui, "act", draft.act,
                             {.label = ui.tr("I…"),
                              .placeholder = ui.tr("open my arms and wait a moment"),
                              .limit = kTitleLimit,
                              .error = missing_words(ui.tr, draft.no_act)})))
    draft.no_act = false;
  const std::string sentence = if_then_sentence(ui.tr, draft.cue.text(), draft.act.text());
  if (sentence.empty()) return;
  ui.space(10);
  ui::paragraph(ui, sentence, ui::Face::strong, ui.theme().hue(kHue).strong);
}

// Below one's own words, and only where a moment is pressed.
void draw_suggestions(Stage& stage, const IfThenView& view, IfThenDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui::field_label(ui, ui.tr("For an idea, choose a moment"));
  ui.space(4);
  {
    ui::Chips chips(ui, "moments", ui.tr("For an idea, choose a moment"));
    for (const Usual& usual : kMoments) {
      const bool chosen = draft.moment == usual.moment;
      if (!chips.chip(name_of(usual.moment), moment_label(ui.tr, usual.moment), chosen, kHue)) continue;
      draft.moment = chosen ? std::optional<Moment>() : usual.moment;
      if (draft.moment && !draft.time_chosen) draft.time.time = LocalTime{usual.at};
    }
  }
  if (!draft.moment) return;
  std::size_t shown = 0;
  for (const GestureLine& line : view.gestures) {
    if (line.moment != *draft.moment || line.cue.empty() || shown == kSuggestions) continue;
    ui.space(8);
    ++shown;
    const ui::RowLook look{.icon = line.icon, .hue = kHue, .title = line.title, .subtitle = line.cue, .card = false};
    if (ui::row(ui, line.id, look) != ui::RowEvent::pressed) continue;
    draft.cue.replace_all(without_when(with_first_letter(line.cue, false)));
    draft.act.replace_all(with_first_letter(line.title, false));
    draft.touched = true;
    draft.no_cue = draft.no_act = false;
  }
  if (shown > 0) return;
  ui.space(8);
  ui::note(ui, ui.tr("Nothing may be suggested here just now. Your own words are the better ones anyway."));
}

void draw_when(Stage& stage, IfThenDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (time_field(stage, "time", ui.tr("That is at about"), draft.time, kHue)) {
    draft.touched = true;
    draft.time_chosen = true;
  }
  ui.space(10);
  std::array<Choice, 3> choices;
  for (std::size_t i = 0; i < choices.size(); ++i) choices[i] = {kRhythms[i].name, ui.tr(kRhythms[i].label)};
  if (const auto picked = choice_chips(stage, "rhythm", ui.tr("On which days"), choices,
                                       static_cast<std::size_t>(draft.rhythm), kHue)) {
    draft.rhythm = static_cast<IfThenRhythm>(*picked);
    draft.touched = true;
  }
}

void save(Stage& stage, IfThenDraft& draft) {
  const std::string cue = cue_of(draft.cue.text());
  const std::string act(without_first_word(trimmed_view(draft.act.text()), "I"));
  draft.no_cue = cue.empty();
  draft.no_act = act.empty();
  if (draft.no_cue || draft.no_act) return;
  stage.out.emplace_back(AddReminder{.title = with_first_letter(act, true),
                                     .at = draft.time.time,
                                     .rule = std::string(kRhythms[static_cast<std::size_t>(draft.rhythm)].rule),
                                     .cue = cue,
                                     .kind = ReminderKind::affection});
  stage.out.emplace_back(Saved{});
}

}  // namespace

std::string cue_of(std::string_view words) {
  const std::string cue = with_first_letter(std::string(trimmed_view(words)), false);
  const std::string_view rest = without_first_word(cue, "when");
  if (rest.empty() || rest == "when") return {};
  const bool is_when = rest.size() < cue.size();
  const std::string own(is_when ? rest : trimmed_view(words));
  // Names and "I" stay large.
  const std::string_view first = std::string_view(own).substr(0, own.find(' '));
  const bool is_small = std::find(kSmallWords.begin(), kSmallWords.end(), first) != kSmallWords.end();
  return std::string(kWhen) + (is_small ? with_first_letter(own, false) : own);
}

std::string if_then_sentence(const ui::Strings& tr, std::string_view cue, std::string_view act) {
  const std::string when = cue_of(cue);
  const std::string_view then = without_first_word(trimmed_view(act), "I");
  if (when.empty() || then.empty()) return {};
  return tr("{when}, I {then}.", {{"when", with_first_letter(when, true)}, {"then", std::string(then)}});
}

void draw_if_then_sheet(Stage& stage, const IfThenView& view, IfThenDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "if_then");
  draw_words(stage, draft);
  ui.space(kFieldGap);
  draw_suggestions(stage, view, draft);
  ui.space(kFieldGap);
  draw_when(stage, draft);
  ui.space(20);
  if (ui::button(ui, "save", ui.tr("Remind me"), {.icon = Icon::bell, .hue = kHue})) save(stage, draft);
  ui.space(8);
  ui::note(ui, ui.tr("Only you are reminded. What you do is never sent, counted or told."));
}

Result<void> IfThenSheet::read(Kindling& home, const Format& format) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  auto gestures = home.library().ideas({.kinds = {ContentKind::gesture}});
  if (!gestures) return gestures.error();
  std::stable_sort(gestures->begin(), gestures->end(), [&](const IdeaView& a, const IdeaView& b) {
    return order_of_day(a.content.id, *today) < order_of_day(b.content.id, *today);
  });
  view_.gestures.clear();
  for (const IdeaView& gesture : *gestures) {
    if (gesture.verdict != Verdict::no) view_.gestures.push_back(gesture_line(gesture, format));
  }
  if (std::exchange(filled_, true)) return {};
  draft_.time.time = LocalTime{kMoments[1].at};
  if (item_.empty()) return {};
  const auto found = home.library().find(item_);
  if (!found) return found.error();
  draft_.cue.set(without_when(found->content.cue));
  draft_.act.set(with_first_letter(found->content.name(), false));
  if (found->content.moment != Moment::any) draft_.moment = found->content.moment;
  for (const Usual& usual : kMoments) {
    if (usual.moment == found->content.moment) draft_.time.time = LocalTime{usual.at};
  }
  return {};
}

}  // namespace kindling::app
