// Any bytes as an iCalendar file: no crash, bounded memory and time, and what was read survives being written and read
// again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/calendar/free_slots.hpp"
#include "core/codec/ics_reader.hpp"
#include "core/codec/ics_writer.hpp"
#include "platform/common/tzif_zones.hpp"

namespace {

using namespace kindling;  // NOLINT(google-build-using-namespace): a program of one file

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const TzifZones zones;
  const Result<CalendarFile> file = read_ics(text_of({bytes, size}), zones);
  if (!file) {
    require(file.error().code == ErrorCode::invalid && !file.error().message.empty());
    return 0;
  }
  const TimeZone& device = *zones.find("Europe/Berlin");
  const auto from = to_instant(parse_date_time("2026-01-01T00:00").value(), device);
  const std::vector<Busy> busy = busy_times(*file, zones, device, from, from + std::chrono::days(60));
  for (std::size_t i = 0; i < busy.size(); ++i) {
    require(busy[i].begin < busy[i].end && (i == 0 || busy[i - 1].end < busy[i].begin));
  }

  const Result<CalendarFile> again = read_ics(write_ics(file->events, zones, {}), zones);
  require(again.has_value() && again->skipped == 0 && again->warnings == 0);
  require(again->events.size() == file->events.size());
  require(busy_times(*again, zones, device, from, from + std::chrono::days(60)) == busy);
  return 0;
}
