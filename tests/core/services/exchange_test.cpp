#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>

#include "core/codec/ics_reader.hpp"
#include "core/domain/entity_types.hpp"
#include "core/services/exchange_service.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/repository.hpp"
#include "core/storage/settings_record.hpp"
#include "tests/support/test_home.hpp"

namespace kindling {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Catalogue kNoLibrary;

int choose_with_rapidcheck(int lowest, int highest) { return *rc::gen::inRange(lowest, highest + 1); }

std::string without_time(std::string json) {
  const std::size_t at = json.find("\"exported_at\"");
  return json.erase(at, json.find(',', at) - at);
}

std::string exported(TestHome& home) {
  const auto json = ExchangeService(home.context(), kNoLibrary).export_json();
  return json ? without_time(*json) : json.error().message;
}

ImportReport imported(TestHome& home, const std::string& json) {
  const auto report = ExchangeService(home.context(), kNoLibrary).import_json(json);
  EXPECT_TRUE(report.has_value()) << (report ? "" : report.error().message);
  return report ? *report : ImportReport{};
}

std::string refusal(TestHome& home, const std::string& json, ErrorCode code = ErrorCode::invalid) {
  const auto report = ExchangeService(home.context(), kNoLibrary).import_json(json);
  EXPECT_FALSE(report.has_value());
  if (report) return {};
  EXPECT_EQ(report.error().code, code) << report.error().message;
  EXPECT_EQ(home.self().log().count() + home.couple().log().count(), 0U);
  return report.error().message;
}

std::string in_self(const std::string& lists) { return R"({"kindling":1,"self":{)" + lists + "}}"; }

constexpr const char* kId = "abcdefghijklmnopqrstuvwxya";

Uuid add_reminder(TestHome& home, const std::string& title) {
  ReminderService reminders(home.context());
  AddReminder command;
  command.title = title;
  const auto done = reminders.add(command);
  return done ? done->touched.front().id : Uuid{};
}

TEST(Exchange, ExportIntoAnEmptyHomeExportsTheSame) {
  ASSERT_TRUE(rc::check([] {
    TestHome home(static_cast<std::uint64_t>(choose_with_rapidcheck(1, 1'000'000)), true);
    fill_by_chance(home, choose_with_rapidcheck);
    const auto json = ExchangeService(home.context(), kNoLibrary).export_json();
    RC_ASSERT(json.has_value());
    TestHome other(7, true);
    const ImportReport first = imported(other, *json);
    RC_ASSERT(exported(other) == without_time(*json));
    RC_ASSERT(first.renewed == 0U);
    RC_ASSERT(first.ignored == 0U);
    const std::uint64_t operations = other.self().log().count() + other.couple().log().count();
    const ImportReport second = imported(other, *json);
    RC_ASSERT(second.imported == 0U);
    RC_ASSERT(second.skipped == first.imported);
    RC_ASSERT(other.self().log().count() + other.couple().log().count() == operations);
    // Into the home that it came from it changes nothing either.
    const auto before = home.digests();
    RC_ASSERT(imported(home, *json).imported == 0U);
    RC_ASSERT(home.digests() == before);
  }));
}

TEST(Exchange, WhatDiffersOrWasDeletedHereComesInUnderANewIdOnce) {
  TestHome home;
  const Uuid edited = add_reminder(home, "Hug");
  const Uuid removed = add_reminder(home, "Tea");
  const std::string json = *ExchangeService(home.context(), kNoLibrary).export_json();
  ReminderService reminders(home.context());
  EditReminder edit;
  edit.title = "A long hug";
  ASSERT_TRUE(reminders.edit({SpaceKind::self, EntityKind::reminder, edited}, edit));
  ASSERT_TRUE(home.self().transact(Verb::remove_reminder, [&](Writer& w) -> Result<void> {
    w.set_alive(EntityKind::reminder, removed, false);
    return {};
  }));

  const ImportReport report = imported(home, json);
  EXPECT_EQ(report.imported, 2U);
  EXPECT_EQ(report.renewed, 2U);
  EXPECT_EQ(reminders.list()->size(), 3U);
  EXPECT_EQ(imported(home, json).imported, 0U);
  EXPECT_EQ(reminders.get({SpaceKind::self, EntityKind::reminder, edited})->title, "A long hug");
}

TEST(Exchange, AnImportIsOneActPerSpaceThatCanBeTakenBackAndDoneAgain) {
  TestHome from;
  fill_by_chance(from,
                 [n = 9](int lowest, int highest) mutable { return lowest + (n++ * 7) % (highest - lowest + 1); });
  ASSERT_GT(from.self().log().count(), 0U);
  const std::string json = *ExchangeService(from.context(), kNoLibrary).export_json();
  TestHome home(2);
  const std::string empty = exported(home);
  const ImportReport first = imported(home, json);
  for (Space* space : {&home.self(), &home.couple()}) {
    if (const auto act = space->last_undoable()) {
      EXPECT_EQ(act->verb, Verb::import);
      ASSERT_TRUE(space->undo(*act));
    }
    EXPECT_FALSE(space->last_undoable().has_value());
  }
  EXPECT_EQ(exported(home), empty);
  EXPECT_EQ(imported(home, json).imported, first.imported);
}

TEST(Exchange, SettingsComeInOnlyWhereThereAreNone) {
  TestHome from;
  ASSERT_TRUE(from.self().transact(Verb::change_settings, [](Writer& w) -> Result<void> {
    Settings settings;
    settings.id = settings_id();
    settings.comfort_touch = 2;
    save(w, settings);
    return {};
  }));
  const std::string json = *ExchangeService(from.context(), kNoLibrary).export_json();
  TestHome home(2);
  EXPECT_EQ(imported(home, json).imported, 1U);
  EXPECT_EQ(load_settings(home.self().tables()).comfort_touch, 2);
  ASSERT_TRUE(home.self().transact(Verb::change_settings, [](Writer& w) -> Result<void> {
    Settings settings = load_settings(w.tables());
    settings.comfort_touch = 5;
    save(w, settings);
    return {};
  }));
  EXPECT_EQ(imported(home, json).skipped, 1U);
  EXPECT_EQ(load_settings(home.self().tables()).comfort_touch, 5);
}

TEST(Exchange, SettingsThatWereTakenBackLeaveNothingInThoseOfTheFile) {
  TestHome from;
  ASSERT_TRUE(SettingsService(from.context()).edit({.text_scale = 120}));
  const std::string json = *ExchangeService(from.context(), kNoLibrary).export_json();
  TestHome home(2);
  SettingsService settings(home.context());
  ASSERT_TRUE(settings.edit({.own_name = "Anna"}));
  ASSERT_TRUE(home.self().undo(*home.self().last_undoable()));
  EXPECT_EQ(imported(home, json).imported, 1U);
  EXPECT_EQ(settings.get()->own_name, "");
  EXPECT_EQ(settings.get()->text_scale, 120);
}

TEST(Exchange, CountsWhatItDoesNotKnowAndTakesTheRest) {
  TestHome home;
  const ImportReport report =
      imported(home, R"({"kindling":1,"new":[1,{"a":[]}],"self":{"moons":[{"id":"x"}],"memories":[{"id":")" +
                         std::string(kId) + R"(","date":"2026-01-02","text":"Snow","colour":"white"}]}})");
  EXPECT_EQ(report.imported, 1U);
  EXPECT_EQ(report.ignored, 3U);
}

