#include "core/sync/hybrid_clock.hpp"

#include <gtest/gtest.h>

#include <random>

namespace kindling {
namespace {

using std::chrono::milliseconds;

Instant instant(std::int64_t ms) { return Instant(milliseconds(ms)); }

TEST(HybridClock, FollowsTheWallClock) {
  HybridClock clock;
  EXPECT_EQ(clock.tick(instant(1000)), (Stamp{1000, 0}));
  EXPECT_EQ(clock.tick(instant(1001)), (Stamp{1001, 0}));
}

TEST(HybridClock, CountsWithinAMillisecondAndWhereTheWallGoesBack) {
  HybridClock clock;
  EXPECT_EQ(clock.tick(instant(1000)), (Stamp{1000, 0}));
  EXPECT_EQ(clock.tick(instant(1000)), (Stamp{1000, 1}));
  EXPECT_EQ(clock.tick(instant(10)), (Stamp{1000, 2}));
  EXPECT_EQ(clock.tick(instant(-5)), (Stamp{1000, 3}));
}

TEST(HybridClock, CarriesAFullCounterIntoTheMilliseconds) {
  HybridClock clock(Stamp{1000, UINT16_MAX});
  EXPECT_EQ(clock.tick(instant(1000)), (Stamp{1001, 0}));
  HybridClock busy;
  Stamp last;
  for (int i = 0; i < 200'000; ++i) {
    const Stamp now = busy.tick(instant(5));
    ASSERT_GT(now, last);
    last = now;
  }
  EXPECT_EQ(last.ms, 5 + 3);  // 200,000 / 65,536
}

TEST(HybridClock, FollowsAPeerByTenMinutesAtMost) {
  HybridClock clock;
  clock.follow({instant(60'000).time_since_epoch().count(), 9}, instant(0));
  EXPECT_EQ(clock.last(), (Stamp{60'000, 9}));
  clock.follow({INT64_MAX, UINT16_MAX}, instant(0));
  EXPECT_EQ(clock.last(), (Stamp{600'000, UINT16_MAX}));
  EXPECT_EQ(clock.tick(instant(0)), (Stamp{600'001, 0}));
  clock.follow({-9'000, 0}, instant(0));
  EXPECT_EQ(clock.last(), (Stamp{600'001, 0}));
}

TEST(Stamp, HasNoOverflowAtTheEndOfTime) {
  const Stamp last{INT64_MAX, UINT16_MAX};
  EXPECT_GE(last.next(), last);
}

TEST(HybridClock, NeverGoesBackOnRandomWalks) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::mt19937_64 random(seed);
    HybridClock clock;
    std::int64_t wall = 1'000'000;
    std::int64_t furthest = wall;
    Stamp last;
    for (int i = 0; i < 500; ++i) {
      wall += static_cast<std::int64_t>(random() % 2001) - 1000;
      if (random() % 50 == 0) wall += static_cast<std::int64_t>(random() % 7'200'000) - 3'600'000;
      furthest = std::max(furthest, wall);
      if (random() % 3 == 0) {
        const Stamp before = clock.last();
        clock.follow({static_cast<std::int64_t>(random() >> 1U), static_cast<std::uint16_t>(random())}, instant(wall));
        ASSERT_GE(clock.last(), before);
        continue;
      }
      const Stamp now = clock.tick(instant(wall));
      ASSERT_GT(now, last) << "seed " << seed;
      ASSERT_LE(now.ms, furthest + 600'000 + 1) << "seed " << seed;
      last = now;
    }
  }
}

}  // namespace
}  // namespace kindling
