// Dates as web servers write them (RFC 9110 §5.6.7, IMF-fixdate). Pure.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/time.hpp"

namespace kindling {

// "Sun, 06 Nov 1994 08:49:37 GMT"; the day of the week isn't looked at. None where it is no such date.
[[nodiscard]] std::optional<Instant> parse_http_date(std::string_view text) noexcept;

}  // namespace kindling
