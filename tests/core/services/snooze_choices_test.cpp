#include "core/services/snooze_choices.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "core/recurrence/schedule.hpp"
#include "platform/common/tzif_zones.hpp"

namespace kindling {
namespace {

std::vector<std::string> choices(std::string_view local, std::string_view quiet = "") {
  const TzifZones zones;
  const TimeZone& zone = *zones.find("Europe/Berlin");
  std::vector<std::string> found;
  const auto hours = quiet.empty() ? std::optional<LocalTimeRange>() : std::optional(*parse_time_range(quiet));
  for (const Instant choice : snooze_choices(to_instant(*parse_date_time(local), zone), zone, hours))
    found.push_back(to_string(to_local(std::chrono::floor<std::chrono::seconds>(choice), zone)));
  return found;
}
using Times = std::vector<std::string>;

TEST(SnoozeChoices, FitTheHour) {
  EXPECT_EQ(choices("2026-11-22T08:00"), (Times{"2026-11-22T08:15", "2026-11-22T09:00", "2026-11-22T19:00"}));
  EXPECT_EQ(choices("2026-11-22T18:00"), (Times{"2026-11-22T18:15", "2026-11-22T19:00", "2026-11-23T09:00"}));
  EXPECT_EQ(choices("2026-11-22T23:30"), (Times{"2026-11-22T23:45", "2026-11-23T00:30", "2026-11-23T09:00"}));
}

TEST(SnoozeChoices, MoveOutOfQuietHours) {
  EXPECT_EQ(choices("2026-11-22T21:30", "22:00-07:00"),
            (Times{"2026-11-22T21:45", "2026-11-23T07:00", "2026-11-23T09:00"}));
  EXPECT_EQ(choices("2026-11-22T21:50", "22:00-07:00"),
            (Times{"2026-11-23T07:00", "2026-11-23T08:00", "2026-11-23T09:00"}));
}

TEST(SnoozeChoices, AscendAndNeverLieInQuietHours) {
  EXPECT_TRUE(rc::check([] {
    const TzifZones zones;
    const TimeZone& zone = *zones.find(*rc::gen::element<std::string>("Europe/Berlin", "Australia/Lord_Howe", "UTC"));
    const Instant now(std::chrono::minutes(*rc::gen::inRange(29'000'000, 30'000'000)));
    const LocalTimeRange quiet{{std::chrono::minutes(*rc::gen::inRange(0, 1440))},
                               {std::chrono::minutes(*rc::gen::inRange(0, 1440))}};
    const auto length =
        (quiet.end.since_midnight - quiet.start.since_midnight + std::chrono::hours(24)) % std::chrono::hours(24);
    RC_PRE(length > std::chrono::minutes(0) && length <= std::chrono::hours(14));
    const auto found = snooze_choices(now, zone, quiet);
    RC_ASSERT(now < found[0] && found[0] < found[1] && found[1] < found[2]);
    RC_ASSERT(found[2] <= now + std::chrono::hours(72));
    for (const Instant one : found)
      RC_ASSERT(!quiet.contains(time_of(to_local(std::chrono::floor<std::chrono::seconds>(one), zone))));
  }));
}

}  // namespace
}  // namespace kindling
