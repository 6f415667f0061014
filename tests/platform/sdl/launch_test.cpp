#include "platform/sdl/launch.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

class LaunchTest : public ::testing::Test {
 protected:
  LaunchTest() { options_.home = folder_.path() + "/home"; }
  std::unique_ptr<Launch> launch() {
    auto made = Launch::make(options_);
    EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().message);
    return made ? std::move(*made) : nullptr;
  }
  void lock() {
    const auto start = launch();
    const auto home = start->open({});
    ASSERT_TRUE(home.has_value());
    ASSERT_TRUE((*home)->keys().set_passphrase("four plain words here", PassphraseCost{1, 8192}));
  }
  void write(std::string_view text) {
    options_.passphrase_file = folder_.path() + "/secret";
    PosixFiles files;
    ASSERT_TRUE(files.write(*options_.passphrase_file, bytes_of(text)));
  }

  TemporaryFolder folder_;
  LaunchOptions options_;
};

TEST_F(LaunchTest, OpensALockedHomeOnceByThePassphraseOfAFile) {
  lock();
  EXPECT_EQ(launch()->open({}).error().code, ErrorCode::locked);
  write("four plain words here\n");
  const auto start = launch();
  EXPECT_TRUE(start->open({}).has_value());
  EXPECT_EQ(start->open({}).error().code, ErrorCode::locked) << "who locked it has to type";
  EXPECT_TRUE(start->open("four plain words here").has_value());
}

TEST_F(LaunchTest, SaysThatThePassphraseFileCantBeRead) {
  options_.passphrase_file = folder_.path() + "/nowhere";
  EXPECT_TRUE(launch()->open({}).has_value()) << "what isn't locked needs none";
  lock();
  const auto made = Launch::make(options_);
  ASSERT_FALSE(made.has_value());
  EXPECT_NE(made.error().message.find("passphrase file"), std::string::npos);
}

TEST_F(LaunchTest, NamesTheOptionThatWasWrong) {
  options_.zone = "Mars/Olympus";
  EXPECT_TRUE(Launch::make(options_).error().message.starts_with("--zone: "));
  options_.now = "tomorrow";
  EXPECT_TRUE(Launch::make(options_).error().message.starts_with("--now: "));
}

}  // namespace
}  // namespace kindling
