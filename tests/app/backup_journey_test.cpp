// Where the data is, and backups that make themselves, as the settings show them.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/services/auto_backup.hpp"
#include "tests/support/journey.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling::tests {
namespace {

AutoBackupStatus status(Journey& journey) {
  Kindling& home = journey.home();
  return AutoBackup(home.context(), home.files(), home.keys().home_key(), home.folder()).status().value();
}

TEST(BackupJourney, OpensTheFolderOfTheData) {
  Journey journey({.empty = true});
  journey.show("settings");
  journey.press("Open folder");
  EXPECT_EQ(journey.stage().folders().opened(), journey.home().folder());
}

TEST(BackupJourney, BacksUpByItselfUnderAPassphrase) {
  const TemporaryFolder folder;
  Journey journey({.empty = true});
  journey.show("settings");
  journey.press("Back up by itself");
  journey.write("Into this folder", "kindling");
  journey.press("Back up now, and every day");
  EXPECT_FALSE(status(journey).on);
  EXPECT_NE(journey.find("Write the whole path, best on another disk"), nullptr) << outline(journey.tree());
  journey.write("Into this folder", folder.path() + "/backups");
  journey.write("A passphrase for the backups", "tea at ten o'clock");
  journey.write("The same again", "tea at ten");
  journey.press("Back up now, and every day");
  EXPECT_FALSE(status(journey).on);
  journey.write("The same again", "tea at ten o'clock");
  journey.press("Back up now, and every day");
  EXPECT_TRUE(status(journey).on);
  EXPECT_TRUE(status(journey).encrypted);
  EXPECT_EQ(status(journey).kept, 1U);
  EXPECT_NE(journey.find("Today: the last one, read back and whole."), nullptr) << outline(journey.tree());
  journey.press("Back up by itself");
  EXPECT_FALSE(status(journey).on);
}

TEST(BackupJourney, SaysSoWhereABackupFails) {
  const TemporaryFolder folder;
  Journey journey({.empty = true});
  journey.show("settings");
  journey.press("Back up by itself");
  journey.write("Into this folder", folder.path() + "/backups");
  journey.press("Without a passphrase");
  journey.press("Back up now, and every day");
  ASSERT_TRUE(status(journey).on);
  std::filesystem::remove_all(folder.path() + "/backups");
  Kindling& home = journey.home();
  AutoBackup backup(home.context(), home.files(), home.keys().home_key(), home.folder());
  EXPECT_FALSE(backup.run(true).has_value());
  journey.stage().app().home_changed();
  journey.stage().settle();
  EXPECT_NE(outline(journey.tree()).find("The automatic backup of 2026-11-22 failed"), std::string::npos)
      << outline(journey.tree());
}

TEST(BackupJourney, TellsWhoBringsRemindersWhenTheHomeIsOpenAndLocked) {
  Journey journey({.empty = true});
  journey.show("settings");
  ASSERT_TRUE(journey.stage().background().passphrase());
  ASSERT_TRUE(journey.home().keys().set_passphrase("tea at ten o'clock", {1, 8192}));
  journey.stage().app().show("locked");
  journey.stage().settle();
  EXPECT_FALSE(journey.stage().background().passphrase());
  journey.write("Passphrase", "tea at ten o'clock");
  journey.press("Unlock");
  ASSERT_FALSE(journey.stage().app().locked()) << outline(journey.tree());
  EXPECT_EQ(journey.stage().background().passphrase(), "tea at ten o'clock");
}

}  // namespace
}  // namespace kindling::tests
