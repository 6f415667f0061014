// A reminder: a title that comes at its time, tied to a cue. Value types, no I/O.
#pragma once

#include <optional>
#include <string>

#include "core/domain/entity.hpp"
#include "core/domain/names.hpp"
#include "core/recurrence/schedule.hpp"

namespace kindling {

enum class ReminderKind { affection, ritual, talk, date, other };
template <>
struct EnumNames<ReminderKind> {
  static constexpr std::array<std::string_view, 5> kNames{"affection", "ritual", "talk", "date", "other"};
};
template <>
struct EnumNames<ScheduleKind> {
  static constexpr std::array<std::string_view, 3> kNames{"floating", "zoned", "date"};
};

struct Reminder {
  static constexpr EntityKind kKind = EntityKind::reminder;
  // Set fields, keyed by occurrence_key.
  static constexpr FieldNumber kDone = 20;
  static constexpr FieldNumber kSkipped = 21;
  static constexpr FieldNumber kSnoozed = 22;  // value: until, milliseconds since 1970 (UTC)

  Id<Reminder> id;
  SpaceKind space = SpaceKind::self;  // couple: for both
  std::string title;
  std::string cue;  // "when I put on my shoes"
  Schedule schedule;
  std::optional<LocalTimeRange> window;  // spread over it by a jitter that two devices agree on
  ReminderKind kind = ReminderKind::affection;
  bool paused = false;
};

// Field numbers are stable for ever; see core/domain/entity.cpp for which of them lie plain on disk.
template <class Visitor, class Entity>
void describe_schedule(Visitor& visit, Entity& schedule) {
  visit(3, "schedule", schedule.kind);
  visit(4, "start", schedule.start);
  visit(5, "zone", schedule.zone);
  visit(6, "rule", schedule.rule);
  visit(7, "added", schedule.added);
  visit(8, "excluded", schedule.excluded);
}
template <class Visitor>
void describe(Visitor& visit, Reminder& reminder) {
  visit(1, "title", reminder.title);
  visit(2, "cue", reminder.cue);
  describe_schedule(visit, reminder.schedule);
  visit(9, "window", reminder.window);
  visit(10, "kind", reminder.kind);
  visit(11, "paused", reminder.paused);
}

// "Done" is kept by local date and ordinal of the occurrence on that date (0 for the first), never by instant: six
// bytes that sort by time.
[[nodiscard]] Bytes occurrence_key(LocalDate date, int ordinal = 0);
[[nodiscard]] LocalDate date_of_key(ByteView key) noexcept;
[[nodiscard]] int ordinal_of_key(ByteView key) noexcept;

}  // namespace kindling
