// A space: one database file with its log, its tables and its place in the order of changes. Every change is an act:
// one transaction, one verb, a handful of operations, each written to the log and to the tables at once. Belongs to one
// thread; several processes may have the same file open.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/progress.hpp"
#include "core/domain/entity.hpp"
#include "core/domain/verb.hpp"
#include "core/ports/clock.hpp"
#include "core/ports/random.hpp"
#include "core/storage/operation_log.hpp"
#include "core/storage/sealed_value.hpp"
#include "core/storage/segment_log.hpp"
#include "core/storage/sqlite.hpp"
#include "core/storage/tables.hpp"

namespace kindling {

class Space;

// Writes the operations of one act. Lives within Space::transact. Services write each cell at most once in an act.
class Writer {
 public:
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // The tables as this act sees them: read what a change depends on here, inside the transaction.
  [[nodiscard]] Tables& tables() noexcept;

  // Nothing is written where the cell says the same already.
  void set(EntityKind kind, const Uuid& id, FieldNumber field, const FieldValue& value);
  void append(EntityKind kind, const Uuid& id, std::vector<std::pair<FieldNumber, FieldValue>> fields);
  void set_alive(EntityKind kind, const Uuid& id, bool alive);
  void add_element(EntityKind kind, const Uuid& id, FieldNumber field, ByteView key, const FieldValue& value = {});
  void remove_element(EntityKind kind, const Uuid& id, FieldNumber field, ByteView key);
  void add_count(EntityKind kind, const Uuid& id, FieldNumber field, std::int64_t delta);
  // Something about the space itself (sync/control.hpp), as it was written.
  Operation control(FieldNumber field, std::string bytes);

  [[nodiscard]] Instant now() const noexcept { return now_; }
  [[nodiscard]] Uuid new_id();

 private:
  friend class Space;
  Writer(Space& space, Verb verb, Instant now) : space_(space), verb_(verb), now_(now) {}

  Operation write(OperationKind kind, EntityKind entity_kind, const Uuid& entity, FieldNumber field, Payload payload,
                  const std::optional<CellState>& before);

  Space& space_;
  Verb verb_;
  Instant now_;
  std::uint64_t next_seq_ = 0;
  std::uint64_t action_ = 0;
  std::uint64_t undoes_ = 0;
  HybridClock clock_;
  std::vector<EntityRef> touched_;  // in the order of their first operation
  std::set<EntityRef> touched_before_;
};

class Space {
 public:
  struct Options {
    std::string path;
    SpaceKind kind = SpaceKind::self;
    std::string vfs = {};
    bool must_exist = false;
    bool durable = true;  // see Database::Options
  };

  // Opens or makes the file, migrates it, and checks that `home_key` is the one it was sealed with. The ports must
  // outlive it.
  [[nodiscard]] static Result<std::unique_ptr<Space>> open(const Options& options, const SecretKey& home_key,
                                                           const Clock& clock, Random& random);

  Space(const Space&) = delete;
  Space& operator=(const Space&) = delete;
  ~Space();

  // Runs `body` in a transaction that waits for its turn among processes. Durable once it returns; where `body` or the
  // disk fails nothing is changed.
  [[nodiscard]] Result<Changes> transact(Verb verb, const std::function<Result<void>(Writer&)>& body);

  // Read through these; check status() after the last read of a question.
  [[nodiscard]] Tables& tables() noexcept { return *tables_; }
  [[nodiscard]] OperationLog& log() noexcept { return *log_; }
  [[nodiscard]] Database& database() noexcept { return *database_; }
  // The first failure of reading since the last call.
  [[nodiscard]] Result<void> take_status() { return database_->take_status(); }

  // Whether another connection, of this process or another, has written since the last call. The first one may
  // be wrong to say so.
  [[nodiscard]] bool changed_elsewhere();

  // From now on stamps of this space lie above those that `other` has given too: acts of both then have one order on
  // this device, also within a millisecond or where the clock stands. `other` must live as long as this is used.
  void come_after(Space& other) noexcept { beside_ = &other; }