TEST(Exchange, RefusesWhatIsNoExportAndChangesNothing) {
  TestHome home;
  for (const std::string text : {"null", "[]", "[{}]", "{}", "42", "\"x\"", "{\"kindling\":0}", "{\"kindling\":\"1\"}",
                                 "{\"self\":{}}", "{\"kindling\":1,\"self\":[]}", "{\"kindling\":1,\"self\":7}"})
    EXPECT_THAT(refusal(home, text), HasSubstr("no export of Kindling")) << text;
  EXPECT_THAT(refusal(home, "{\"kindling\":1"), HasSubstr("valid JSON"));
  EXPECT_THAT(refusal(home, "{\"kindling\":1} x"), HasSubstr("valid JSON"));
  EXPECT_THAT(refusal(home, "{\"kindling\":1,\"a\":\"\xFF\"}"), HasSubstr("valid JSON"));
  EXPECT_THAT(refusal(home, "{\"kindling\":2}", ErrorCode::newer), HasSubstr("newer version"));
  EXPECT_THAT(refusal(home, in_self(R"("memories":{})")), HasSubstr("square brackets"));
  EXPECT_THAT(refusal(home, in_self(R"("memories":[[]])")), HasSubstr("curly brackets"));
  EXPECT_THAT(refusal(home, R"({"kindling":1,"couple":{"marks":[{"id":")" + std::string(kId) + R"(","item":"a"}]}})"),
              HasSubstr("private"));
}

