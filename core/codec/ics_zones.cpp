#include "core/codec/ics_zones.hpp"

#include <algorithm>

#include "core/codec/content_line.hpp"
#include "core/codec/ics_time.hpp"
#include "core/codec/windows_zones.hpp"

namespace kindling {
namespace {

// A file that names more zones than this is no calendar; what it names beyond is unknown.
constexpr std::size_t kMostZones = 500;
constexpr std::size_t kLongestName = 128;
constexpr int kComparedYear = 2025;

bool looks_like_a_zone(std::string_view name) noexcept {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '-' || c == '+';
  };
  return !name.empty() && name.size() <= 64 && name.front() != '/' && name.back() != '/' &&
         std::all_of(name.begin(), name.end(), allowed);
}

std::string_view without_quotes(std::string_view text) noexcept {
  constexpr std::string_view kAround = "\" \t\\";
  const std::size_t first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

unsigned month_from(std::string_view digits) noexcept {
  unsigned month = 0;
  for (const char c : digits.substr(0, 2)) {
    if (c < '0' || c > '9') break;
    month = month * 10 + static_cast<unsigned>(c - '0');
  }
  return month >= 1 && month <= 12 ? month : 0;
}

std::chrono::seconds offset_at_start(const TimeZone& zone, unsigned month) {
  const std::chrono::year_month_day first{std::chrono::year(kComparedYear + (month > 12 ? 1 : 0)),
                                          std::chrono::month(month > 12 ? month - 12 : month), std::chrono::day(1)};
  return zone.period_at(std::chrono::sys_days(first) + std::chrono::hours(12)).offset;
}

}  // namespace

IcsZones::Found IcsZones::find(std::string_view tzid) {
  if (const auto known = found_.find(tzid); known != found_.end()) return known->second;
  if (found_.size() >= kMostZones || tzid.size() > kLongestName) return {};
  return found_.emplace(std::string(tzid), resolve(tzid)).first->second;
}

IcsZones::Found IcsZones::resolve(std::string_view tzid) {
  if (const TimeZone* zone = by_name(without_quotes(tzid))) return {zone, true};
  if (!definitions_read_) read_definitions();
  const auto found = definitions_.find(tzid);
  if (found == definitions_.end()) return {};
  if (const TimeZone* zone = by_name(found->second.location)) return {zone, true};
  return {by_offsets(found->second), false};
}

const TimeZone* IcsZones::by_name(std::string_view name) const {
  if (const std::string_view iana = iana_from_windows(name); !iana.empty()) return zones_.find(iana);
  // "/freeassociation.sourceforge.net/Europe/Berlin", "/mozilla.org/20050126_1/Europe/Berlin": parts go one by one.
  for (int prefix_parts = 0; prefix_parts < 8 && !name.empty(); ++prefix_parts) {
    if (looks_like_a_zone(name)) {
      if (const TimeZone* zone = zones_.find(name)) return zone;
    }
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos || (prefix_parts == 0 && slash != 0)) return nullptr;
    name.remove_prefix(slash + 1);
  }
  return nullptr;
}

// Outlook names zones "(UTC+01:00) Amsterdam, Berlin" or "Customized Time Zone" and says only how they behave. A zone
// of the table that behaves so serves as well; else the standard offset alone.
const TimeZone* IcsZones::by_offsets(const Definition& definition) const {
  if (!definition.standard) return nullptr;
  for (const WindowsZone& candidate : windows_zones()) {
    const TimeZone* zone = zones_.find(candidate.iana);
    if (zone != nullptr && matches(definition, *zone)) return zone;
  }
  const auto offset = definition.standard->offset;
  if (offset % std::chrono::hours(1) != std::chrono::seconds(0)) return nullptr;
  const auto hours = offset / std::chrono::hours(1);
  if (hours == 0) return zones_.find("UTC");
  // The names of Etc count westwards.
  return zones_.find((hours > 0 ? "Etc/GMT-" : "Etc/GMT+") + std::to_string(hours > 0 ? hours : -hours));
}

bool IcsZones::matches(const Definition& definition, const TimeZone& zone) {
  const Observance& standard = *definition.standard;
  const bool changes = definition.daylight && definition.daylight->recurs && standard.month != 0 &&
                       definition.daylight->month != 0 && standard.month != definition.daylight->month;
  for (unsigned month = 1; month <= 12; ++month) {
    const auto begin = offset_at_start(zone, month);
    const auto end = offset_at_start(zone, month + 1);
    if (!changes) {
      if (begin != standard.offset || end != standard.offset) return false;
      continue;
    }
    const auto daylight = definition.daylight->offset;
    const unsigned to_daylight = definition.daylight->month;
    // Months counted from the change to daylight time, so that both hemispheres read alike.
    const unsigned since = (month + 12 - to_daylight) % 12;
    const unsigned span = (standard.month + 12 - to_daylight) % 12;
    if (begin != (since > 0 && since <= span ? daylight : standard.offset)) return false;
    if (end != (since < span ? daylight : standard.offset)) return false;
  }
  return true;
}

void IcsZones::note(std::optional<Observance>& last, const Observance& seen) {
  if (!last || seen.onset >= last->onset) last = seen;
}

void IcsZones::read_definitions() {
  definitions_read_ = true;
  ContentLines lines(text_);
  ContentLine line;
  std::string tzid;
  Definition definition;
  Observance observance;
  bool inside = false;
  while (lines.next(line)) {
    if (line.is("BEGIN") && equals_upper(line.value, "VTIMEZONE")) {
      inside = true;
      tzid.clear();
      definition = {};
    }
    if (!inside || line.too_long) continue;
    const bool is_begin = line.is("BEGIN");
    if (is_begin) {
      observance = {};
    } else if (line.is("TZID")) {
      tzid.assign(line.value.substr(0, kLongestName));
    } else if (line.is("X-LIC-LOCATION")) {
      definition.location.assign(line.value.substr(0, kLongestName));
    } else if (line.is("TZOFFSETTO")) {
      observance.offset = offset_from_ics(line.value).value_or(std::chrono::seconds(0));
    } else if (line.is("DTSTART")) {
      observance.onset.assign(line.value.substr(0, 15));
      if (observance.month == 0 && line.value.size() > 6) observance.month = month_from(line.value.substr(4));
    } else if (line.is("RRULE")) {
      observance.recurs = line.value.find("UNTIL=") == std::string_view::npos;
      const std::size_t month = line.value.find("BYMONTH=");
      if (month != std::string_view::npos) observance.month = month_from(line.value.substr(month + 8));
    } else if (line.is("END") && equals_upper(line.value, "STANDARD")) {
      note(definition.standard, observance);
    } else if (line.is("END") && equals_upper(line.value, "DAYLIGHT")) {
      note(definition.daylight, observance);
    } else if (line.is("END") && equals_upper(line.value, "VTIMEZONE")) {
      if (definitions_.size() < kMostZones) definitions_.emplace(tzid, definition);
      inside = false;
    }
  }
}

}  // namespace kindling
