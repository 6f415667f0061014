// What will really be notified: one pure function from rules, marks, quiet hours, budgets and now to the wanted set,
// nearest first. It runs the same on every device of a person, so that two of them agree. No I/O; any thread that owns
// the zone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/reminder.hpp"
#include "core/domain/settings.hpp"
#include "core/ports/time_zones.hpp"
#include "core/recurrence/zone_cursor.hpp"
#include "core/services/reminder_service.hpp"

namespace kindling {

// A thing that may be notified: a reminder, a ritual or a plan.
struct PlannedRule {
  EntityRef source;
  std::string title;
  ReminderKind kind = ReminderKind::other;
  Schedule schedule;
  const TimeZone* zone = nullptr;        // of a zoned schedule; nullptr: the device's
  std::optional<LocalTimeRange> window;  // each occurrence is moved into it by a jitter from the digest of (id, date)
  std::chrono::minutes ahead{0};         // how long before the occurrence it is notified (plans)
  int first_ordinal = 0;                 // of each day's occurrences: tells several rules of one thing apart
  std::vector<OccurrenceState> states;   // done, skipped and snoozed ones in the time that is planned
  int ignored = 0;                       // how often in a row it was told and nothing was done about it
};

// From so many on a reminder asks whether to rest, move or go, and comes every third day only.
inline constexpr int kIgnoredTooOften = 6;

struct PlannerInput {
  std::vector<PlannedRule> rules;  // paused and resting ones left out by the caller
  std::optional<LocalTimeRange> quiet;
  AfterQuiet after_quiet = AfterQuiet::drop;
  std::map<ReminderKind, int>
      weekly_budget;  // kinds without an entry: kDefaultBudget; weeks are ISO weeks of the device's zone
  Instant now;
  const TimeZone* zone = nullptr;  // the device's
  int days = 14;
  std::size_t limit = 60;
};

[[nodiscard]] int default_weekly_budget(
    ReminderKind kind) noexcept;  // affection 28, ritual 42, talk 14, date 14, other 70

struct Notification {
  Instant at;
  EntityRef source;
  LocalDate date;  // of the occurrence, with `ordinal` what "done" is keyed by
  int ordinal = 0;
  std::string title;
  ReminderKind kind = ReminderKind::other;
  bool snoozed = false;
  int ignored = 0;                   // see PlannedRule
  std::vector<Notification> merged;  // others that come along with it; none of their own
};

// Why an occurrence isn't in the wanted set by itself.
enum class Fate { notified, merged, quiet, over_budget, thinned, done, skipped, beyond_limit };
struct PlannedOccurrence {
  EntityRef source;
  LocalDate date;
  int ordinal = 0;
  Instant at;
  Fate fate = Fate::notified;
};

struct NotificationPlan {
  std::vector<Notification> wanted;  // nearest first, at most `limit`
  std::vector<PlannedOccurrence>
      record;  // every occurrence of the time that is planned, with its fate: none is lost silently
};

// Rules: (1) occurrences with now <= at < now + days; a snoozed one comes at its `until` instead. (2) Done and skipped
// ones never. (3) In quiet hours: never (a window's jitter first tries to stay outside them); what falls into them is
// dropped, or comes together when they end. (4) At most the weekly
// budget a kind, the earliest ones first; what came earlier in the week of `now` has used up its share, and done,
// skipped and snoozed ones keep their place, so that no mark and no later `now` changes what comes of the others. A
// snoozed one always comes. (5) One that was ignored kIgnoredTooOften times comes on every third date, which ones its
// id says. (6) What comes within five minutes merges into the earliest. (7) At most `limit`, and never more than 60.
// What was shown before `now`, alone or merged, is for the caller to remember. REQUIRES: input.zone.
[[nodiscard]] NotificationPlan plan_notifications(const PlannerInput& input);

// What the system was asked to show at some moment.
struct HeldNotification {
  EntityRef source;
  LocalDate date;
  int ordinal = 0;
  Instant at;
  friend auto operator<=>(const HeldNotification&, const HeldNotification&) = default;
};

// What to tell the system so that it holds what is wanted and nothing else: for systems that show at the moment by
// themselves. Merged ones come with their head. Both in the order of the moments.
struct NotificationChanges {
  std::vector<HeldNotification> cancel;
  std::vector<Notification> schedule;
};
[[nodiscard]] NotificationChanges reconcile(const std::vector<Notification>& wanted,
                                            std::vector<HeldNotification> held);

// Where in its window the occurrence of that date comes: whole minutes, from BLAKE2b of (id, date), equal on every
// device.
[[nodiscard]] LocalDateTime jittered(const Uuid& id, LocalDate date, const LocalTimeRange& window,
                                     const std::optional<LocalTimeRange>& quiet);

// When the occurrences of a rule come, snoozing apart: jitter, the morning for whole days, and `ahead`. Quick for one
// occurrence after the other. It refers to the rule and the zones, which must outlive it.
class OccurrenceTimes {
 public:
  OccurrenceTimes(const PlannedRule& rule, const std::optional<LocalTimeRange>& quiet, const TimeZone& device);

  [[nodiscard]] Instant at(const Occurrence& occurrence);

 private:
  const PlannedRule& rule_;
  std::optional<LocalTimeRange> quiet_;
  const TimeZone& device_;
  const TimeZone& zone_;
  ZoneCursor cursor_;
};

}  // namespace kindling
