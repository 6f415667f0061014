#include "platform/linux/store_watch.hpp"

#include <gtest/gtest.h>
#include <poll.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "platform/common/folder_store.hpp"
#include "platform/linux/folder_notes.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

namespace fs = std::filesystem;

class FolderNotesTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  FakeClock clock_{Instant(std::chrono::hours(500'000))};
  SeededRandom random_{3};
  FolderStore store_{folder_.path(), clock_, random_};
  std::unique_ptr<FolderNotes> notes_ = FolderNotes::start(folder_.path());

  [[nodiscard]] std::string at(const std::string& path) const { return folder_.path() + "/" + path; }
  void write(const std::string& path) const { std::ofstream(at(path)) << "x"; }
};

TEST_F(FolderNotesTest, TellsOfFilesThatArrive) {
  ASSERT_NE(notes_, nullptr);
  EXPECT_FALSE(notes_->take());
  write("1-a.sg");
  pollfd waiting{notes_->descriptor(), POLLIN, 0};
  EXPECT_EQ(poll(&waiting, 1, 5000), 1);
  EXPECT_TRUE(notes_->take());
  EXPECT_FALSE(notes_->take());
  ASSERT_TRUE(store_.put("2-a.sg", bytes_of("x")));
  EXPECT_TRUE(notes_->take());
}

TEST_F(FolderNotesTest, TellsOfFoldersBelowNewAndOld) {
  ASSERT_TRUE(store_.put("s/t/0/1-a.sg", bytes_of("x")));
  EXPECT_TRUE(notes_->take());
  notes_ = FolderNotes::start(folder_.path());
  EXPECT_FALSE(notes_->take());
  write("s/t/0/2-a.sg");
  EXPECT_TRUE(notes_->take());
  // Made with all in it before anybody could watch it.
  fs::create_directories(at("s/u/0"));
  EXPECT_TRUE(notes_->take());
  write("s/u/0/1-b.sg");
  EXPECT_TRUE(notes_->take());
  fs::rename(at("s/u"), at("s/v"));
  EXPECT_TRUE(notes_->take());
  write("s/v/1-c.sg");
  EXPECT_TRUE(notes_->take());
}

TEST_F(FolderNotesTest, DoesntCountWhatIsStillBeingWrittenOrIsntOurs) {
  write("~syncthing~1-a.sg.tmp");
  write(".stfolder");
  write("Holiday.jpg");
  ASSERT_TRUE(store_.list(""));
  EXPECT_FALSE(notes_->take());
  std::ofstream half(at("1-a.sg"));
  half << "half" << std::flush;
  EXPECT_FALSE(notes_->take());
  half.close();
  EXPECT_TRUE(notes_->take());
}

TEST_F(FolderNotesTest, FollowsNoLinks) {
  TemporaryFolder outside;
  fs::create_directory_symlink(outside.path(), at("link"));
  notes_ = FolderNotes::start(folder_.path());
  std::ofstream(outside.path() + "/1-a.sg") << "x";
  EXPECT_FALSE(notes_->take());
}

TEST_F(FolderNotesTest, NoticesThatTheFolderWentAway) {
  EXPECT_EQ(FolderNotes::start(at("nowhere")), nullptr);
  fs::create_directory(at("store"));
  const auto notes = FolderNotes::start(at("store"));
  EXPECT_FALSE(notes->is_lost());
  fs::remove(at("store"));
  EXPECT_TRUE(notes->take());
  EXPECT_TRUE(notes->is_lost());
}

TEST(StoreWatch, WakesOnceForWhatComesTogether) {
  TemporaryFolder folder;
  std::mutex guard;
  std::condition_variable changed;
  int woken = 0;
  auto watch = StoreWatch::start(folder.path(), [&] {
    const std::lock_guard lock(guard);
    ++woken;
    changed.notify_all();
  });
  ASSERT_NE(watch, nullptr);
  EXPECT_FALSE(watch->take());
  for (const char* name : {"/1-a.sg", "/2-a.sg", "/3-a.sg"}) std::ofstream(folder.path() + name) << "x";
  std::unique_lock lock(guard);
  ASSERT_TRUE(changed.wait_for(lock, std::chrono::seconds(10), [&] { return woken > 0; }));
  EXPECT_TRUE(watch->take());
  EXPECT_FALSE(watch->take());
  EXPECT_FALSE(changed.wait_for(lock, std::chrono::milliseconds(600), [&] { return woken > 1; }));
  EXPECT_FALSE(watch->is_lost());
}

TEST(StoreWatch, IsNoneWhereThereIsNoFolder) {
  EXPECT_EQ(StoreWatch::start("/nowhere/at/all", [] {}), nullptr);
}

}  // namespace
}  // namespace kindling
