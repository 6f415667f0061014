// Reminders: kept, changed, done, skipped, snoozed. A reminder for both lives in the couple's space, else in Self.
// Mutations are acts, undoable by name; each validates first and changes nothing where it fails. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/reminder.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct AddReminder {
  std::string title;
  LocalTime at;
  std::string rule;               // RRULE text; empty: once
  std::optional<LocalDate> from;  // else today, or tomorrow where the time has passed
  std::string cue;
  ReminderKind kind = ReminderKind::affection;
  std::string zone;  // IANA id; empty: floats with the traveller
  std::optional<LocalTimeRange> window;
  bool for_both = false;
};

// Only what is set is changed. An empty rule means once; an empty zone lets it float again.
struct EditReminder {
  std::optional<std::string> title;
  std::optional<LocalTime> at;
  std::optional<std::string> rule;
  std::optional<LocalDate> from;
  std::optional<std::string> cue;
  std::optional<ReminderKind> kind;
  std::optional<std::string> zone;
  std::optional<LocalTimeRange> window;
  bool no_window = false;
};

// What was done, skipped or put off, for the planner and the lists.
struct OccurrenceState {
  LocalDate date;
  int ordinal = 0;
  enum class What { done, skipped, snoozed } what = What::done;
  Instant until;  // for snoozed
};

class ReminderService {
 public:
  explicit ReminderService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<Changes> add(const AddReminder& command);
  // The whole series. Days that were left out stay out at a new time.
  [[nodiscard]] Result<Changes> edit(const EntityRef& reminder, const EditReminder& command);
  // That day's occurrence alone leaves the series and becomes a reminder that comes once: a thing of its own, since its
  // title may differ too and since "done" is counted by date, which an added date of the series would upset. Of several
  // a day it is the first that isn't settled, unless `ordinal` (from 0) names one. `touched` names the series first,
  // then the new one; where the series had no other occurrence it is changed itself. A rule is refused.
  [[nodiscard]] Result<Changes> edit_occurrence(const EntityRef& reminder, LocalDate date, const EditReminder& command,
                                                std::optional<int> ordinal = {});
  // The series ends before that day, and a new one begins with the first occurrence from that day on, changed as told.
  // `touched` as above; where nothing comes before that day the series itself is changed.
  [[nodiscard]] Result<Changes> edit_following(const EntityRef& reminder, LocalDate date, const EditReminder& command);
  // Takes one day's occurrence out of the series, or ends it before that day. The last one takes the reminder with it.
  [[nodiscard]] Result<Changes> remove_occurrence(const EntityRef& reminder, LocalDate date,
                                                  std::optional<int> ordinal = {});
  [[nodiscard]] Result<Changes> remove_following(const EntityRef& reminder, LocalDate date);
  // Without a date: today's occurrence (by the settings' start of day). Of several a day: the one of that ordinal (from
  // 0, as DueReminder has it), else the first that isn't settled. Fails with invalid where the rule gives none such.
  [[nodiscard]] Result<Changes> finish(const EntityRef& reminder, std::optional<LocalDate> date,
                                       std::optional<int> ordinal = {});
  [[nodiscard]] Result<Changes> skip(const EntityRef& reminder, std::optional<LocalDate> date,
                                     std::optional<int> ordinal = {});
  // Takes back the last "done" of that day, or the last "skipped" where none was done; with an ordinal that one's. A
  // mark is a last-writer-wins cell of its own: its removal wins over the mark that it saw, on every device, and
  // whoever marks it later is right again. The log's undo could only take back the newest act of this device. Fails
  // with invalid where the day has no mark.
  [[nodiscard]] Result<Changes> unfinish(const EntityRef& reminder, std::optional<LocalDate> date,
                                         std::optional<int> ordinal = {});
  // Puts off the occurrence that is due or comes next, or with a date one of that day, as for finish; `until` lies
  // after now and within 7 days.
  [[nodiscard]] Result<Changes> snooze(const EntityRef& reminder, Instant until, std::optional<LocalDate> date = {},
                                       std::optional<int> ordinal = {});
  [[nodiscard]] Result<Changes> pause(const EntityRef& reminder);
  [[nodiscard]] Result<Changes> resume(const EntityRef& reminder);
  [[nodiscard]] Result<Changes> remove(const EntityRef& reminder);

  // In the order of their ids, which is that of their making.
  [[nodiscard]] Result<std::vector<Reminder>> list();
  [[nodiscard]] Result<Reminder> get(const EntityRef& reminder);
  [[nodiscard]] Result<std::vector<OccurrenceState>> states(const Reminder& reminder, LocalDate from, LocalDate to);
  // Which of a day's occurrences (else today's) comes at that time on the wall clock, from 0. Fails with invalid where
  // none does.
  [[nodiscard]] Result<int> ordinal_at(const EntityRef& reminder, std::optional<LocalDate> date, LocalTime time);
  // Coming occurrences from now on, done or skipped ones left out.
  [[nodiscard]] Result<std::vector<Occurrence>> next(const EntityRef& reminder, std::size_t count);

 private:
  const Context& context_;
};

}  // namespace kindling
