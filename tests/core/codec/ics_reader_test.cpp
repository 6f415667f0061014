#include "core/codec/ics_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/common/tzif_zones.hpp"
#include "tests/support/source_file.hpp"

namespace kindling {
namespace {

using std::chrono::minutes;
using testing::ElementsAre;
using testing::IsEmpty;

LocalDateTime local(std::string_view text) { return parse_date_time(text).value(); }

class IcsReader : public testing::Test {
 protected:
  CalendarFile read(const std::string& text) {
    Result<CalendarFile> file = read_ics(text, zones_);
    if (!file) ADD_FAILURE() << file.error().message;
    return file ? *std::move(file) : CalendarFile{};
  }
  CalendarFile read_sample(const std::string& name) { return read(source_file("tests/corpus/ics/" + name)); }
  // A calendar of one event with these lines.
  CalendarFile read_event(const std::string& lines, const std::string& before = {}) {
    return read("BEGIN:VCALENDAR\n" + before + "BEGIN:VEVENT\nUID:1\n" + lines + "END:VEVENT\nEND:VCALENDAR\n");
  }
  std::vector<std::string> instants(const CalendarEvent& event) {
    const TimeZone* zone = zones_.find(event.schedule.zone.empty() ? "Europe/Berlin" : event.schedule.zone);
    std::vector<std::string> texts;
    for (const Occurrence& one :
         occurrences(event.schedule, *zone, local("2026-01-01T00:00"), local("2027-01-01T00:00"), 20)) {
      texts.push_back(to_utc_string(one.utc));
    }
    return texts;
  }