struct Wrong {
  const char* list;
  const char* fields;
  const char* sentence;
};

class WrongThing : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongThing, IsRefusedWithoutRepeatingIt) {
  TestHome home;
  const std::string good = R"({"id":"bbcdefghijklmnopqrstuvwxya","date":"2026-01-02","text":"Snow"})";
  const std::string json = in_self("\"memories\":[" + good + "],\"" + GetParam().list + "\":[{\"id\":\"" + kId + "\"" +
                                   GetParam().fields + "}]");
  const std::string sentence = refusal(home, json);
  EXPECT_THAT(sentence, HasSubstr(GetParam().sentence));
  EXPECT_THAT(sentence, HasSubstr(std::string("of the ") + GetParam().list));
  EXPECT_THAT(sentence, Not(HasSubstr("secret")));
}

const Wrong kWrong[] = {
    {"answers", R"(,"at":"2026-01-02","prompt":"p","text":"secret")", "offset"},
    {"answers", R"(,"at":"2026-01-02T10:00Z","prompt":"p","text":"  ")", "empty"},
    {"appreciations", R"(,"at":"1850-01-01T00:00Z","text":"secret")", "instant"},
    {"appreciations", R"(,"at":"2026-01-02T10:00Z","text":7)", "quotes"},
    {"reminders", R"(,"start":"2026-01-02T10:00")", "title is empty"},
    {"reminders", R"(,"title":"secret","start":"2026-02-30T10:00")", "wall time"},
    {"reminders", R"(,"title":"secret","rule":"FREQ=SECRETLY")", "\"rule\""},
    {"reminders", R"(,"title":"secret","rule":"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")", "number 1"},
    {"reminders", R"(,"title":"secret","kind":"secret")", "affection, ritual"},
    {"reminders", R"(,"title":"secret","paused":1)", "true or false"},
    {"reminders", R"(,"title":"secret","schedule":"zoned","zone":"Moon/Secret")", "IANA"},
    {"reminders", R"(,"title":"secret\u0007")", "control character"},
    {"reminders", R"(,"title":"secret","done":[{"date":"2026-13-01"}])", "\"done\""},
    {"reminders", R"(,"title":"secret","done":[{"date":"2026-01-01","ordinal":70000}])", "ordinal"},
    {"reminders", R"(,"title":"secret","snoozed":[{"date":"2026-01-01"}])", "until"},
    {"rituals", R"(,"title":"secret","minutes":0)", "1 minute"},
    {"rituals", R"(,"title":"secret","rests":[{"from":"2026-01-05","to":"2026-01-04"}])", "before"},
    {"rituals", R"(,"title":"secret","steps":["a\nb"])", "control character"},
    {"plans", R"(,"title":"secret","zone":"")", "IANA"},
    {"plans", R"(,"title":"secret","zone":"UTC","tasks":[{"number":0,"title":"a"}])", "number"},
    {"plans", R"(,"title":"secret","zone":"UTC","tasks":[{"number":1,"title":"a","days_before":366}])", "days_before"},
    {"plans", R"(,"title":"secret","zone":"UTC","items":[{"number":1,"title":""}])", "items"},
    {"check_ins", R"(,"zone":"UTC","valence":5)", "-4 to 4"},
    {"check_ins", R"(,"zone":"UTC","valence":1e3)", "whole number"},
    {"check_ins", R"(,"zone":"UTC","energy":18446744073709551615)", "whole number"},
    {"ideas", R"(,"title":"secret","comfort":7)", "0 to 6"},
    {"marks", R"(,"item":"a","shown":-1)", "\"shown\""},
    {"settings", R"(,"day_start":"07:00")", "06:00"},
    {"settings", R"(,"budget_talk":201)", "200"},
};
INSTANTIATE_TEST_SUITE_P(Each, WrongThing, ::testing::ValuesIn(kWrong));

