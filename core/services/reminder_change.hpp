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

// Whether the occurrence of that key was done or skipped.
[[nodiscard]] bool is_settled(Tables& tables, const Uuid& id, ByteView key);

}  // namespace kindling
