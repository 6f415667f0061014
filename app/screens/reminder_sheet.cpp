#include "app/screens/reminder_sheet.hpp"

#include <algorithm>
#include <array>

#include "app/screens/form.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr ui::Step kHue = ui::Step::touch;

struct Rhythm {
  std::string_view id;
  std::string_view label;
  std::string_view words;  // as read_phrase takes them
};
constexpr std::array<Rhythm, 5> kRhythms{{{"daily", "Every day", "every day"},
                                          {"weekdays", "Weekdays", "weekdays"},
                                          {"weekends", "Weekends", "weekends"},
                                          {"friday", "Every Friday", "every Friday"},
                                          {"tomorrow", "Tomorrow", "tomorrow"}}};

bool noted(ui::FieldEvent event, ReminderSheetDraft& draft) {
  if (event == ui::FieldEvent::changed) draft.touched = true;
  return event == ui::FieldEvent::changed;
}

void draw_title(Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  focus_first(stage, "title", draft.focused);
  if (noted(ui::text_field(ui, "title", draft.title,
                           {.label = ui.tr("What would you like to be reminded of?"),
                            .placeholder = ui.tr("A hug before work"),
                            .limit = kTitleLimit,
                            .error = missing_words(ui.tr, draft.missing)}),
            draft)) {
    draft.missing = false;
  }
  if (view.old || view.ideas.empty() || !draft.title.empty()) return;
  ui.space(8);
  ui::Chips chips(ui, "ideas", ui.tr("Ideas"));
  for (const ReminderIdea& idea : view.ideas) {
    if (!chips.chip(idea.title, idea.title, false, kHue, Icon::sparkle)) continue;
    draft.title.replace_all(idea.title);
    if (draft.cue.empty()) draft.cue.replace_all(idea.cue);
    draft.touched = true;
  }
}

// Puts a rhythm or a time into the words and leaves the rest of them.
void put(ReminderSheetDraft& draft, const SchedulePhrase& phrase, LocalDate today) {
  draft.when.replace_all(phrase_of(phrase, today));
  draft.misread = false;
  draft.touched = true;
}

void draw_rhythms(Stage& stage, ReminderSheetDraft& draft, const ScheduleReading& reading) {
  ui::Ui& ui = stage.ui;
  ui::Chips chips(ui, "rhythms", ui.tr("Often used"));
  for (const Rhythm& rhythm : kRhythms) {
    auto phrase = read_phrase(rhythm.words, stage.today);
    if (!phrase) continue;
    const bool here = reading.understood && reading.phrase.rule == phrase->rule && reading.phrase.from == phrase->from;
    if (!chips.chip(rhythm.id, ui.tr(rhythm.label), here, kHue)) continue;
    phrase->at = draft.time.time;
    put(draft, *phrase, stage.today);
  }
}

ScheduleReading draw_schedule(Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const auto read = [&] {
    return read_schedule(stage.format, draft.when.text(), draft.time.time, stage.now, stage.today);
  };
  const bool writing = ui.focus() == ui.id("when");
  const bool changed = noted(ui::text_field(ui, "when", draft.when,
                                            {.label = ui.tr("When?"),
                                             .placeholder = ui.tr("weekdays at 07:45, every other Friday…"),
                                             .limit = kPhraseLimit}),
                             draft);
  if (changed) draft.misread = false;
  ScheduleReading reading = read();
  // The wheels follow the words, but for while they are turned themselves.
  if (reading.understood && (changed || !draft.time.open)) draft.time.time = *reading.phrase.at;
  ui.space(6);
  // While somebody is still writing, half a sentence isn't wrong yet.
  if (reading.understood) {
    ui::paragraph(ui, reading.words, ui::Face::label, ui.theme().touch.strong);
  } else if (view.old && draft.when.text() == draft.old_when) {
    // No short words say its rhythm: it stays until others are written.
    ui::paragraph(ui, ui.tr("{rhythm}; it stays as it is", {{"rhythm", view.rhythm}}), ui::Face::label,
                  ui.theme().touch.strong);
  } else if (draft.misread || !writing) {
    ui::error_note(ui, reading.error);
  } else {
    ui::note(ui, ui.tr("Such as: every day at 8, weekdays at 07:45, first Saturday of the month at 10:30"));
  }
  ui.space(6);
  draw_rhythms(stage, draft, reading);
  ui.space(8);
  if (time_field(stage, "time", ui.tr("At"), draft.time, kHue) && reading.understood) {
    reading.phrase.at = draft.time.time;
    put(draft, reading.phrase, stage.today);
  }
  return read();
}

