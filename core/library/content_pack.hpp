// Content as bytes, made when Kindling is built and read when it is asked for, kind by kind: no text is parsed then,
// nothing is looked up. Pure; any thread.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/library/content.hpp"

namespace kindling {

// At most so many pieces of one kind.
inline constexpr std::size_t kMostOfKind = 4096;

// REQUIRES: no id twice; numbers within core/library/content_rules.hpp.
[[nodiscard]] Bytes pack(const std::vector<Content>& items);

// The bytes of each kind, in the order of ContentKind. Fails with invalid where the bytes are no pack of this version.
using PackedShelves = std::array<ByteView, kContentKinds>;
[[nodiscard]] Result<PackedShelves> open_pack(ByteView bytes);

// Shows the pieces of one kind one by one, by id, each for as long as the visit lasts; false ends it early. Fails as
// unpack, after what could be read was shown.
[[nodiscard]] Result<void> visit_shelf(ContentKind kind, ByteView shelf,
                                       const std::function<bool(const Content&)>& visit);

// The pieces of one kind, by id. Fails with invalid where the bytes are cut short or go on, hold an id twice or ids out
// of order, an unknown word, or a number out of range.
[[nodiscard]] Result<std::vector<Content>> unpack(ContentKind kind, ByteView shelf);

}  // namespace kindling
