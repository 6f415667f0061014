// Content as bytes, made when Kindling is built and read when it starts: no text is parsed then, nothing is looked up.
// Pure; any thread.
#pragma once

#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/library/content.hpp"

namespace kindling {

// At most so many pieces fit in one pack.
inline constexpr std::size_t kMostContent = 4096;

// The pieces by id. REQUIRES: no id twice; at most kMostContent pieces; numbers within core/library/content_rules.hpp.
[[nodiscard]] Bytes pack(std::vector<Content> items);

// Fails with invalid where the bytes are no pack of this version, are cut short or go on, hold an id twice or ids out
// of order, an unknown kind or word, or a number out of range. The pieces come by id.
[[nodiscard]] Result<std::vector<Content>> unpack(ByteView bytes);

}  // namespace kindling
