#include "core/services/drift_days.hpp"

#include "assets/content.hpp"
#include "core/services/drift_steps.hpp"
#include "core/services/plan_service.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/ritual_service.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

using std::chrono::days;

// It is Sunday, 22 November 2026; Monday the 16th begins the running week.
class DriftDaysTest : public ServiceTest {
 protected:
  EntityRef add_reminder(ReminderKind kind, bool for_both = false) {
    return must(reminders_.add({.title = "Hug",
                                .at = clock("07:45"),
                                .rule = "FREQ=DAILY",
                                .from = day("2026-10-01"),
                                .kind = kind,
                                .for_both = for_both}));
  }
  EntityRef add_ritual(std::string_view from) {
    AddRitual command;
    command.title = "Tea";
    command.at = clock("22:00");
    command.from = day(from);
    return must(rituals_.add(command));
  }
  DriftDay read(std::string_view date, const std::vector<MoodPointInTime>& moods = {}) {
    const auto all = DriftDays(context()).read(moods, day("2026-11-22"));
    EXPECT_TRUE(all.has_value());
    for (const DriftDay& one : *all) {
      if (one.date == day(date)) return one;
    }
    return {};
  }
  bool keeps(Space& space) { return space.tables().derived(EntityKind::ritual).has_value(); }
  void keep_up() { EXPECT_TRUE(DriftDays(context()).keep_up(day("2026-11-22")).has_value()); }

  ReminderService reminders_{context()};
  RitualService rituals_{context()};
};

TEST_F(DriftDaysTest, CountsRitualsThatCameUpAndThoseKept) {
  const EntityRef tea = add_ritual("2026-11-09");
  must(rituals_.finish(tea, day("2026-11-10")));
  EXPECT_EQ(read("2026-11-10").rituals_due, 1);
  EXPECT_EQ(read("2026-11-10").rituals_kept, 1);
  EXPECT_EQ(read("2026-11-11").rituals_due, 1);
  EXPECT_EQ(read("2026-11-11").rituals_kept, 0);
  EXPECT_EQ(read("2026-11-08").rituals_due, 0) << "before it began";
  EXPECT_EQ(read("2026-11-16").rituals_due, 0) << "of the running week";
}

TEST_F(DriftDaysTest, RestsWhereAllRitualsRest) {
  const EntityRef tea = add_ritual("2026-11-02");
  const EntityRef walk = add_ritual("2026-11-02");
  home_.clock().set(*parse_instant("2026-11-09T10:00:00Z"));
  must(rituals_.rest(tea, day("2026-11-11")));
  must(rituals_.rest(walk, day("2026-11-10")));
  home_.clock().set(*parse_instant("2026-11-22T10:00:00Z"));
  EXPECT_TRUE(read("2026-11-10").resting);
  EXPECT_EQ(read("2026-11-10").rituals_due, 0);
  EXPECT_FALSE(read("2026-11-11").resting);
  EXPECT_EQ(read("2026-11-11").rituals_due, 1);
}

TEST_F(DriftDaysTest, CountsAffectionThatWasDone) {
  const EntityRef own = add_reminder(ReminderKind::affection);
  const EntityRef ours = add_reminder(ReminderKind::affection, true);
  const EntityRef other = add_reminder(ReminderKind::other);
  for (const EntityRef& one : {own, ours, other}) must(reminders_.finish(one, day("2026-11-10")));
  EXPECT_EQ(read("2026-11-10").touches, 2);
  must(reminders_.pause(own));
  EXPECT_EQ(read("2026-11-10").touches, 1) << "one that rests takes its past along";
}

TEST_F(DriftDaysTest, CountsGesturesTakenUpOnTheirDay) {
  const auto catalogue = Catalogue::load(packed_content());
  ASSERT_TRUE(catalogue.has_value());
  LibraryService library(context(), *catalogue);
  home_.clock().set(*parse_instant("2026-11-12T10:00:00Z"));
  const auto gestures = library.pieces(ContentKind::gesture);
  ASSERT_TRUE(gestures.has_value() && gestures->size() > 1);
  must(library.mark_idea(gestures->at(0).id, Verdict::yes));
  must(library.mark_idea(gestures->at(1).id, Verdict::no));
  EXPECT_EQ(read("2026-11-12").touches, 1) << "a no is never counted";
}

