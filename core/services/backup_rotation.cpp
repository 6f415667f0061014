#include "core/services/backup_rotation.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace kindling {
namespace {

constexpr std::string_view kBegin = "kindling-";
constexpr std::string_view kEnd = ".backup";
constexpr std::string_view kPart = ".part";
constexpr std::size_t kTemporaryEnding = 7;  // ".XXXXXX"

// Weeks since that of 1 January 1970, from Monday.
long week_of(LocalDate date) {
  constexpr int kThursday = 3;  // what that day was, after Monday
  return std::chrono::floor<std::chrono::weeks>(date.time_since_epoch() + std::chrono::days(kThursday)).count();
}

// A time that lies ahead is of a clock that was wrong.
bool is_within(std::optional<Instant> time, std::chrono::minutes span, Instant now) {
  return time && *time <= now && now - *time < span;
}

}  // namespace

std::string auto_backup_name(LocalDate date) { return std::string(kBegin) + to_string(date) + std::string(kEnd); }

std::optional<LocalDate> date_of_auto_backup(std::string_view name) {
  if (!name.starts_with(kBegin) || !name.ends_with(kEnd) || name.size() <= kBegin.size() + kEnd.size())
    return std::nullopt;
  const auto date = parse_date(name.substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size()));
  if (!date || auto_backup_name(*date) != name) return std::nullopt;
  return *date;
}

std::string unfinished_name(std::string_view name) { return std::string(name) + std::string(kPart); }

bool is_unfinished_backup(std::string_view name) {
  if (name.size() > kTemporaryEnding && name[name.size() - kTemporaryEnding] == '.' &&
      name.substr(0, name.size() - kTemporaryEnding).ends_with(kPart))
    name.remove_suffix(kTemporaryEnding);
  return name.ends_with(kPart) && date_of_auto_backup(name.substr(0, name.size() - kPart.size()));
}

BackupDecision decide_backups(LocalDate today, Instant now, const BackupTimes& last,
                              std::span<const std::string> names) {
  BackupDecision decision;
  std::map<LocalDate, std::string, std::greater<>> newest_first;
  for (const std::string& name : names) {
    if (is_unfinished_backup(name)) decision.unfinished.push_back(name);
    if (const auto date = date_of_auto_backup(name); date && *date <= today) newest_first.emplace(*date, name);
  }
  const bool failed_lately = is_within(last.failure, kBackupRetry, now);
  const bool ended = (last.success && last.started && *last.success >= *last.started) ||
                     (last.failure && last.started && *last.failure >= *last.started);
  const bool at_it = !ended && is_within(last.started, kBackupTurn, now);
  decision.due = !newest_first.contains(today) && !failed_lately && !at_it;
  std::optional<long> last_week;
  std::size_t weeks = 0;
  for (const auto& [date, name] : newest_first) {
    bool stays = decision.keep.size() < kDailyBackups;
    if (!stays && week_of(date) != last_week) {
      last_week = week_of(date);
      stays = weeks++ < kWeeklyBackups;
    }
    (stays ? decision.keep : decision.remove).push_back(name);
  }
  return decision;
}

bool is_backup_overdue(LocalDate today, std::optional<LocalDate> newest, std::optional<LocalDate> since) {
  const auto last = newest ? newest : since;
  return last && *last + kBackupOverdue < today;
}

}  // namespace kindling
