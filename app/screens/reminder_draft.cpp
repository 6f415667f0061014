// How a reminder's sheet is filled, and what its words come to when they are saved.
#include <algorithm>
#include <utility>

#include "app/screens/form.hpp"
#include "app/screens/reminder_sheet.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

constexpr std::size_t kIdeas = 2;
constexpr std::size_t kIdeaLimit = 32;  // characters: chips are short
constexpr std::chrono::hours kUsual{8};

EditReminder changes(const Reminder& old, const ReminderSheetDraft& draft) {
  EditReminder edit;
  const std::string title(trimmed_view(draft.title.text()));
  const std::string cue(trimmed_view(draft.cue.text()));
  if (title != old.title) edit.title = title;
  if (cue != old.cue) edit.cue = cue;
  if (draft.kind != old.kind) edit.kind = draft.kind;
  return edit;
}

bool differs(const EditReminder& edit) {
  return edit.title || edit.at || edit.rule || edit.from || edit.cue || edit.kind || edit.window || edit.no_window;
}

Intents save_one(const ReminderSheetView& view, const ReminderSheetDraft& draft) {
  EditReminder edit = changes(*view.old, draft);
  if (draft.time.time != *view.day_time) edit.at = draft.time.time;
  if (draft.date.date != *view.day) edit.from = draft.date.date;
  if (!differs(edit)) return {Saved{}};
  return {ChangeOccurrence{*view.ref, *view.day, false, edit}, Saved{}};
}

Intents save_new(const ReminderSheetDraft& draft, const SchedulePhrase& phrase) {
  AddReminder act{.title = std::string(trimmed_view(draft.title.text())),
                  .at = *phrase.at,
                  .rule = phrase.rule,
                  .from = phrase.from,
                  .cue = std::string(trimmed_view(draft.cue.text())),
                  .kind = draft.kind,
                  .for_both = draft.for_both};
  if (draft.spread) act.window = LocalTimeRange{draft.spread_from.time, draft.spread_to.time};
  return {std::move(act), Saved{}};
}

}  // namespace

Intents save_reminder(const Stage& stage, const ReminderSheetView& view, ReminderSheetDraft& draft,
                      const ScheduleReading& reading) {
  draft.missing = trimmed_view(draft.title.text()).empty();
  draft.misread = !reading.understood && !(view.old && draft.when.text() == draft.old_when);
  if (draft.missing || draft.misread) return {};
  if (!view.old) return save_new(draft, reading.phrase);
  if (view.series() && draft.part == Part::one) return save_one(view, draft);
  EditReminder edit = changes(*view.old, draft);
  if (draft.when.text() != draft.old_when) {
    const ScheduleChange change = change_of(draft.old_when, reading.phrase, stage.today);
    edit.at = change.at;
    edit.rule = change.rule;
    edit.from = change.from;
  }
  if (draft.spread) {
    const LocalTimeRange window{draft.spread_from.time, draft.spread_to.time};
    if (view.old->window != window) edit.window = window;
  } else {
    edit.no_window = view.old->window.has_value();
  }
  if (!differs(edit)) return {Saved{}};
  if (view.series() && draft.part == Part::following) {
    return {ChangeOccurrence{*view.ref, *view.day, true, edit}, Saved{}};
  }
  return {ChangeReminder{*view.ref, edit}, Saved{}};
}

Result<void> ReminderSheet::read_old(Kindling& home, LocalDate today) {
  auto reminder = home.reminders().get(*view_.ref);
  if (!reminder) return reminder.error();
  view_.paused = reminder->paused;
  // What is changed is what the fields were filled with: what somebody else changed meanwhile stays.
  if (filled_) return {};
  view_.old = *reminder;
  view_.rhythm = phrase_of(reminder->schedule, today);
  auto next = home.reminders().next(*view_.ref, 1);
  if (!next) return next.error();
  const LocalTime usual = time_of(reminder->schedule.start);
  view_.day_time = usual;
  if (const auto asked = parse_date(sheet_.item)) {
    view_.day = *asked;
  } else if (!next->empty()) {
    view_.day = date_of(next->front().nominal);
    view_.day_time = time_of(next->front().nominal);
  }
  return {};
}

Result<void> ReminderSheet::read(Kindling& home, const Format&) {
  const auto counted = home.settings().today();
  if (!counted) return counted.error();
  const LocalDate today = *counted;
  if (view_.ref) {
    if (auto old = read_old(home, today); !old) return old;
  }
  if (filled_) return {};
  filled_ = true;
  draft_.spread_from.time = LocalTime{std::chrono::hours(17)};
  draft_.spread_to.time = LocalTime{std::chrono::hours(20)};
  if (view_.old) {
    const Reminder& old = *view_.old;
    draft_.title.set(old.title);
    draft_.cue.set(old.cue);
    draft_.kind = old.kind;
    draft_.time.time = view_.day_time.value_or(time_of(old.schedule.start));
    draft_.date.date = view_.day.value_or(date_of(old.schedule.start));
    draft_.part = parse_date(sheet_.item) ? Part::one : Part::all;
    draft_.spread = old.window.has_value();
    if (old.window) {
      draft_.spread_from.time = old.window->start;
      draft_.spread_to.time = old.window->end;
    }
    draft_.more = draft_.spread;
    draft_.when.set(editable_phrase(old.schedule, today).value_or(std::string()));
    draft_.old_when = draft_.when.text();
    return {};
  }
  draft_.time.time = LocalTime{kUsual};
  draft_.when.set(phrase_of(SchedulePhrase{.rule = "FREQ=DAILY", .at = draft_.time.time, .from = {}}, today));
  // An item is the id of a gesture to be reminded of.
  if (!sheet_.item.empty()) {
    auto idea = home.library().find(sheet_.item);
    if (!idea) return idea.error();
    draft_.title.set(idea->content.name());
    draft_.cue.set(idea->content.cue);
    draft_.more = !idea->content.cue.empty();
  }
  ContentFilter filter;
  filter.kinds = {ContentKind::gesture};
  auto gestures = home.library().ideas(filter);
  if (!gestures) return gestures.error();
  const auto days = static_cast<std::size_t>(today.time_since_epoch().count());
  // Others every day, and spread over the whole list.
  for (std::size_t i = 0; i < gestures->size() && view_.ideas.size() < kIdeas; ++i) {
    const Content& content = (*gestures)[(days * 7 + i * 37) % gestures->size()].content;
    if (content.title.empty() || count_characters(content.title) > kIdeaLimit) continue;
    const bool twice = std::any_of(view_.ideas.begin(), view_.ideas.end(),
                                   [&](const ReminderIdea& idea) { return idea.title == content.title; });
    if (!twice) view_.ideas.push_back({content.title, content.cue});
  }
  return {};
}

}  // namespace kindling::app
