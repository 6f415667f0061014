#include "platform/common/http_date.hpp"

#include <chrono>

namespace kindling {
namespace {

constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
constexpr std::string_view kForm = "Sun, 06 Nov 1994 08:49:37 GMT";

// The digits of `text` from `at` on, as many as `count`; -1 where there is anything else.
int number(std::string_view text, std::size_t at, std::size_t count) noexcept {
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Instant> parse_http_date(std::string_view text) noexcept {
  if (text.size() != kForm.size() || text.substr(3, 2) != ", " || text.substr(25) != " GMT") return std::nullopt;
  const std::size_t month = kMonths.find(text.substr(8, 3));
  const int day = number(text, 5, 2);
  const int year = number(text, 12, 4);
  const int hour = number(text, 17, 2);
  const int minute = number(text, 20, 2);
  const int second = number(text, 23, 2);
  if (month == std::string_view::npos || month % 3 != 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
      second < 0 || second > 60 || day < 1 || year < kFirstYear || year > kLastYear)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month / 3 + 1)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
         std::chrono::seconds(second);
}

}  // namespace kindling
