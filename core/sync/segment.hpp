// A segment: up to 256 consecutive operations of one stream, sealed for the members of a space and signed by the device
// that wrote them. It names the hash of the segment before it, so that a stream is a chain which nobody but its writer
// can lengthen, and nobody can thin out or put in another order unnoticed. Its own header says what it is; the name of
// the file that holds it is a hint only. Pure; any thread.
//
//   magic "KSG" | suite | space 16 | stream 16 | epoch 8 | first 8 | count 2 | previous 32 | nonce 24 | commitment 32
//   | ciphertext, padded by Padmé | signature 64                                              (numbers little-endian)
//
// The key of a segment is BLAKE2b-256, keyed by the epoch's key, of "seg/v1", space, stream, first and nonce. The AEAD
// (XChaCha20-Poly1305 with the header as associated data) doesn't commit to its key, so the header holds a commitment.
// Padmé: Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs" (2019).
#pragma once

#include <optional>

#include "core/codec/segment_v1.hpp"

namespace kindling {

struct SegmentHeader {
  Uuid space{};
  Uuid stream{};
  std::uint64_t epoch = 0;
  std::uint64_t first = 0;  // seq of the first operation, from 1
  std::uint16_t count = 0;  // of operations, from 1
  Hash previous{};          // of the segment before; zero for the first of a stream
  friend bool operator==(const SegmentHeader&, const SegmentHeader&) = default;

  [[nodiscard]] std::uint64_t end() const noexcept { return first + count; }  // the seq after its last
};

// REQUIRES: body.operations are those that the header says, and fit into kSegmentLimit.
[[nodiscard]] Bytes seal_segment(const SegmentHeader& header, const SegmentBody& body, const SecretKey& epoch_key,
                                 const DeviceKeys& writer, Random& random);

// The header of bytes that could be a segment, nothing vouched for. Nothing for anything else.
[[nodiscard]] std::optional<SegmentHeader> read_segment_header(ByteView segment);

// Opens the seal, without looking at the signature yet: a stream may introduce itself inside. Nothing where the key is
// another one, a bit was changed, or the inside isn't what the header says.
[[nodiscard]] std::optional<SegmentBody> open_segment(ByteView segment, const SecretKey& epoch_key);

// Whether the holder of `sign` wrote it. Nothing inside counts before this was asked.
[[nodiscard]] bool is_segment_of(ByteView segment, const PublicKey& sign);

[[nodiscard]] Hash segment_hash(ByteView segment);

// The length to which Padmé pads: at most 12 % more, and few different ones.
[[nodiscard]] std::size_t padded_length(std::size_t length) noexcept;

}  // namespace kindling