ScheduleReading draw_when(Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (view.series()) {
    ui::field_label(ui, ui.tr("This repeats. Change…"));
    const std::array<std::string_view, 3> parts{ui.tr("Only this one"), ui.tr("This and following"), ui.tr("All")};
    if (const auto picked =
            ui::segmented(ui, "part", ui.tr("What to change"), parts, static_cast<std::size_t>(draft.part))) {
      draft.part = static_cast<Part>(*picked);
    }
    ui.space(6);
    if (draft.part != Part::all) {
      ui::note(ui,
               ui.tr("This one: {date}", {{"date", stage.format.when(at(*view.day, *view.day_time), stage.today)}}));
    }
    ui.space(kFieldGap);
  }
  if (draft.part != Part::one) return draw_schedule(stage, view, draft);
  if (date_field(stage, "date", draft.date, {.label = ui.tr("On"), .least = stage.today, .hue = kHue})) {
    draft.touched = true;
  }
  ui.space(kFieldGap);
  if (time_field(stage, "one_time", ui.tr("At"), draft.time, kHue)) draft.touched = true;
  ScheduleReading reading;
  reading.understood = true;
  return reading;
}

void draw_more(Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const std::string_view summary =
      draft.spread || !draft.cue.empty() ? ui.tr("As you set it") : ui.tr("Cue, kind, spread over a while");
  ui::fold_row(ui, "more", {.label = ui.tr("More"), .value = summary, .icon = Icon::faders, .hue = kHue}, draft.more);
  if (!draft.more) return;
  ui.space(kFieldGap);
  static_cast<void>(noted(ui::text_field(ui, "cue", draft.cue,
                                         {.label = ui.tr("Tied to something you do anyway"),
                                          .placeholder = ui.tr("when I put on my shoes"),
                                          .limit = kTitleLimit}),
                          draft));
  ui.space(kFieldGap);
  ui::field_label(ui, ui.tr("Kind"));
  const std::array<Choice, 5> kinds{{{"affection", ui.tr("Touch"), Icon::hand_heart},
                                     {"ritual", ui.tr("Ritual"), Icon::coffee},
                                     {"talk", ui.tr("Talk"), Icon::chat_circle_dots},
                                     {"date", ui.tr("Date"), Icon::calendar_heart},
                                     {"other", ui.tr("Other"), Icon::bell}}};
  if (const auto picked =
          choice_chips(stage, "kind", ui.tr("Kind"), kinds, static_cast<std::size_t>(draft.kind), kHue)) {
    draft.kind = static_cast<ReminderKind>(*picked);
    draft.touched = true;
  }
  ui.space(8);
  if (draft.part != Part::one || !view.series()) {
    if (ui::toggle(ui, "spread", ui.tr("Spread it"), ui.tr("A different minute each time, within a while"),
                   draft.spread)) {
      draft.touched = true;
    }
    if (draft.spread) {
      ui.space(8);
      if (time_field(stage, "from", ui.tr("Between"), draft.spread_from, kHue)) draft.touched = true;
      ui.space(kFieldGap);
      if (time_field(stage, "to", ui.tr("and"), draft.spread_to, kHue)) draft.touched = true;
    }
  }
}

void draw_whom(Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (view.old) return;
  ui::field_label(ui, ui.tr("For whom?"));
  const std::array<std::string_view, 2> options{ui.tr("For me"), ui.tr("For both of us")};
  if (const auto picked = ui::segmented(ui, "whom", ui.tr("For whom?"), options, draft.for_both ? 1U : 0U)) {
    draft.for_both = *picked == 1;
    draft.touched = true;
  }
  ui.space(kFieldGap);
}

void draw_ends(Stage& stage, const ReminderSheetView& view, const ReminderSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (!view.old) return;
  const bool paused = view.paused;
  ui.space(8);
  if (view.series() && !paused) {
    if (ui::button(ui, "skip", ui.tr("Leave it out this time"), {.style = ui::ButtonStyle::plain, .hue = kHue})) {
      stage.out.emplace_back(SkipReminder{*view.ref, *view.day});
      stage.out.emplace_back(CloseSheet{});
    }
    ui.space(8);
  }
  if (ui::button(ui, "pause", paused ? ui.tr("Bring it back") : ui.tr("Let it rest"),
                 {.style = ui::ButtonStyle::tinted, .icon = paused ? Icon::play : Icon::bell_z, .hue = kHue})) {
    stage.out.emplace_back(PauseReminder{*view.ref, !paused});
  }
  if (!remove_button(ui)) return;
  if (view.series() && draft.part != Part::all) {
    stage.out.emplace_back(RemoveOccurrence{*view.ref, *view.day, draft.part == Part::following});
  } else {
    stage.out.emplace_back(Remove{*view.ref});
  }
  stage.out.emplace_back(Saved{});
}

}  // namespace

void draw_reminder_sheet(Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "reminder");
  draw_title(stage, view, draft);
  ui.space(kFieldGap);
  const ScheduleReading reading = draw_when(stage, view, draft);
  ui.space(kFieldGap);
  draw_whom(stage, view, draft);
  draw_more(stage, view, draft);
  ui.space(20);
  if (ui::button(ui, "save", view.old ? ui.tr("Save") : ui.tr("Add reminder"))) {
    for (Intent& act : save_reminder(stage, view, draft, reading)) stage.out.push_back(std::move(act));
  }
  draw_ends(stage, view, draft);
}

}  // namespace kindling::app
