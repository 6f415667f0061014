#include "core/services/auto_backup.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "core/services/history_service.hpp"
#include "core/services/keepsake_service.hpp"
#include "tests/support/faulty_files.hpp"
#include "tests/support/test_home.hpp"

namespace kindling {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

constexpr PassphraseCost kCheap{.operations = 1, .memory_bytes = 8192};
constexpr const char* kPassphrase = "a fine long phrase";

// Sunday, 22 November 2026, 11:00 in Berlin.
class AutoBackups : public testing::Test {
 protected:
  AutoBackups() {
    std::filesystem::create_directory(home_folder_);
    std::filesystem::create_directory(folder_);
    remember(home_, "the lake");
  }

  AutoBackup backups() { return {home_.context(), files_, home_.key(), home_folder_}; }
  void turn_on() {
    const auto first = backups().turn_on(folder_, kPassphrase, kCheap);
    ASSERT_TRUE(first.has_value()) << first.error().message;
  }
  // Whether one was made.
  bool run(bool force = false) {
    const auto made = backups().run(force);
    EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().message);
    return made && made->has_value();
  }
  std::string failure(bool force = false) {
    const auto made = backups().run(force);
    EXPECT_FALSE(made.has_value());
    return made ? "" : made.error().message;
  }
  AutoBackupStatus status() {
    const auto status = backups().status();
    EXPECT_TRUE(status.has_value());
    return *status;
  }
  std::vector<std::string> names() { return files_.list(folder_); }
  void leave(const std::string& name, std::string_view text) {
    ASSERT_TRUE(PosixFiles().write(folder_ + "/" + name, bytes_of(text)));
  }
  static void remember(TestHome& home, const std::string& text) {
    ASSERT_TRUE(KeepsakeService(home.context()).add_memory(text, std::nullopt));
  }

  TemporaryFolder root_;
  std::string home_folder_ = root_.path() + "/home";
  std::string folder_ = root_.path() + "/backups";
  FaultyFiles files_;
  TestHome home_{1, true};
};

TEST_F(AutoBackups, AreOffUntilTheyAreChosen) {
  EXPECT_FALSE(run(true));
  EXPECT_FALSE(status().on);
  EXPECT_EQ(status().warning, "");
}

TEST_F(AutoBackups, BringBackAWholeHomeElsewhere) {
  turn_on();
  EXPECT_THAT(names(), ElementsAre("kindling-2026-11-22.backup"));
  TestHome other(7, true);
  BackupService restoring(other.context(), files_, other.key(), root_.path() + "/other");
  const std::string path = folder_ + "/kindling-2026-11-22.backup";
  EXPECT_FALSE(restoring.restore(path, "another phrase").has_value());
  const auto restored = restoring.restore(path, kPassphrase);
  ASSERT_TRUE(restored.has_value()) << restored.error().message;
  // All but what was chosen after the backup: the folder itself.
  EXPECT_EQ(restored->operations, home_.self().log().count() + home_.couple().log().count() - 1);
  // The restored home has the setting and not the key: it says so, and writes nothing.
  AutoBackup there(other.context(), files_, other.key(), root_.path() + "/other");
  EXPECT_FALSE(there.run(true)->has_value());
}