  TzifZones zones_;
};

TEST_F(IcsReader, ReadsAnExportOfGoogle) {
  const CalendarFile file = read_sample("google.ics");
  EXPECT_EQ(file.skipped, 0U);
  EXPECT_EQ(file.warnings, 0U);
  ASSERT_EQ(file.events.size(), 4U);
  const CalendarEvent& choir = file.events[0];
  EXPECT_EQ(choir.uid, "4r1choir@google.example");
  EXPECT_EQ(choir.description, "Bring the folder; warm-up at 18:50.\nRoom 2, first floor");
  EXPECT_EQ(choir.location, "Gemeindehaus, Lindenstraße 4");
  EXPECT_EQ(choir.schedule.zone, "Europe/Berlin");
  EXPECT_EQ(choir.length, minutes(90));
  EXPECT_EQ(choir.sequence, 2);
  EXPECT_THAT(choir.alarms, ElementsAre(minutes(30)));
  EXPECT_THAT(instants(choir), ElementsAre("2026-03-23T18:00:00Z", "2026-03-30T17:00:00Z", "2026-04-13T17:00:00Z"));
  EXPECT_EQ(file.events[1].recurrence_id, local("2026-03-30T19:00"));
  EXPECT_EQ(file.events[2].schedule.zone, "UTC");
  EXPECT_TRUE(file.events[2].tentative);
  EXPECT_EQ(file.events[3].schedule.kind, ScheduleKind::date);
  EXPECT_EQ(file.events[3].length, std::chrono::days(4));
  EXPECT_TRUE(file.events[3].transparent);
}

TEST_F(IcsReader, ReadsAnExportOfApple) {
  const CalendarFile file = read_sample("apple.ics");
  EXPECT_EQ(file.skipped, 0U);
  ASSERT_EQ(file.events.size(), 3U);
  const CalendarEvent& swim = file.events[0];
  EXPECT_EQ(swim.schedule.zone, "America/New_York");
  EXPECT_EQ(swim.location, "Pool, 5th Avenue");
  EXPECT_EQ(swim.length, minutes(60));
  EXPECT_THAT(swim.alarms, ElementsAre(minutes(15))) << "an alarm with ACTION:NONE is none";
  const auto swims = instants(swim);
  ASSERT_EQ(swims.size(), 14U);
  EXPECT_EQ(swims[6], "2026-03-07T12:45:00Z");
  EXPECT_EQ(swims[7], "2026-03-08T11:45:00Z");
  EXPECT_EQ(file.events[1].summary, "Ida’s birthday 🎂");
  EXPECT_EQ(file.events[1].length, std::chrono::days(1));
  EXPECT_THAT(file.events[1].alarms, ElementsAre(minutes(15 * 60)));
  EXPECT_EQ(file.events[2].schedule.kind, ScheduleKind::floating);
}

TEST_F(IcsReader, ReadsAnExportOfOutlookWithItsOwnZoneNames) {
  const CalendarFile file = read_sample("outlook.ics");
  ASSERT_EQ(file.events.size(), 4U);
  EXPECT_EQ(file.events[0].schedule.zone, "Europe/Berlin");
  EXPECT_THAT(instants(file.events[0]),
              ElementsAre("2026-03-26T08:30:00Z", "2026-04-02T07:30:00Z", "2026-04-09T07:30:00Z"));
  EXPECT_EQ(file.events[1].schedule.zone, "America/New_York") << "a zone that behaves as the VTIMEZONE says";
  EXPECT_THAT(instants(file.events[1]), ElementsAre("2026-03-10T13:00:00Z"));
  EXPECT_EQ(file.events[2].schedule.zone, "Asia/Kolkata");
  EXPECT_THAT(instants(file.events[2]), ElementsAre("2026-03-12T03:30:00Z"));
  EXPECT_EQ(file.warnings, 2U);
  EXPECT_TRUE(file.events[3].transparent) << "shown as free";
  EXPECT_FALSE(file.events[0].transparent);
}

TEST_F(IcsReader, ReadsAnExportOfNextcloudAndCountsWhatItCannot) {
  const CalendarFile file = read_sample("nextcloud.ics");
  EXPECT_EQ(file.skipped, 2U);
  ASSERT_EQ(file.events.size(), 2U);
  const CalendarEvent& shift = file.events[0];
  EXPECT_EQ(shift.schedule.zone, "Europe/Berlin");
  EXPECT_EQ(shift.length, std::chrono::hours(9)) << "an hour longer: the clock goes back in that night";
  EXPECT_THAT(shift.schedule.excluded, ElementsAre(local("2026-10-31T22:00")));
  EXPECT_THAT(instants(shift), ElementsAre("2026-10-24T20:00:00Z", "2026-10-28T21:00:00Z", "2026-10-29T21:00:00Z",
                                           "2026-11-07T21:00:00Z"));
  EXPECT_TRUE(file.events[1].cancelled);
  EXPECT_EQ(file.events[1].recurrence_id, local("2026-11-07T22:00"));
}

TEST_F(IcsReader, UnfoldsLinesWithinCharactersAndKeepsTextValid) {
  const std::string folded = "DTSTART:20260101T100000Z\r\nSUMMARY:Caf\xC3\r\n \xA9 and\r\n\t more\r\n";
  EXPECT_EQ(read_event(folded).events.at(0).summary, "Café and more");
  EXPECT_EQ(read_event("DTSTART:20260101T100000Z\nSUMMARY:Caf\xE9 \x01\xFF\xFE!\n").events.at(0).summary,
            "Caf\xEF\xBF\xBD \xEF\xBF\xBD!");
}

TEST_F(IcsReader, ResolvesZoneNamesWithPrefixes) {
  for (const char* tzid :
       {"/mozilla.org/20050126_1/Europe/Berlin", "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
        "\"Europe/Berlin\"", "W. Europe Standard Time"}) {
    const CalendarFile file = read_event("DTSTART;TZID=" + std::string(tzid) + ":20260701T120000\n");
    EXPECT_EQ(file.events.at(0).schedule.zone, "Europe/Berlin") << tzid;
    EXPECT_EQ(file.warnings, 0U) << tzid;
  }
  const CalendarFile deep =
      read_event("DTSTART;TZID=/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires:20260701T120000\n");
  EXPECT_EQ(deep.events.at(0).schedule.zone, "America/Argentina/Buenos_Aires");
}

TEST_F(IcsReader, ReadsAnUnknownZoneByItsOffsetsElseAsFloating) {
  const std::string definition =
      "BEGIN:VTIMEZONE\nTZID:Ship\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+1100\nTZOFFSETTO:-1200\n"
      "END:STANDARD\nEND:VTIMEZONE\n";
  const CalendarFile fixed = read_event("DTSTART;TZID=Ship:20260701T120000\n", definition);
  EXPECT_EQ(fixed.events.at(0).schedule.zone, "Etc/GMT+12");
  EXPECT_EQ(fixed.warnings, 1U);
  const CalendarFile unknown = read_event("DTSTART;TZID=Nowhere:20260701T120000\n");
  EXPECT_EQ(unknown.events.at(0).schedule.kind, ScheduleKind::floating);
  EXPECT_EQ(unknown.warnings, 1U);
  EXPECT_EQ(read_event("DTSTART;TZID=../../etc/passwd:20260701T120000\n").events.at(0).schedule.kind,
            ScheduleKind::floating);
}

TEST_F(IcsReader, FindsTheOccurrenceThatAnExceptionMeansInAnyForm) {
  const std::string series = "DTSTART;TZID=Europe/Berlin:20260328T020000\nRRULE:FREQ=DAILY;COUNT=5\n";
  EXPECT_THAT(read_event(series + "EXDATE;VALUE=DATE:20260330\n").events.at(0).schedule.excluded,
              ElementsAre(local("2026-03-30T02:00")));
  EXPECT_THAT(read_event(series + "EXDATE:20260330T000000Z\n").events.at(0).schedule.excluded,
              ElementsAre(local("2026-03-30T02:00")));
  EXPECT_THAT(read_event(series + "EXDATE;TZID=Asia/Tokyo:20260330T090000\n").events.at(0).schedule.excluded,
              ElementsAre(local("2026-03-30T02:00")));
  EXPECT_THAT(read_event(series + "EXDATE;TZID=Europe/Berlin:20260329T020000\n").events.at(0).schedule.excluded,
              ElementsAre(local("2026-03-29T02:00")))
      << "a wall time that the clock skips";
  EXPECT_THAT(read_event(series + "RDATE;VALUE=PERIOD:20260401T100000Z/PT1H\n").events.at(0).schedule.added,
              ElementsAre(local("2026-04-01T12:00")));
}

TEST_F(IcsReader, MakesUntilFitTheKindOfTime) {
  const auto until = [&](const std::string& lines) { return *read_event(lines).events.at(0).schedule.rule->until; };
  EXPECT_EQ(until("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY;UNTIL=20260105T120000Z\n"),
            (RuleUntil{RuleUntil::Form::date, local("2026-01-05T00:00")}));
  EXPECT_EQ(until("DTSTART:20260101T100000\nRRULE:FREQ=DAILY;UNTIL=20260105T120000Z\n"),
            (RuleUntil{RuleUntil::Form::local, local("2026-01-05T12:00")}));
  EXPECT_EQ(until("DTSTART;TZID=Europe/Berlin:20260101T100000\nRRULE:FREQ=DAILY;UNTIL=20260105T120000\n"),
            (RuleUntil{RuleUntil::Form::utc, local("2026-01-05T11:00")}));
}

TEST_F(IcsReader, ReadsLengthsFromEndsAndDurations) {
  const auto length = [&](const std::string& lines) { return read_event(lines).events.at(0).length; };
  EXPECT_EQ(length("DTSTART:20260101T100000Z\n"), minutes(0));
  EXPECT_EQ(length("DTSTART;VALUE=DATE:20260101\n"), minutes(1440));
  EXPECT_EQ(length("DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20260101\n"), minutes(1440));
  EXPECT_EQ(length("DTSTART:20260101T100000Z\nDURATION:PT1H30M\n"), minutes(90));
  EXPECT_EQ(length("DTSTART;TZID=Europe/Berlin:20260328T120000\nDURATION:P1D\n"), minutes(23 * 60))
      << "a nominal day in which the clock goes forward";
  EXPECT_EQ(length("DTSTART;TZID=Europe/Berlin:20260101T100000\nDTEND;TZID=America/New_York:20260101T120000\n"),
            minutes(8 * 60))
      << "a flight";
  EXPECT_EQ(length("DTSTART:20260101T230000Z\nDTEND:20260101T235959Z\n"), minutes(60));
  EXPECT_EQ(read_event("DTSTART:20260101T100000Z\nDTEND:20260101T090000Z\n").skipped, 1U);
}

TEST_F(IcsReader, ReadsAlarmsBeforeStartAndEnd) {
  const std::string event = "DTSTART:20260101T100000Z\nDTEND:20260101T110000Z\n";
  const auto alarm = [&](const std::string& trigger) {
    return read_event(event + "BEGIN:VALARM\nACTION:DISPLAY\n" + trigger + "\nEND:VALARM\n").events.at(0).alarms;
  };
  EXPECT_THAT(alarm("TRIGGER:-P1DT2H"), ElementsAre(minutes(26 * 60)));
  EXPECT_THAT(alarm("TRIGGER;RELATED=END:-PT15M"), ElementsAre(minutes(-45)));
  EXPECT_THAT(alarm("TRIGGER;VALUE=DATE-TIME:20260101T093000Z"), ElementsAre(minutes(30)));
  EXPECT_THAT(alarm("TRIGGER:rubbish"), IsEmpty());
  EXPECT_THAT(alarm("TRIGGER:-PT99999999H"), IsEmpty());
}

TEST_F(IcsReader, RefusesWhatIsNoCalendar) {
  for (const char* text :
       {"", "hello", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:VEVENT\nDTSTART:20260101T100000Z\nEND:VEVENT\n"}) {
    const auto file = read_ics(text, zones_);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ErrorCode::invalid);
  }
  EXPECT_TRUE(
      read_ics("\xEF\xBB\xBF"
               "begin:vcalendar\r\nend:vcalendar",
               zones_));
}

TEST_F(IcsReader, StaysWithinItsLimits) {
  std::string deep = "BEGIN:VCALENDAR\n";
  for (int i = 0; i < 100; ++i) deep += "BEGIN:X\n";
  EXPECT_FALSE(read_ics(deep, zones_));

  const std::string start = "DTSTART:20260101T100000Z\n";
  EXPECT_EQ(read_event(start + "SUMMARY:" + std::string(70'000, 'x') + "\n").skipped, 1U);
  const CalendarFile attached = read_event(start + "ATTACH:" + std::string(70'000, 'x') + "\nSUMMARY:kept\n");
  EXPECT_EQ(attached.events.at(0).summary, "kept") << "a long line of what isn't read does no harm";
  std::string folded = "ATTACH:x\n";
  for (int i = 0; i < 2'000; ++i) folded += " " + std::string(70, 'x') + "\n";
  EXPECT_EQ(read_event(start + folded).skipped, 0U);

  std::string exceptions;
  for (int i = 0; i < 1'001; ++i) exceptions += "EXDATE:20260101T100000Z\n";
  EXPECT_EQ(read_event(start + exceptions).skipped, 1U);

  std::string many = "BEGIN:VCALENDAR\n";
  for (std::size_t i = 0; i <= kIcsEventLimit; ++i) many += "BEGIN:VEVENT\nEND:VEVENT\n";
  EXPECT_FALSE(read_ics(many, zones_));
}

TEST_F(IcsReader, KeepsWhatIsWholeOfATextCutOff) {
  const std::string text = source_file("tests/corpus/ics/google.ics");
  for (std::size_t size = 0; size < text.size(); size += 7) {
    const auto file = read_ics(std::string_view(text).substr(0, size), zones_);
    EXPECT_LE(file ? file->events.size() : 0U, 4U);
  }
  const CalendarFile half = read(text.substr(0, text.find("UID:dentist")));
  EXPECT_EQ(half.events.size(), 2U);
  EXPECT_EQ(half.skipped, 1U);
}

TEST_F(IcsReader, SurvivesComponentsThatAreNotClosed) {
  const CalendarFile file = read(
      "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nBEGIN:STANDARD\nEND:VTIMEZONE\nEND:NOTHING\nBEGIN:VEVENT\n"
      "DTSTART:20260101T100000Z\nBEGIN:VALARM\nTRIGGER:-PT5M\nEND:VEVENT\nEND:VCALENDAR\n");
  EXPECT_EQ(file.events.size(), 1U);
  EXPECT_EQ(file.skipped, 0U);
}

}  // namespace
}  // namespace kindling
