#include "platform/common/autostart.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

class AutostartTest : public ::testing::Test {
 protected:
  AutostartTest() {
    ::setenv("XDG_CONFIG_HOME", "/config", 1);
    ::setenv("XDG_DATA_HOME", "/data", 1);
    ::unsetenv("KINDLING_HOME");
  }
  std::string entry(Autostart& autostart) {
    const auto bytes = files_.read(autostart.path(), 10'000);
    return bytes ? std::string(text_of(*bytes)) : std::string();
  }
  MemoryFiles files_;
};

TEST_F(AutostartTest, StartsTheAgentOfTheUsualHome) {
  Autostart autostart(files_);
  EXPECT_FALSE(autostart.is_on());
  ASSERT_TRUE(autostart.turn_on("/usr/bin/kindling", "/data/kindling").has_value());
  EXPECT_EQ(autostart.path(), "/config/autostart/org.kindling.Kindling.Agent.desktop");
  EXPECT_NE(entry(autostart).find("\nExec=\"/usr/bin/kindling\" agent run\n"), std::string::npos) << entry(autostart);
  EXPECT_NE(entry(autostart).find("\nTryExec=/usr/bin/kindling\n"), std::string::npos);
  EXPECT_TRUE(autostart.is_on());
  ASSERT_TRUE(autostart.turn_off().has_value());
  EXPECT_FALSE(autostart.is_on());
}

TEST_F(AutostartTest, QuotesWhatADesktopWouldReadOtherwise) {
  Autostart autostart(files_);
  ASSERT_TRUE(autostart.turn_on("/opt/our things/kindling", "/home/a/100%$\"`").has_value());
  EXPECT_NE(
      entry(autostart).find("\nExec=\"/opt/our things/kindling\" --home \"/home/a/100%%\\\\$\\\\\"\\\\`\" agent run\n"),
      std::string::npos)
      << entry(autostart);
}

TEST_F(AutostartTest, IsOffWhereItsOwnerSwitchedItOffElsewhere) {
  Autostart autostart(files_);
  ASSERT_TRUE(autostart.turn_on("/usr/bin/kindling", "/data/kindling").has_value());
  std::string text = entry(autostart) + "Hidden=true\n";
  ASSERT_TRUE(files_.write(autostart.path(), bytes_of(text)).has_value());
  EXPECT_FALSE(autostart.is_on());
}

}  // namespace
}  // namespace kindling