TEST_F(AutoBackups, KeepTheirKeySealed) {
  turn_on();
  const Bytes kept = *files_.read(home_folder_ + "/auto-backup.key", 10'000);
  EXPECT_THAT(std::string(text_of(kept)), Not(HasSubstr(kPassphrase)));
  EXPECT_THAT(std::string(text_of(kept)), Not(HasSubstr(folder_)));
  const Bytes file = *files_.read(folder_ + "/kindling-2026-11-22.backup", kBackupLimit);
  EXPECT_TRUE(read_backup_header(file)->encrypted);
  EXPECT_THAT(std::string(text_of(file)), Not(HasSubstr("lake")));
  SeededRandom random(5);
  const SecretKey other = SecretKey::random(random);
  AutoBackup stolen(home_.context(), files_, other, home_folder_);
  EXPECT_FALSE(stolen.status()->here);
}

TEST_F(AutoBackups, AreMadeOnceADay) {
  turn_on();
  EXPECT_FALSE(run());
  home_.clock().advance(hours(12));
  EXPECT_FALSE(run()) << "still the same day";
  home_.clock().advance(hours(2));
  EXPECT_TRUE(run());
  EXPECT_FALSE(run());
  EXPECT_TRUE(run(true));
  EXPECT_THAT(names(), ElementsAre("kindling-2026-11-22.backup", "kindling-2026-11-23.backup"));
  EXPECT_EQ(status().kept, 2U);
  EXPECT_EQ(status().warning, "");
}

TEST_F(AutoBackups, KeepSevenDailyAndFourWeeklyAndWhatIsNotTheirs) {
  leave("letter.txt", "mine");
  leave("kindling-2026-09-01.backup", "of another program");
  turn_on();
  for (int day = 0; day < 50; ++day) {
    home_.clock().advance(hours(24));
    ASSERT_TRUE(run());
  }
  EXPECT_THAT(names(), Contains("letter.txt"));
  EXPECT_THAT(names(), Contains("kindling-2026-09-01.backup"));
  EXPECT_THAT(names(), SizeIs(kDailyBackups + kWeeklyBackups + 2));
}

TEST_F(AutoBackups, LoseNothingByAFullDiskAndSaySo) {
  turn_on();
  for (int day = 0; day < 12; ++day) {
    home_.clock().advance(hours(24));
    ASSERT_TRUE(run());
  }
  const auto before = names();
  files_.bad_folder = folder_;
  home_.clock().advance(hours(24));
  EXPECT_THAT(failure(), HasSubstr("the disk is full"));
  EXPECT_EQ(names(), before);
  EXPECT_THAT(status().warning, HasSubstr("the automatic backup of 2026-12-05 failed: the disk is full"));
  EXPECT_FALSE(run()) << "not within the hour";
  home_.clock().advance(minutes(61));
  EXPECT_THAT(failure(), HasSubstr("the disk is full"));
  files_.bad_folder.clear();
  home_.clock().advance(minutes(61));
  EXPECT_TRUE(run());
  EXPECT_EQ(status().warning, "");
}

TEST_F(AutoBackups, RemoveNothingWhereverTheyStop) {
  turn_on();
  for (int day = 0; day < 12; ++day) {
    home_.clock().advance(hours(24));
    ASSERT_TRUE(run());
  }
  const auto before = names();
  // Changes: the state, the unfinished file, its renaming, then what is too old.
  for (int good = 0; good < 3; ++good) {
    home_.clock().advance(hours(24));
    files_.good_changes = good;
    EXPECT_FALSE(backups().run(true).has_value());
    files_.good_changes = 1'000'000;
    for (const std::string& name : before) EXPECT_THAT(names(), Contains(name)) << good;
  }
  EXPECT_TRUE(run(true));
  for (const std::string& name : names()) EXPECT_FALSE(is_unfinished_backup(name)) << name;
}

TEST_F(AutoBackups, ClearAwayWhatAKilledRunLeft) {
  turn_on();
  leave("kindling-2026-11-23.backup.part", "half");
  leave("kindling-2026-11-23.backup.part.a1B2c3", "less");
  leave("other.part", "mine");
  home_.clock().advance(hours(24));
  EXPECT_TRUE(run());
  EXPECT_THAT(names(), ElementsAre("kindling-2026-11-22.backup", "kindling-2026-11-23.backup", "other.part"));
}

TEST_F(AutoBackups, WaitForADiskThatIsAwayAndSayWhenItIsLong) {
  turn_on();
  std::filesystem::rename(folder_, folder_ + "-away");
  home_.clock().advance(hours(24));
  EXPECT_THAT(failure(), HasSubstr("isn't there; connect its disk"));
  EXPECT_FALSE(std::filesystem::exists(folder_)) << "no folder is made in the place of a disk";
  std::filesystem::rename(folder_ + "-away", folder_);
  home_.clock().advance(hours(2));
  EXPECT_TRUE(run());
  home_.clock().advance(hours(24 * 3));
  EXPECT_EQ(status().warning, "");
  home_.clock().advance(hours(24));
  EXPECT_THAT(status().warning, HasSubstr("the newest automatic backup is of 2026-11-23"));
}

TEST_F(AutoBackups, WorkWhereTheHomeCannotBeWritten) {
  turn_on();
  files_.bad_folder = home_folder_;
  home_.clock().advance(hours(24));
  EXPECT_TRUE(run());
  EXPECT_FALSE(run()) << "the folder tells that today has one";
  EXPECT_EQ(status().newest, parse_date("2026-11-23").value());
}

TEST_F(AutoBackups, LeaveAnotherHomesFileAlone) {
  TestHome other(9, true);
  remember(other, "theirs");
  const std::string path = folder_ + "/" + auto_backup_name(*parse_date("2026-11-22"));
  for (const char* passphrase : {"", kPassphrase}) {
    ASSERT_TRUE(
        BackupService(other.context(), files_, other.key(), root_.path()).backup(path, passphrase, kCheap).has_value());
    const Bytes theirs = *files_.read(path, kBackupLimit);
    const auto refused = backups().turn_on(folder_, kPassphrase, kCheap);
    ASSERT_FALSE(refused.has_value());
    EXPECT_THAT(refused.error().message, HasSubstr("isn't of this home"));
    EXPECT_EQ(*files_.read(path, kBackupLimit), theirs);
    EXPECT_FALSE(status().on);
  }
}

TEST_F(AutoBackups, TakeAnotherPassphraseAndStillKnowTheirOwn) {
  turn_on();
  ASSERT_TRUE(backups().turn_on(folder_, "another fine phrase", kCheap).has_value());
  ASSERT_TRUE(backups().turn_on(folder_, "", kCheap).has_value()) << "said openly";
  EXPECT_FALSE(status().encrypted);
  ASSERT_TRUE(backups().turn_off());
  EXPECT_FALSE(status().on);
  EXPECT_FALSE(run(true));
  turn_on();
  EXPECT_TRUE(status().encrypted);
  EXPECT_THAT(names(), SizeIs(1));
}

TEST_F(AutoBackups, NeedAFolderOutsideTheHome) {
  for (const std::string& inside : {home_folder_, home_folder_ + "/backups"}) {
    const auto refused = backups().turn_on(inside, kPassphrase, kCheap);
    ASSERT_FALSE(refused.has_value());
    EXPECT_THAT(refused.error().message, HasSubstr("within the home"));
  }
  EXPECT_TRUE(backups().turn_on(home_folder_ + "-backups", kPassphrase, kCheap).has_value());
}

TEST_F(AutoBackups, MakeNoneWhereOnlyTheSettingCame) {
  turn_on();
  ASSERT_TRUE(PosixFiles().remove(home_folder_ + "/auto-backup.key"));
  home_.clock().advance(hours(24));
  EXPECT_FALSE(run(true));
  EXPECT_THAT(status().warning, HasSubstr("aren't set up on this device"));
  EXPECT_THAT(names(), SizeIs(1));
}

TEST_F(AutoBackups, AreTakenBackByUndo) {
  turn_on();
  ASSERT_TRUE(HistoryService(home_.context()).undo().has_value());
  EXPECT_FALSE(status().on);
  home_.clock().advance(hours(24));
  EXPECT_FALSE(run(true));
}

TEST_F(AutoBackups, SurviveATornState) {
  turn_on();
  for (const char* text : {"", "rubbish", "kindling-auto-backup 1\nsuccess never\nproblem", "\xff\xfe"}) {
    ASSERT_TRUE(PosixFiles().write(home_folder_ + "/auto-backup.state", bytes_of(text)));
    home_.clock().advance(hours(24));
    EXPECT_EQ(status().warning, "");
    EXPECT_TRUE(run());
  }
}

}  // namespace
}  // namespace kindling
