#include "tests/bench/recurrence_bench.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <vector>

#include "platform/common/tzif_zones.hpp"
#include "tests/bench/rule_generator.hpp"

namespace kindling {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr LocalDateTime kFrom = LocalDateTime(LocalDate(std::chrono::year(2026) / 1 / 1));
constexpr LocalDateTime kTo = LocalDateTime(LocalDate(std::chrono::year(2027) / 1 / 1));

// What came out of one schedule: enough to notice a difference, too little to cost time.
struct Tally {
  std::size_t size = 0;
  std::int64_t sum = 0;
  friend bool operator==(const Tally&, const Tally&) = default;
};

std::vector<Tally> expand_ours(const std::vector<Schedule>& schedules, const TimeZones& zones) {
  std::vector<Tally> tallies(schedules.size());
  for (std::size_t i = 0; i < schedules.size(); ++i) {
    Tally& tally = tallies[i];
    for_each_occurrence(schedules[i], *zones.find(schedules[i].zone), kFrom, kTo, [&](const Occurrence& occurrence) {
      ++tally.size;
      tally.sum += occurrence.utc.time_since_epoch().count();
      return true;
    });
  }
  return tallies;
}

// A schedule as libical holds it.
struct Peer {
  icalrecurrencetype rule;
  icaltimetype start;
  icaltimezone* zone;
  bool counted;
};

icaltimetype to_ical(LocalDateTime time) {
  const auto date = calendar(date_of(time));
  const std::chrono::hh_mm_ss clock(time - LocalDateTime(date_of(time)));
  icaltimetype result = icaltime_null_time();
  result.year = static_cast<int>(date.year());
  result.month = static_cast<int>(static_cast<unsigned>(date.month()));
  result.day = static_cast<int>(static_cast<unsigned>(date.day()));
  result.hour = static_cast<int>(clock.hours().count());
  result.minute = static_cast<int>(clock.minutes().count());
  result.second = static_cast<int>(clock.seconds().count());
  return result;
}

std::vector<Peer> peers_of(const std::vector<Schedule>& schedules) {
  std::vector<Peer> peers;
  for (const Schedule& schedule : schedules) {
    icaltimezone* zone = schedule.zone == "UTC" ? icaltimezone_get_utc_timezone()
                                                : icaltimezone_get_builtin_timezone(schedule.zone.c_str());
    peers.push_back({icalrecurrencetype_from_string(to_string(*schedule.rule).c_str()), to_ical(schedule.start), zone,
                     schedule.rule->count.has_value()});
  }
  return peers;
}

std::vector<Tally> expand_libical(const std::vector<Peer>& peers) {
  const icaltimetype from = to_ical(kFrom);
  const icaltimetype to = to_ical(kTo);
  std::vector<Tally> tallies(peers.size());
  for (std::size_t i = 0; i < peers.size(); ++i) {
    const Peer& peer = peers[i];
    icalrecur_iterator* iterator = icalrecur_iterator_new(peer.rule, peer.start);
    if (iterator == nullptr) continue;
    // libical can jump too, though not under COUNT.
    if (!peer.counted && icaltime_compare(from, peer.start) > 0) icalrecur_iterator_set_start(iterator, from);
    for (;;) {
      const icaltimetype time = icalrecur_iterator_next(iterator);
      if (icaltime_is_null_time(time) != 0 || icaltime_compare(time, to) >= 0) break;
      if (icaltime_compare(time, from) < 0) continue;
      ++tallies[i].size;
      tallies[i].sum += static_cast<std::int64_t>(icaltime_as_timet_with_zone(time, peer.zone));
    }
    icalrecur_iterator_free(iterator);
  }
  return tallies;
}

template <class Work>
Milliseconds time_of(Work work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::steady_clock::now() - begin;
}

Milliseconds median(std::vector<Milliseconds> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

std::size_t total(const std::vector<Tally>& tallies) {
  std::size_t sum = 0;
  for (const Tally& tally : tallies) sum += tally.size;
  return sum;
}

}  // namespace

RecurrenceBenchResult run_recurrence_bench(std::size_t schedules, std::size_t runs) {
  const TzifZones zones;
  const std::vector<Schedule> ours = generate_schedules(schedules, 20'261'127);
  const std::vector<Peer> peers = peers_of(ours);
  // Once before the clock runs, so that both have their zones.
  std::vector<Tally> our_tallies = expand_ours(ours, zones);
  std::vector<Tally> libical_tallies = expand_libical(peers);

  std::vector<Milliseconds> our_times;
  std::vector<Milliseconds> libical_times;
  for (std::size_t run = 0; run < runs; ++run) {
    our_times.push_back(time_of([&] { our_tallies = expand_ours(ours, zones); }));
    libical_times.push_back(time_of([&] { libical_tallies = expand_libical(peers); }));
  }

  RecurrenceBenchResult result;
  result.schedules = schedules;
  result.runs = runs;
  result.our_occurrences = total(our_tallies);
  result.libical_occurrences = total(libical_tallies);
  for (std::size_t i = 0; i < schedules; ++i) {
    if (our_tallies[i] != libical_tallies[i]) ++result.disagreements;
  }
  result.our_median = median(our_times);
  result.libical_median = median(libical_times);
  return result;
}

}  // namespace kindling
