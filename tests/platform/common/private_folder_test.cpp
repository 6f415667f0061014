#include "platform/common/private_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>

namespace kindling {
namespace {

namespace fs = std::filesystem;

TEST(PrivateFolder, IsItsOwnersAloneAndGoesWithAllInIt) {
  fs::path path;
  {
    const auto folder = PrivateFolder::make("kindling-private-test");
    ASSERT_TRUE(folder.has_value());
    path = folder->path();
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
    fs::create_directory(path / "inner");
    std::ofstream(path / "inner" / "file") << "words";
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(PrivateFolder, StaysWhereItIsMoved) {
  auto first = PrivateFolder::make("kindling-private-test");
  ASSERT_TRUE(first.has_value());
  const std::string path = first->path();
  std::optional<PrivateFolder> kept(std::move(*first));
  EXPECT_TRUE(fs::exists(path));
  *kept = *PrivateFolder::make("kindling-private-test");
  EXPECT_NE(kept->path(), path);
  EXPECT_FALSE(fs::exists(path));
}

}  // namespace
}  // namespace kindling
