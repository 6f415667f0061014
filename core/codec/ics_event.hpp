// One VEVENT of an iCalendar file while it is being read: takes its content lines, gives the event. Not synchronised.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "core/codec/calendar_file.hpp"
#include "core/codec/content_line.hpp"
#include "core/codec/ics_time.hpp"
#include "core/codec/ics_zones.hpp"

namespace kindling {

// A time as a property gives it.
struct ZonedIcsTime {
  IcsTime value;
  const TimeZone* zone = nullptr;  // only for IcsTime::Form::local: that of TZID

  [[nodiscard]] std::optional<std::chrono::sys_seconds> instant() const;  // none: a date or floating
};

// The nominal wall time within a schedule that EXDATE, RDATE or RECURRENCE-ID means. `zone` is the schedule's own, or
// nullptr. A date means the occurrence of that day.
[[nodiscard]] LocalDateTime nominal_in(const Schedule& schedule, const TimeZone* zone, const ZonedIcsTime& time);

class IcsEventDraft {
 public:
  explicit IcsEventDraft(IcsZones& zones) : zones_(zones) {}

  void property(const ContentLine& line);
  void begin_alarm() { alarm_ = {}; }
  void alarm_property(const ContentLine& line);
  void end_alarm();

  // The event, or nullopt where it can't be understood. REQUIRES: called once, after all lines.
  [[nodiscard]] std::optional<CalendarEvent> build();
  // Whether something was guessed or left out. Final after build().
  [[nodiscard]] bool warned() const noexcept { return warned_; }
  [[nodiscard]] const std::optional<ZonedIcsTime>& recurrence_id() const noexcept { return recurrence_id_; }

 private:
  struct Alarm {
    bool wanted = true;
    bool from_end = false;
    std::optional<IcsDuration> after;  // from the start, or from the end
    std::optional<ZonedIcsTime> at;
  };

  void text_property(const ContentLine& line, std::string& into);
  void time_property(const ContentLine& line, std::optional<ZonedIcsTime>& into);
  void time_list(const ContentLine& line, std::vector<ZonedIcsTime>& into);
  void rule_property(const ContentLine& line);
  [[nodiscard]] std::optional<ZonedIcsTime> time_from(std::string_view value, const ContentLine& line);
  [[nodiscard]] bool build_schedule();
  [[nodiscard]] bool build_length();
  void build_alarms();
  void fit_until();

  IcsZones& zones_;
  CalendarEvent event_;
  const TimeZone* zone_ = nullptr;  // of the schedule
  std::optional<ZonedIcsTime> start_, end_, recurrence_id_;
  std::optional<IcsDuration> duration_;
  std::vector<ZonedIcsTime> added_, excluded_;
  Alarm alarm_;
  std::vector<Alarm> alarms_;
  std::optional<bool> transparent_;
  bool shown_free_ = false;  // Outlook's own word where TRANSP is missing
  bool broken_ = false;
  bool warned_ = false;
};

}  // namespace kindling
