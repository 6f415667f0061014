// Reads the CSV export of Daylio, a mood diary, so that someone who kept one can bring it along. Pure; any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"

namespace kindling {

inline constexpr std::size_t kDaylioEntryLimit = 200'000;

struct DaylioEntry {
  LocalDateTime when;
  std::string mood;  // as named in Daylio: rad, good, meh, bad, awful, or the owner's own word
  std::vector<std::string> activities;
  std::string note;  // plain text; begins with the note's title where it has one
  friend bool operator==(const DaylioEntry&, const DaylioEntry&) = default;
};

struct DaylioFile {
  std::vector<DaylioEntry> entries;  // in the file's order, which is newest first
  std::size_t skipped = 0;           // rows without a date, a time or a mood that can be read
};

// The columns full_date (2024-01-31), time ("8:30 PM" or "20:30") and mood are needed and found by name; activities,
// note_title and note are taken where present, others passed over. Fails with invalid where these columns are missing,
// the CSV is broken, or there are more than kDaylioEntryLimit rows.
[[nodiscard]] Result<DaylioFile> read_daylio(std::string_view csv);

// A mood on the two scales of a check-in, each -4 to 4.
struct MoodPoint {
  int valence = 0;
  int energy = 0;
  friend bool operator==(const MoodPoint&, const MoodPoint&) = default;
};

using MoodNames = std::map<std::string, MoodPoint, std::less<>>;

// Daylio's five own moods, in any case: rad, good, meh, bad, awful.
[[nodiscard]] std::optional<MoodPoint> default_mood_point(std::string_view mood);
// The owner's names first, as written, then Daylio's own.
[[nodiscard]] std::optional<MoodPoint> mood_point(std::string_view mood, const MoodNames& named);

}  // namespace kindling
