// What of the couple's things a calendar shows, as --rituals and --discreet say it. Same thread as the session.
#pragma once

#include "core/kindling.hpp"
#include "core/services/calendar_events.hpp"
#include "platform/cli/arguments.hpp"
#include "platform/cli/command.hpp"

namespace kindling::cli {

inline constexpr Parameter kRitualsParameter{
    "--rituals", "WHICH", "all, none or the ids of rituals, several with commas between them", false, true, "all|none"};
inline constexpr Parameter kDiscreetParameter{"--discreet", "", "neutral titles, no words of yours"};

// REQUIRES: the command has both parameters. Rituals are `all_unless_said` or none where --rituals isn't given.
[[nodiscard]] Result<CalendarChoice> read_calendar_choice(Kindling& home, const Arguments& arguments,
                                                          bool all_unless_said);

}  // namespace kindling::cli
