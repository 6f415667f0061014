// What lies inside a segment, version 1: who introduces the stream, how far its writer had seen the others, and a run
// of operations. Compact: ids stand once, numbers are differences. Payloads are carried byte for byte, so that what a
// newer version wrote passes through untouched. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "core/codec/wire_v1.hpp"
#include "core/crypto/device_keys.hpp"

namespace kindling {

// How far somebody had a stream: its last operation there and the hash of the segment that ends with it.
struct Head {
  Uuid stream{};
  std::uint64_t seq = 0;
  Hash hash{};
  friend auto operator<=>(const Head&, const Head&) = default;
};

struct SegmentBody {
  Bytes introduction;  // of a stream that nobody has announced; else empty
  std::vector<Head> heads;
  std::vector<DecodedOperation> operations;  // consecutive, of one stream
};

inline constexpr std::size_t kMostHeads = 256;
inline constexpr std::size_t kMostOperations = 256;          // in one segment
inline constexpr std::size_t kSegmentLimit = 1024 * 1024;    // bytes of one segment
inline constexpr std::size_t kIntroductionLimit = 4 * 1024;  // bytes

// REQUIRES: the operations are of one stream with consecutive seq.
[[nodiscard]] Bytes encode_segment_body(const SegmentBody& body);
// The body of a segment of `stream` whose operations begin with seq `first`. Nothing for bytes that are none.
[[nodiscard]] std::optional<SegmentBody> decode_segment_body(ByteView bytes, const Uuid& stream, std::uint64_t first);

}  // namespace kindling
