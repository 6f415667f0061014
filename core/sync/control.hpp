// What devices tell each other about the space itself, as operations of kind CONTROL: who is a member, which key is
// used from now on, whose word no longer counts. The field of such an operation says which of these it is; field 0
// marks an undo that had nothing left to do. Pure; any thread.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "core/storage/segment_log.hpp"
#include "core/sync/operation.hpp"

namespace kindling {

// A device joined.
struct MemberJoined {
  Member member;
};
// A new key is used from here on; wrapped for each device that may have it.
struct EpochBegan {
  std::uint64_t id = 0;
  std::vector<std::pair<Uuid, Bytes>> wrapped;  // stream and what seal_for made
};
// Nothing of this stream counts after that seq.
struct MemberClosed {
  Uuid stream{};
  std::uint64_t last_seq = 0;
};
using Control = std::variant<MemberJoined, EpochBegan, MemberClosed>;

// The field that names the kind of control, and its content.
struct ControlText {
  FieldNumber field = 0;
  std::string bytes;
};
[[nodiscard]] ControlText encode_control(const Control& control);
// Nothing for what isn't one, or one of a newer version.
[[nodiscard]] std::optional<Control> decode_control(const Operation& operation);

// --- Introductions: a stream that follows another one of the same device, because that went on elsewhere (a restored
// or copied home). The forerunner's keys vouch for it.
struct Introduction {
  Uuid forerunner{};
  Member member;  // closed is not part of it
};
[[nodiscard]] Bytes encode_introduction(const Introduction& introduction, const DeviceKeys& forerunner);
// Nothing where the signature isn't that of the holder of `forerunner_sign`.
[[nodiscard]] std::optional<Introduction> read_introduction(ByteView bytes);
[[nodiscard]] bool is_vouched_for(ByteView introduction, const PublicKey& forerunner_sign);

}  // namespace kindling
