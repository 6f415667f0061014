#include "platform/linux/single_window.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <future>

namespace kindling {
namespace {

std::string home_named(const std::string& name) { return "/nowhere/kindling-" + std::to_string(getpid()) + "/" + name; }

// What the first is told when a second one would have shown `screen`.
std::string told_of(const std::string& home, std::string_view screen) {
  std::promise<std::string> told;
  SingleWindow first, second;
  EXPECT_EQ(first.claim(home, "", [&](std::string wanted) { told.set_value(std::move(wanted)); }),
            SingleWindow::Finding::first);
  EXPECT_EQ(second.claim(home, screen, [](const std::string&) {}), SingleWindow::Finding::other);
  std::future<std::string> answer = told.get_future();
  if (answer.wait_for(std::chrono::seconds(30)) != std::future_status::ready) return "nothing";
  return answer.get();
}

TEST(SingleWindow, TellsTheFirstWhatTheSecondWouldHaveShown) {
  EXPECT_EQ(told_of(home_named("one"), "sheet-check-in"), "sheet-check-in");
  EXPECT_EQ(told_of(home_named("one"), ""), "");
}

TEST(SingleWindow, LeavesOutWhatIsNoScreensName) {
  EXPECT_EQ(told_of(home_named("one"), "Sheet\nplan"), "");
  EXPECT_EQ(told_of(home_named("one"), std::string(65, 'x')), "");
  EXPECT_EQ(told_of(home_named("one"), std::string(64, 'x')), std::string(64, 'x'));
}

TEST(SingleWindow, HomesHaveWindowsOfTheirOwn) {
  const auto nobody = [](const std::string&) { ADD_FAILURE() << "nobody has knocked"; };
  SingleWindow one, other;
  EXPECT_EQ(one.claim(home_named("one"), "", nobody), SingleWindow::Finding::first);
  EXPECT_EQ(other.claim(home_named("other"), "", nobody), SingleWindow::Finding::first);
}

TEST(SingleWindow, IsFreeAgainOnceItEnds) {
  const auto nobody = [](const std::string&) { ADD_FAILURE() << "nobody has knocked"; };
  for (int i = 0; i < 2; ++i) {
    SingleWindow window;
    EXPECT_EQ(window.claim(home_named("one"), "", nobody), SingleWindow::Finding::first);
  }
}

}  // namespace
}  // namespace kindling
