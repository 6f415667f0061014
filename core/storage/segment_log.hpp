// What a space exchanges with others, as it lies on disk: segments byte for byte, the members of the space, the keys of
// its epochs. Belongs to one thread, like its Database; every call that writes REQUIRES an open Transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/storage/sealed_value.hpp"
#include "core/storage/sqlite.hpp"
#include "core/sync/hybrid_clock.hpp"
#include "core/sync/segment.hpp"

namespace kindling {

enum class SegmentState : std::uint8_t { unseen = 0, seen = 1, packed = 2 };

// A segment's place, without its bytes.
struct KeptSegment {
  Hash hash{};
  Uuid label{};   // whose operations they count as; `stream` but in a branch of a stream that forked
  Uuid stream{};  // as its header says
  std::uint64_t first = 0;
  std::uint64_t count = 0;
  Hash previous{};
  SegmentState state = SegmentState::unseen;

  [[nodiscard]] std::uint64_t last() const noexcept { return first + count - 1; }
};

// A device of the space.
struct Member {
  Uuid stream{};
  Uuid person{};
  PublicKeys keys = {};
  std::string person_name = {}, device_name = {};
  std::optional<std::uint64_t> closed = {};  // the last seq of its stream that counts
};

struct Epoch {
  std::uint64_t id = 0;
  Version since;
  SecretKey key;
};

class SegmentLog {
 public:
  SegmentLog(Database& database, const ValueSealer& sealer) : database_(database), sealer_(sealer) {}

  [[nodiscard]] std::optional<KeptSegment> find(const Hash& hash);
  // The one that follows `previous` under this label; the first of all where `previous` is zero.
  [[nodiscard]] std::optional<KeptSegment> successor(const Uuid& label, const Hash& previous);
  [[nodiscard]] std::optional<KeptSegment> last(const Uuid& label);
  // Everything that says it is of this stream, by first; all streams where there is none.
  [[nodiscard]] std::vector<KeptSegment> all(const std::optional<Uuid>& stream = std::nullopt);
  // How far each label goes.
  [[nodiscard]] std::vector<Head> heads();
  [[nodiscard]] std::optional<Bytes> bytes(const Hash& hash);
  [[nodiscard]] std::uint64_t count_unseen(const Uuid& stream);

  void keep(const KeptSegment& segment, ByteView bytes);
  void set_state(const Hash& hash, SegmentState state);
  // From `first` on, what counted as `label` counts as `to`.
  void relabel(const Uuid& label, std::uint64_t first, const Uuid& to);

  [[nodiscard]] std::vector<Member> members();
  [[nodiscard]] std::optional<Member> member(const Uuid& stream);
  // One that is known keeps its keys: whoever could give a stream other keys could speak for it.
  void keep_member(const Member& member);
  void close_member(const Uuid& stream, std::uint64_t last_seq);

  [[nodiscard]] std::optional<SecretKey> key_of(std::uint64_t epoch);
  // What is sealed under now. Nothing before there is any.
  [[nodiscard]] std::optional<Epoch> current_epoch();
  [[nodiscard]] std::vector<Epoch> epochs();
  void keep_epoch(const Epoch& epoch);

  // Packs on the store whose segments are all here, whoever made them.
  struct Pack {
    std::string path;
    std::uint64_t first = 0, last = 0;
  };
  [[nodiscard]] std::vector<Pack> packs();
  void keep_pack(const Pack& pack);

  // Nothing is exchanged with anybody any more, or everything with others.
  void clear();

 private:
  [[nodiscard]] KeptSegment read_segment(Query& row) const;
  [[nodiscard]] std::optional<Epoch> read_epoch(Query& row) const;

  Database& database_;
  const ValueSealer& sealer_;
};

}  // namespace kindling
