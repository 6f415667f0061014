#include "core/codec/ics_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>

#include "core/base/text.hpp"
#include "core/codec/ics_reader.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/libical_judge.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using testing::HasSubstr;
using testing::Not;

LocalDateTime local(std::string_view text) { return parse_date_time(text).value(); }

CalendarEvent event_in(const std::string& zone, LocalDateTime start, const std::string& uid = "one@kindling") {
  CalendarEvent event;
  event.uid = uid;
  event.summary = "Date night";
  event.schedule.kind = zone.empty() ? ScheduleKind::floating : ScheduleKind::zoned;
  event.schedule.zone = zone;
  event.schedule.start = start;
  event.length = hours(2);
  return event;
}

class IcsWriter : public testing::Test {
 protected:
  std::string write(const std::vector<CalendarEvent>& events) {
    return write_ics(events, zones_, {.stamp = parse_instant("2026-01-02T03:04:05.678Z").value()});
  }
  // From 2026 to the last day of 2027 but one: whole days in every zone.
  std::vector<std::chrono::sys_seconds> instants(const CalendarEvent& event) {
    const TimeZone* zone = zones_.find(event.schedule.zone.empty() ? "UTC" : event.schedule.zone);
    std::vector<std::chrono::sys_seconds> out;
    for (const Occurrence& one :
         occurrences(event.schedule, *zone, local("2026-01-01T00:00"), local("2027-12-30T00:00"))) {
      out.push_back(one.utc);
    }
    return out;
  }

  TzifZones zones_;
};

