#include "core/base/id.hpp"

#include <algorithm>

namespace kindling {

Uuid make_uuid_v7(Instant now, Random& random) {
  Uuid uuid;
  random.fill(uuid);
  const auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count());
  for (unsigned i = 0; i < 6; ++i) uuid[i] = static_cast<std::uint8_t>(ms >> (40U - 8U * i));
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0FU) | 0x70U);
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3FU) | 0x80U);
  return uuid;
}

std::string to_string(const Uuid& uuid) {
  Uuid reversed = uuid;
  std::reverse(reversed.begin(), reversed.end());
  return to_base32(reversed);
}

std::optional<Uuid> parse_uuid(std::string_view text) noexcept {
  if (text.size() != 26) return std::nullopt;
  const auto bytes = from_base32(text);
  if (!bytes || bytes->size() != 16) return std::nullopt;
  Uuid uuid;
  std::reverse_copy(bytes->begin(), bytes->end(), uuid.begin());
  return uuid;
}

}  // namespace kindling
