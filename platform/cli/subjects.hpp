// What many commands need: the thing that an id names, what an act touched, moments as people write them, and moods in
// words. Free functions; same thread as the session.
#pragma once

#include <string>

#include "core/kindling.hpp"
#include "core/recurrence/phrase.hpp"
#include "platform/cli/arguments.hpp"
#include "platform/cli/session.hpp"

namespace kindling::cli {

// The thing of that kind whose id was given as ID.
[[nodiscard]] Result<EntityRef> subject(Kindling& home, EntityKind kind, const Arguments& arguments);

// The first thing of that kind that an act touched, in Self if it is in both. Fails with failed where there is none.
[[nodiscard]] Result<EntityRef> touched(const Changes& changes, EntityKind kind);

// An RFC 3339 instant, a wall time of the device's zone, or a time of day: its next coming.
[[nodiscard]] Result<Instant> parse_moment(const Session& session, std::string_view text);
// A wall time, or a date that means its midnight.
[[nodiscard]] Result<LocalDateTime> parse_wall_time(std::string_view text);

[[nodiscard]] Result<std::string> any_text(std::string_view text);

// What --when says in words; nothing where it isn't given. Refused where --repeat, --at or --from says the same thing.
[[nodiscard]] std::optional<SchedulePhrase> read_when(ArgumentReader& read, const Session& session,
                                                      const Arguments& arguments);

// "content, grateful": the mood in words, and the feelings.
[[nodiscard]] std::string mood_text(const CheckIn& check_in);

[[nodiscard]] LocalDateTime local_of(const Session& session, Instant instant);
// The calendar's date, for words such as "tomorrow".
[[nodiscard]] LocalDate current_date(const Session& session);

}  // namespace kindling::cli
