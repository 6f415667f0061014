// The owner's choices, in Self. Mutations are acts, undoable. One thread.
#pragma once

#include <optional>

#include "core/domain/settings.hpp"
#include "core/services/context.hpp"

namespace kindling {

// What the window keeps. Only what is set is changed.
struct EditSettings {
  std::optional<std::string> own_name, partner_name;  // at most 60 characters; empty takes it away
  std::optional<Theme> theme;
  std::optional<int> text_scale;  // percent, 85..200
  std::optional<Motion> motion;
  std::optional<ClockFace> clock;
  std::optional<WeekStart> week_start;
  std::optional<bool> discreet_title;
  std::optional<int> lock_after;  // minutes, 1..120; 0: never by itself
  std::optional<bool> first_run_done;
  std::optional<NotificationWords> notification_words;
  std::optional<bool> silent_when_locked;
  std::optional<AfterQuiet> after_quiet;
  std::optional<std::string> home_zone;  // IANA id; empty: reminders follow the traveller
  // Of dates: the evening before, the hour before, the days of their tasks.
  std::optional<bool> tell_evening_before = std::nullopt, tell_hour_before = std::nullopt,
                      tell_task_days = std::nullopt;
};

class SettingsService {
 public:
  explicit SettingsService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<Settings> get();
  [[nodiscard]] Result<Changes> set_quiet(std::optional<LocalTimeRange> quiet);
  // 0..6; nothing: a sort of touch is as touch again, the others as before anything was chosen.
  [[nodiscard]] Result<Changes> set_comfort(ComfortKind kind, std::optional<int> ceiling);
  // What the partner told of theirs, 0..6; nothing: it is unknown again.
  [[nodiscard]] Result<Changes> set_partner_comfort(ComfortKind kind, std::optional<int> ceiling);
  // How close was what felt good, 0..6: no touch is suggested more than one step above. Nothing: it is forgotten.
  [[nodiscard]] Result<Changes> set_felt_good(std::optional<int> comfort);
  [[nodiscard]] Result<Changes> set_touch_rests(bool rests);
  [[nodiscard]] Result<Changes> set_adult(bool wanted);  // the owner's own switch, one of two
  [[nodiscard]] Result<Changes> set_budget(ReminderKind kind, std::optional<int> a_week);  // 0..200
  [[nodiscard]] Result<Changes> set_day_start(LocalTime day_start);                        // 00:00..06:00

  // One act for all of it. Fails with invalid, and changes nothing, where one of them is out of its limits.
  [[nodiscard]] Result<Changes> edit(const EditSettings& command);

  // Where a calendar is kept up to date (core/services/calendar_out.hpp); an empty folder: nowhere.
  [[nodiscard]] Result<Changes> set_calendar(const std::string& folder, bool discreet,
                                             const std::vector<std::string>& rituals);
  // Where backups are made by themselves (core/services/auto_backup.hpp); empty: nowhere.
  [[nodiscard]] Result<Changes> set_auto_backup(const std::string& folder);

  // The date of today as the owner counts it.
  [[nodiscard]] Result<LocalDate> today();

 private:
  template <class Change>
  [[nodiscard]] Result<Changes> change(Change&& apply);
  const Context& context_;
};

}  // namespace kindling
