#include "app/demo/demo_home.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "assets/content.hpp"
#include "core/base/text.hpp"
#include "core/services/exchange_service.hpp"
#include "core/storage/integrity.hpp"
#include "platform/common/posix_files.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

using std::chrono::days;

const Catalogue& library() {
  static const Catalogue kLibrary = *Catalogue::load(packed_content());
  return kLibrary;
}

// By value, so that a loop can walk over what a call gave.
template <class T>
T taken(Result<T> result) {
  EXPECT_TRUE(result.has_value());
  return std::move(result).value();
}

// The demonstration as it is at a moment, open.
class Shown {
 public:
  explicit Shown(const std::string& now, const std::string& zone = "Europe/Berlin") : now_(*parse_instant(now)) {
    const HomeOptions options{.folder = folder_.path(), .zone = zone, .durable = false};
    const auto made = make_demo_home(options, zones_, files_, library(), now_);
    EXPECT_TRUE(made.has_value()) << now << ": " << (made ? "" : made.error().message);
    home_ = *Kindling::open(options, {clock_, random_, zones_, files_}, library());
  }

  Kindling& operator*() { return *home_; }
  Kindling* operator->() { return home_.get(); }
  [[nodiscard]] Instant now() const { return now_; }
  std::string exported() { return *ExchangeService(home_->context(), library()).export_json(); }

 private:
  TemporaryFolder folder_;
  Instant now_;
  SteppedClock clock_{now_};
  RepeatableRandom random_{7};
  TzifZones zones_;
  PosixFiles files_;
  std::unique_ptr<Kindling> home_;
};

// What an adult wrote, in a row.
std::vector<std::string> words_of(Kindling& home) {
  std::vector<std::string> words;
  const auto add = [&words](const std::string& text) {
    if (!text.empty()) words.push_back(text);
  };
  for (const CheckIn& one : taken(home.check_ins().list({}, {}))) add(one.note), add(one.need);
  for (const Reminder& one : taken(home.reminders().list())) add(one.title), add(one.cue);
  for (const RitualView& one : taken(home.rituals().list())) {
    add(one.ritual.title);
    for (const std::string& step : one.ritual.steps) add(step);
  }
  for (const Plan& one : taken(home.plans().list())) {
    add(one.title), add(one.place), add(one.note);
    for (const PlanTask& task : one.tasks) add(task.title);
  }
  for (const Memory& one : taken(home.keepsakes().memories())) add(one.text);
  for (const Appreciation& one : taken(home.keepsakes().appreciations())) add(one.text);
  for (const PromptAnswer& one : taken(home.keepsakes().answers())) add(one.text);
  return words;
}

TEST(DemoHome, IsTheSameToTheLastIdForTheSameMoment) {
  const std::string now = "2026-11-26T18:30:00+01:00";
  EXPECT_EQ(Shown(now).exported(), Shown(now).exported());
  EXPECT_NE(Shown(now).exported(), Shown("2026-11-27T18:30:00+01:00").exported());
}

TEST(DemoHome, HoldsThreeMonthsOfTwoPeople) {
  Shown home("2026-11-26T18:30:00+01:00");
  const auto check_ins = *home->check_ins().list({}, {});
  EXPECT_GE(check_ins.size(), 83U);
  EXPECT_LE(check_ins.size(), 86U);
  EXPECT_EQ(to_utc_string(check_ins.front().at).substr(0, 10), "2026-08-27");
  EXPECT_LE(check_ins.back().at, home.now());
  EXPECT_GE(std::count_if(check_ins.begin(), check_ins.end(), [](const CheckIn& one) { return !one.note.empty(); }),
            45);
  EXPECT_EQ(home->reminders().list()->size(), 7U);
  EXPECT_EQ(home->keepsakes().memories()->size(), 12U);
  EXPECT_EQ(home->keepsakes().appreciations()->size(), 14U);
  EXPECT_EQ(home->keepsakes().answers()->size(), 9U);
  EXPECT_EQ(home->context().self.tables().count(EntityKind::mark), 10U);
  const Settings settings = *home->settings().get();
  EXPECT_EQ(to_string(*settings.quiet), "22:00-07:00");
  EXPECT_EQ(settings.comfort_talk, 3);
  std::multiset<PlanState> states;
  for (const Plan& plan : taken(home->plans().list())) states.insert(plan.state);
  EXPECT_EQ(states, (std::multiset<PlanState>{PlanState::done, PlanState::done, PlanState::done, PlanState::declined,
                                              PlanState::accepted, PlanState::proposed}));
}

TEST(DemoHome, RemindersWereDoneSkippedAndMissed) {
  Shown home("2026-11-26T18:30:00+01:00");
  std::size_t done = 0;
  std::size_t skipped = 0;
  for (const Reminder& reminder : taken(home->reminders().list())) {
    for (const OccurrenceState& state :
         taken(home->reminders().states(reminder, *parse_date("2026-08-01"), *parse_date("2026-12-31"))))
      ++(state.what == OccurrenceState::What::done ? done : skipped);
  }
  EXPECT_GT(done, 120U);
  EXPECT_GT(skipped, 5U);
  EXPECT_LT(skipped, 40U);
}

TEST(DemoHome, RitualsHoldDifferentlyAndOneRests) {
  Shown home("2026-11-26T18:30:00+01:00");
  std::vector<double> strengths;
  int resting = 0;
  for (const RitualView& view : taken(home->rituals().list())) {
    strengths.push_back(view.strength);
    if (view.resting_until) ++resting;
  }
  ASSERT_EQ(strengths.size(), 5U);
  EXPECT_EQ(resting, 1);
  const auto [least, most] = std::minmax_element(strengths.begin(), strengths.end());
  EXPECT_LT(*least, 0.6);
  EXPECT_GT(*most, 0.85);
}