TEST_F(IcsWriter, WritesAnEventAsRfc5545Asks) {
  CalendarEvent event = event_in("Europe/Berlin", local("2026-11-27T19:00"));
  event.summary = "Dinner; just us, \\o/";
  event.description = "Two\nlines";
  event.sequence = 3;
  event.cancelled = true;
  event.alarms = {minutes(90)};
  const std::string text = write({event});
  for (const char* line :
       {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kindling//Kindling//EN\r\n", "\r\nUID:one@kindling\r\n",
        "\r\nDTSTAMP:20260102T030405Z\r\n", "\r\nDTSTART;TZID=Europe/Berlin:20261127T190000\r\n",
        "\r\nDTEND;TZID=Europe/Berlin:20261127T210000\r\n", "\r\nSUMMARY:Dinner\\; just us\\, \\\\o/\r\n",
        "\r\nDESCRIPTION:Two\\nlines\r\n", "\r\nSEQUENCE:3\r\nSTATUS:CANCELLED\r\n",
        "\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n", "\r\nTRIGGER:-PT1H30M\r\n",
        "\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n",
        "\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

TEST_F(IcsWriter, FoldsLongLinesBetweenCharacters) {
  CalendarEvent event = event_in("", local("2026-11-27T19:00"));
  for (int i = 0; i < 60; ++i) event.description += i % 3 == 0 ? "ü🌙" : "a€, ";
  const std::string text = write({event});
  const LibicalVerdict verdict = judge_with_libical(text, 2026, 2026);
  EXPECT_LE(verdict.longest_line, 75);
  EXPECT_GT(verdict.longest_line, 70);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = rest.find("\r\n");
    EXPECT_TRUE(is_valid_utf8(rest.substr(0, end)));
    rest.remove_prefix(end + 2);
  }
  EXPECT_EQ(read_ics(text, zones_)->events.at(0).description, event.description);
}

TEST_F(IcsWriter, GivesAnEventWithoutUidAStableOne) {
  CalendarEvent event = event_in("", local("2026-11-27T19:00"), "");
  EXPECT_EQ(write({event}), write({event}));
  EXPECT_FALSE(read_ics(write({event}), zones_)->events.at(0).uid.empty());
}

TEST_F(IcsWriter, WritesADurationWhereAWallTimeCouldMeanTwoEnds) {
  // 01:30 to the second 02:30 of that night: two hours.
  const CalendarEvent event = event_in("Europe/Berlin", local("2026-10-25T01:30"));
  const std::string text = write({event});
  EXPECT_THAT(text, HasSubstr("DURATION:PT2H\r\n"));
  EXPECT_EQ(read_ics(text, zones_)->events.at(0), event);
}

TEST_F(IcsWriter, WritesUntilInTheFormThatTheStartHas) {
  CalendarEvent event = event_in("Europe/Berlin", local("2026-03-01T19:00"));
  event.schedule.rule = parse_rule("FREQ=WEEKLY;UNTIL=20260329").value();
  EXPECT_THAT(write({event}), HasSubstr("UNTIL=20260329T215959Z"));
  event.schedule.kind = ScheduleKind::floating;
  event.schedule.zone.clear();
  EXPECT_THAT(write({event}), HasSubstr("UNTIL=20260329T235959\r\n"));
}

TEST_F(IcsWriter, NamesAMovedOccurrenceByItsSeries) {
  CalendarEvent series = event_in("Europe/Berlin", local("2026-03-01T19:00"));
  series.schedule.rule = parse_rule("FREQ=WEEKLY;COUNT=5").value();
  CalendarEvent moved = event_in("America/New_York", local("2026-03-09T12:00"));
  moved.recurrence_id = local("2026-03-08T19:00");
  CalendarEvent whole_day = event_in("", local("2026-03-16T00:00"));
  whole_day.schedule.kind = ScheduleKind::date;
  whole_day.length = days(1);
  whole_day.recurrence_id = local("2026-03-15T19:00");
  const std::vector events{moved, series, whole_day};
  const std::string text = write(events);
  EXPECT_THAT(text, HasSubstr("RECURRENCE-ID;TZID=Europe/Berlin:20260308T190000\r\n"));
  EXPECT_THAT(text, HasSubstr("RECURRENCE-ID;TZID=Europe/Berlin:20260315T190000\r\n"));
  EXPECT_EQ(read_ics(text, zones_)->events, events);
}

// Each zone at many times of many years: what libical makes of our VTIMEZONE is what the zone says.
TEST_F(IcsWriter, DescribesZonesSoThatLibicalFindsTheSameInstants) {
  for (const char* zone :
       {"Europe/Berlin",       "Europe/London",     "Europe/Dublin",   "America/New_York",  "America/Los_Angeles",
        "America/Santiago",    "America/Sao_Paulo", "America/Nuuk",    "Africa/Casablanca", "Africa/Cairo",
        "Asia/Kolkata",        "Asia/Tokyo",        "Asia/Jerusalem",  "Asia/Beirut",       "Australia/Sydney",
        "Australia/Lord_Howe", "Pacific/Auckland",  "Pacific/Chatham", "Europe/Istanbul",   "Etc/GMT+5"}) {
    for (const int first_year : {2013, 2026}) {
      const TimeZone& rules = *zones_.find(zone);
      std::vector<CalendarEvent> events;
      std::vector<std::chrono::sys_seconds> wanted;
      const auto add = [&](std::chrono::sys_seconds instant) {
        wanted.push_back(instant);
        events.push_back(event_in(zone, to_local(instant, rules), std::to_string(100'000 + events.size())));
      };
      const std::chrono::sys_days begin{std::chrono::year(first_year) / 1 / 2};
      const std::chrono::sys_days end{std::chrono::year(first_year + 10) / 12 / 30};
      for (std::chrono::sys_seconds time = begin; time < end; time += hours(731)) {
        add(time);
        // Around each change, as near as a wall time has one meaning: libical takes gaps and overlaps otherwise.
        const auto change = rules.period_at(time).end;
        if (change > time + hours(731) || change >= end) continue;
        for (const hours distance : {hours(-24), hours(-2), hours(2), hours(24)}) add(change + distance);
      }
      const LibicalVerdict verdict = judge_with_libical(write(events), first_year, first_year + 10);
      ASSERT_TRUE(verdict.parsed);
      EXPECT_EQ(verdict.errors, 0);
      EXPECT_TRUE(verdict.allowed);
      std::size_t wrong = 0;
      for (std::size_t i = 0; i < events.size(); ++i)
        wrong += verdict.starts.at(events[i].uid).at(0) != wanted[i] ? 1U : 0U;
      EXPECT_EQ(wrong, 0U) << zone << " from " << first_year << ", of " << events.size();
    }
  }
}

TEST_F(IcsWriter, BelievesAYearlyRuleOnlyWhereItHolds) {
  const auto rules_in = [&](const char* zone) {
    const std::string text = write({event_in(zone, local("2026-06-01T12:00"))});
    const std::string zone_text = text.substr(0, text.find("BEGIN:VEVENT"));
    std::size_t count = 0;
    for (std::size_t at = zone_text.find("RRULE"); at != std::string::npos; at = zone_text.find("RRULE", at + 1))
      ++count;
    return count;
  };
  EXPECT_EQ(rules_in("Europe/Berlin"), 2U);
  EXPECT_EQ(rules_in("America/New_York"), 2U);
  EXPECT_EQ(rules_in("America/Santiago"), 0U) << "the Sunday on or after the 2nd is no nth Sunday";
  EXPECT_EQ(rules_in("Africa/Casablanca"), 0U) << "follows the moon";
  EXPECT_EQ(rules_in("Asia/Tokyo"), 0U);
  EXPECT_THAT(write({event_in("UTC", local("2026-06-01T12:00"))}), Not(HasSubstr("VTIMEZONE")));
}

rc::Gen<std::string> any_text() {
  return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 40)), [](const std::vector<int>& picks) {
    constexpr std::array<std::string_view, 12> kPieces{"a", "Wort ", ",", ";",  "\\",   "\n",
                                                       "ü", "🌙",     ":", "\"", "a\tb", "BEGIN:VEVENT\n"};
    std::string text;
    for (const int pick : picks) text += kPieces[static_cast<std::size_t>(pick) % kPieces.size()];
    return text;
  });
}

Schedule any_schedule() {
  Schedule schedule;
  schedule.kind = *rc::gen::element(ScheduleKind::floating, ScheduleKind::zoned, ScheduleKind::date);
  const auto some_time = [&] {
    const LocalDate date = LocalDate(std::chrono::year(2026) / 1 / 1) + days(*rc::gen::inRange(-7'000, 10'000));
    if (schedule.kind == ScheduleKind::date) return LocalDateTime(date);
    return LocalDateTime(date) + minutes(*rc::gen::inRange(0, 96) * 15);
  };
  schedule.start = some_time();
  if (schedule.kind == ScheduleKind::zoned) {
    schedule.zone = *rc::gen::element<std::string>("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC",
                                                   "Australia/Lord_Howe", "America/Argentina/Buenos_Aires", "Etc/UTC");
  }
  if (*rc::gen::arbitrary<bool>()) {
    schedule.rule = parse_rule(*rc::gen::element<std::string>(
                                   "FREQ=DAILY;COUNT=30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
                                   "FREQ=MONTHLY;BYDAY=-1FR;COUNT=12", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                                   "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=WEEKLY;WKST=SU"))
                        .value();
    const auto form = schedule.kind == ScheduleKind::date       ? RuleUntil::Form::date
                      : schedule.kind == ScheduleKind::floating ? RuleUntil::Form::local
                                                                : RuleUntil::Form::utc;
    if (!schedule.rule->count && *rc::gen::arbitrary<bool>()) schedule.rule->until = RuleUntil{form, some_time()};
  }
  const int added = *rc::gen::inRange(0, 3);
  const int excluded = *rc::gen::inRange(0, 3);
  for (int i = 0; i < added; ++i) schedule.added.push_back(some_time());
  for (int i = 0; i < excluded; ++i) schedule.excluded.push_back(some_time());
  return schedule;
}

CalendarEvent any_event() {
  CalendarEvent event;
  event.uid = *rc::gen::nonEmpty(any_text());
  event.summary = *any_text();
  event.description = *any_text();
  event.location = *any_text();
  event.schedule = any_schedule();
  event.length = event.schedule.kind == ScheduleKind::date ? minutes(days(*rc::gen::inRange(1, 20)))
                                                           : minutes(*rc::gen::inRange(0, 5'000));
  event.transparent = *rc::gen::arbitrary<bool>();
  event.cancelled = *rc::gen::arbitrary<bool>();
  event.tentative = !event.cancelled && *rc::gen::arbitrary<bool>();
  event.confirmed = !event.cancelled && !event.tentative && *rc::gen::arbitrary<bool>();
  event.sequence = *rc::gen::inRange(0, 100);
  if (*rc::gen::arbitrary<bool>())
    event.modified = std::chrono::sys_seconds(std::chrono::seconds(*rc::gen::inRange(1'000'000'000, 1'900'000'000)));
  if (!event.schedule.rule && *rc::gen::arbitrary<bool>()) event.recurrence_id = event.schedule.start - days(3);
  const int alarms = *rc::gen::inRange(0, 3);
  for (int i = 0; i < alarms; ++i) event.alarms.push_back(minutes(*rc::gen::inRange(-300, 4'000)));
  return event;
}

TEST_F(IcsWriter, ReadsBackWhatItWrites) {
  EXPECT_TRUE(rc::check([this] {
    std::vector<CalendarEvent> events;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
      events.push_back(any_event());
      events.back().uid += std::to_string(i);
    }
    const std::string text = write(events);
    const Result<CalendarFile> file = read_ics(text, zones_);
    RC_ASSERT(file.has_value());
    RC_ASSERT(file->skipped == 0U);
    RC_ASSERT(file->warnings == 0U);
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (file->events.at(i) != events[i]) RC_LOG() << text;
      RC_ASSERT(file->events.at(i) == events[i]);
    }
    const LibicalVerdict verdict = judge_with_libical(text, 2026, 2026);
    RC_ASSERT(verdict.parsed);
    if (verdict.errors != 0 || !verdict.allowed) RC_LOG() << text;
    RC_ASSERT(verdict.errors == 0);
    RC_ASSERT(verdict.allowed);
    RC_ASSERT(verdict.longest_line <= 75);
  }));
}

TEST_F(IcsWriter, WritesSeriesThatLibicalExpandsToTheSameInstants) {
  int index = 0;
  std::vector<CalendarEvent> events;
  for (const char* zone : {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC", ""}) {
    for (const char* rule :
         {"FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SU,WE", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYMONTHDAY=29",
          "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU", "FREQ=WEEKLY;INTERVAL=2;COUNT=20"}) {
      CalendarEvent event = event_in(zone, local("2026-01-04T19:30"), "series-" + std::to_string(++index));
      event.schedule.rule = parse_rule(rule).value();
      event.schedule = normalised(event.schedule).value();
      event.schedule.added = {local("2026-04-02T06:15")};
      event.schedule.excluded = {event.schedule.start};
      events.push_back(event);
    }
  }
  LibicalVerdict verdict = judge_with_libical(write(events), 2026, 2027);
  EXPECT_EQ(verdict.errors, 0);
  EXPECT_TRUE(verdict.allowed);
  for (const CalendarEvent& event : events) {
    std::vector<std::chrono::sys_seconds> starts = verdict.starts.at(event.uid);
    const TimeZone* zone = zones_.find(event.schedule.zone.empty() ? "UTC" : event.schedule.zone);
    std::erase_if(starts, [&](auto start) { return to_local(start, *zone) >= local("2027-12-30T00:00"); });
    EXPECT_TRUE(starts == instants(event)) << event.uid;
    EXPECT_EQ(verdict.lengths.at(event.uid), hours(2));
  }
}

}  // namespace
}  // namespace kindling
