// Port: the IANA time zones. Objects returned stay valid as long as the TimeZones that gave them.
// Not synchronised: one instance serves one thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/time.hpp"

namespace kindling {

// A stretch of time in which a zone keeps one offset: [begin, end) in UTC seconds.
struct ZonePeriod {
  std::chrono::sys_seconds begin;
  std::chrono::sys_seconds end;
  std::chrono::seconds offset{0};  // local = UTC + offset
  bool daylight_saving = false;
  std::string abbreviation;  // e.g. CET
};

class TimeZone {
 public:
  virtual ~TimeZone() = default;
  [[nodiscard]] virtual const std::string& name() const = 0;
  // The period that holds `instant`; right for all years of core/base/time.hpp, also beyond the table of the zone's
  // file.
  [[nodiscard]] virtual const ZonePeriod& period_at(std::chrono::sys_seconds instant) const = 0;
};

class TimeZones {
 public:
  virtual ~TimeZones() = default;
  // The zone of that IANA name ("Europe/Berlin", "UTC"), or nullptr where there is none.
  [[nodiscard]] virtual const TimeZone* find(std::string_view name) const = 0;
};

}  // namespace kindling
