#include <array>

#include "core/services/backup_service.hpp"
#include "platform/cli/auto_backup.hpp"
#include "platform/cli/doctor.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/passphrase.hpp"
#include "platform/cli/subjects.hpp"
#include "platform/cli/terminal.hpp"

namespace kindling::cli {
namespace {

BackupService service_of(Session& session, Kindling& home) {
  return BackupService(home.context(), session.files(), home.keys().home_key(), home.folder());
}

Result<void> backup(Session& session, const Arguments& arguments) {
  const std::string& file = arguments.text("FILE");
  if (file.empty()) return invalid("FILE: it names the file of the backup");
  const auto home = session.home_beside(arguments, HomeNeed::exists);
  if (!home) return home.error();
  std::string passphrase;
  if (arguments.has("--encrypt") || arguments.has("--passphrase-file")) {
    auto chosen = new_passphrase(session, arguments);
    if (!chosen) return chosen.error();
    passphrase = std::move(*chosen);
  }
  ProgressBar bar("Backing up");
  const auto made =
      service_of(session, **home).backup(file, passphrase, PassphraseCost{}, [&bar](auto done, auto total) {
        bar.show(done, total);
      });
  if (!made) return made.error();
  if (session.json()) {
    session.print_json(object_json({{"file", file},
                                    {"operations", static_cast<std::int64_t>(made->operations)},
                                    {"bytes", static_cast<std::int64_t>(made->bytes)},
                                    {"encrypted", made->encrypted},
                                    {"verified", true}}));
  } else {
    session.print("Backed up and read back: " + std::to_string(made->bytes) + " bytes.");
    session.print(made->encrypted ? "\n" : " It isn't encrypted; --encrypt makes one that is.\n");
  }
  return {};
}

// Whether what is here may be replaced.
Result<void> permission(const Arguments& arguments) {
  if (arguments.has("--yes")) return {};
  if (!input_is_terminal())
    return invalid("this home has data, which restoring would replace; add --yes, or name another home with --home");
  if (ask_yes("This home has data. Replace all of it by the backup? [y/N] ")) return {};
  return invalid("nothing was restored; the home stays as it was");
}

Result<void> restore(Session& session, const Arguments& arguments) {
  const std::string& file = arguments.text("FILE");
  if (!session.files().exists(file)) return not_found("there is no such backup file");
  const auto home = session.home_beside(arguments, HomeNeed::make);
  if (!home) return home.error();
  BackupService service = service_of(session, **home);
  const auto header = service.inspect(file);
  if (!header) return header.error();
  if (service.has_data()) {
    if (auto allowed = permission(arguments); !allowed) return allowed.error();
  }
  std::string passphrase;
  if (header->encrypted) {
    auto given = backup_passphrase(session, arguments);
    if (!given) return given.error();
    passphrase = std::move(*given);
  }
  ProgressBar bar("Restoring");
  const auto restored =
      service.restore(file, passphrase, [&bar](std::uint64_t done, std::uint64_t total) { bar.show(done, total); });
  if (!restored) return restored.error();
  const std::string made = to_string(restored->made, (*home)->context().offset_at(restored->made));
  if (session.json()) {
    session.print_json(object_json({{"file", file},
                                    {"operations", static_cast<std::int64_t>(restored->operations)},
                                    {"made", made},
                                    {"safety_copy", restored->safety_copy}}));
  } else {
    session.print("Restored from the backup of " + made + ".\n");
    if (!restored->safety_copy.empty()) session.print("What was here before lies in " + restored->safety_copy + "\n");
  }
  return {};
}

Result<void> print_lock(Session& session, KeyHolder holder) {
  const bool locked = holder == KeyHolder::passphrase;
  if (session.json())
    session.print_json(object_json({{"locked", locked}, {"holder", std::string(locked ? "passphrase" : "key-file")}}));
  else
    session.print(locked ? "Locked by a passphrase.\n"
                         : "Not locked: a key file, readable by you alone, opens this home.\n");
  return {};
}

Result<void> lock_set(Session& session, const Arguments& arguments) {
  const auto home = session.home_beside(arguments, HomeNeed::make);
  if (!home) return home.error();
  const auto chosen = new_passphrase(session, arguments);
  if (!chosen) return chosen.error();
  if (auto set = (*home)->keys().set_passphrase(*chosen, PassphraseCost{}); !set) return set.error();
  if (!session.json()) session.print("There is no way back in without it: keep a copy where you'd look for it.\n");
  return print_lock(session, (*home)->keys().holder());
}

Result<void> lock_remove(Session& session, const Arguments&) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  if (auto removed = (*home)->keys().remove_passphrase(); !removed) return removed.error();
  return print_lock(session, (*home)->keys().holder());
}

Result<void> lock_status(Session& session, const Arguments&) {
  const auto folder = session.home_folder();
  if (!folder) return folder.error();
  const auto holder = KeyRing::holder_of(session.files(), *folder);
  if (!holder) return holder.error();
  return print_lock(session, *holder);
}

constexpr Parameter kFile{"FILE", "", "the file of the backup", true};
constexpr auto kBackup = std::to_array<Parameter>(
    {kFile,
     {"--encrypt", "", "seal it with a passphrase of its own"},
     {"--passphrase-file", "FILE", "that passphrase; else typed, or the first line of standard input"}});
constexpr auto kAuto = std::to_array<Parameter>(
    {{"DIR", "", "the folder for them, best on another disk", true},
     {"--passphrase-file", "FILE", "their passphrase; else typed, or the first line of standard input"},
     {"--unencrypted", "", "without a passphrase: whoever can read the folder can read them"}});
constexpr auto kAutoRun = std::to_array<Parameter>({{"--force", "", "also where it isn't due"}});
constexpr auto kRestore = std::to_array<Parameter>(
    {kFile,
     {"--yes", "", "replace what is here without asking"},
     {"--passphrase-file", "FILE", "the backup's passphrase; else typed, or a line of standard input"}});
constexpr auto kLockSet = std::to_array<Parameter>(
    {{"--passphrase-file", "FILE", "the new passphrase; else typed, or a line of standard input"}});
constexpr auto kDoctor = std::to_array<Parameter>(
    {{"--rebuild", "", "make the tables anew from the log, and tell whether they were equal"}});
constexpr auto kLockChildren = std::to_array<Command>({
    {"set",
     "lock this home by a passphrase, or change it",
     kLockSet,
     lock_set,
     {},
     "Where the home is locked already, its passphrase comes first: --passphrase-file before the command, "
     "KINDLING_PASSPHRASE_FILE, or the line before the new one on standard input."},
    {"remove", "unlock this home for good", {}, lock_remove, {}},
    {"status", "who holds the key", {}, lock_status, {}},
});
constexpr auto kAutoChildren = std::to_array<Command>({
    {"off", "no more by itself; the backups stay", {}, auto_backup_off, {}},
    {"status", "where, when last, and what is wrong", {}, auto_backup_status, {}},
    {"run", "make one where today has none", kAutoRun, auto_backup_run, {}},
});
constexpr auto kBackupChildren = std::to_array<Command>({
    {"auto", "one a day by itself, 7 daily and 4 weekly kept", kAuto, auto_backup_on, kAutoChildren,
     "They are sealed with a passphrase of their own, which the command asks for; what opens them lies in this home, "
     "sealed, and the passphrase nowhere. The first one is made at once. `kindling restore` opens them on any device. "
     "A failed one removes nothing, and `kindling doctor` tells of it. A folder whose name is one of these words is "
     "written ./off, and a file named auto is written ./auto."},
});
constexpr auto kCommands = std::to_array<Command>({
    {"backup", "everything in one file, read back after writing", kBackup, backup, kBackupChildren},
    {"restore", "everything from a backup", kRestore, restore, {}},
    {"lock", "a passphrase for this home", {}, nullptr, kLockChildren},
    {"doctor", "whether all is well: data, key, next reminder", kDoctor, doctor, {}},
});

}  // namespace

std::span<const Command> safekeeping_commands() noexcept { return kCommands; }

}  // namespace kindling::cli
