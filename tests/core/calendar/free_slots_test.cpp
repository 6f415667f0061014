#include "core/calendar/free_slots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "core/codec/ics_reader.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/source_file.hpp"

namespace kindling {

void PrintTo(const Busy& busy, std::ostream* out) {
  *out << to_utc_string(busy.begin) << "/" << to_utc_string(busy.end);
}
void PrintTo(const Slot& slot, std::ostream* out) {
  *out << to_utc_string(slot.begin) << "/" << to_utc_string(slot.end);
}

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_seconds;
using testing::ElementsAre;
using testing::IsEmpty;

LocalDateTime local(std::string_view text) { return parse_date_time(text).value(); }
sys_seconds utc(std::string_view text) { return std::chrono::floor<std::chrono::seconds>(parse_instant(text).value()); }
LocalTimeRange between(std::string_view text) { return parse_time_range(text).value(); }
LocalDate date(std::string_view text) { return parse_date(text).value(); }

class FreeSlots : public testing::Test {
 protected:
  const TimeZone& zone(std::string_view name) { return *zones_.find(name); }
  const TimeZone& berlin() { return zone("Europe/Berlin"); }
  std::vector<Busy> busy(const CalendarFile& file, std::string_view from, std::string_view to) {
    return busy_times(file, zones_, berlin(), utc(from), utc(to));
  }
  CalendarFile sample(const std::string& name) {
    return read_ics(source_file("tests/corpus/ics/" + name), zones_).value();
  }
  static CalendarEvent event(std::string_view start, minutes length, std::string zone = "Europe/Berlin") {
    CalendarEvent event;
    event.uid = "1";
    event.schedule.kind = zone.empty() ? ScheduleKind::floating : ScheduleKind::zoned;
    event.schedule.zone = std::move(zone);
    event.schedule.start = local(start);
    event.length = length;
    return event;
  }

