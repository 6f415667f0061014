#include "core/services/settings_service.hpp"

#include "core/base/text.hpp"
#include "core/domain/checks.hpp"
#include "core/services/reminder_change.hpp"
#include "core/storage/repository.hpp"
#include "core/storage/settings_record.hpp"

namespace kindling {
namespace {

void change_window(Settings& settings, const EditSettings& command) {
  if (command.own_name) settings.own_name = trim(*command.own_name);
  if (command.partner_name) settings.partner_name = trim(*command.partner_name);
  if (command.theme) settings.theme = command.theme;
  if (command.text_scale) settings.text_scale = command.text_scale;
  if (command.motion) settings.motion = command.motion;
  if (command.clock) settings.clock = command.clock;
  if (command.week_start) settings.week_start = command.week_start;
  if (command.discreet_title) settings.discreet_title = *command.discreet_title;
  if (command.lock_after) settings.lock_after = command.lock_after;
  if (command.lock_after == 0) settings.lock_after.reset();
  if (command.first_run_done) settings.first_run_done = *command.first_run_done;
  if (command.notification_words) settings.notification_words = command.notification_words;
  if (command.silent_when_locked) settings.silent_when_locked = *command.silent_when_locked;
  if (command.after_quiet) settings.after_quiet = command.after_quiet;
  if (command.home_zone) settings.home_zone = *command.home_zone;
  if (command.tell_evening_before) settings.no_evening_before = !*command.tell_evening_before;
  if (command.tell_hour_before) settings.no_hour_before = !*command.tell_hour_before;
  if (command.tell_task_days) settings.no_task_days = !*command.tell_task_days;
}

bool is_comfort(std::optional<int> comfort) { return !comfort || (*comfort >= 0 && *comfort <= kComfortLimit); }

}  // namespace

Result<Settings> SettingsService::get() {
  Settings settings = load_settings(context_.self.tables());
  if (auto status = context_.self.take_status(); !status) return status.error();
  return settings;
}

template <class Change>
Result<Changes> SettingsService::change(Change&& apply) {
  return change_settings(context_.self, Verb::change_settings, [&](Settings& settings) -> Result<void> {
    apply(settings);
    return {};
  });
}

Result<Changes> SettingsService::edit(const EditSettings& command) {
  Settings chosen;
  change_window(chosen, command);
  if (auto checked = check_window(chosen); !checked) return checked.error();
  if (auto checked = check_zone(context_, chosen.home_zone); !checked) return checked.error();
  return change([&](Settings& settings) { change_window(settings, command); });
}

Result<Changes> SettingsService::set_quiet(std::optional<LocalTimeRange> quiet) {
  if (quiet && quiet->start == quiet->end) return invalid("quiet hours need two different times, such as 22:00-07:00");
  return change([&](Settings& settings) { settings.quiet = quiet; });
}

Result<Changes> SettingsService::set_comfort(ComfortKind kind, std::optional<int> ceiling) {
  if (!is_comfort(ceiling)) return invalid("a comfort ceiling is a number from 0 to 6");
  return change([&](Settings& settings) { settings.comfort(kind) = ceiling; });
}

Result<Changes> SettingsService::set_partner_comfort(ComfortKind kind, std::optional<int> ceiling) {
  if (!is_comfort(ceiling)) return invalid("a comfort ceiling is a number from 0 to 6");
  return change([&](Settings& settings) { settings.partner(kind) = ceiling; });
}

Result<Changes> SettingsService::set_felt_good(std::optional<int> comfort) {
  if (!is_comfort(comfort)) return invalid("how close something was is a number from 0 to 6");
  return change([&](Settings& settings) { settings.felt_good = comfort; });
}

Result<Changes> SettingsService::set_touch_rests(bool rests) {
  return change([&](Settings& settings) { settings.touch_rests = rests; });
}

Result<Changes> SettingsService::set_adult(bool wanted) {
  return change([&](Settings& settings) { settings.adult = wanted; });
}

Result<Changes> SettingsService::set_budget(ReminderKind kind, std::optional<int> a_week) {
  if (a_week && (*a_week < 0 || *a_week > 200)) return invalid("a weekly budget is a number from 0 to 200");
  return change([&](Settings& settings) { settings.budget(kind) = a_week; });
}

Result<Changes> SettingsService::set_day_start(LocalTime day_start) {
  if (day_start.since_midnight > std::chrono::hours(6)) return invalid("a day may start between 00:00 and 06:00");
  return change([&](Settings& settings) { settings.day_start = day_start; });
}

Result<Changes> SettingsService::set_calendar(const std::string& folder, bool discreet,
                                              const std::vector<std::string>& rituals) {
  Settings chosen;
  chosen.calendar_folder = folder;
  chosen.calendar_rituals = rituals;
  if (auto checked = check(chosen, context_.zones); !checked) return checked.error();
  return change([&](Settings& settings) {
    settings.calendar_folder = folder;
    settings.calendar_discreet = discreet;
    settings.calendar_rituals = rituals;
  });
}

Result<Changes> SettingsService::set_auto_backup(const std::string& folder) {
  Settings chosen;
  chosen.auto_backup_folder = folder;
  if (auto checked = check(chosen, context_.zones); !checked) return checked.error();
  return change([&](Settings& settings) { settings.auto_backup_folder = folder; });
}

Result<LocalDate> SettingsService::today() {
  auto settings = get();
  if (!settings) return settings.error();
  return context_.today(settings->day_start);
}

}  // namespace kindling
