// Backups that make themselves: one a day in a folder that the owner chose, read back before it counts, 7 daily and 4
// weekly kept. The folder is a setting; how to write there (under which key, or openly) stays on this device, in the
// home's file `auto-backup.key`, sealed under the home's key, and with it what the last runs came to, in
// `auto-backup.state`. A home that only got the setting (another device, a restored backup) makes none until its owner
// chose again here. One thread; several processes may try at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ports/file_store.hpp"
#include "core/services/backup_rotation.hpp"
#include "core/services/backup_service.hpp"

namespace kindling {

struct AutoBackupStatus {
  bool on = false;    // a folder is chosen
  bool here = false;  // and this device knows how to write there
  bool encrypted = false;
  bool due = false;
  std::string folder;
  std::size_t kept = 0;             // files in it, by their names
  std::optional<LocalDate> newest;  // of these
  std::optional<Instant> success, failure;
  std::string warning;  // one sentence without final stop where something is wrong, else empty
};

struct AutoBackupReport {
  BackupReport backup;
  std::string name;  // of the file
  std::size_t kept = 0;
  std::size_t removed = 0;
};

class AutoBackup {
 public:
  // Everything given by reference must outlive it. `home` is the home's folder.
  AutoBackup(const Context& context, FileStore& files, const SecretKey& home_key, std::string home)
      : context_(context), files_(files), home_key_(home_key), home_(std::move(home)) {}

  // Makes the first backup there and, where that is well, keeps on. An empty passphrase makes backups that whoever has
  // the folder can read: only where the owner said so in so many words. Fails with invalid for a folder within the
  // home.
  [[nodiscard]] Result<AutoBackupReport> turn_on(const std::string& folder, std::string_view passphrase,
                                                 const PassphraseCost& cost, const Progress& progress = {});
  // The backups stay; the key goes.
  [[nodiscard]] Result<void> turn_off();
  [[nodiscard]] Result<AutoBackupStatus> status();

  // For the agent, as often as it likes: makes one where it is due (or `force`), then removes what is too old. Nothing
  // where it is off, not set up here or not due. A failure removes no backup, is remembered for status(), and is tried
  // again after an hour.
  [[nodiscard]] Result<std::optional<AutoBackupReport>> run(bool force = false, const Progress& progress = {});

 private:
  struct Setup;
  struct State;
  [[nodiscard]] std::optional<Setup> read_setup() const;
  [[nodiscard]] Result<void> write_setup(const Setup& setup);
  [[nodiscard]] State read_state() const;
  [[nodiscard]] Result<void> write_state(const State& state);
  [[nodiscard]] Result<AutoBackupReport> make(const Setup& setup, const Progress& progress);
  [[nodiscard]] bool is_ours(const std::string& path, const Setup& setup) const;

  const Context& context_;
  FileStore& files_;
  const SecretKey& home_key_;
  std::string home_;
};

}  // namespace kindling
