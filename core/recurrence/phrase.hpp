// Schedules in plain English, both ways: "weekdays at 07:45" becomes a rule and a time, and a rule becomes the shortest
// words that say it. Only what has one meaning is read; all else is refused with examples. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/recurrence/schedule.hpp"

namespace kindling {

// What the words say of a schedule; what they leave open is absent.
struct SchedulePhrase {
  std::string rule;               // RRULE text; empty: once
  std::optional<LocalTime> at;    // on the wall clock
  std::optional<LocalDate> from;  // the first day, where the words name one; the day itself where it comes once
  friend bool operator==(const SchedulePhrase&, const SchedulePhrase&) = default;
};

inline constexpr std::size_t kPhraseLimit = 200;  // bytes

// Reads such as "every day at 8", "every other Friday", "every Monday and Thursday at 7pm", "every 2 weeks on Sunday",
// "weekends", "every third day", "first Saturday of the month at 10:30", "last day of the month", "every month on the
// 1st and 15th", "every year on 14 February", "every year on the second Sunday of May"; and once: "tomorrow at 9",
// "on 24 December", "Friday at 19:00". A rhythm may end "until 24 December" or after "10 times in all" and begin "from
// 1 March". Case, commas and a final stop don't matter; times are read on 24 hours or with am and pm. A day without a
// year is the next one from today on; a weekday alone is the next one after today, since today has a word of its own.
// Fails with invalid and a sentence that shows two right examples.
[[nodiscard]] Result<SchedulePhrase> read_phrase(std::string_view text, LocalDate today);

// The inverse, with the time: read_phrase gives the same again for all that it can have given.
[[nodiscard]] std::string phrase_of(const SchedulePhrase& phrase, LocalDate today);

// The rhythm of a schedule without its time: "Weekdays", "Every other Friday", "Once, on Friday 27 November". Days that
// the rule takes from its start are named. "A custom rhythm" for what has no short words; ", with exceptions" where
// days were added or left out.
[[nodiscard]] std::string phrase_of(const Schedule& schedule, LocalDate today);

// Words with the time that can be edited as text: read again, and put in place of the rule and the time of day, they
// give the same schedule. Nothing where there are no such words. Exceptions are left aside.
[[nodiscard]] std::optional<std::string> editable_phrase(const Schedule& schedule, LocalDate today);

}  // namespace kindling