TEST(DemoHome, AHardFortnightPassedAndLeavesNoNotice) {
  Shown home("2026-11-26T18:30:00+01:00");
  const auto weeks = *home->insight().trend(13);
  int hard = 0;
  for (const WeekTrend& week : weeks) hard += week.valence && *week.valence < -1;
  EXPECT_EQ(hard, 2);
  EXPECT_GT(*weeks[11].valence, 1.0);
  EXPECT_FALSE(home->insight().drift()->has_value());
}

TEST(DemoHome, NoTwoTextsAreEqualAndNoneIsOverItsLimit) {
  Shown home("2026-11-29T21:59:00+01:00");
  std::set<std::string> seen;
  std::size_t emoji = 0;
  for (const std::string& text : words_of(*home)) {
    EXPECT_TRUE(seen.insert(text).second) << text;
    EXPECT_TRUE(check_note(text, "a text", 400).has_value()) << text;
    EXPECT_EQ(text.find("  "), std::string::npos) << text;
    emoji += text.find("\xF0\x9F") != std::string::npos;
  }
  EXPECT_GT(seen.size(), 120U);
  EXPECT_GE(emoji, 5U);
  std::size_t longest = 0;
  for (const Reminder& reminder : taken(home->reminders().list()))
    longest = std::max(longest, count_characters(reminder.title));
  EXPECT_GT(longest, 80U);
}

TEST(DemoHome, DoctorFindsItWhole) {
  Shown home("2026-11-26T18:30:00+01:00");
  for (Space* space : {&home->context().self, &home->context().couple}) {
    const auto found = examine_space(*space, {});
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->problem, "");
    EXPECT_EQ(found->broken, 0U);
    EXPECT_TRUE(space->rebuild()->equal);
  }
}

TEST(DemoHome, RefusesMomentsThatItCannotReachBackFrom) {
  TemporaryFolder folder;
  TzifZones zones;
  PosixFiles files;
  for (const char* now : {"1979-06-01T12:00:00Z", "2190-01-01T00:00:00Z"}) {
    const auto made = make_demo_home({.folder = folder.path()}, zones, files, library(), *parse_instant(now));
    ASSERT_FALSE(made.has_value());
    EXPECT_EQ(made.error().code, ErrorCode::invalid);
  }
}

struct Occasion {
  const char* now;
  const char* zone = "Europe/Berlin";
};
class DemoHomeToday : public testing::TestWithParam<Occasion> {};

TEST_P(DemoHomeToday, ShowsSomethingOfEverything) {
  Shown home(GetParam().now, GetParam().zone);
  const TodayView today = *home->today().today();
  EXPECT_TRUE(today.affection.has_value());
  EXPECT_TRUE(today.prompt.has_value());
  EXPECT_FALSE(today.reminders.empty());
  EXPECT_GE(today.rituals.size(), 2U);
  EXPECT_EQ(today.on_this_day.size(), 2U);
  EXPECT_TRUE(today.notices.empty());
  ASSERT_TRUE(today.next_plan.has_value());
  EXPECT_EQ(today.next_plan->state, PlanState::accepted);
  EXPECT_GT(today.next_plan->start, today.local_now);
  EXPECT_LE(today.next_plan->start, today.local_now + days(7));
  EXPECT_EQ(std::chrono::weekday(date_of(today.next_plan->start)), std::chrono::Friday);
  EXPECT_EQ(to_string(time_of(today.next_plan->start)), "19:00");
  ASSERT_EQ(home->plans().list()->size(), 6U);
  for (const Plan& plan : taken(home->plans().list())) {
    if (plan.state != PlanState::accepted) continue;
    EXPECT_EQ(std::count_if(plan.tasks.begin(), plan.tasks.end(), [](const PlanTask& task) { return task.done; }), 1);
    EXPECT_EQ(plan.tasks.size(), 3U);
  }
  EXPECT_FALSE(home->today().upcoming(7, 60)->wanted.empty());
  const auto check_ins = *home->check_ins().list({}, {});
  EXPECT_GE(check_ins.size(), 82U);
  EXPECT_LE(check_ins.back().at, home.now());
}

INSTANTIATE_TEST_SUITE_P(
    At, DemoHomeToday,
    testing::Values(Occasion{"2026-11-25T07:00:00+01:00"},
                    Occasion{"2026-11-23T00:05:00+01:00"},  // a Monday's beginning
                    Occasion{"2026-11-29T23:58:00+01:00"},  // a Sunday's end
                    Occasion{"2026-11-27T18:59:00+01:00"}, Occasion{"2026-11-27T19:00:00+01:00"},  // the evening itself
                    Occasion{"2026-11-30T21:30:00+01:00"}, Occasion{"2027-01-31T12:00:00+01:00"},  // ends of months
                    Occasion{"2027-01-01T00:30:00+01:00"}, Occasion{"2028-02-29T09:00:00+01:00"},
                    Occasion{"2027-02-28T20:00:00+01:00"},  // stands for the 29th
                    Occasion{"2026-03-29T03:30:00+02:00"}, Occasion{"2026-10-25T02:30:00+01:00"},  // clocks change
                    Occasion{"2026-10-25T02:30:00+02:00"}, Occasion{"2026-11-26T18:30:00-10:00", "Pacific/Honolulu"},
                    Occasion{"2026-11-26T18:30:00+14:00", "Pacific/Kiritimati"},
                    Occasion{"2101-03-01T08:00:00Z", "UTC"}));

}  // namespace
}  // namespace kindling
