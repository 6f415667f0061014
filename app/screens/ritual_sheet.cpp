#include "app/screens/ritual_sheet.hpp"

#include <algorithm>
#include <array>

#include "app/screens/form.hpp"
#include "app/screens/time_ritual.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr ui::Step kHue = ui::Step::time;
constexpr std::array<int, 6> kLengths{2, 5, 10, 20, 30, 60};
// One of each kind, small ones: to begin with. Whoever says what kind it is to be sees all of that kind.
constexpr std::array<std::string_view, 4> kStarters{"ritual.parting.coats-on", "ritual.reunion.quiet-landing",
                                                    "ritual.meal.pot-lid", "ritual.bedtime.same-dark"};

std::string lines_of(const std::vector<std::string>& steps) {
  std::string lines;
  for (const std::string& step : steps) {
    if (!lines.empty()) lines += '\n';
    lines += step;
  }
  return lines;
}

std::vector<std::string> steps_of(std::string_view lines) {
  std::vector<std::string> steps;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    if (const auto step = trimmed_view(lines.substr(0, end)); !step.empty()) steps.emplace_back(step);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return steps;
}

RitualStarter starter_of(const Content& content, LocalDate today) {
  RitualStarter starter{.id = content.id,
                        .title = content.name(),
                        .kind = parse_name<RitualKind>(content.ritual_kind).value_or(RitualKind::other),
                        .when = {},
                        .length = std::chrono::minutes(std::max(content.minutes, 1)),
                        .steps = content.steps};
  SchedulePhrase phrase{.rule = content.rule.empty() ? "FREQ=DAILY" : content.rule, .at = {}, .from = {}};
  if (const auto time = parse_time(content.at)) phrase.at = *time;
  starter.when = phrase_of(phrase, today);
  return starter;
}

void begin_with(RitualSheetDraft& draft, const RitualStarter& starter) {
  draft.title.replace_all(starter.title);
  draft.when.replace_all(starter.when);
  draft.steps.replace_all(lines_of(starter.steps));
  draft.kind = starter.kind;
  draft.length = starter.length;
}

void draw_what(Stage& stage, const RitualSheetView& view, RitualSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (!view.old && draft.title.empty() && !view.starters.empty()) {
    ui::field_label(ui, ui.tr("Begin with one of these, or your own"));
    ui::Chips chips(ui, "starters", ui.tr("Begin with one of these, or your own"));
    for (const RitualStarter& starter : view.starters) {
      const bool is_first = std::find(kStarters.begin(), kStarters.end(), starter.id) != kStarters.end();
      if (draft.kind == RitualKind::other ? !is_first : starter.kind != draft.kind) continue;
      if (!chips.chip(starter.id, starter.title, false, kHue, Icon::sparkle)) continue;
      begin_with(draft, starter);
      draft.touched = true;
    }
  }
  if (!view.old && draft.title.empty()) ui.space(8);
  focus_first(stage, "title", draft.focused);
  const auto event = ui::text_field(ui, "title", draft.title,
                                    {.label = ui.tr("What do you two do?"),
                                     .placeholder = ui.tr("Tea on the balcony"),
                                     .limit = kTitleLimit,
                                     .error = missing_words(ui.tr, draft.missing)});
  if (event == ui::FieldEvent::changed) {
    draft.touched = true;
    draft.missing = false;
  }
  ui.space(kFieldGap);
  ui::field_label(ui, ui.tr("What it belongs to"));
  const std::array<Choice, 7> kinds{{{"parting", ui.tr("Parting"), ritual_icon(RitualKind::parting)},
                                     {"reunion", ui.tr("Coming home"), ritual_icon(RitualKind::reunion)},
                                     {"meal", ui.tr("Meal"), ritual_icon(RitualKind::meal)},
                                     {"bedtime", ui.tr("Bedtime"), ritual_icon(RitualKind::bedtime)},
                                     {"weekly", ui.tr("The week"), ritual_icon(RitualKind::weekly)},
                                     {"yearly", ui.tr("The year"), ritual_icon(RitualKind::yearly)},
                                     {"other", ui.tr("Other"), ritual_icon(RitualKind::other)}}};
  if (const auto picked =
          choice_chips(stage, "kind", ui.tr("What it belongs to"), kinds, static_cast<std::size_t>(draft.kind), kHue)) {
    draft.kind = static_cast<RitualKind>(*picked);
    draft.touched = true;
  }
}

ScheduleReading draw_when(Stage& stage, const RitualSheetView& view, RitualSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const bool writing = ui.focus() == ui.id("when");
  if (ui::text_field(ui, "when", draft.when,
                     {.label = ui.tr("How often, and when?"),
                      .placeholder = ui.tr("every day at 18:30, every other Friday at 20:00…"),
                      .limit = kPhraseLimit}) == ui::FieldEvent::changed) {
    draft.touched = true;
    draft.misread = false;
  }
  const auto read = [&] {
    ScheduleReading reading = read_schedule(stage.format, draft.when.text(), draft.time.time, stage.now, stage.today);
    if (reading.understood && reading.phrase.rule.empty()) {
      reading.understood = false;
      reading.error = ui.tr("A ritual comes again: \"every Sunday at 10\" would be right");
    }
    return reading;
  };
  ScheduleReading reading = read();
  if (reading.understood && !draft.time.open) draft.time.time = *reading.phrase.at;
  ui.space(6);
  if (reading.understood) {
    ui::paragraph(ui, reading.words, ui::Face::label, ui.theme().time.strong);
  } else if (view.old && draft.when.text() == draft.old_when) {
    ui::paragraph(ui, ui.tr("{rhythm}; it stays as it is", {{"rhythm", view.rhythm}}), ui::Face::label,
                  ui.theme().time.strong);
  } else if (draft.misread || !writing) {
    ui::error_note(ui, reading.error);
  } else {
    ui::note(ui, ui.tr("Such as: every day at 18:30, every Sunday at 10"));
  }
  ui.space(kFieldGap);
  if (time_field(stage, "time", ui.tr("At"), draft.time, kHue) && reading.understood) {
    reading.phrase.at = draft.time.time;
    draft.when.replace_all(phrase_of(reading.phrase, stage.today));
    draft.touched = true;
    reading = read();
  }
  return reading;
}

