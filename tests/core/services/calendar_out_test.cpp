#include "core/services/calendar_out.hpp"

#include <gmock/gmock.h>

#include "core/codec/ics_reader.hpp"
#include "core/codec/ics_writer.hpp"
#include "core/services/exchange_service.hpp"
#include "core/services/plan_service.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/ritual_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/repository.hpp"
#include "tests/support/faulty_files.hpp"
#include "tests/support/libical_judge.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

using std::chrono::minutes;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const Catalogue kNoLibrary;

class Calendar : public ServiceTest {
 protected:
  EntityRef add_plan(const std::string& title, const char* start = "2026-11-27T19:00") {
    AddPlan command;
    command.title = title;
    command.start = parse_date_time(start).value();
    command.place = "The harbour";
    return must(plans().add(command));
  }
  EntityRef add_ritual(const std::string& rule = "", const char* from = "2026-11-22") {
    AddRitual command;
    command.title = "Tea";
    command.at = clock("22:00");
    command.rule = rule;
    command.from = day(from);
    command.steps = {"Kettle", "Two cups"};
    return must(rituals().add(command));
  }
  PlanService plans() { return PlanService(context()); }
  RitualService rituals() { return RitualService(context()); }
  CalendarOut calendar() { return {context(), files_}; }
  CalendarReport write(const CalendarChoice& choice = {}) {
    home_.clock().advance(minutes(1));
    const auto report = calendar().write(folder_, choice);
    EXPECT_TRUE(report.has_value()) << (report ? "" : report.error().message);
    return report.value_or(CalendarReport{});
  }
  std::string path_of(const EntityRef& ref) { return folder_ + "/" + calendar_uid(ref.id) + ".ics"; }
  std::string text_of_file(const EntityRef& ref) {
    const auto bytes = files_.read(path_of(ref), 1'000'000);
    return bytes ? std::string(text_of(*bytes)) : "";
  }
  CalendarEvent event_of(const EntityRef& ref) {
    const auto file = read_ics(text_of_file(ref), home_.zones());
    EXPECT_TRUE(file.has_value() && file->events.size() == 1U);
    return file && !file->events.empty() ? file->events.front() : CalendarEvent{};
  }
  ImportReport import(const Context& context, const std::string& text) {
    const auto report = ExchangeService(context, kNoLibrary).import_ics(text);
    EXPECT_TRUE(report.has_value()) << (report ? "" : report.error().message);
    return report.value_or(ImportReport{});
  }
  std::string exported() { return *ExchangeService(context(), kNoLibrary).export_ics({}); }

  TemporaryFolder root_;
  std::string folder_ = root_.path() + "/calendar";
  FaultyFiles files_;
};

TEST_F(Calendar, HasOneFileForEachThingAndWritesItOnce) {
  const EntityRef plan = add_plan("Ramen night");
  const EntityRef ritual = add_ritual();
  const CalendarReport first = write();
  EXPECT_EQ(first.things, 2U);
  EXPECT_EQ(first.written, 2U);
  EXPECT_EQ(event_of(plan).summary, "Ramen night");
  EXPECT_EQ(event_of(plan).location, "The harbour");
  EXPECT_EQ(event_of(plan).schedule.zone, "Europe/Berlin");
  EXPECT_THAT(text_of_file(plan), HasSubstr("BEGIN:VTIMEZONE"));
  EXPECT_THAT(text_of_file(plan), HasSubstr("BEGIN:VALARM"));
  EXPECT_EQ(to_string(*event_of(ritual).schedule.rule), "FREQ=DAILY");
  EXPECT_EQ(event_of(ritual).description, "Kettle\nTwo cups");
  files_.written = 0;
  const CalendarReport second = write();
  EXPECT_EQ(second.unchanged, 2U);
  EXPECT_EQ(files_.written, 0);
}

