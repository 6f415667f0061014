#include "core/codec/daylio.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.hpp"
#include "core/codec/csv.hpp"
#include "core/codec/plain_text.hpp"

namespace kindling {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::size_t kMissing = kCsvColumnLimit;

struct Columns {
  std::size_t date = kMissing, time = kMissing, mood = kMissing;
  std::size_t activities = kMissing, title = kMissing, note = kMissing;

  explicit Columns(const CsvRow& header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      const std::string name = fold_case(trim(header[i]));
      if (name == "full_date") date = i;
      if (name == "time") time = i;
      if (name == "mood") mood = i;
      if (name == "activities") activities = i;
      if (name == "note_title") title = i;
      if (name == "note") note = i;
    }
  }
  [[nodiscard]] bool complete() const { return date != kMissing && time != kMissing && mood != kMissing; }
};

std::string_view cell(const CsvRow& row, std::size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view{};
}

// "20:30", "8:30 PM", "8:30 p.m."; Android writes a narrow no-break space before PM.
std::optional<LocalTime> time_from(std::string_view text) {
  int parts[2] = {0, 0};
  for (int& part : parts) {
    std::size_t width = 0;
    for (; width < text.size() && width < 2 && text[width] >= '0' && text[width] <= '9'; ++width) {
      part = part * 10 + (text[width] - '0');
    }
    if (width == 0) return std::nullopt;
    text.remove_prefix(width);
    if (&part == &parts[0]) {
      if (text.empty() || text.front() != ':') return std::nullopt;
      text.remove_prefix(1);
    }
  }
  std::string half;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) half += static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') return std::nullopt;
  }
  if (parts[1] > 59) return std::nullopt;
  if (half == "am" || half == "pm") {
    if (parts[0] < 1 || parts[0] > 12) return std::nullopt;
    return LocalTime{hours(parts[0] % 12 + (half == "pm" ? 12 : 0)) + minutes(parts[1])};
  }
  if (!half.empty() || parts[0] > 23) return std::nullopt;
  return LocalTime{hours(parts[0]) + minutes(parts[1])};
}

std::vector<std::string> activities_from(std::string_view text) {
  std::vector<std::string> activities;
  while (!text.empty()) {
    const std::size_t bar = text.find('|');
    if (const std::string_view one = trim(text.substr(0, bar)); !one.empty()) activities.emplace_back(one);
    text.remove_prefix(bar == std::string_view::npos ? text.size() : bar + 1);
  }
  return activities;
}

std::optional<DaylioEntry> entry_from(const CsvRow& row, const Columns& columns) {
  const Result<LocalDate> date = parse_date(trim(cell(row, columns.date)));
  const auto time = time_from(trim(cell(row, columns.time)));
  const std::string_view mood = trim(cell(row, columns.mood));
  const bool readable = std::all_of(row.begin(), row.end(), [](const std::string& one) { return is_valid_utf8(one); });
  if (!date || !time || mood.empty() || !readable) return std::nullopt;
  DaylioEntry entry;
  entry.when = at(*date, *time);
  entry.mood = mood;
  entry.activities = activities_from(cell(row, columns.activities));
  const std::string title = plain_text_from_html(cell(row, columns.title));
  const std::string note = plain_text_from_html(cell(row, columns.note));
  entry.note = title + (title.empty() || note.empty() ? "" : "\n\n") + note;
  return entry;
}

}  // namespace

Result<DaylioFile> read_daylio(std::string_view csv) {
  DaylioFile file;
  std::optional<Columns> columns;
  bool too_many = false;
  const Result<void> done = read_csv(csv, [&](const CsvRow& row, std::size_t) {
    if (!columns) {
      columns.emplace(row);
      return columns->complete();
    }
    too_many = file.entries.size() + file.skipped >= kDaylioEntryLimit;
    if (too_many) return false;
    if (std::optional<DaylioEntry> entry = entry_from(row, *columns)) {
      file.entries.push_back(*std::move(entry));
    } else {
      ++file.skipped;
    }
    return true;
  });
  if (!done) return done.error();
  if (!columns || !columns->complete()) {
    return invalid(
        "this is neither a JSON export of Kindling nor a CSV export of Daylio, whose first line names the columns "
        "full_date, time and mood");
  }
  if (too_many) return invalid("the export has more than " + std::to_string(kDaylioEntryLimit) + " rows");
  return file;
}

std::optional<MoodPoint> default_mood_point(std::string_view mood) {
  constexpr std::array<std::pair<std::string_view, MoodPoint>, 5> kMoods{
      {{"rad", {4, 3}}, {"good", {2, 1}}, {"meh", {0, 0}}, {"bad", {-2, -1}}, {"awful", {-4, -2}}}};
  const std::string wanted = fold_case(trim(mood));
  for (const auto& [name, point] : kMoods) {
    if (wanted == name) return point;
  }
  return std::nullopt;
}

std::optional<MoodPoint> mood_point(std::string_view mood, const MoodNames& named) {
  if (const auto found = named.find(mood); found != named.end()) return found->second;
  return default_mood_point(mood);
}

}  // namespace kindling
