#include <algorithm>
#include <array>

#include "app/screens/settings.hpp"
#include "app/screens/settings_parts.hpp"
#include "core/services/reminder_planner.hpp"

namespace kindling::app {
namespace {

constexpr LocalTimeRange kUsualQuiet{LocalTime{std::chrono::hours(22)}, LocalTime{std::chrono::hours(7)}};
constexpr std::chrono::minutes kStep{30};
constexpr std::chrono::minutes kDay{24 * 60};
constexpr int kMostBudget = 200;

LocalTime moved(LocalTime time, int by) { return LocalTime{(time.since_midnight + by * kStep + kDay) % kDay}; }

std::string_view background_hint(const ui::Strings& tr, const BackgroundState& state, bool locked) {
  if (locked) return tr("A passphrase locks your home: reminders arrive while this window is open and unlocked.");
  if (!state.shown) return tr("Nothing on this desktop shows notifications at the moment.");
  if (state.on) return tr("Reminders arrive at their minute, also after the next login.");
  return state.runs ? tr("Reminders arrive until you log out.")
                    : tr("Without it, reminders come only while this window is open.");
}

void draw_background(Stage& stage, const SettingsModel& view) {
  ui::Ui& ui = stage.ui;
  const BackgroundState& state = *stage.background;
  bool on = state.on;
  const std::string_view hint = background_hint(ui.tr, state, view.locked_by_passphrase);
  if (ui::toggle(ui, "background", ui.tr("Remind me when this is closed"), hint, on))
    stage.out.emplace_back(TurnBackground{on});
  ui.space(6);
  if (ui::button(ui, "test", ui.tr("Send a test"), {.style = ui::ButtonStyle::tinted}))
    stage.out.emplace_back(SendTest{});
  ui.space(8);
  divider(ui);
}

void draw_words(Stage& stage, const SettingsModel& view) {
  ui::Ui& ui = stage.ui;
  const Settings& now = view.settings;
  EditSettings edit;
  bool full = now.notification_words == NotificationWords::full;
  if (ui::toggle(ui, "words", ui.tr("Say what it is about"), ui.tr("Else only that there is something."), full))
    edit.notification_words = full ? NotificationWords::full : NotificationWords::neutral;
  bool waits = now.silent_when_locked;
  if (ui::toggle(ui, "when_locked", ui.tr("Wait while the screen is locked"), {}, waits))
    edit.silent_when_locked = waits;
  bool follows = now.home_zone.empty();
  if (ui::toggle(ui, "travel", ui.tr("Follow me when I travel"), ui.tr("Else they keep to the clock at home."),
                 follows))
    edit.home_zone = follows ? std::string() : view.zone;
  if (edit.notification_words || edit.silent_when_locked || edit.home_zone)
    stage.out.emplace_back(ChangeSettings{edit});
  divider(ui);
}

void draw_quiet(Stage& stage, const Settings& now) {
  ui::Ui& ui = stage.ui;
  bool on = now.quiet.has_value();
  if (ui::toggle(ui, "quiet", ui.tr("Quiet hours"), ui.tr("Nothing is announced then; it stays in Today."), on)) {
    stage.out.emplace_back(SetQuiet{on ? std::optional(kUsualQuiet) : std::nullopt});
  }
  if (!now.quiet) return;
  LocalTimeRange quiet = *now.quiet;
  const int from = stepper(ui, "from", {ui.tr("From"), stage.format.time(quiet.start)});
  const int until = stepper(ui, "until", {ui.tr("Until"), stage.format.time(quiet.end)});
  bool digest = now.after_quiet == AfterQuiet::digest;
  if (ui::toggle(ui, "digest", ui.tr("Sum up when they end"), ui.tr("One message for all that came then."), digest)) {
    stage.out.emplace_back(ChangeSettings{EditSettings{.after_quiet = digest ? AfterQuiet::digest : AfterQuiet::drop}});
  }
  if (from == 0 && until == 0) return;
  quiet.start = moved(quiet.start, from);
  quiet.end = moved(quiet.end, until);
  // A stretch of no length would be none at all: go on past it.
  if (quiet.start == quiet.end) (from != 0 ? quiet.start : quiet.end) = moved(quiet.start, from + until);
  stage.out.emplace_back(SetQuiet{quiet});
}

void draw_dates(Stage& stage, const Settings& now) {
  ui::Ui& ui = stage.ui;
  EditSettings edit;
  ui.space(6);
  ui::paragraph(ui, ui.tr("Of a date, remind me"), ui::Face::strong);
  bool evening = !now.no_evening_before;
  if (ui::toggle(ui, "evening_before", ui.tr("The evening before"), ui.tr("At seven."), evening))
    edit.tell_evening_before = evening;
  bool hour = !now.no_hour_before;
  if (ui::toggle(ui, "hour_before", ui.tr("An hour before"), {}, hour)) edit.tell_hour_before = hour;
  bool tasks = !now.no_task_days;
  if (ui::toggle(ui, "task_days", ui.tr("When something is to be booked"), ui.tr("On its day, at ten."), tasks))
    edit.tell_task_days = tasks;
  if (edit.tell_evening_before || edit.tell_hour_before || edit.tell_task_days)
    stage.out.emplace_back(ChangeSettings{edit});
}

// Once a day more or less, and singly where there are fewer than that.
int next_budget(int now, int by) {
  if (by > 0) return now < 7 ? now + 1 : std::min((now / 7 + 1) * 7, kMostBudget);
  return now <= 7 ? std::max(now - 1, 0) : (now - 1) / 7 * 7;
}

void draw_budget(Stage& stage, std::string_view name, std::string_view label, ReminderKind kind,
                 std::optional<int> budget) {
  ui::Ui& ui = stage.ui;
  const int now = budget.value_or(default_weekly_budget(kind));
  const std::string value = now == 0 ? std::string(ui.tr("None")) : std::to_string(now);
  const int by = stepper(ui, name, {label, value});
  if (by == 0) return;
  const int next = next_budget(now, by);
  if (next != now) stage.out.emplace_back(SetBudget{kind, next});
}

}  // namespace

void draw_reminder_settings(Stage& stage, const SettingsModel& view) {
  ui::Ui& ui = stage.ui;
  const Settings& now = view.settings;
  section(stage, ui.tr("Reminders"));
  const ui::Card card(ui, "reminders", ui.tr("Reminders"));
  if (stage.background != nullptr) draw_background(stage, view);
  draw_words(stage, view);
  draw_quiet(stage, now);
  divider(ui);
  draw_dates(stage, now);
  divider(ui);
  ui.space(6);
  ui::paragraph(ui, ui.tr("At most in a week"), ui::Face::strong);
  ui.space(2);
  ui::note(ui, ui.tr("What comes after that stays silent until the next week."));
  draw_budget(stage, "affection", ui.tr("Affection"), ReminderKind::affection, now.budget_affection);
  draw_budget(stage, "rituals", ui.tr("Rituals"), ReminderKind::ritual, now.budget_ritual);
  draw_budget(stage, "talks", ui.tr("Talks"), ReminderKind::talk, now.budget_talk);
  draw_budget(stage, "dates", ui.tr("Dates"), ReminderKind::date, now.budget_date);
  draw_budget(stage, "other", ui.tr("Everything else"), ReminderKind::other, now.budget_other);
  divider(ui);
  ui.space(6);
  ui::paragraph(ui, ui.tr("A new day begins at"), ui::Face::strong);
  ui.space(8);
  const LocalTime midnight{};
  const LocalTime late{std::chrono::hours(3)};
  const std::string early_words = stage.format.time(midnight);
  const std::string late_words = stage.format.time(late);
  const std::array<std::string_view, 2> options{early_words, late_words};
  const std::size_t chosen = now.day_start == midnight ? 0 : 1;
  if (const auto picked = ui::segmented(ui, "day_start", ui.tr("A new day begins at"), options, chosen)) {
    stage.out.emplace_back(SetDayStart{*picked == 0 ? midnight : late});
  }
  ui.space(8);
  ui::note(ui, ui.tr("For late nights: until then it is still yesterday's evening."));
}

}  // namespace kindling::app
