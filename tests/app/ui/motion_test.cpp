#include "app/ui/motion.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace kindling::ui {
namespace {

constexpr std::uint32_t kKey = 7;

class MotionTest : public ::testing::Test {
 protected:
  float frame(float target, bool reduced = false, double passed = 1.0 / 60) {
    time_ += passed;
    motion_.begin_frame(time_, reduced);
    return motion_.to(kKey, target);
  }

  Motion motion_;
  double time_ = 100;
};

TEST_F(MotionTest, BeginsAtRestWhereItIsFirstAskedFor) {
  EXPECT_EQ(frame(1), 1);
  EXPECT_FALSE(motion_.moving());
}

TEST_F(MotionTest, SettlesInItsTimeWithoutOvershooting) {
  frame(0);
  float last = 0;
  int frames = 0;
  do {
    const float now = frame(1);
    EXPECT_GE(now, last);
    EXPECT_LE(now, 1.0001F);
    last = now;
    ++frames;
  } while (motion_.moving() && frames < 600);
  EXPECT_EQ(last, 1);
  EXPECT_LT(frames, 60) << "a quarter of a second, and a little to settle";
}

TEST_F(MotionTest, TurnsRoundWithoutAJump) {
  frame(0);
  for (int i = 0; i < 6; ++i) frame(1);
  const float middle = frame(1);
  ASSERT_GT(middle, 0.05F);
  ASSERT_LT(middle, 0.99F);
  const float turned = frame(0);
  EXPECT_NEAR(turned, middle, 0.25F);
  float now = turned;
  for (int i = 0; i < 120; ++i) now = frame(0);
  EXPECT_EQ(now, 0);
  EXPECT_FALSE(motion_.moving());
}

TEST_F(MotionTest, IsThereAtOnceWhereMotionIsReduced) {
  frame(0, true);
  EXPECT_EQ(frame(1, true), 1);
  EXPECT_FALSE(motion_.moving());
}

TEST_F(MotionTest, DoesNotJumpAfterALongSleep) {
  frame(0);
  EXPECT_LT(frame(1, false, 3600), 0.5F);
  EXPECT_LE(motion_.step(), 1.0F / 30 + 0.0001F);
}

TEST_F(MotionTest, StepsOnceAFrameHoweverOftenItIsAsked) {
  frame(0);
  const float first = frame(1);
  EXPECT_EQ(motion_.to(kKey, 1), first);
}

TEST_F(MotionTest, NewOnesBeginWhereTheyAreTold) {
  motion_.begin_frame(time_, false);
  EXPECT_LT(motion_.from_to(99, 0, 1), 0.5F);
  EXPECT_TRUE(motion_.has(99));
  motion_.forget(99);
  EXPECT_FALSE(motion_.has(99));
}

TEST_F(MotionTest, GoesOnFromWhereADragLetGo) {
  frame(0);
  motion_.put(kKey, 50, 0);
  const float next = frame(0);
  EXPECT_GT(next, 20);
  EXPECT_LT(next, 50);
  EXPECT_TRUE(motion_.moving());
}

}  // namespace
}  // namespace kindling::ui