  // The newest act of this device that undo would take back.
  [[nodiscard]] std::optional<Act> last_undoable();
  // Takes an act back by new operations: what others changed since stays as they left it.
  [[nodiscard]] Result<Changes> undo(const Act& act);

  struct Rebuilt {
    std::uint64_t operations = 0;
    std::uint64_t broken = 0;  // operations whose seal doesn't open; the log keeps them
    bool equal = false;        // whether the tables said the same before
  };
  // Makes the tables anew from the log, in one transaction. With broken operations nothing is changed.
  [[nodiscard]] Result<Rebuilt> rebuild(const Progress& progress = {});

  // Replaces everything by these operations, in one transaction, and starts a new stream: a restored device isn't the
  // old one. `next` gives one operation after the other, and nothing at the end. `restore`, where it isn't nil, names
  // this replacement: where the space has had the same one already nothing is changed, so that one that was cut off
  // between two spaces can be done again without harm to what was written since.
  using OperationSource = std::function<std::optional<LoggedOperation>()>;
  [[nodiscard]] Result<std::uint64_t> replace_with(const Uuid& space_id, const OperationSource& next,
                                                   const Uuid& restore = {});

  // Private things whose shared twin in the other space is still to be brought in step. `await_share` belongs into an
  // act.
  void await_share(const Uuid& entity);
  [[nodiscard]] std::vector<Uuid> awaiting_share();
  [[nodiscard]] Result<void> share_is_done(const Uuid& entity);

  // A line that this device keeps for itself, sealed and never synced, by its name. set_note belongs into a
  // transaction.
  [[nodiscard]] std::optional<std::string> note(std::string_view name);
  void set_note(std::string_view name, std::string_view text);

  // --- What comes from other devices; used by SharedLog alone. These REQUIRE an open Transaction.
  // What the space exchanges with others.
  [[nodiscard]] SegmentLog& segments() noexcept { return *segments_; }
  // Brings in an operation of another stream. One that is there already changes nothing.
  void take_in(const DecodedOperation& operation);
  // The clock takes note of what others stamped.
  void follow(Stamp peer);
  // Another process of this home may have begun another stream.
  void reread_stream();
  // Operations are written under another stream from now on.
  void begin_stream(const Uuid& stream);
  // It is the space of that id from now on; what is in it stays.
  void adopt(const Uuid& space_id);
  // All that was done here, by whomever, counts as done by one new stream, which goes on.
  void gather_streams(const Uuid& to);
  // What the log says by now, after operations changed their stream.
  void rebuild_tables();

  [[nodiscard]] Uuid id() const noexcept { return id_; }
  [[nodiscard]] Uuid stream() const noexcept { return stream_; }
  [[nodiscard]] SpaceKind kind() const noexcept { return kind_; }

 private:
  friend class Writer;
  Space(std::unique_ptr<Database> database, SpaceKind kind, const SecretKey& key, const Clock& clock, Random& random);

  [[nodiscard]] Result<void> initialise();
  [[nodiscard]] Result<void> read_identity();
  void write_identity(const Uuid& space_id, const Uuid& stream);
  [[nodiscard]] FieldValue meta(std::string_view key);
  [[nodiscard]] Stamp last_stamp();
  void set_meta(std::string_view key, const FieldValue& value);
  void begin(Writer& writer);
  [[nodiscard]] Result<void> take_back(Writer& writer, const Act& act);
  [[nodiscard]] std::optional<OperationRef> true_writer(OperationRef writer);
  void invert(Writer& writer, const LoggedOperation& logged);

  std::unique_ptr<Database> database_;
  SpaceKind kind_;
  ValueSealer sealer_;
  const Clock& clock_;
  Random& random_;
  std::unique_ptr<OperationLog> log_;
  std::unique_ptr<Tables> tables_;
  std::unique_ptr<SegmentLog> segments_;
  Uuid id_{};
  Uuid stream_{};
  Space* beside_ = nullptr;
  std::int64_t seen_version_ = 0;
};

}  // namespace kindling