void save(Stage& stage, const RitualSheetView& view, RitualSheetDraft& draft, const ScheduleReading& reading) {
  const std::string title(trimmed_view(draft.title.text()));
  draft.missing = title.empty();
  draft.misread = !reading.understood && !(view.old && draft.when.text() == draft.old_when);
  if (draft.missing || draft.misread) return;
  if (!view.old) {
    stage.out.emplace_back(AddRitual{.title = title,
                                     .kind = draft.kind,
                                     .at = *reading.phrase.at,
                                     .rule = reading.phrase.rule,
                                     .length = draft.length,
                                     .steps = steps_of(draft.steps.text()),
                                     .from = reading.phrase.from});
    stage.out.emplace_back(Saved{});
    return;
  }
  const Ritual& old = *view.old;
  EditRitual edit;
  if (title != old.title) edit.title = title;
  if (draft.kind != old.kind) edit.kind = draft.kind;
  if (draft.when.text() != draft.old_when) {
    const ScheduleChange change = change_of(draft.old_when, reading.phrase, stage.today);
    edit.at = change.at;
    edit.rule = change.rule;
    edit.from = change.from;
  }
  if (draft.length != old.length) edit.length = draft.length;
  if (draft.steps.text() != draft.old_steps) edit.steps = steps_of(draft.steps.text());
  if (edit.title || edit.kind || edit.at || edit.rule || edit.from || edit.length || edit.steps) {
    stage.out.emplace_back(ChangeRitual{*view.ref, edit});
  }
  stage.out.emplace_back(Saved{});
}

}  // namespace

void draw_ritual_sheet(Stage& stage, const RitualSheetView& view, RitualSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "ritual");
  draw_what(stage, view, draft);
  ui.space(kFieldGap);
  const ScheduleReading reading = draw_when(stage, view, draft);
  ui.space(kFieldGap);
  ui::field_label(ui, ui.tr("How long?"));
  if (ui::length_chips(
          ui, "length", draft.length,
          {.label = ui.tr("How long?"), .minutes = kLengths, .hue = kHue, .spoken = [&](std::chrono::minutes length) {
             return stage.format.length(length);
           }})) {
    draft.touched = true;
  }
  ui.space(kFieldGap);
  if (ui::text_field(ui, "steps", draft.steps,
                     {.label = ui.tr("Its steps, one a line"),
                      .placeholder = ui.tr("Phones in the drawer"),
                      .lines = 3,
                      .limit = 2000}) == ui::FieldEvent::changed) {
    draft.touched = true;
  }
  ui.space(20);
  if (ui::button(ui, "save", view.old ? ui.tr("Save") : ui.tr("Add ritual"), {.hue = kHue})) {
    save(stage, view, draft, reading);
  }
  if (view.old && remove_button(ui)) {
    stage.out.emplace_back(Remove{*view.ref});
    stage.out.emplace_back(Saved{});
  }
}

Result<void> RitualSheet::read(Kindling& home, const Format&) {
  // What is changed is what the fields were filled with: what somebody else changed meanwhile stays.
  if (filled_) return {};
  const auto counted = home.settings().today();
  if (!counted) return counted.error();
  const LocalDate today = *counted;
  if (view_.ref) {
    auto ritual = home.rituals().get(*view_.ref);
    if (!ritual) return ritual.error();
    view_.old = ritual->ritual;
    view_.rhythm = phrase_of(view_.old->schedule, today);
  }
  filled_ = true;
  if (view_.old) {
    const Ritual& old = *view_.old;
    draft_.title.set(old.title);
    draft_.kind = old.kind;
    draft_.length = old.length;
    draft_.time.time = time_of(old.schedule.start);
    draft_.when.set(editable_phrase(old.schedule, today).value_or(std::string()));
    draft_.old_when = draft_.when.text();
    draft_.steps.set(lines_of(old.steps));
    draft_.old_steps = draft_.steps.text();
    return {};
  }
  draft_.time.time = LocalTime{std::chrono::hours(18) + std::chrono::minutes(30)};
  draft_.when.set(phrase_of(SchedulePhrase{.rule = "FREQ=DAILY", .at = draft_.time.time, .from = {}}, today));
  const auto pieces = home.library().pieces(ContentKind::ritual);
  if (!pieces) return pieces.error();
  for (const Content& piece : *pieces) view_.starters.push_back(starter_of(piece, today));
  if (item_.empty()) return {};
  auto asked = home.library().find(item_);
  if (!asked) return asked.error();
  begin_with(draft_, starter_of(asked->content, today));
  return {};
}

}  // namespace kindling::app
