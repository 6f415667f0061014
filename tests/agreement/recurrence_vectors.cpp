// Writes rules made by chance with our expansion of each, one per line, for dateutil_agreement.py to check:
// start TAB zone TAB rule TAB window in days TAB "nominal=utc seconds" separated by spaces.
#include <cstdio>
#include <cstdlib>
#include <random>

#include "core/recurrence/schedule.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/random_rule.hpp"

namespace {

using namespace kindling;

constexpr const char* kZones[] = {"Europe/Berlin",       "America/New_York", "Australia/Sydney", "UTC",
                                  "Australia/Lord_Howe", "Pacific/Apia",     "Africa/Casablanca"};
constexpr std::size_t kOccurrenceLimit = 150;

int window_days(Frequency frequency) {
  constexpr int kDays[] = {1, 4, 70, 800, 1'500, 3'000, 9'000};
  return kDays[static_cast<std::size_t>(frequency)];
}

void write_line(const TimeZones& zones, const Choose& choose) {
  const LocalDateTime start = random_start(choose);
  const auto frequency = static_cast<Frequency>(choose(0, 6));
  Schedule schedule;
  schedule.kind = ScheduleKind::zoned;
  schedule.zone = kZones[static_cast<std::size_t>(choose(0, 6))];
  schedule.start = start;
  schedule.rule = random_rule(frequency, start, choose);
  const int days = window_days(frequency);
  std::printf("%s\t%s\t%s\t%d\t", to_string(start).c_str(), schedule.zone.c_str(), to_string(*schedule.rule).c_str(),
              days);
  for (const Occurrence& occurrence :
       occurrences(schedule, *zones.find(schedule.zone), start, start + std::chrono::days(days), kOccurrenceLimit)) {
    std::printf("%s=%lld ", to_string(occurrence.nominal).c_str(),
                static_cast<long long>(occurrence.utc.time_since_epoch().count()));
  }
  std::printf("\n");
}

}  // namespace

// Arguments: how many rules, and the seed.
int main(int argc, char** argv) {
  const long size = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 2'000;
  std::mt19937_64 engine(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  const TzifZones zones;
  for (long i = 0; i < size; ++i) {
    write_line(zones, [&](int lowest, int highest) {
      return lowest + static_cast<int>(engine() % static_cast<std::uint64_t>(highest - lowest + 1));
    });
  }
  return 0;
}
