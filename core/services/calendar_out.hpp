// The couple's plans and rituals as a folder of calendar files, one for each thing (a "vdir", as khal, vdirsyncer and
// CalDAV servers take it), kept up to date. It writes only what changed and removes only what it wrote: what that is
// stands in a hidden file of the same folder, which holds ids and digests and no words. One thread.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/ports/file_store.hpp"
#include "core/services/calendar_events.hpp"

namespace kindling {

struct CalendarReport {
  std::size_t things = 0;
  std::size_t written = 0;  // new or changed
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t foreign = 0;  // files of another program under a name of ours: left as they are
};

// Where the calendar is kept up to date, and what of it.
struct KeptCalendar {
  std::string folder;
  CalendarChoice choice;
};

class CalendarOut {
 public:
  CalendarOut(const Context& context, FileStore& files) : context_(context), files_(files) {}

  // Makes the folder where there is none, and brings it up to date: `<uid>.ics` for each thing, each written whole or
  // not at all. Where the disk fails, what is written by then stays, and the next call goes on from there.
  [[nodiscard]] Result<CalendarReport> write(const std::string& folder, const CalendarChoice& choice);

  // For the agent: the same for the kept folder, which must be there (a disk may be away); nothing where none is kept.
  [[nodiscard]] Result<std::optional<CalendarReport>> keep_up();

  [[nodiscard]] Result<std::optional<KeptCalendar>> kept();
  [[nodiscard]] Result<Changes> keep(const KeptCalendar& calendar);
  // The files stay.
  [[nodiscard]] Result<Changes> forget();

 private:
  using Digests = std::map<std::string, std::string, std::less<>>;  // by uid
  struct Work;
  [[nodiscard]] Work compare(const std::string& folder, const std::vector<CalendarEvent>& events) const;
  [[nodiscard]] Result<CalendarReport> carry_out(const std::string& folder, Work work);
  [[nodiscard]] std::string manifest_name() const;
  [[nodiscard]] Digests read_manifest(const std::string& folder) const;
  [[nodiscard]] Result<void> write_manifest(const std::string& folder, const Digests& written);
  [[nodiscard]] bool is_ours(const std::string& path, const std::string& uid) const;
  void remove_leftovers(const std::string& folder);

  const Context& context_;
  FileStore& files_;
};

}  // namespace kindling
