// The TZif format, RFC 8536: read_tzif of platform/common/tzif_zones.hpp. The bytes are foreign and may be hostile.
#include <algorithm>

#include "core/base/time.hpp"
#include "platform/common/posix_tz.hpp"
#include "platform/common/tzif_zones.hpp"

namespace kindling {
namespace {

using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using ByteSpan = std::span<const std::uint8_t>;

constexpr std::size_t kHeaderSize = 44;
constexpr std::size_t kTransitionLimit = 10'000;
constexpr std::int32_t kOffsetLimit = 26 * 3600;  // RFC 8536 §3.2: at most 25:59:59 away
constexpr sys_seconds kFarPast = sys_days(std::chrono::year(1) / 1 / 1);
constexpr sys_seconds kFarFuture = sys_days(std::chrono::year(9999) / 1 / 1);

// Big-endian two's complement (RFC 8536 §3).
std::int64_t read_signed(ByteSpan bytes) {
  std::uint64_t value = (bytes[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (const std::uint8_t byte : bytes) value = (value << 8U) | byte;
  return static_cast<std::int64_t>(value);
}

// The counts of a header and where the parts of its data block begin.
struct Block {
  char version = '\0';
  std::size_t time_size = 4;
  std::size_t transitions = 0, types = 0, characters = 0;
  ByteSpan times, type_indices, type_records, names;
  std::size_t size = 0;  // with its header
};

struct Header {
  std::size_t utc_marks, standard_marks, leaps, transitions, types, characters;
};

std::optional<Block> read_block(ByteSpan bytes, std::size_t time_size) {
  if (bytes.size() < kHeaderSize || bytes[0] != 'T' || bytes[1] != 'Z' || bytes[2] != 'i' || bytes[3] != 'f')
    return std::nullopt;
  std::size_t counts[6];
  for (std::size_t i = 0; i < 6; ++i) {
    const std::int64_t count = read_signed(bytes.subspan(20 + 4 * i, 4));
    if (count < 0 || count > static_cast<std::int64_t>(kTransitionLimit)) return std::nullopt;
    counts[i] = static_cast<std::size_t>(count);
  }
  const Header header{counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]};
  Block block;
  block.version = static_cast<char>(bytes[4]);
  block.time_size = time_size;
  block.transitions = header.transitions;
  block.types = header.types;
  block.characters = header.characters;
  const std::size_t times = header.transitions * time_size;
  const std::size_t records = header.types * 6;
  block.size = kHeaderSize + times + header.transitions + records + header.characters + header.leaps * (time_size + 4) +
               header.standard_marks + header.utc_marks;
  if (bytes.size() < block.size || header.types == 0 || header.characters == 0) return std::nullopt;
  block.times = bytes.subspan(kHeaderSize, times);
  block.type_indices = bytes.subspan(kHeaderSize + times, header.transitions);
  block.type_records = bytes.subspan(kHeaderSize + times + header.transitions, records);
  block.names = bytes.subspan(kHeaderSize + times + header.transitions + records, header.characters);
  return block;
}

// The period of a local time type, without its ends.
std::optional<ZonePeriod> read_type(const Block& block, std::size_t index) {
  if (index >= block.types) return std::nullopt;
  const ByteSpan record = block.type_records.subspan(6 * index, 6);
  const std::int64_t offset = read_signed(record.first(4));
  if (offset <= -kOffsetLimit || offset >= kOffsetLimit || record[5] >= block.characters) return std::nullopt;
  ZonePeriod period;
  period.offset = seconds(offset);
  period.daylight_saving = record[4] != 0;
  for (std::size_t i = record[5]; i < block.characters && block.names[i] != 0; ++i)
    period.abbreviation += static_cast<char>(block.names[i]);
  return period;
}

// The periods of the table; the last one is open.
std::optional<std::vector<ZonePeriod>> read_table(const Block& block) {
  auto period = read_type(block, 0);  // before the first transition (RFC 8536 §3.2)
  if (!period) return std::nullopt;
  std::vector<ZonePeriod> periods;
  period->begin = kFarPast;
  for (std::size_t i = 0; i < block.transitions; ++i) {
    const std::int64_t time = read_signed(block.times.subspan(i * block.time_size, block.time_size));
    const sys_seconds instant = std::clamp(sys_seconds(seconds(time)), kFarPast, kFarFuture);
    if (instant < period->begin) return std::nullopt;
    if (instant > period->begin) {
      period->end = instant;
      periods.push_back(*std::move(period));
    }
    period = read_type(block, block.type_indices[i]);
    if (!period) return std::nullopt;
    period->begin = instant;
  }
  period->end = kFarFuture;
  if (period->begin < period->end) periods.push_back(*std::move(period));
  return periods;
}

// The text between the line breaks after the second block; none where it's missing or empty.
std::string_view footer_of(ByteSpan rest) {
  if (rest.size() < 2 || rest[0] != '\n') return {};
  const auto end = std::find(rest.begin() + 1, rest.end(), std::uint8_t{'\n'});
  if (end == rest.end()) return {};
  return {reinterpret_cast<const char*>(rest.data()) + 1, static_cast<std::size_t>(end - rest.begin()) - 1};
}

// Continues the last period, year by year, with the footer's changes.
void extend(std::vector<ZonePeriod>& periods, const PosixTz& rule) {
  const sys_seconds last = periods.back().begin;
  const auto first_year = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(last)).year();
  for (int year = std::max(static_cast<int>(first_year), kFirstYear); year <= kLastYear + 1; ++year) {
    for (const YearlyChange& change : changes_of_year(rule, year)) {
      const PosixTz::Clock& clock = change.to_daylight ? rule.daylight->clock : rule.standard;
      ZonePeriod period{change.instant, kFarFuture, clock.offset, change.to_daylight, clock.abbreviation};
      ZonePeriod& open = periods.back();
      if (change.instant > open.begin) {
        open.end = change.instant;
        periods.push_back(std::move(period));
      } else if (change.instant == open.begin && change.to_daylight) {
        open = std::move(period);  // daylight saving all year ends and begins at once (RFC 8536 §3.3.1)
      }
    }
  }
}

}  // namespace

std::optional<std::vector<ZonePeriod>> read_tzif(std::span<const std::uint8_t> bytes) {
  const auto first = read_block(bytes, 4);
  if (!first) return std::nullopt;
  if (first->version < '2') return read_table(*first);
  const ByteSpan rest = bytes.subspan(first->size);
  const auto second = read_block(rest, 8);
  if (!second) return std::nullopt;
  auto periods = read_table(*second);
  if (!periods || periods->empty()) return std::nullopt;
  const std::string_view footer = footer_of(rest.subspan(second->size));
  if (footer.empty()) return periods;
  const auto rule = parse_posix_tz(footer);
  if (!rule) return std::nullopt;
  extend(*periods, *rule);
  return periods;
}

}  // namespace kindling
