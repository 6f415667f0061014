// Which automatic backups stay, which go, and whether one is due: the rule alone, without files and clocks. Pure; any
// thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.hpp"

namespace kindling {

inline constexpr std::size_t kDailyBackups = 7;
inline constexpr std::size_t kWeeklyBackups = 4;
inline constexpr std::chrono::minutes kBackupRetry{60};  // after a failure
inline constexpr std::chrono::minutes kBackupTurn{15};   // in which another process may be making one
inline constexpr std::chrono::days kBackupOverdue{3};

// "kindling-2026-11-22.backup", the date it was made on; and back, nothing for any other name.
[[nodiscard]] std::string auto_backup_name(LocalDate date);
[[nodiscard]] std::optional<LocalDate> date_of_auto_backup(std::string_view name);

// Under what name it is written until it is read back; and whether a name is of one that never got that far, the port's
// own temporary names included.
[[nodiscard]] std::string unfinished_name(std::string_view name);
[[nodiscard]] bool is_unfinished_backup(std::string_view name);

struct BackupTimes {
  std::optional<Instant> since;    // when it was turned on
  std::optional<Instant> started;  // the last run, whatever came of it
  std::optional<Instant> success, failure;
};

struct BackupDecision {
  bool due = false;
  std::vector<std::string> keep;        // newest first
  std::vector<std::string> remove;      // once a new one is there and verified, not before
  std::vector<std::string> unfinished;  // of runs that were cut off
};

// One a day. The newest 7 stay, and of what is older the newest of each calendar week (from Monday), for the newest 4
// such weeks. Names of days after today (a clock was wrong) stay and don't count, names that aren't of backups are
// passed over. Due where today has none, an hour after a failure at the earliest, and not while another run may be at
// it.
[[nodiscard]] BackupDecision decide_backups(LocalDate today, Instant now, const BackupTimes& last,
                                            std::span<const std::string> names);

// Whether the newest one is more than 3 days old, or none came in the first 3 days. `newest` is a date in the past or
// nothing.
[[nodiscard]] bool is_backup_overdue(LocalDate today, std::optional<LocalDate> newest, std::optional<LocalDate> since);

}  // namespace kindling