  TzifZones zones_;
};

TEST_F(FreeSlots, ExpandsSeriesWithTheirExceptionsAndMovedOccurrences) {
  EXPECT_THAT(busy(sample("google.ics"), "2026-03-20T00:00:00Z", "2026-05-01T00:00:00Z"),
              ElementsAre(Busy{utc("2026-03-23T18:00:00Z"), utc("2026-03-23T19:30:00Z")},
                          Busy{utc("2026-03-31T16:00:00Z"), utc("2026-03-31T18:00:00Z")},
                          Busy{utc("2026-04-02T17:00:00Z"), utc("2026-04-02T18:00:00Z")},
                          Busy{utc("2026-04-13T17:00:00Z"), utc("2026-04-13T18:30:00Z")}));
}

TEST_F(FreeSlots, LeavesOutACancelledOccurrence) {
  EXPECT_THAT(busy(sample("nextcloud.ics"), "2026-10-20T00:00:00Z", "2026-12-01T00:00:00Z"),
              ElementsAre(Busy{utc("2026-10-24T20:00:00Z"), utc("2026-10-25T05:00:00Z")},
                          Busy{utc("2026-10-28T21:00:00Z"), utc("2026-10-29T06:00:00Z")},
                          Busy{utc("2026-10-29T21:00:00Z"), utc("2026-10-30T06:00:00Z")}));
}

TEST_F(FreeSlots, BlocksWholeLocalDaysAndFloatingTimes) {
  CalendarFile file;
  CalendarEvent day = event("2026-03-29T00:00", days(1), "");
  day.schedule.kind = ScheduleKind::date;
  file.events = {day, event("2026-04-01T20:00", hours(1), "")};
  EXPECT_THAT(busy(file, "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z"),
              ElementsAre(Busy{utc("2026-03-28T23:00:00Z"), utc("2026-03-29T22:00:00Z")},
                          Busy{utc("2026-04-01T18:00:00Z"), utc("2026-04-01T19:00:00Z")}))
      << "the day on which the clock goes forward has 23 hours";
  file.events[0].transparent = true;
  EXPECT_EQ(busy(file, "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z").size(), 1U);
}

TEST_F(FreeSlots, JoinsWhatOverlapsAndCutsToTheTimeAskedFor) {
  CalendarFile file;
  file.events = {event("2026-06-01T10:00", hours(1)), event("2026-06-01T10:30", hours(1)),
                 event("2026-06-01T11:30", hours(1)), event("2026-05-01T10:00", days(40))};
  EXPECT_THAT(busy(file, "2026-06-01T09:00:00Z", "2026-06-01T10:00:00Z"),
              ElementsAre(Busy{utc("2026-06-01T09:00:00Z"), utc("2026-06-01T10:00:00Z")}));
  file.events.pop_back();
  EXPECT_THAT(busy(file, "2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"),
              ElementsAre(Busy{utc("2026-06-01T08:00:00Z"), utc("2026-06-01T10:30:00Z")}));
}

TEST_F(FreeSlots, TakesTheNewerOfTwoOverridesOfOneOccurrence) {
  CalendarFile file;
  CalendarEvent series = event("2026-06-01T10:00", hours(1));
  series.schedule.rule = parse_rule("FREQ=DAILY;COUNT=2").value();
  CalendarEvent older = event("2026-06-02T12:00", hours(1));
  older.recurrence_id = local("2026-06-02T10:00");
  CalendarEvent newer = event("2026-06-02T15:00", hours(1));
  newer.recurrence_id = older.recurrence_id;
  newer.sequence = 1;
  file.events = {newer, series, older};
  EXPECT_THAT(busy(file, "2026-06-01T00:00:00Z", "2026-06-10T00:00:00Z"),
              ElementsAre(Busy{utc("2026-06-01T08:00:00Z"), utc("2026-06-01T09:00:00Z")},
                          Busy{utc("2026-06-02T13:00:00Z"), utc("2026-06-02T14:00:00Z")}));
}

TEST_F(FreeSlots, SeesAnOccurrenceThatBeganBeforeTheTimeAskedFor) {
  CalendarFile file;
  file.events = {event("2026-01-01T22:00", hours(30))};
  file.events[0].schedule.rule = parse_rule("FREQ=WEEKLY").value();
  EXPECT_THAT(busy(file, "2026-01-09T12:00:00Z", "2026-01-10T12:00:00Z"),
              ElementsAre(Busy{utc("2026-01-09T12:00:00Z"), utc("2026-01-10T03:00:00Z")}));
}

TEST_F(FreeSlots, TakesAnEventThatNeverPausesAsBusyWithoutCountingItAll) {
  CalendarFile file;
  for (int i = 0; i < 20; ++i) {
    file.events.push_back(event("2026-01-01T00:00", minutes(1), "UTC"));
    file.events.back().schedule.rule = parse_rule("FREQ=SECONDLY").value();
  }
  EXPECT_THAT(busy(file, "2026-01-02T00:00:00Z", "2027-01-01T00:00:00Z"),
              ElementsAre(Busy{utc("2026-01-02T00:00:00Z"), utc("2027-01-01T00:00:00Z")}));
}

TEST_F(FreeSlots, OffersWholeStretchesInsideTheWindow) {
  const std::vector<Busy> taken{{utc("2026-06-01T17:00:00Z"), utc("2026-06-01T18:00:00Z")},
                                {utc("2026-06-02T16:30:00Z"), utc("2026-06-02T18:30:00Z")}};
  const SlotQuery query{date("2026-06-01"), 3, hours(2), between("18:00-23:00")};
  EXPECT_THAT(free_slots(taken, query, berlin(), utc("2026-06-01T00:00:00Z")),
              ElementsAre(Slot{utc("2026-06-01T18:00:00Z"), utc("2026-06-01T21:00:00Z")},
                          Slot{utc("2026-06-02T18:30:00Z"), utc("2026-06-02T21:00:00Z")},
                          Slot{utc("2026-06-03T16:00:00Z"), utc("2026-06-03T21:00:00Z")}));
  EXPECT_THAT(free_slots(taken, query, berlin(), utc("2026-06-03T18:30:00Z")),
              ElementsAre(Slot{utc("2026-06-03T18:30:00Z"), utc("2026-06-03T21:00:00Z")}))
      << "not in the past";
  EXPECT_THAT(free_slots({}, {date("2026-06-01"), 0, hours(2), between("18:00-23:00")}, berlin(), {}), IsEmpty());
}

TEST_F(FreeSlots, CrossesMidnightAndTheChangesOfTheClock) {
  EXPECT_THAT(free_slots({}, {date("2026-03-28"), 1, hours(5), between("22:00-04:00")}, berlin(), {}),
              ElementsAre(Slot{utc("2026-03-28T21:00:00Z"), utc("2026-03-29T02:00:00Z")}))
      << "an hour is missing in that night";
  EXPECT_THAT(free_slots({}, {date("2026-10-24"), 1, hours(7), between("22:00-04:00")}, berlin(), {}),
              ElementsAre(Slot{utc("2026-10-24T20:00:00Z"), utc("2026-10-25T03:00:00Z")}));
  EXPECT_THAT(free_slots({}, {date("2026-06-01"), 1, hours(24), between("00:00-00:00")}, berlin(), {}),
              ElementsAre(Slot{utc("2026-05-31T22:00:00Z"), utc("2026-06-01T22:00:00Z")}));
}

// Minute by minute, with nothing in common with the search but the meaning.
std::vector<Slot> slow_slots(const std::vector<Busy>& busy, const SlotQuery& query, const TimeZone& zone,
                             sys_seconds not_before) {
  std::vector<Slot> slots;
  for (int day = 0; day < query.days; ++day) {
    const LocalDate that_day = query.first_day + days(day);
    const bool over_midnight = query.between.end <= query.between.start;
    const sys_seconds begin = to_instant(at(that_day, query.between.start), zone);
    const sys_seconds end = to_instant(at(that_day + days(over_midnight ? 1 : 0), query.between.end), zone);
    minutes free_for{0};
    for (sys_seconds minute = begin; minute <= end; minute += minutes(1)) {
      const bool is_free = minute < end && minute >= not_before &&
                           std::none_of(busy.begin(), busy.end(),
                                        [&](const Busy& one) { return one.begin <= minute && minute < one.end; });
      if (!is_free && free_for >= query.length) slots.push_back({minute - free_for, minute});
      free_for = is_free ? free_for + minutes(1) : minutes(0);
    }
  }
  return slots;
}

TEST_F(FreeSlots, AgreesWithASlowSearchMinuteByMinute) {
  EXPECT_TRUE(rc::check([this] {
    const TimeZone& device = zone(*rc::gen::element<std::string>("Europe/Berlin", "America/New_York", "Asia/Kolkata",
                                                                 "Australia/Lord_Howe", "Africa/Cairo"));
    const LocalDate first = date("2026-01-01") + days(*rc::gen::inRange(0, 365));
    const sys_seconds origin = to_instant(LocalDateTime(first), device);
    std::vector<Busy> taken;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
      const sys_seconds begin = origin + minutes(*rc::gen::inRange(-1'000, 7'000));
      taken.push_back({begin, begin + minutes(*rc::gen::inRange(0, 700))});
    }
    const auto clock = [] { return LocalTime{minutes(*rc::gen::inRange(0, 96) * 15)}; };
    const SlotQuery query{first, *rc::gen::inRange(0, 5), minutes(*rc::gen::inRange(1, 400)), {clock(), clock()}};
    const sys_seconds not_before = origin + minutes(*rc::gen::inRange(-500, 3'000));
    RC_ASSERT(free_slots(taken, query, device, not_before) == slow_slots(taken, query, device, not_before));
  }));
}

// Busy times against the plain meaning: every occurrence of every event, one by one.
TEST_F(FreeSlots, FindsTheSameBusyMinutesAsOneOccurrenceAfterTheOther) {
  EXPECT_TRUE(rc::check([this] {
    CalendarFile file;
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
      CalendarEvent one = event("2026-03-20T00:00", minutes(*rc::gen::inRange(0, 3'000)),
                                *rc::gen::element<std::string>("Europe/Berlin", "America/New_York", "UTC", ""));
      one.uid = std::to_string(i);
      one.schedule.start += hours(*rc::gen::inRange(0, 400));
      if (*rc::gen::arbitrary<bool>()) {
        one.schedule.rule = parse_rule(*rc::gen::element<std::string>("FREQ=DAILY;COUNT=9", "FREQ=DAILY;INTERVAL=3",
                                                                      "FREQ=WEEKLY", "FREQ=HOURLY;INTERVAL=31"))
                                .value();
        one.schedule.excluded = {one.schedule.start + days(3)};
      }
      one.transparent = *rc::gen::inRange(0, 5) == 0;
      one.cancelled = *rc::gen::inRange(0, 5) == 0;
      file.events.push_back(one);
    }
    const sys_seconds from = utc("2026-03-25T00:00:00Z");
    const sys_seconds to = utc("2026-04-04T00:00:00Z");
    std::vector<bool> taken(static_cast<std::size_t>((to - from) / minutes(1)), false);
    for (const CalendarEvent& one : file.events) {
      if (one.transparent || one.cancelled) continue;
      const TimeZone& rules = one.schedule.zone.empty() ? berlin() : zone(one.schedule.zone);
      for (const Occurrence& at :
           occurrences(one.schedule, rules, local("2026-01-01T00:00"), local("2026-06-01T00:00"))) {
        for (sys_seconds minute = at.utc; minute < at.utc + one.length; minute += minutes(1)) {
          if (minute >= from && minute < to) taken[static_cast<std::size_t>((minute - from) / minutes(1))] = true;
        }
      }
    }
    const std::vector<Busy> found = busy_times(file, zones_, berlin(), from, to);
    std::vector<bool> seen(taken.size(), false);
    for (const Busy& one : found) {
      for (sys_seconds minute = one.begin; minute < one.end; minute += minutes(1)) {
        seen[static_cast<std::size_t>((minute - from) / minutes(1))] = true;
      }
    }
    RC_ASSERT(seen == taken);
  }));
}

}  // namespace
}  // namespace kindling
