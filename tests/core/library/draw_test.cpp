#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "core/library/catalogue.hpp"
#include "tests/support/content_builder.hpp"

namespace kindling {
namespace {

const LocalDate kStart = *parse_date("2026-11-22");

void check(const char* what, const std::function<void()>& property) { EXPECT_TRUE(rc::check(what, property)); }

// A library of `least` to 40 pieces and what was shown of it, at random.
struct World {
  explicit World(int least = 1) : items(pieces(*rc::gen::inRange(least, 41))) {}

  std::vector<Content> items;
  std::vector<const Content*> candidates = pointers(items);
  ShownMarks marks;
  std::uint64_t seed = *rc::gen::arbitrary<std::uint64_t>();
  LocalDate today = kStart + std::chrono::days(*rc::gen::inRange(0, 3000));

  void show_some() {
    for (const Content* item : candidates) {
      for (int times = *rc::gen::inRange(0, 3); times > 0; --times)
        marks.show(*item, today - std::chrono::days(*rc::gen::inRange(1, 900)));
    }
  }
  template <class Piece>
  [[nodiscard]] bool is_fresh(const Piece& item, LocalDate date) const {
    const Shown shown = marks(item);
    return !shown.last || date - *shown.last >= std::chrono::days(365);
  }
};

TEST(Draw, TakesEveryPieceOnceBeforeAnyTwice) {
  check("n draws give n pieces", [] {
    World world;
    const int days_between = *rc::gen::inRange(0, 4);
    for (int round = 0; round < 3; ++round) {
      std::set<std::string> seen;
      for (std::size_t i = 0; i < world.candidates.size(); ++i) {
        const Content* drawn = draw(world.candidates, world.marks, world.seed, world.today);
        world.marks.show(*drawn, world.today);
        seen.insert(drawn->id);
        world.today += std::chrono::days(days_between);
      }
      RC_ASSERT(seen.size() == world.candidates.size());
    }
  });
}

TEST(Draw, TakesNothingWithinItsYearWhileSomethingFreshIsLeft) {
  check("fresh ones first, unseen before long unseen", [] {
    World world;
    world.show_some();
    const Content* drawn = draw(world.candidates, world.marks, world.seed, world.today);
    bool any_fresh = false;
    bool any_unseen = false;
    for (const Content* item : world.candidates) {
      any_fresh = any_fresh || world.is_fresh(*item, world.today);
      any_unseen = any_unseen || !world.marks(*item).last;
    }
    RC_ASSERT(world.is_fresh(*drawn, world.today) == any_fresh);
    RC_ASSERT(!world.marks(*drawn).last.has_value() == any_unseen);
  });
}

TEST(Draw, GivesTheSameForTheSameSeedDateAndMarksInAnyOrder) {
  check("deterministic", [] {
    World world;
    world.show_some();
    auto turned = world.candidates;
    std::reverse(turned.begin(), turned.end());
    RC_ASSERT(draw(world.candidates, world.marks, world.seed, world.today) ==
              draw(turned, world.marks, world.seed, world.today));
  });
}

TEST(Draw, GivesTheAnswerOfEveryMachine) {
  const auto items = pieces(30);
  std::string drawn;
  ShownMarks marks;
  for (int i = 0; i < 6; ++i) {
    const Content* item = draw(pointers(items), marks, 42, kStart);
    marks.show(*item, kStart);
    drawn += item->id.substr(10) + " ";
  }
  EXPECT_EQ(drawn, "4 10 27 29 7 26 ");
}

TEST(Draw, LeavesAPieceAloneForItsOwnPauseOnceAllWereSeen) {
  auto items = pieces(2);
  items[0].repeat_days = 60;
  items[1].repeat_days = 7;
  ShownMarks marks;
  marks.show(items[0], kStart - std::chrono::days(20));
  marks.show(items[1], kStart - std::chrono::days(10));
  EXPECT_EQ(draw(pointers(items), marks, 1, kStart)->id, items[1].id);
  items[1].repeat_days = 365;  // neither has rested: the one longest ago
  EXPECT_EQ(draw(pointers(items), marks, 1, kStart)->id, items[0].id);
}

TEST(Draw, PrefersTheNovelWithoutShowingOnlyThat) {
  const auto items = pieces(30);
  std::array<int, 4> first{};
  for (std::uint64_t seed = 0; seed < 2000; ++seed)
    ++first.at(static_cast<std::size_t>(draw(pointers(items), ShownMarks(), seed, kStart)->novelty));
  // 1 : 3 : 9, so 154 : 462 : 1385 of 2000; the bounds are more than five standard deviations away.
  EXPECT_NEAR(first[1], 154, 60);
  EXPECT_NEAR(first[2], 462, 95);
  EXPECT_NEAR(first[3], 1385, 105);
}

TEST(Draw, GivesNothingWhereThereIsNothing) {
  EXPECT_EQ(draw({}, ShownMarks(), 1, kStart), nullptr);
  EXPECT_EQ(of_the_day({}, ShownMarks(), 1, kStart), nullptr);
}

TEST(OfTheDay, WalksThroughAllBeforeOneComesTwice) {
  check("any n days in a row show n pieces, those of the year skipped", [] {
    World world;
    ShownMarks recent;  // shown within the year and staying so for as long as the walk takes
    std::size_t fresh = world.candidates.size();
    for (const Content* item : world.candidates) {
      if (fresh == 1 || !*rc::gen::weightedElement<bool>({{3, false}, {1, true}})) continue;
      recent.show(*item, world.today - std::chrono::days(*rc::gen::inRange(1, 300)));
      --fresh;
    }
    std::set<std::string> seen;
    const auto walkers = candidates_of(world.candidates);
    for (std::size_t i = 0; i < fresh; ++i) {
      const Candidate* item = of_the_day(walkers, recent, world.seed, world.today + std::chrono::days(i));
      RC_ASSERT(!recent(*item).last.has_value());
      seen.insert(item->id);
    }
    RC_ASSERT(seen.size() == fresh);
  });
}

TEST(OfTheDay, StaysAllDayWhateverIsDrawnMeanwhile) {
  check("marks of today change nothing today", [] {
    World world;
    world.show_some();
    const auto walkers = candidates_of(world.candidates);
    const Candidate* morning = of_the_day(walkers, world.marks, world.seed, world.today);
    const bool was_fresh = world.is_fresh(*morning, world.today);
    const Content* drawn = draw(world.candidates, world.marks, world.seed, world.today);
    RC_PRE(world.is_fresh(*drawn, world.today) && !world.marks(*drawn).last && was_fresh);
    world.marks.show(*drawn, world.today);
    RC_ASSERT(of_the_day(walkers, world.marks, world.seed, world.today) == morning);
  });
}

TEST(OfTheDay, DoesNotComeBackSoonForAPairThatDrawsEveryDay) {
  check("drawing beside it doesn't send the walk back", [] {
    World world(20);
    std::set<std::string> seen;
    const std::size_t days = world.candidates.size() / 2;
    const auto walkers = candidates_of(world.candidates);
    for (std::size_t i = 0; i < days; ++i) {
      const LocalDate day = world.today + std::chrono::days(i);
      RC_ASSERT(seen.insert(of_the_day(walkers, world.marks, world.seed, day)->id).second);
      world.marks.show(*draw(world.candidates, world.marks, world.seed, day), day);
    }
  });
}

TEST(OfTheDay, StillGivesSomethingWhereAllWereShown) {
  const auto items = pieces(3);
  ShownMarks marks;
  for (const Content& item : items) marks.show(item, kStart - std::chrono::days(1));
  const auto walkers = candidates_of(pointers(items));
  EXPECT_NE(of_the_day(walkers, marks, 5, kStart), nullptr);
}

}  // namespace
}  // namespace kindling
