#include "platform/cli/auto_backup.hpp"

#include <filesystem>

#include "platform/cli/json_output.hpp"
#include "platform/cli/passphrase.hpp"
#include "platform/cli/subjects.hpp"
#include "platform/cli/terminal.hpp"

namespace kindling::cli {
namespace {

// Without links and dots, so that one folder has one name.
std::string whole_path(const std::string& path) {
  std::error_code error;
  std::string whole = std::filesystem::weakly_canonical(std::filesystem::absolute(path), error).string();
  if (error) whole = std::filesystem::absolute(path).lexically_normal().string();
  while (whole.size() > 1 && whole.ends_with('/')) whole.pop_back();
  return whole;
}

void print_made(Session& session, const std::string& folder, const AutoBackupReport& made) {
  if (session.json()) {
    session.print_json(object_json({{"made", true},
                                    {"file", folder + "/" + made.name},
                                    {"operations", static_cast<std::int64_t>(made.backup.operations)},
                                    {"broken", static_cast<std::int64_t>(made.backup.broken)},
                                    {"bytes", static_cast<std::int64_t>(made.backup.bytes)},
                                    {"encrypted", made.backup.encrypted},
                                    {"verified", true},
                                    {"kept", static_cast<std::int64_t>(made.kept)},
                                    {"removed", static_cast<std::int64_t>(made.removed)}}));
    return;
  }
  session.print("Backed up and read back: " + std::to_string(made.backup.bytes) + " bytes, " +
                count_words(made.kept, "backup", "backups") + " kept.\n");
  if (made.backup.broken > 0)
    session.print(session.style().warm("Some of this home is damaged and in no new backup; older ones were left.") +
                  " `kindling doctor` says more.\n");
}

}  // namespace

AutoBackup auto_backup_of(Session& session, Kindling& home) {
  return AutoBackup(home.context(), session.files(), home.keys().home_key(), whole_path(home.folder()));
}

std::string auto_backup_words(const AutoBackupStatus& status) {
  if (!status.on) return "none made by itself; `kindling backup auto DIR` makes one a day";
  if (!status.warning.empty()) return status.warning;
  return std::string("one a day, ") + (status.encrypted ? "sealed" : "not encrypted") +
         (status.newest ? "; the newest is of " + to_string(*status.newest) : "; none there now") + ", " +
         std::to_string(status.kept) + " kept";
}

Result<void> auto_backup_on(Session& session, const Arguments& arguments) {
  if (arguments.text("DIR").empty()) return invalid("DIR: it names the folder for the backups");
  const auto home = session.home_beside(arguments, HomeNeed::exists);
  if (!home) return home.error();
  std::string passphrase;
  const bool open = arguments.has("--unencrypted");
  if (open && arguments.has("--passphrase-file"))
    return Error{ErrorCode::usage, "either --unencrypted or a passphrase, not both"};
  if (!open) {
    auto chosen = new_passphrase(session, arguments);
    if (!chosen) return chosen.error();
    passphrase = std::move(*chosen);
  }
  const std::string folder = whole_path(arguments.text("DIR"));
  ProgressBar bar("Backing up");
  const auto made =
      auto_backup_of(session, **home).turn_on(folder, passphrase, PassphraseCost{}, [&bar](auto done, auto total) {
        bar.show(done, total);
      });
  if (!made) return made.error();
  print_made(session, folder, *made);
  if (!session.json()) {
    session.print(open ? "Whoever can read the folder can read the backups.\n"
                       : "Only the passphrase opens them: keep a copy where you'd look for it.\n");
  }
  return {};
}

Result<void> auto_backup_off(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  if (auto off = auto_backup_of(session, **home).turn_off(); !off) return off;
  return auto_backup_status(session, arguments);
}

Result<void> auto_backup_status(Session& session, const Arguments&) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto status = auto_backup_of(session, **home).status();
  if (!status) return status.error();
  if (session.json()) {
    session.print_json(auto_backup_json((*home)->context(), *status));
    return {};
  }
  session.print("Backups: " + auto_backup_words(*status) + ".\n");
  if (status->on) session.print("Folder: " + status->folder + "\n");
  return {};
}

Result<void> auto_backup_run(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  AutoBackup backups = auto_backup_of(session, **home);
  const auto status = backups.status();
  if (!status) return status.error();
  if (!status->on) return invalid("no folder is chosen; `kindling backup auto DIR` chooses one");
  if (!status->here) return invalid(status->warning);
  ProgressBar bar("Backing up");
  const auto made =
      backups.run(arguments.has("--force"), [&bar](std::uint64_t done, std::uint64_t total) { bar.show(done, total); });
  if (!made) return made.error();
  if (*made) {
    print_made(session, status->folder, **made);
  } else if (session.json()) {
    session.print_json(object_json({{"made", false}}));
  } else {
    session.print("Not due yet; --force makes one all the same.\n");
  }
  return {};
}

}  // namespace kindling::cli
