// What the acts on reminders share: checking words, zones and rules, applying an edit, and the marks of occurrences.
// Free functions; same thread as the spaces.
#pragma once

#include <optional>
#include <string>

#include "core/services/reminder_service.hpp"

namespace kindling {

[[nodiscard]] Result<void> check_words(const Reminder& reminder);
[[nodiscard]] Result<void> check_zone(const Context& context, const std::string& zone);
// None where the text is empty: once.
[[nodiscard]] Result<std::optional<Rule>> read_rule(const std::string& text);

// The zone in which a schedule's wall times are meant.
[[nodiscard]] const TimeZone& zone_of(const Context& context, const Schedule& schedule);

// Changes what the edit names. Fails with invalid where the reminder that comes of it isn't one.
[[nodiscard]] Result<void> apply(const Context& context, const EditReminder& command, Reminder& reminder);

// One occurrence of a day.
struct Chosen {
  LocalDateTime nominal;
  LocalDate day;
  int ordinal = 0;
  int count = 1;  // how many the day has

  [[nodiscard]] Bytes key() const { return occurrence_key(day, ordinal); }
};
// The one of that ordinal, else the first of that day that is neither done nor skipped, else its last. Fails with
// invalid where the day has none such.
[[nodiscard]] Result<Chosen> choose(const Context& context, Tables& tables, const EntityRef& ref,
                                    const Reminder& reminder, LocalDate day, std::optional<int> ordinal);

// Whether the occurrence of that key was done or skipped.
[[nodiscard]] bool is_settled(Tables& tables, const Uuid& id, ByteView key);

}  // namespace kindling
