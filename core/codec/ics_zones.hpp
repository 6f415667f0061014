// Which zone a calendar file means by a TZID: an IANA name, also behind the prefixes of Evolution, Mozilla and others;
// a name of Windows; else what the file's own VTIMEZONE says. Not synchronised; lives as long as the text and zones.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/time_zones.hpp"

namespace kindling {

class IcsZones {
 public:
  struct Found {
    const TimeZone* zone = nullptr;  // none: unknown, to be read as floating
    bool exact = false;              // false: unknown, or only like the VTIMEZONE's offsets
  };

  IcsZones(std::string_view text, const TimeZones& zones) : text_(text), zones_(zones) {}

  [[nodiscard]] Found find(std::string_view tzid);
  // The zone called UTC, or nullptr where there is none.
  [[nodiscard]] const TimeZone* utc() const { return zones_.find("UTC"); }

 private:
  // What one VTIMEZONE says of its present: the last STANDARD and the last DAYLIGHT.
  struct Observance {
    std::string onset;  // the digits of DTSTART, so that later sorts higher
    std::chrono::seconds offset{0};
    unsigned month = 0;  // of the yearly onset
    bool recurs = false;
  };
  struct Definition {
    std::string location;  // X-LIC-LOCATION
    std::optional<Observance> standard, daylight;
  };

  [[nodiscard]] Found resolve(std::string_view tzid);
  [[nodiscard]] const TimeZone* by_name(std::string_view name) const;
  [[nodiscard]] const TimeZone* by_offsets(const Definition& definition) const;
  [[nodiscard]] static bool matches(const Definition& definition, const TimeZone& zone);
  void read_definitions();
  static void note(std::optional<Observance>& last, const Observance& seen);

  std::string_view text_;
  const TimeZones& zones_;
  std::map<std::string, Found, std::less<>> found_;
  bool definitions_read_ = false;
  std::map<std::string, Definition, std::less<>> definitions_;
};

}  // namespace kindling
