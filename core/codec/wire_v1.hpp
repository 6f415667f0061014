// The bytes of an operation's payload, version 1: what is sealed in the log, in backups and, later, in segments.
// Pure; any thread.
#pragma once

#include <optional>

#include "core/base/bytes.hpp"
#include "core/sync/operation.hpp"

namespace kindling {

[[nodiscard]] Bytes encode_payload(const Payload& payload);
// Nothing for bytes that are no payload of version 1, or over kOperationLimit.
[[nodiscard]] std::optional<Payload> decode_payload(ByteView bytes);

// A whole operation with its place and stamp, as a backup holds it.
[[nodiscard]] Bytes encode_operation(const Operation& operation, ByteView encoded_payload);
struct DecodedOperation {
  Operation operation;  // without its payload
  Bytes payload;        // encoded; kept even where this version can't read it
};
[[nodiscard]] std::optional<DecodedOperation> decode_operation(ByteView bytes);

}  // namespace kindling
