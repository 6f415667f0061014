// Identity of entities: UUIDv7 (RFC 9562), typed by what it names. Value types; any thread.
//
// The text form is base32 of the bytes in reverse order: a UUIDv7 starts with its time, so everything made in one
// minute would share the first characters; reversed, the random end comes first and four to six characters usually
// name one thing.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/time.hpp"
#include "core/ports/random.hpp"

namespace kindling {

using Uuid = std::array<std::uint8_t, 16>;

[[nodiscard]] Uuid make_uuid_v7(Instant now, Random& random);
[[nodiscard]] std::string to_string(const Uuid& uuid);                         // 26 characters
[[nodiscard]] std::optional<Uuid> parse_uuid(std::string_view text) noexcept;  // the 26 characters, any case

template <class Tag>
struct Id {
  Uuid bytes{};

  [[nodiscard]] bool is_nil() const noexcept { return bytes == Uuid{}; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

template <class Tag>
[[nodiscard]] std::string to_string(const Id<Tag>& id) {
  return to_string(id.bytes);
}

}  // namespace kindling
