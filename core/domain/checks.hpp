// What a thing that came from a file has to be before it may enter a home: the limits that the services keep for what a
// person types. Each check also settles what follows from other fields. Errors say what was wrong and what would be
// right, and never repeat a value. Pure; any thread that owns the zones.
#pragma once

#include "core/base/result.hpp"
#include "core/domain/entity_types.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling {

[[nodiscard]] Result<void> check(Reminder& reminder, const TimeZones& zones);  // DTSTART moved to the first occurrence
[[nodiscard]] Result<void> check(Ritual& ritual, const TimeZones& zones);      // the same
[[nodiscard]] Result<void> check(Idea& idea, const TimeZones& zones);
[[nodiscard]] Result<void> check(Plan& plan, const TimeZones& zones);  // `at` follows from `start` and `zone`
[[nodiscard]] Result<void> check(CheckIn& check_in, const TimeZones& zones);
[[nodiscard]] Result<void> check(PromptAnswer& answer, const TimeZones& zones);
[[nodiscard]] Result<void> check(Memory& memory, const TimeZones& zones);
[[nodiscard]] Result<void> check(Appreciation& appreciation, const TimeZones& zones);
[[nodiscard]] Result<void> check(Mark& mark, const TimeZones& zones);
[[nodiscard]] Result<void> check(Settings& settings, const TimeZones& zones);
// The part of it that the window keeps: names, looks and locking.
[[nodiscard]] Result<void> check_window(const Settings& settings);

inline constexpr std::size_t kMostLines = 100;  // feelings of a check-in, steps of a ritual

}  // namespace kindling