TEST(Exchange, EndsQuicklyWithRubbish) {
  TestHome home;
  constexpr std::size_t kSize = 24'000'000;
  EXPECT_THAT(refusal(home, std::string(kSize, '[')), HasSubstr("brackets"));
  EXPECT_THAT(refusal(home, "{\"a\":\"" + std::string(kSize, 'x')), HasSubstr("text"));
  EXPECT_THAT(refusal(home, "{\"a\":" + std::string(kSize, '1')), HasSubstr("number or word"));
  std::string objects = "{\"kindling\":1,\"self\":{\"x\":[{}";
  while (objects.size() < kSize) objects += ",{}";
  EXPECT_THAT(refusal(home, objects), HasSubstr("valid JSON"));
  std::string thing = "{\"kindling\":1,\"self\":{\"memories\":[{\"x\":[0";
  while (thing.size() < kSize) thing += ",{}";
  EXPECT_THAT(refusal(home, thing), HasSubstr("too large"));
  std::string bytes(kSize, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>((i * 2654435761U) >> 13U);
  (void)refusal(home, bytes);
}

TEST(Exchange, WritesATableForEachKind) {
  TestHome home;
  add_reminder(home, "Tea, \"hot\"");
  ASSERT_TRUE(home.self().transact(Verb::add_check_in, [&](Writer& w) -> Result<void> {
    append(w, CheckIn{{w.new_id()},
                      *parse_instant("2026-11-22T09:30:00.250Z"),
                      "Europe/Berlin",
                      2,
                      -1,
                      {"calm", "near"},
                      "two\nlines",
                      "a walk",
                      Share::mood});
    return {};
  }));
  const auto files = ExchangeService(home.context(), kNoLibrary).export_csv();
  ASSERT_TRUE(files.has_value());
  ASSERT_EQ(files->size(), 2U);
  EXPECT_EQ(files->at(0).name, "reminders.csv");
  EXPECT_THAT(files->at(0).text, HasSubstr("\"Tea, \"\"hot\"\"\""));
  EXPECT_EQ(files->at(1).name, "check_ins.csv");
  EXPECT_THAT(files->at(1).text, HasSubstr("id,at,zone,valence,energy,feelings,need,note,share\r\n"));
  EXPECT_THAT(files->at(1).text,
              HasSubstr(",2026-11-22T09:30:00.250Z,Europe/Berlin,2,-1,calm; near,a walk,\"two\nlines\",mood\r\n"));
}

TEST(Exchange, WritesACalendarThatReadsBack) {
  TestHome home;
  fill_by_chance(home,
                 [n = 9](int lowest, int highest) mutable { return lowest + (n++ * 5) % (highest - lowest + 1); });
  const Uuid id = add_reminder(home, "Hug at the door");
  ExchangeService service(home.context(), kNoLibrary);
  const std::string open = *service.export_ics({});
  EXPECT_THAT(open, HasSubstr("UID:" + to_string(id) + "@kindling"));
  EXPECT_THAT(open, HasSubstr("SUMMARY:Hug at the door"));
  EXPECT_THAT(open, HasSubstr("BEGIN:VALARM"));
  const std::string discreet = *service.export_ics({.discreet = true});
  EXPECT_THAT(discreet, HasSubstr("SUMMARY:Together"));
  EXPECT_THAT(discreet, Not(HasSubstr("Hug")));
}

constexpr const char* kDiary =
    "full_date,date,weekday,time,mood,activities,note_title,note\r\n"
    "2026-01-02,January 2,Friday,8:30 PM,good,walk | tea,,Snow\r\n"
    "2026-01-01,January 1,Thursday,07:15,tender,,,\r\n"
    "nonsense,,,,,,,\r\n";

TEST(Exchange, BringsInADiaryOnce) {
  TestHome home;
  ExchangeService service(home.context(), kNoLibrary);
  const auto refused = service.import_daylio(kDiary, {});
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error().message, HasSubstr("--mood NAME=V,E"));
  EXPECT_THAT(refused.error().message, HasSubstr("entry 2"));
  EXPECT_THAT(refused.error().message, Not(HasSubstr("tender")));
  EXPECT_EQ(home.self().log().count(), 0U);

  const MoodNames moods{{"tender", {3, -2}}};
  const auto first = service.import_daylio(kDiary, moods);
  ASSERT_TRUE(first.has_value()) << first.error().message;
  EXPECT_EQ(first->imported, 2U);
  EXPECT_EQ(first->skipped, 1U);
  const auto found = load_all<CheckIn>(home.self().tables());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].valence, 3);
  EXPECT_EQ(to_utc_string(found[1].at), "2026-01-02T19:30:00Z");
  EXPECT_EQ(found[1].feelings, (std::vector<std::string>{"walk", "tea"}));
  EXPECT_EQ(found[1].share, Share::none);
  EXPECT_EQ(service.import_daylio(kDiary, {{"tender", {1, 1}}})->imported, 0U);
}

}  // namespace
}  // namespace kindling
