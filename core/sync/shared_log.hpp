// The log of a space as its members share it: seals what this device did into segments, takes in those of others, and
// keeps the streams in order. Whatever arrives, in whatever order and however often, devices that have the same
// segments have the same log. Belongs to one thread, like its Space; other processes may use the same home.
//
// A stream is a chain of segments. Where two segments follow the same one, the stream forked: a home was copied, or a
// device brought back an older state of itself. Nothing is lost then and nothing stops: the segment with the smaller
// hash goes on as that stream, the other one and what follows it count as a stream of their own whose id comes from its
// hash, so that everybody who sees both comes to the same streams. A device that finds its own stream going on without
// it begins another one, for which its old keys vouch.
#pragma once

#include <functional>

#include "core/storage/space.hpp"
#include "core/sync/control.hpp"
#include "core/sync/device_key_file.hpp"
#include "core/sync/grant.hpp"

namespace kindling {

class SharedLog {
 public:
  // All of them must outlive it.
  SharedLog(Space& space, DeviceKeyFile& keys, Random& random) : space_(space), keys_(keys), random_(random) {}

  // Begins to share a space that nobody else has: a key for it, and this device as its first member. One that is shared
  // already is left as it is.
  [[nodiscard]] Result<void> found(const Member& names);

  [[nodiscard]] Grant grant();
  // What has to be done before this device names its stream to anybody: all that is in a space that nobody shares is of
  // one stream then. Gives that stream.
  [[nodiscard]] Result<Uuid> prepare();
  // Makes this space, which nobody else has, the one of `grant`; what is in it stays and is shared from now on. The
  // grant's members include this device. REQUIRES: prepare() was called.
  [[nodiscard]] Result<void> join(const Grant& grant);

  // Nothing is exchanged from now on: the space gets another id, and what everybody did in it stays as this device's
  // own.
  [[nodiscard]] Result<void> leave();

  // Whether this device has the keys of the stream.
  [[nodiscard]] bool writes(const Uuid& stream);

  // Seals what this device did since its last segment, each segment on disk before it is anywhere else. How many were
  // made. Fails with not_found where this device has no keys for its stream (a restored home): it has to be linked.
  [[nodiscard]] Result<int> seal_new();

  enum class Taken {
    applied,
    known,    // it was here already
    waits,    // for the segment before it
    foreign,  // of a stream or under a key that isn't known (yet)
    closed,   // of a device whose word no longer counts
    damaged   // it is no segment of whom it says
  };
  struct TakenIn {
    Taken taken = Taken::damaged;
    bool forked = false;  // it showed that a stream went on in two ways
  };
  // A segment from the store; nobody vouches for it. One transaction.
  [[nodiscard]] Result<TakenIn> take_in(ByteView segment);

  // Adds a device: from now on it is a member for everybody who reads this.
  [[nodiscard]] Result<void> admit(const Member& member);
  // Nothing counts any more that this stream did after what is here, and a new key is used that it doesn't get.
  [[nodiscard]] Result<void> revoke(const Uuid& stream);

 private:
  struct Opened {
    SegmentHeader header;
    SegmentBody body;
    Hash hash{};
    std::optional<Member> introduced;
  };
  [[nodiscard]] Result<Taken> open(ByteView segment, Opened& opened);
  [[nodiscard]] Result<void> gather();
  [[nodiscard]] Result<bool> seal_one(const DeviceKeyFile::Entry& own);
  [[nodiscard]] std::optional<Epoch> epoch_before(Stamp first);
  [[nodiscard]] std::optional<Member> introduced_by(const SegmentHeader& header, const SegmentBody& body);
  [[nodiscard]] Result<Bytes> introduction_of(const DeviceKeyFile::Entry& own);
  [[nodiscard]] Result<TakenIn> keep(Opened& opened, ByteView bytes);
  void give_way(const Uuid& label, const KeptSegment& branch);
  // Whether the tables have to be made anew.
  [[nodiscard]] bool apply_control(const Operation& operation);
  [[nodiscard]] bool close(const MemberClosed& closed);
  [[nodiscard]] Result<void> tell(const std::vector<Control>& controls);

  Space& space_;
  DeviceKeyFile& keys_;
  Random& random_;
};

}  // namespace kindling