TEST_F(Calendar, TellsEachStateOfAPlan) {
  const EntityRef plan = add_plan("Ramen night");
  write();
  EXPECT_THAT(text_of_file(plan), HasSubstr("STATUS:TENTATIVE"));
  EXPECT_EQ(event_of(plan).sequence, 0);
  const auto first_modified = *event_of(plan).modified;
  must(plans().accept(plan));
  EXPECT_EQ(write().written, 1U);
  EXPECT_THAT(text_of_file(plan), HasSubstr("STATUS:CONFIRMED"));
  EXPECT_EQ(event_of(plan).sequence, 1);
  EXPECT_GT(*event_of(plan).modified, first_modified);
  must(plans().cancel(plan));
  write();
  EXPECT_THAT(text_of_file(plan), HasSubstr("STATUS:CANCELLED"));
  EXPECT_THAT(text_of_file(plan), Not(HasSubstr("VALARM")));
  EXPECT_EQ(event_of(plan).sequence, 2);
  const EntityRef done = add_plan("Walk");
  must(plans().finish(done, "Warm"));
  const EntityRef declined = add_plan("Opera");
  must(plans().decline(declined));
  write();
  EXPECT_THAT(text_of_file(done), HasSubstr("STATUS:CONFIRMED"));
  EXPECT_THAT(text_of_file(declined), HasSubstr("STATUS:CANCELLED"));
}

TEST_F(Calendar, GrowsTheSequenceWithWhatItShowsAlone) {
  const EntityRef plan = add_plan("Ramen night");
  const EntityRef ritual = add_ritual();
  write();
  must(plans().add_task(plan, "Noodles"));
  must(plans().finish_task(plan, 1));
  must(rituals().finish(ritual, std::nullopt));
  EXPECT_EQ(write().unchanged, 2U);
  must(rituals().skip(ritual, day("2026-11-24")));
  EXPECT_EQ(undo(), "skip ritual 'Tea'");
  EXPECT_EQ(write().written, 1U) << "skipped and not: nothing else differs, and yet it was changed";
  EXPECT_EQ(event_of(ritual).sequence, 2);
}

TEST_F(Calendar, LeavesOutRests) {
  const EntityRef ritual = add_ritual();
  must(rituals().rest(ritual, day("2026-11-24")));
  must(rituals().skip(ritual, day("2026-11-30")));
  write();
  std::vector<std::string> excluded;
  for (const LocalDateTime time : event_of(ritual).schedule.excluded) excluded.push_back(to_string(time));
  EXPECT_EQ(excluded,
            (std::vector<std::string>{"2026-11-22T22:00", "2026-11-23T22:00", "2026-11-24T22:00", "2026-11-30T22:00"}));
  must(rituals().unfinish(ritual, day("2026-11-30")));
  write();
  EXPECT_THAT(event_of(ritual).schedule.excluded, SizeIs(3));
}

TEST_F(Calendar, BindsWhatFloatsToTheClockAtHomeWhereItStaysThere) {
  const EntityRef ritual = add_ritual();
  write();
  EXPECT_EQ(event_of(ritual).schedule.kind, ScheduleKind::floating);
  must(SettingsService(context()).edit({.home_zone = "Europe/Berlin"}));
  write();
  EXPECT_EQ(event_of(ritual).schedule.kind, ScheduleKind::zoned);
  EXPECT_EQ(event_of(ritual).schedule.zone, "Europe/Berlin");
  EXPECT_EQ(to_string(event_of(ritual).schedule.start), "2026-11-22T22:00");
}

