#include "app/ui/pointer.hpp"

#include <gtest/gtest.h>

namespace kindling::ui {
namespace {

constexpr NodeId kButton = 10;
constexpr NodeId kRow = 11;
constexpr NodeId kList = 12;
constexpr NodeId kGrid = 13;
constexpr float kSlop = 8;

// A list that scrolls, with a row that can be swiped and a button on it; beside it a grid.
class PointerTest : public ::testing::Test {
 protected:
  void SetUp() override { frame(); }

  void frame(double passed = 1.0 / 60) {
    time_ += passed;
    pointer_.begin_frame(time_, kSlop);
    pointer_.record({kList, {0, 0, 200, 400}, kDragY | kWheel});
    pointer_.record({kRow, {0, 100, 200, 160}, kPress | kDragX});
    pointer_.record({kButton, {150, 105, 198, 155}, kPress});
    pointer_.record({kGrid, {200, 0, 300, 100}, kDragAny});
    if (solid_) pointer_.record({99, {0, 0, 300, 400}, kSolid});
    pointer_.end_frame();
  }
  void down(float x, float y) {
    pointer_.push(PointerDown{x, y});
    frame();
  }
  void move(float x, float y) {
    pointer_.push(PointerMove{x, y});
    frame();
  }
  void up(float x, float y) {
    pointer_.push(PointerUp{x, y});
    frame();
  }

  Pointer pointer_;
  double time_ = 100;
  bool solid_ = false;
};

TEST_F(PointerTest, ClickBelongsToTheTopmost) {
  down(170, 130);
  EXPECT_TRUE(pointer_.held(kButton));
  EXPECT_FALSE(pointer_.held(kRow));
  up(170, 130);
  EXPECT_TRUE(pointer_.clicked(kButton));
  EXPECT_FALSE(pointer_.clicked(kRow));
  frame();
  EXPECT_FALSE(pointer_.clicked(kButton)) << "a click lasts for one frame";
}

TEST_F(PointerTest, ClickSurvivesMovingWithinTheSlop) {
  down(50, 130);
  move(54, 134);
  up(54, 134);
  EXPECT_TRUE(pointer_.clicked(kRow));
}

TEST_F(PointerTest, DragIsNobodysClick) {
  down(50, 130);
  move(50, 150);
  up(50, 150);
  EXPECT_FALSE(pointer_.clicked(kRow));
}

TEST_F(PointerTest, AxisIsLockedByTheFirstMove) {
  down(50, 130);
  move(52, 145);
  EXPECT_TRUE(pointer_.drag(kList));
  EXPECT_FALSE(pointer_.drag(kRow));
  move(150, 146);
  EXPECT_TRUE(pointer_.drag(kList)) << "going sideways later doesn't hand it over";
  EXPECT_FALSE(pointer_.drag(kRow));
}

TEST_F(PointerTest, SidewaysDragIsTheRows) {
  down(50, 130);
  move(80, 132);
  ASSERT_TRUE(pointer_.drag(kRow));
  EXPECT_TRUE(pointer_.drag(kRow)->began);
  EXPECT_FLOAT_EQ(pointer_.drag(kRow)->moved_x, 30);
  move(95, 132);
  EXPECT_FALSE(pointer_.drag(kRow)->began);
  EXPECT_FLOAT_EQ(pointer_.drag(kRow)->step_x, 15);
  up(95, 132);
  ASSERT_TRUE(pointer_.drag(kRow));
  EXPECT_TRUE(pointer_.drag(kRow)->ended);
  frame();
  EXPECT_FALSE(pointer_.drag(kRow));
}

TEST_F(PointerTest, AFlickHasItsSpeed) {
  down(50, 130);
  for (float y = 130; y >= 70; y -= 10) move(50, y);
  up(50, 70);
  ASSERT_TRUE(pointer_.drag(kList));
  EXPECT_NEAR(pointer_.drag(kList)->speed_y, -600, 60);
}

TEST_F(PointerTest, GridTakesTheFirstTouchWithoutSlop) {
  down(250, 50);
  ASSERT_TRUE(pointer_.drag(kGrid));
  EXPECT_TRUE(pointer_.drag(kGrid)->began);
  move(252, 51);
  EXPECT_FLOAT_EQ(pointer_.drag(kGrid)->x, 252);
}

TEST_F(PointerTest, QuickTapsInOneFrameArentLost) {
  for (int tap = 0; tap < 3; ++tap) {
    pointer_.push(PointerDown{50, 130, true});
    pointer_.push(PointerUp{50, 130});
  }
  int clicks = 0;
  for (int i = 0; i < 10; ++i) {
    frame();
    clicks += pointer_.clicked(kRow) ? 1 : 0;
    if (clicks == 3) break;
    EXPECT_TRUE(pointer_.pending() || i >= 5);
  }
  EXPECT_EQ(clicks, 3);
  EXPECT_FALSE(pointer_.pending());
}

TEST_F(PointerTest, SlowPressIsAClickToo) {
  down(50, 130);
  frame(2);
  up(50, 130);
  EXPECT_TRUE(pointer_.clicked(kRow));
}

TEST_F(PointerTest, CancelledDragMeantNothing) {
  down(50, 130);
  move(150, 132);
  ASSERT_TRUE(pointer_.drag(kRow));
  pointer_.push(PointerCancel{});
  frame();
  ASSERT_TRUE(pointer_.drag(kRow));
  EXPECT_TRUE(pointer_.drag(kRow)->ended);
  EXPECT_FLOAT_EQ(pointer_.drag(kRow)->moved_x, 0);
}

TEST_F(PointerTest, ReleasedElsewhereIsNoClick) {
  down(210, 200);
  up(210, 200);
  EXPECT_FALSE(pointer_.clicked(kRow));
  down(170, 130);
  pointer_.push(PointerCancel{});
  frame();
  up(170, 130);
  EXPECT_FALSE(pointer_.clicked(kButton));
}

TEST_F(PointerTest, NothingBelowASolidOneIsReached) {
  solid_ = true;
  frame();
  down(50, 130);
  up(50, 130);
  EXPECT_FALSE(pointer_.clicked(kRow));
  pointer_.push(Wheel{0, 1});
  frame();
  EXPECT_EQ(pointer_.wheel(kList), 0);
}

TEST_F(PointerTest, WheelTurnsWhatLiesBelow) {
  move(50, 130);
  pointer_.push(Wheel{0, -1});
  pointer_.push(Wheel{0, -2});
  frame();
  EXPECT_FLOAT_EQ(pointer_.wheel(kList), -3);
  frame();
  EXPECT_FLOAT_EQ(pointer_.wheel(kList), 0);
}

TEST_F(PointerTest, HoverFollowsTheMouseAndLeavesWithIt) {
  move(50, 130);
  EXPECT_TRUE(pointer_.over(kRow));
  pointer_.push(PointerLeave{});
  frame();
  EXPECT_FALSE(pointer_.over(kRow));
}

TEST_F(PointerTest, AFingerDoesNotHover) {
  pointer_.push(PointerDown{50, 130, true});
  frame();
  EXPECT_TRUE(pointer_.over(kRow));
  up(50, 130);
  EXPECT_FALSE(pointer_.over(kRow));
}

}  // namespace
}  // namespace kindling::ui
