// What a device has to be given to take part in a space: which one it is, who its members are, and the keys of all its
// epochs. Secret: it goes from device to device sealed (pairing.hpp) and lies nowhere. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "core/storage/segment_log.hpp"

namespace kindling {

struct Grant {
  Uuid space{};
  std::vector<Member> members;
  std::vector<Epoch> epochs;
};

[[nodiscard]] Bytes encode_grant(const Grant& grant);
// Nothing for bytes that are none, or of a newer version.
[[nodiscard]] std::optional<Grant> decode_grant(ByteView bytes);

}  // namespace kindling
