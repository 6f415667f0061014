#include "core/services/snooze_choices.hpp"

#include <algorithm>

#include "core/recurrence/schedule.hpp"

namespace kindling {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::array<Instant, 3> snooze_choices(Instant now, const TimeZone& zone, const std::optional<LocalTimeRange>& quiet) {
  const LocalDateTime local = to_local(floor<seconds>(now), zone);
  const LocalDate today = date_of(local);
  const auto loud = [&](Instant instant) -> Instant {
    const LocalDateTime wall = to_local(floor<seconds>(instant), zone);
    if (!quiet || !quiet->contains(time_of(wall))) return instant;
    LocalDateTime end = at(date_of(wall), quiet->end);
    if (end <= wall) end += days(1);
    return to_instant(end, zone);
  };
  std::array<Instant, 3> choices{loud(now + minutes(15)), loud(now + hours(1)), now};
  for (const LocalDateTime moment :
       {at(today, LocalTime{hours(9)}), at(today, LocalTime{hours(19)}), at(today + days(1), LocalTime{hours(9)}),
        at(today + days(1), LocalTime{hours(19)}), at(today + days(2), LocalTime{hours(9)})}) {
    choices[2] = loud(to_instant(moment, zone));
    if (choices[2] >= std::max(now + hours(2), choices[1] + hours(1))) break;
  }
  // Where quiet hours drew the first two to their end.
  if (choices[1] < choices[0] + minutes(15)) choices[1] = loud(choices[0] + hours(1));
  if (choices[2] <= choices[1]) choices[2] = loud(choices[1] + hours(3));
  return choices;
}

}  // namespace kindling
