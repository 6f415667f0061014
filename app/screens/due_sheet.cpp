#include "app/screens/due_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/screens/form.hpp"
#include "core/services/snooze_choices.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr ui::Step kHue = ui::Step::touch;
constexpr std::chrono::minutes kSoon{90};  // so near that the stretch says more than the hour

EntityRef ref_of(const Reminder& reminder) { return {reminder.space, EntityKind::reminder, reminder.id.bytes}; }

void put_off(Stage& stage, const DueSheetView& view, LocalDateTime until) {
  stage.out.emplace_back(SnoozeReminder{.ref = *view.ref, .date = view.date, .ordinal = view.ordinal, .until = until});
  stage.out.emplace_back(Saved{});
}

void draw_later(Stage& stage, const DueSheetView& view) {
  ui::Ui& ui = stage.ui;
  for (std::size_t i = 0; i < view.later.size(); ++i) {
    const LocalDateTime until = view.later[i];
    const auto away = std::chrono::round<std::chrono::minutes>(until - stage.now);
    const bool soon = away <= kSoon;
    const std::string title =
        soon ? ui.tr("In {length}", {{"length", stage.format.length(away)}}) : stage.format.when(until, stage.today);
    const std::string time = soon ? stage.format.time(time_of(until)) : std::string();
    const ui::RowLook look{.icon = Icon::clock_countdown, .hue = kHue, .title = title, .trailing = time, .card = false};
    if (ui::row(ui, "later" + std::to_string(i), look) == ui::RowEvent::pressed) put_off(stage, view, until);
  }
}

void draw_own_time(Stage& stage, const DueSheetView& view, DueSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  time_field(stage, "time", ui.tr("Another time"), draft.time, kHue);
  LocalDateTime until = at(date_of(stage.now), draft.time.time);
  if (until <= stage.now) until += std::chrono::days(1);
  ui.space(10);
  const std::string words = ui.tr("Remind me: {when}", {{"when", stage.format.when(until, stage.today)}});
  if (ui::button(ui, "then", words, {.style = ui::ButtonStyle::tinted, .hue = kHue})) put_off(stage, view, until);
}

}  // namespace

std::string due_item(LocalDate date, int ordinal) { return to_string(date) + "/" + std::to_string(ordinal); }

DueSheet::DueSheet(const OpenSheet& sheet) {
  view_.ref = sheet.ref;
  const std::size_t slash = sheet.item.find('/');
  view_.date = parse_date(sheet.item.substr(0, slash)).value_or(LocalDate{});
  if (slash == std::string::npos) return;
  std::from_chars(sheet.item.data() + slash + 1, sheet.item.data() + sheet.item.size(), view_.ordinal);
}

Result<void> DueSheet::read(Kindling& home, const Format& format) {
  const auto today = home.today().today();
  if (!today) return today.error();
  if (!view_.ref) {
    if (today->reminders.empty()) return not_found("nothing is due today");
    const DueReminder& first = today->reminders.front();
    view_.ref = ref_of(first.reminder);
    view_.date = date_of(first.occurrence.nominal);
    view_.ordinal = first.ordinal;
  }
  const auto reminder = home.reminders().get(*view_.ref);
  if (!reminder) return reminder.error();
  const auto settings = home.settings().get();
  if (!settings) return settings.error();
  const Context& context = home.context();
  view_.title = reminder->title;
  const auto is_meant = [&](const DueReminder& due) {
    return ref_of(due.reminder) == view_.ref && date_of(due.occurrence.nominal) == view_.date &&
           due.ordinal == view_.ordinal;
  };
  const auto due = std::find_if(today->reminders.begin(), today->reminders.end(), is_meant);
  view_.when = format.time(time_of(due == today->reminders.end() ? reminder->schedule.start : due->occurrence.local));
  if (!reminder->cue.empty()) view_.when += " · " + reminder->cue;
  view_.later.clear();
  for (const Instant choice : snooze_choices(context.clock.now(), context.zone, settings->quiet)) {
    const LocalDateTime local = to_local(std::chrono::floor<std::chrono::seconds>(choice), context.zone);
    if (view_.later.empty() || view_.later.back() < local) view_.later.push_back(local);
  }
  if (!std::exchange(draft_.filled, true) && !view_.later.empty()) draft_.time.time = time_of(view_.later.back());
  return {};
}

void draw_due_sheet(Stage& stage, const DueSheetView& view, DueSheetDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "due");
  ui::note(ui, view.when);
  ui.space(14);
  if (ui::button(ui, "done", ui.tr("Done"), {.icon = Icon::check, .hue = kHue})) {
    stage.out.emplace_back(FinishReminder{*view.ref, view.date, view.ordinal});
    stage.out.emplace_back(Saved{});
  }
  ui.space(18);
  ui::heading(ui, ui.tr("Later"));
  ui.space(4);
  draw_later(stage, view);
  ui.space(8);
  draw_own_time(stage, view, draft);
  ui.space(18);
  const ui::RowLook skip{.icon = Icon::moon_stars,
                         .title = ui.tr("Leave it out this time"),
                         .subtitle = ui.tr("That costs nothing."),
                         .card = false};
  if (ui::row(ui, "skip", skip) == ui::RowEvent::pressed) {
    stage.out.emplace_back(SkipReminder{*view.ref, view.date});
    stage.out.emplace_back(Saved{});
  }
  const ui::RowLook change{
      .icon = Icon::pencil_simple, .title = ui.tr("Change the reminder"), .arrow = true, .card = false};
  if (ui::row(ui, "change", change) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::reminder, .ref = view.ref, .item = to_string(view.date)});
}

}  // namespace kindling::app
