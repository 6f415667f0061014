// Backup of a whole home into one file, and restoring it. A backup holds both spaces' operations and neither the key of
// this home nor that of this device. Restoring is all or nothing, also across a crash: the verified operations are
// staged in the home, sealed, and that file is the promise that they will be there. One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/codec/backup_file.hpp"
#include "core/crypto/envelope.hpp"
#include "core/ports/file_store.hpp"
#include "core/services/context.hpp"
#include "core/services/exchange_service.hpp"

namespace kindling {

struct BackupReport {
  std::uint64_t operations = 0;
  std::uint64_t broken = 0;  // damaged ones of this home that no backup can hold; `doctor` says more
  std::uint64_t bytes = 0;   // of the file
  bool encrypted = false;
};

// What can be read of a backup without its passphrase.
struct BackupHeader {
  int version = 0;
  bool encrypted = false;  // under a passphrase
  bool of_a_home = false;  // a copy that a restore kept: it needs no passphrase but the key of the home that made it
  Instant made;
};

struct RestoreReport {
  std::uint64_t operations = 0;
  Instant made;             // when the backup was
  std::string safety_copy;  // path of what was here before, sealed under this home's key; empty where there was nothing
};

class BackupService {
 public:
  // Everything given by reference must outlive it. `folder` is the home's.
  BackupService(const Context& context, FileStore& files, const SecretKey& home_key, std::string folder)
      : context_(context), files_(files), home_key_(home_key), folder_(std::move(folder)) {}

  // Writes the backup atomically (mode 0600, over an existing file too), reads it back and compares everything before
  // it reports success. An empty passphrase makes a backup that whoever has the file can read.
  [[nodiscard]] Result<BackupReport> backup(const std::string& path, std::string_view passphrase,
                                            const PassphraseCost& cost, const Progress& progress = {});

  // The same under a key that was made before; nothing: readable by whoever has the file.
  [[nodiscard]] Result<BackupReport> backup_under(const std::string& path, const std::optional<BackupSeal>& seal,
                                                  const Progress& progress = {});

  // Fails with invalid for a file that is no backup, with newer for one of a newer version.
  [[nodiscard]] Result<BackupHeader> inspect(const std::string& path) const;

  // Replaces all that is in this home; the caller has asked. Fails with locked where the passphrase is missing or
  // wrong, with invalid where the file is none, damaged or cut off; nothing is changed then. Where the disk fails after
  // the commit point, the next opening of the home finishes it.
  [[nodiscard]] Result<RestoreReport> restore(const std::string& path, std::string_view passphrase,
                                              const Progress& progress = {});

  // Whether there is anything that restoring would replace.
  [[nodiscard]] bool has_data();

 private:
  const Context& context_;
  FileStore& files_;
  const SecretKey& home_key_;
  std::string folder_;
};

// Brings in what a restore that was cut off had staged in `folder`; does nothing where there is none. To be called each
// time that a home is opened, before anything reads it.
[[nodiscard]] Result<void> finish_pending_restore(Space& self, Space& couple, FileStore& files,
                                                  const SecretKey& home_key, const std::string& folder);

}  // namespace kindling
