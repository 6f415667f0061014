// What the couple's things are in a calendar: plans, rituals and reminders as events with alarms. Reading only; same
// thread as the spaces.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.hpp"
#include "core/codec/calendar_file.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct RitualChoice {
  bool all = true;
  std::vector<Uuid> ids;  // where it isn't all; those that aren't there are passed over

  [[nodiscard]] bool contains(const Uuid& id) const;
  friend bool operator==(const RitualChoice&, const RitualChoice&) = default;
};

struct CalendarChoice {
  RitualChoice rituals;
  bool discreet = false;  // each is called "Together", without words or places of the owner's
};

// The UID of a thing, the same for ever, and the thing that a UID names; nothing for a UID of another program.
[[nodiscard]] std::string calendar_uid(const Uuid& id);
[[nodiscard]] std::optional<Uuid> id_of_calendar_uid(std::string_view uid);

// Plans and the chosen rituals. SEQUENCE is the number of acts on the thing that a calendar could show, less one, and
// LAST-MODIFIED the last of them: equal logs give equal files, and a plan that is declined or cancelled stays, as
// cancelled, so that calendars take it away. A ritual's rests are EXDATE, the newest 1,000 of them. What floats is
// zoned where reminders stay at home.
[[nodiscard]] Result<std::vector<CalendarEvent>> calendar_events(const Context& context, const CalendarChoice& choice,
                                                                 const Progress& progress = {});
// The same of reminders.
[[nodiscard]] Result<std::vector<CalendarEvent>> reminder_events(const Context& context, bool discreet);

}  // namespace kindling
