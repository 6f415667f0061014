#include "core/domain/reminder.hpp"

namespace kindling {
namespace {

// Days before 1970 have to sort before those after it.
constexpr std::uint32_t kSignBit = 0x8000'0000U;

}  // namespace

Bytes occurrence_key(LocalDate date, int ordinal) {
  const std::uint32_t day = static_cast<std::uint32_t>(date.time_since_epoch().count()) ^ kSignBit;
  const auto nth = static_cast<std::uint16_t>(ordinal);
  return {static_cast<std::uint8_t>(day >> 24U), static_cast<std::uint8_t>(day >> 16U),
          static_cast<std::uint8_t>(day >> 8U),  static_cast<std::uint8_t>(day),
          static_cast<std::uint8_t>(nth >> 8U),  static_cast<std::uint8_t>(nth)};
}

LocalDate date_of_key(ByteView key) noexcept {
  if (key.size() < 4) return {};
  std::uint32_t day = 0;
  for (std::size_t i = 0; i < 4; ++i) day = (day << 8U) | key[i];
  return LocalDate(std::chrono::days(static_cast<std::int32_t>(day ^ kSignBit)));
}

int ordinal_of_key(ByteView key) noexcept { return key.size() < 6 ? 0 : (key[4] << 8) | key[5]; }

}  // namespace kindling