TEST_F(DriftDaysTest, CountsTheMinutesOfDatesThatTookPlace) {
  PlanService plans(context());
  AddPlan command;
  command.title = "Ramen";
  command.start = parse_date_time("2026-11-13T19:00").value();
  command.length = std::chrono::minutes(150);
  const EntityRef took_place = must(plans.add(command));
  command.start = parse_date_time("2026-11-14T19:00").value();
  const EntityRef cancelled = must(plans.add(command));
  must(plans.accept(took_place));
  must(plans.finish(took_place, ""));
  must(plans.cancel(cancelled));
  EXPECT_EQ(read("2026-11-13").minutes, 150);
  EXPECT_EQ(read("2026-11-14").minutes, 0);
}

TEST_F(DriftDaysTest, SumsMoodsIn) {
  const DriftDay one = read("2026-11-10", {{day("2026-11-10"), 3, 1, 2}, {day("2026-11-17"), 1, 1, 1}});
  EXPECT_EQ(one.check_ins, 2);
  EXPECT_EQ(one.valence, 3);
}

TEST_F(DriftDaysTest, KeepsWhatItReadAndSaysTheSameFromIt) {
  const EntityRef tea = add_ritual("2026-11-02");
  must(rituals_.finish(tea, day("2026-11-10")));
  must(reminders_.finish(add_reminder(ReminderKind::affection), day("2026-11-10")));
  const auto before = DriftDays(context()).read({}, day("2026-11-22"));
  keep_up();
  EXPECT_TRUE(keeps(context().self) && keeps(context().couple));
  const auto after = DriftDays(context()).read({}, day("2026-11-22"));
  ASSERT_TRUE(before.has_value() && after.has_value());
  EXPECT_EQ(*before, *after);
}

TEST_F(DriftDaysTest, ForgetsItWhereAWholeWeekChangesAndOnlyThere) {
  const EntityRef tea = add_ritual("2026-11-02");
  keep_up();
  must(rituals_.finish(tea, day("2026-11-22")));
  EXPECT_TRUE(keeps(context().couple)) << "a mark of the running week";
  must(rituals_.finish(tea, day("2026-11-10")));
  EXPECT_FALSE(keeps(context().couple));
  keep_up();
  EXPECT_EQ(read("2026-11-10").rituals_kept, 1);
  undo();
  EXPECT_EQ(read("2026-11-10").rituals_kept, 0);
  keep_up();
  must(rituals_.remove(tea));
  EXPECT_EQ(read("2026-11-10").rituals_due, 0);
}

TEST_F(DriftDaysTest, ReadsAgainOnAMonday) {
  add_ritual("2026-11-02");
  keep_up();
  const auto all = DriftDays(context()).read({}, day("2026-11-23"));
  ASSERT_TRUE(all.has_value());
  EXPECT_EQ(all->back().date, day("2026-11-22"));
}

TEST(DriftSteps, GiveTwoOrThreeForAnySigns) {
  const auto catalogue = Catalogue::load(packed_content());
  ASSERT_TRUE(catalogue.has_value());
  TestHome home(1, true);
  LibraryService library(home.context(), *catalogue);
  for (unsigned set = 1; set < (1U << kSignals); ++set) {
    std::vector<Signal> signals;
    for (std::size_t i = 0; i < kSignals; ++i) {
      if ((set >> i) % 2 == 1) signals.push_back(static_cast<Signal>(i));
    }
    const auto steps = drift_steps(library, signals);
    ASSERT_TRUE(steps.has_value());
    EXPECT_GE(steps->size(), 2U);
    EXPECT_LE(steps->size(), 3U);
    for (const DriftStep& step : *steps) {
      EXPECT_FALSE(step.text.empty() || step.title.empty());
      EXPECT_EQ(library.find(step.article)->content.kind, ContentKind::article);
    }
  }
  EXPECT_EQ(drift_steps(library, {Signal::touch})->front().article, "article.touch.touch-went-quiet");
}

}  // namespace
}  // namespace kindling
