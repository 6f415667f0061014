#include "platform/linux/wall_alarm.hpp"

#include <gtest/gtest.h>

#include <future>

namespace kindling {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(WallAlarm, WakesWhenTheMomentHasComeAndOnce) {
  std::promise<void> came;
  int times = 0;
  const auto alarm = WallAlarm::start([&] {
    if (++times == 1) came.set_value();
  });
  ASSERT_NE(alarm, nullptr);
  EXPECT_FALSE(alarm->take());
  alarm->set(milliseconds(5));
  ASSERT_EQ(came.get_future().wait_for(seconds(30)), std::future_status::ready);
  EXPECT_TRUE(alarm->take());
  EXPECT_FALSE(alarm->take());
}

TEST(WallAlarm, KnowsOneMomentTheLast) {
  std::promise<void> came;
  const auto alarm = WallAlarm::start([&] { came.set_value(); });
  ASSERT_NE(alarm, nullptr);
  alarm->set(std::chrono::hours(1));
  alarm->set(milliseconds(-5));
  EXPECT_EQ(came.get_future().wait_for(seconds(30)), std::future_status::ready) << "one that has passed comes at once";
}

TEST(WallAlarm, EndsWhileItWaits) {
  const auto alarm = WallAlarm::start([] { FAIL() << "it never came"; });
  ASSERT_NE(alarm, nullptr);
  alarm->set(std::chrono::hours(1));
}

}  // namespace
}  // namespace kindling
