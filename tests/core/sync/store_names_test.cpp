#include "core/sync/store_names.hpp"

#include <gtest/gtest.h>

#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

TEST(StoreNames, TakesWhatTheLogWrites) {
  for (const char* path :
       {"a", "0", "abc2/def3/0/00000001-mfrggzdfmztwq2lk.sg", "s/t/pk/1-256-abc.pk", "a/b/c/d/e/f/g/h"})
    EXPECT_TRUE(check_store_path(path)) << path;
  EXPECT_TRUE(check_store_folder(""));
  EXPECT_TRUE(is_store_name(std::string(100, 'a')));
}

TEST(StoreNames, RefusesWhatLeadsElsewhereOrIsChangedOnTheWay) {
  const std::string nul("a\0b", 3);
  for (const std::string& path : {std::string(""),
                                  std::string("."),
                                  std::string(".."),
                                  std::string("../a"),
                                  std::string("a/../b"),
                                  std::string("/a"),
                                  std::string("a/"),
                                  std::string("a//b"),
                                  std::string("A"),
                                  std::string("a b"),
                                  std::string("a\\b"),
                                  std::string("a:b"),
                                  std::string("%2e"),
                                  std::string(".a"),
                                  std::string("a."),
                                  std::string("a..b"),
                                  std::string("-a"),
                                  std::string("~a"),
                                  std::string("\xc3\xa4"),
                                  std::string(101, 'a'),
                                  std::string("a/b/c/d/e/f/g/h/i"),
                                  nul}) {
    const auto checked = check_store_path(path);
    ASSERT_FALSE(checked) << path;
    EXPECT_EQ(checked.error().code, ErrorCode::invalid);
  }
  std::string longest = std::string(100, 'a') + "/" + std::string(100, 'a') + "/" + std::string(100, 'a') + "/";
  EXPECT_TRUE(check_store_path(longest + std::string(97, 'a')));
  EXPECT_FALSE(check_store_path(longest + std::string(98, 'a')));
}

TEST(StoreNames, SplitsAPathAtItsLastSlash) {
  EXPECT_EQ(split_store_path("a/b/c.sg").folder, "a/b");
  EXPECT_EQ(split_store_path("a/b/c.sg").name, "c.sg");
  EXPECT_EQ(split_store_path("c.sg").folder, "");
  EXPECT_EQ(split_store_path("c.sg").name, "c.sg");
}

TEST(StoreNames, TemporaryNamesAreNeitherListedNorTakenForSyncthingsOwn) {
  SeededRandom random(1);
  const std::string name = temporary_store_name(random);
  EXPECT_TRUE(is_temporary_store_name(name)) << name;
  EXPECT_FALSE(is_store_name(name));
  EXPECT_NE(name, temporary_store_name(random));
  EXPECT_TRUE(name.starts_with("~syncthing~") && name.ends_with(".tmp")) << name;
  EXPECT_FALSE(is_temporary_store_name("~syncthing~00000001-abc.sg.tmp"));
  EXPECT_FALSE(is_temporary_store_name("~syncthing~aaaaaaaaaaaaaaa/.~.tmp"));
}

}  // namespace
}  // namespace kindling
