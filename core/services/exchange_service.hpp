// Taking everything out and bringing things in: JSON (complete, documented in core/codec/README.md), CSV (one file a
// kind), iCalendar, and the mood diary of Daylio. Imports validate the whole file before anything is written; what is
// written is one act per space, so that it can be undone. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.hpp"
#include "core/codec/daylio.hpp"
#include "core/library/catalogue.hpp"
#include "core/services/calendar_events.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct NamedText {
  std::string name;  // "check_ins.csv"
  std::string text;
};

struct ImportReport {
  std::size_t imported = 0;  // new here, the renewed ones included
  std::size_t skipped = 0;   // here already, or not readable (rows of a diary)
  std::size_t renewed = 0;   // under a new id, because the id names something else or something deleted here
  std::size_t ignored = 0;   // fields and lists that this version doesn't know
};

class ExchangeService {
 public:
  // An export of twenty years takes some 60 MB; a larger file than this is none.
  static constexpr std::size_t kImportLimit = 256 * 1024 * 1024;

  ExchangeService(const Context& context, const Catalogue& catalogue) : context_(context), catalogue_(catalogue) {}

  // Everything that lives in both spaces, as one JSON document.
  [[nodiscard]] Result<std::string> export_json(const Progress& progress = {});
  // One file for each kind that there is anything of, in the order of core/codec/README.md.
  [[nodiscard]] Result<std::vector<NamedText>> export_csv(const Progress& progress = {});
  // Plans, the chosen rituals and reminders with their alarms, as core/services/calendar_events.hpp has them.
  [[nodiscard]] Result<std::string> export_ics(const CalendarChoice& choice, const Progress& progress = {});

  // Fails with invalid, and changes nothing, where anything in the file isn't as an export has it; with newer for a
  // document of a newer version. Both spaces are checked first; then self is written in one act and couple in another:
  // where the disk fails between the two, the first stays (and is skipped when the import is run again).
  [[nodiscard]] Result<ImportReport> import_json(std::string_view json, const Progress& progress = {});
  // Rows become check-ins in the device's zone, not shared. `moods` names the owner's own moods; one that is neither
  // there nor Daylio's own fails with invalid.
  [[nodiscard]] Result<ImportReport> import_daylio(std::string_view csv, const MoodNames& moods,
                                                   const Progress& progress = {});
  // Events of a calendar become plans in one act, each once: by their UID. What is here already, or was made here,
  // stays as it is; an event that was imported and removed comes back. Left out are series, cancelled events and what
  // can't be a plan (longer than 31 days). An event that the file doesn't call confirmed is proposed.
  [[nodiscard]] Result<ImportReport> import_ics(std::string_view text, const Progress& progress = {});

 private:
  static constexpr std::uint64_t kStep = 256;  // things between two words about progress
  [[nodiscard]] std::uint64_t things();        // how many there are in both spaces

  const Context& context_;
  const Catalogue& catalogue_;
};

}  // namespace kindling
