// The log of a space: what was done, in which order, by which stream. Only ever added to. Belongs to one thread, like
// its Database; every call that writes REQUIRES an open Transaction.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/storage/sealed_value.hpp"
#include "core/storage/sqlite.hpp"
#include "core/sync/operation.hpp"

namespace kindling {

// An operation as the log holds it: the payload may be of a newer version and then can't be read, only passed on.
struct LoggedOperation {
  Operation operation;  // payload filled in where `readable`
  Bytes encoded_payload;
  bool readable = false;
};

// The first operation of an act, which names it.
struct Act {
  OperationRef ref;  // seq is the act's `action`
  Stamp stamp;
  Verb verb = Verb::undo;
  EntityKind entity_kind = EntityKind::reminder;
  Uuid entity{};
  std::uint64_t undoes = 0;
  bool undone = false;
};

class OperationLog {
 public:
  OperationLog(Database& database, const ValueSealer& sealer) : database_(database), sealer_(sealer) {}

  // The number of a stream in this file, made where it is new.
  [[nodiscard]] std::int64_t number_of(const Uuid& stream);
  // To be called when a transaction begins.
  void forget_numbers() noexcept { last_number_.reset(); }
  [[nodiscard]] std::uint64_t last_seq(std::int64_t stream_number);

  // Adds an operation with its payload already encoded. One that is there already is left alone; false then.
  bool append(const Operation& operation, ByteView encoded_payload);

  // Nothing where there is none, or where its seal is broken.
  [[nodiscard]] std::optional<LoggedOperation> find(const OperationRef& ref);
  // The operations of one act, ascending.
  [[nodiscard]] std::vector<LoggedOperation> operations_of(const OperationRef& act);
  // Whether the entity has operations of other acts than this one, at or below its seq, or of another stream.
  [[nodiscard]] bool existed_before(const Uuid& entity, const OperationRef& act);

  // How often the entity was changed, and when last, whichever device did it: what a calendar calls SEQUENCE and
  // LAST-MODIFIED. Acts that touched nothing but the set fields `apart` don't count. Equal logs give equal answers.
  struct Trace {
    std::uint64_t acts = 0;
    std::int64_t last_ms = 0;  // since 1970
  };
  [[nodiscard]] Trace trace(const Uuid& entity, std::span<const FieldNumber> apart);

  // What people did (is_undoable), newest first.
  [[nodiscard]] std::vector<Act> acts(std::size_t limit);
  // The newest act of that stream that can be undone and wasn't.
  [[nodiscard]] std::optional<Act> last_undoable(const Uuid& stream);

  // Consecutive operations of a stream from `first` on, at most `most`; fewer where one is missing or its seal is
  // broken.
  [[nodiscard]] std::vector<LoggedOperation> run(const Uuid& stream, std::uint64_t first, std::size_t most);
  // The least seq of the stream that isn't below `from`. Nothing where there is none.
  [[nodiscard]] std::optional<std::uint64_t> first_seq(const Uuid& stream, std::uint64_t from);
  // From `first` on, what `stream` did counts as done by `to`, under the same seqs. The tables have to be rebuilt
  // after.
  void relabel(const Uuid& stream, std::uint64_t first, const Uuid& to);

  // Whether anything was done by another stream than this one.
  [[nodiscard]] bool has_other_streams(const Uuid& stream);
  // All operations in the order of their stamps, under one stream from seq 1 on; what they say of each other follows.
  // The tables have to be rebuilt after.
  void gather(const Uuid& to);
  // What the stream did after that seq is taken out of the log; whether there was any. The tables have to be rebuilt
  // then.
  bool drop_after(const Uuid& stream, std::uint64_t seq);

  // All operations, stream by stream in the order of their writing. `broken` counts those whose seal doesn't open; they
  // are not visited. Visiting stops when `visit` returns false.
  struct Walk {
    std::uint64_t visited = 0;
    std::uint64_t broken = 0;
  };
  Walk for_each(const std::function<bool(const LoggedOperation&)>& visit);

  [[nodiscard]] std::uint64_t count();

 private:
  [[nodiscard]] std::optional<LoggedOperation> read_row(Query& row);
  [[nodiscard]] Act read_act(Query& row) const;

  Database& database_;
  const ValueSealer& sealer_;
  // The stream asked for last; forgotten when an act begins, since a rollback may take a new stream back.
  std::optional<std::pair<Uuid, std::int64_t>> last_number_;
};

}  // namespace kindling
