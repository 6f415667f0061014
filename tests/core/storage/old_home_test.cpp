// A real home of each schema version, kept as it was written: it opens, says what it said, and its log gives the same
// tables. tests/tools/make_home.cpp wrote them.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/storage/key_ring.hpp"
#include "core/storage/migrations.hpp"
#include "platform/common/posix_files.hpp"
#include "tests/support/bare_home.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

class OldHome : public testing::TestWithParam<const char*> {};

TEST_P(OldHome, OpensWithAllThatItHeld) {
  const TemporaryFolder folder;
  for (const std::string name : {"self.db", "couple.db", "key"})
    std::filesystem::copy_file(std::string(KINDLING_SOURCE_DIR) + "/tests/corpus/" + GetParam() + "/" + name,
                               folder.path() + "/" + name);
  PosixFiles files;
  SeededRandom random(1);
  const FakeClock clock(*parse_instant("2026-11-30T09:00:00Z"));
  const auto keys = KeyRing::open(files, random, folder.path(), "", true);
  ASSERT_TRUE(keys.has_value()) << keys.error().message;
  auto home = BareHome::open({.folder = folder.path()}, keys->home_key(), clock, random);
  ASSERT_TRUE(home.has_value()) << home.error().message;
  const std::string said = describe_home(**home);
  for (const std::string_view line : {
           "own check-in 2026-11-22T08:30:00Z 2 -1 calm,close, Slow Sunday a walk together all\n",
           "own check-in 2026-11-24T08:30:00Z -2 1 tense, Long day  none\n",
           "own check-in 2026-11-25T08:30:00Z 1 2    mood\n",
           "shared check-in 2026-11-22T08:30:00Z 2 -1 calm,close, Slow Sunday a walk together all\n",
           "shared check-in 2026-11-25T08:30:00Z 1 2    mood\n",
           "memory First snow on the balcony2025-11-22\n",
           "appreciation Thank you for the soup\n",
           "answer The lake, without phones\n",
           "reminder Hug before work|when I put on my shoes|2026-11-23T07:45|0 me 2026-11-23=0 2026-11-24=1 "
           "2026-11-25=2\n",
           "reminder Call your mother|",
           "quiet 22:00-07:00 touch 4\n",
       })
    EXPECT_NE(said.find(line), std::string::npos) << line << "\nisn't in\n" << said;
  EXPECT_EQ(said.find("An act that was undone"), std::string::npos);
  for (const std::string_view part : {"plan Ramen night|Home||2026-11-27T19:00 accepted 1Buy noodles1 2Candles0",
                                      "plan Museum|", "ritual Tea at ten|Kettle,Sofa,"})
    EXPECT_NE(said.find(part), std::string::npos) << part << "\nisn't in\n" << said;
  for (Space* space : {(*home)->self.get(), (*home)->couple.get()}) {
    EXPECT_EQ(*schema_of(space->database()), latest_schema());
    const auto rebuilt = space->rebuild();
    ASSERT_TRUE(rebuilt.has_value()) << rebuilt.error().message;
    EXPECT_TRUE(rebuilt->equal);
    EXPECT_EQ(rebuilt->broken, 0U);
    EXPECT_GT(rebuilt->operations, 10U);
  }
  // What was undone can be seen in the history, and undo goes on from there.
  const auto history = (*home)->history.history(100);
  ASSERT_TRUE(history.has_value());
  EXPECT_TRUE(std::any_of(history->begin(), history->end(), [](const HistoryEntry& entry) { return entry.undone; }));
  EXPECT_TRUE((*home)->history.undo().has_value());
}

INSTANTIATE_TEST_SUITE_P(Versions, OldHome, testing::Values("home-v1", "home-v2", "home-v3"),
                         [](const auto& home) { return std::string(home.param).substr(5); });

}  // namespace
}  // namespace kindling
