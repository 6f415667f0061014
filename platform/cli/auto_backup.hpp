// `kindling backup auto` and what follows it. Same thread as the session.
#pragma once

#include "core/services/auto_backup.hpp"
#include "platform/cli/session.hpp"

namespace kindling::cli {

[[nodiscard]] Result<void> auto_backup_on(Session& session, const Arguments& arguments);
[[nodiscard]] Result<void> auto_backup_off(Session& session, const Arguments& arguments);
[[nodiscard]] Result<void> auto_backup_status(Session& session, const Arguments& arguments);
[[nodiscard]] Result<void> auto_backup_run(Session& session, const Arguments& arguments);

[[nodiscard]] AutoBackup auto_backup_of(Session& session, Kindling& home);
// "on, sealed; the newest is of 2026-11-22, 5 kept", the warning, or "off".
[[nodiscard]] std::string auto_backup_words(const AutoBackupStatus& status);

}  // namespace kindling::cli