TEST_F(Calendar, HoldsRestsOfManyYearsWithinTheLimit) {
  const EntityRef ritual = add_ritual("FREQ=HOURLY", "2026-11-01");
  for (int rest = 0; rest < 3; ++rest) {
    must(rituals().rest(ritual, date_of(context().local_now()) + std::chrono::days(20)));
    home_.clock().advance(std::chrono::hours(24 * 21));
  }
  write();
  const auto excluded = event_of(ritual).schedule.excluded;
  EXPECT_THAT(excluded, SizeIs(1'000));
  EXPECT_EQ(to_string(excluded.back()), "2027-01-23T23:00");
}

TEST_F(Calendar, ShowsTheRitualsThatWereChosen) {
  const EntityRef plan = add_plan("Ramen night");
  const EntityRef tea = add_ritual();
  const EntityRef walk = add_ritual("FREQ=WEEKLY");
  EXPECT_EQ(write({.rituals = {false, {tea.id}}}).written, 2U);
  EXPECT_EQ(text_of_file(walk), "");
  const CalendarReport none = write({.rituals = {false, {}}});
  EXPECT_EQ(none.removed, 1U);
  EXPECT_EQ(text_of_file(tea), "");
  EXPECT_NE(text_of_file(plan), "");
}

TEST_F(Calendar, CanBeDiscreet) {
  const EntityRef plan = add_plan("Ramen night");
  const EntityRef ritual = add_ritual();
  write({.discreet = true});
  for (const EntityRef& ref : {plan, ritual}) {
    EXPECT_THAT(text_of_file(ref), HasSubstr("SUMMARY:Together\r\n"));
    for (const char* word : {"Ramen", "harbour", "Tea", "Kettle", "DESCRIPTION:K", "LOCATION"})
      EXPECT_THAT(text_of_file(ref), Not(HasSubstr(word)));
  }
  EXPECT_EQ(write().written, 2U);
}

TEST_F(Calendar, RemovesWhatItWroteAndNothingElse) {
  const EntityRef plan = add_plan("Ramen night");
  const EntityRef other = add_plan("Walk");
  ASSERT_TRUE(files_.write(folder_ + "/theirs.ics", bytes_of("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")));
  ASSERT_TRUE(files_.write(path_of(other), bytes_of("somebody's text under this name")));
  const CalendarReport report = write();
  EXPECT_EQ(report.written, 1U);
  EXPECT_EQ(report.foreign, 1U);
  must(plans().remove(plan));
  must(plans().remove(other));
  EXPECT_EQ(write().removed, 1U);
  EXPECT_EQ(text_of_file(plan), "");
  EXPECT_EQ(text_of_file(other), "somebody's text under this name");
  EXPECT_TRUE(files_.exists(folder_ + "/theirs.ics"));
}

TEST_F(Calendar, LeavesTheFilesOfAnotherHome) {
  TestHome partner(5, true);
  AddPlan command;
  command.title = "Theirs";
  command.start = parse_date_time("2026-12-01T19:00").value();
  const EntityRef theirs = must(PlanService(partner.context()).add(command));
  ASSERT_TRUE(CalendarOut(partner.context(), files_).write(folder_, {}).has_value());
  add_plan("Ours");
  EXPECT_EQ(write().removed, 0U);
  EXPECT_NE(text_of_file(theirs), "");
  EXPECT_EQ(CalendarOut(partner.context(), files_).write(folder_, {})->removed, 0U);
}

TEST_F(Calendar, FindsItsFilesAgainWhereItsListIsGone) {
  const EntityRef plan = add_plan("Ramen night");
  write();
  for (const std::string& name : files_.list(folder_)) {
    if (!name.ends_with(".kindling-calendar")) continue;
    ASSERT_TRUE(files_.write(folder_ + "/" + name, bytes_of("rubbish")));
  }
  must(plans().accept(plan));
  const CalendarReport report = write();
  EXPECT_EQ(report.written, 1U);
  EXPECT_EQ(report.foreign, 0U);
  EXPECT_EQ(write().unchanged, 1U);
}

TEST_F(Calendar, WritesAgainWhatIsMissingAndKeepsWhatAProgramTouched) {
  const EntityRef plan = add_plan("Ramen night");
  write();
  ASSERT_TRUE(files_.remove(path_of(plan)));
  EXPECT_EQ(write().written, 1U);
  const std::string touched = text_of_file(plan) + "X-SEEN:1\r\n";
  ASSERT_TRUE(files_.write(path_of(plan), bytes_of(touched)));
  EXPECT_EQ(write().unchanged, 1U);
  EXPECT_EQ(text_of_file(plan), touched);
  must(plans().accept(plan));
  EXPECT_EQ(write().written, 1U);
}

TEST_F(Calendar, GoesOnWhereItWasKilled) {
  std::vector<EntityRef> all;
  for (const char* title : {"One", "Two", "Three"}) all.push_back(add_plan(title));
  for (int good = 0; good < 6; ++good) {
    files_.good_changes = good;
    static_cast<void>(calendar().write(folder_, {}));
    files_.good_changes = 1'000'000;
    // Whatever is there is whole.
    for (const EntityRef& ref : all) {
      const std::string text = text_of_file(ref);
      EXPECT_TRUE(text.empty() || text.ends_with("END:VCALENDAR\r\n"));
    }
  }
  must(plans().remove(all.back()));
  ASSERT_TRUE(files_.write(path_of(all.front()) + ".a1B2c3", bytes_of("half")));
  write();
  EXPECT_THAT(files_.list(folder_), SizeIs(3)) << "two things and the list";
}

TEST_F(Calendar, IsKeptUpToDateUntilItIsForgotten) {
  EXPECT_FALSE(calendar().keep_up()->has_value());
  add_plan("Ramen night");
  const EntityRef tea = add_ritual();
  const CalendarChoice choice{.rituals = {false, {tea.id}}, .discreet = true};
  must(calendar().keep({folder_, choice}));
  EXPECT_EQ((*calendar().kept())->choice.rituals, choice.rituals);
  EXPECT_THAT(refusal(calendar().keep_up(), ErrorCode::not_found), HasSubstr("isn't there"));
  ASSERT_TRUE(files_.make_folder(folder_));
  EXPECT_EQ((*calendar().keep_up())->written, 2U);
  EXPECT_THAT(text_of_file(tea), HasSubstr("Together"));
  must(calendar().forget());
  EXPECT_FALSE(calendar().kept()->has_value());
  EXPECT_FALSE(calendar().keep_up()->has_value());
  EXPECT_NE(text_of_file(tea), "");
  must(calendar().keep({folder_, {}}));
  EXPECT_TRUE((*calendar().kept())->choice.rituals.all);
}

// Around both changes of the clocks, in the zone of the thing.
TEST_F(Calendar, IsReadByLibicalAsTheSameInstants) {
  std::vector<EntityRef> all;
  for (const char* start : {"2027-03-27T19:00", "2027-03-28T09:00", "2027-10-30T23:30", "2027-10-31T12:00"}) {
    for (const char* zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"}) {
      AddPlan command;
      command.title = "Over the change";
      command.start = parse_date_time(start).value();
      command.zone = zone;
      all.push_back(must(plans().add(command)));
    }
  }
  write();
  for (const EntityRef& ref : all) {
    const LibicalVerdict verdict = judge_with_libical(text_of_file(ref), 2026, 2028);
    EXPECT_EQ(verdict.errors, 0);
    EXPECT_TRUE(verdict.allowed);
    const Plan plan = *plans().get(ref);
    EXPECT_EQ(verdict.starts.at(calendar_uid(ref.id)), std::vector{std::chrono::floor<std::chrono::seconds>(plan.at)});
    EXPECT_EQ(verdict.lengths.at(calendar_uid(ref.id)), plan.length);
  }
  const EntityRef tea = add_ritual("FREQ=WEEKLY;BYDAY=SA,SU", "2027-03-20");
  home_.clock().set(*parse_instant("2027-03-24T10:00:00Z"));
  must(rituals().skip(tea, day("2027-03-28")));
  write();
  const LibicalVerdict verdict = judge_with_libical(text_of_file(tea), 2027, 2027);
  EXPECT_EQ(verdict.errors, 0);
  std::vector<std::chrono::sys_seconds> wanted;
  Schedule schedule = load(context().couple.tables(), Id<Ritual>{tea.id})->schedule;
  schedule.excluded = {parse_date_time("2027-03-28T22:00").value()};
  for (const Occurrence& one : occurrences(schedule, *home_.zones().find("UTC"), LocalDateTime(day("2027-01-01")),
                                           LocalDateTime(day("2028-01-01"))))
    wanted.push_back(one.utc);
  EXPECT_EQ(verdict.starts.at(calendar_uid(tea.id)), wanted);
}

TEST_F(Calendar, ComesBackWithoutChangingAnything) {
  const EntityRef plan = add_plan("Ramen night");
  must(plans().accept(plan));
  const EntityRef gone = add_plan("Opera");
  add_ritual();
  AddReminder reminder;
  reminder.title = "Hug";
  must(ReminderService(context()).add(reminder));
  const std::string text = exported();
  must(plans().move(plan, {.start = parse_date_time("2026-11-28T19:00").value(), .zone = {}, .length = {}}));
  must(plans().remove(gone));
  const auto before = home_.digests();
  EXPECT_EQ(import(context(), text).imported, 0U);
  EXPECT_EQ(import(context(), text).skipped, 4U);
  EXPECT_EQ(home_.digests(), before);

  TestHome other(9, true);
  EXPECT_EQ(import(other.context(), text).imported, 2U) << "plans; a series or a reminder is none";
  EXPECT_EQ(load(other.couple().tables(), Id<Plan>{plan.id})->state, PlanState::accepted);
  EXPECT_EQ(load(other.couple().tables(), Id<Plan>{gone.id})->state, PlanState::proposed);
  EXPECT_EQ(import(other.context(), text).imported, 0U);
}

constexpr const char* kForeign =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Theirs\r\n"
    "BEGIN:VEVENT\r\nUID:concert\r\nDTSTART;TZID=Europe/London:20261204T193000\r\nDURATION:PT3H\r\n"
    "SUMMARY:Concert\\nby the lake\r\nLOCATION:Hall 2\r\nDESCRIPTION:Row 7\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:call\r\nDTSTART:20261205T110000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:trip\r\nDTSTART;VALUE=DATE:20261212\r\nDTEND;VALUE=DATE:20261214\r\nSUMMARY:Trip\r\nEND:"
    "VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:gym\r\nDTSTART:20261201T070000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Gym\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:off\r\nDTSTART:20261201T070000\r\nSTATUS:CANCELLED\r\nSUMMARY:Off\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:cruise\r\nDTSTART;VALUE=DATE:20261201\r\nDURATION:P60D\r\nSUMMARY:Cruise\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

TEST_F(Calendar, TakesSingleEventsOfOthersAsPlansOnce) {
  const ImportReport report = import(context(), kForeign);
  EXPECT_EQ(report.imported, 3U);
  EXPECT_EQ(report.skipped, 3U);
  auto found = *plans().list();
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0].title, "Concert by the lake");
  EXPECT_EQ(found[0].zone, "Europe/London");
  EXPECT_EQ(found[0].length, minutes(180));
  EXPECT_EQ(found[0].place, "Hall 2");
  EXPECT_EQ(found[0].note, "Row 7");
  EXPECT_EQ(found[0].state, PlanState::accepted);
  EXPECT_EQ(found[1].title, "Event");
  EXPECT_EQ(found[1].state, PlanState::proposed);
  EXPECT_EQ(to_string(found[1].start), "2026-12-05T12:00");
  EXPECT_EQ(found[1].zone, "Europe/Berlin");
  EXPECT_EQ(found[2].length, minutes(2 * 24 * 60));
  const auto before = home_.digests();
  EXPECT_EQ(import(context(), kForeign).imported, 0U);
  // The owner's own changes stay, also where the event was moved meanwhile.
  std::string moved = kForeign;
  moved.replace(moved.find("20261204T193000"), 15, "20261205T193000");
  EXPECT_EQ(import(context(), moved).imported, 0U);
  EXPECT_EQ(home_.digests(), before);
  EXPECT_EQ(undo(), "import 'Concert by the lake'");
  EXPECT_THAT(*plans().list(), SizeIs(0));
  EXPECT_EQ(import(context(), kForeign).imported, 3U);
  EXPECT_EQ(plans().list()->front().title, "Concert by the lake");
}

TEST_F(Calendar, ShortensWhatIsTooLong) {
  std::string text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:long\r\nDTSTART:20261201T070000\r\nSUMMARY:";
  for (int i = 0; i < 300; ++i) text += "ü";
  EXPECT_EQ(import(context(), text + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").imported, 1U);
  EXPECT_EQ(plans().list()->front().title.size(), 400U);
}

}  // namespace
}  // namespace kindling
