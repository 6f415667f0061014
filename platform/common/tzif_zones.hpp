// The IANA time zones of a folder of compiled TZif files (RFC 8536), read when first asked for and kept. Own reader,
// because the `date` library takes 15 ms to start and ignores the footer, so that Berlin's summer of 2040 comes out
// wrong (measured). Not synchronised: one instance serves one thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/time_zones.hpp"

namespace kindling {

class TzifZones final : public TimeZones {
 public:
  explicit TzifZones(std::string folder = "/usr/share/zoneinfo");
  ~TzifZones() override;
  TzifZones(const TzifZones&) = delete;
  TzifZones& operator=(const TzifZones&) = delete;

  // "UTC" is always there. Names that aren't IANA names, and files that are missing, too large or broken, give nullptr.
  [[nodiscard]] const TimeZone* find(std::string_view name) const override;

 private:
  std::string folder_;
  mutable std::map<std::string, std::unique_ptr<TimeZone>, std::less<>> zones_;
};

// The periods of a TZif file, ascending and without holes, from far before 1900 to after 2199: its table (the 64-bit
// one where there is one), then its footer's rule. None where the bytes aren't such a file.
[[nodiscard]] std::optional<std::vector<ZonePeriod>> read_tzif(std::span<const std::uint8_t> bytes);

// Letters, digits, "_", "+", "-" and single inner "/", at most 64 bytes: nothing that leaves a folder.
[[nodiscard]] bool is_zone_name(std::string_view name) noexcept;

}  // namespace kindling
