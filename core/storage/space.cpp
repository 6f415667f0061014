#include "core/storage/space.hpp"

#include <algorithm>
#include <utility>

#include "core/codec/wire_v1.hpp"
#include "core/storage/migrations.hpp"

namespace kindling {
namespace {

// Which entities and fields this version knows; a file that a smaller version wrote last is rebuilt once, so that
// operations that it kept without understanding them take effect.
constexpr std::int64_t kKnownFields = 1;

constexpr std::string_view kKeyCheck = "kindling";
const std::string kMeta = "meta";

std::string_view label_of(SpaceKind kind) {
  return kind == SpaceKind::self ? "kindling/at-rest/self" : "kindling/at-rest/couple";
}

Uuid random_uuid(Random& random) {
  Uuid uuid{};
  random.fill(uuid);
  return uuid;
}

// Where everything is written anew: room for it in memory, and no zeroing of pages that are filled again at once. Ends
// after the transaction, however that ends.
class RebuildPragmas {
 public:
  explicit RebuildPragmas(Database& database) : database_(database) {
    database_.execute("PRAGMA cache_size=-65536; PRAGMA secure_delete=FAST");
  }
  RebuildPragmas(const RebuildPragmas&) = delete;
  RebuildPragmas& operator=(const RebuildPragmas&) = delete;
  ~RebuildPragmas() { database_.execute("PRAGMA cache_size=-2000; PRAGMA secure_delete=ON"); }

 private:
  Database& database_;
};

}  // namespace

Tables& Writer::tables() noexcept { return space_.tables(); }

Uuid Writer::new_id() { return make_uuid_v7(now_, space_.random_); }

Operation Writer::write(OperationKind kind, EntityKind entity_kind, const Uuid& entity, FieldNumber field,
                        Payload payload, const std::optional<CellState>& before) {
  Operation operation;
  operation.ref = {space_.stream_, next_seq_++};
  if (action_ == 0) action_ = operation.ref.seq;
  // "I saw it and changed it" wins, even over a clock set to 2099.
  operation.stamp = clock_.tick(now_);
  if (before) operation.stamp = std::max(operation.stamp, before->version.stamp.next());
  operation.kind = kind;
  operation.entity_kind = entity_kind;
  operation.entity = entity;
  operation.field = field;
  operation.action = action_;
  operation.verb = verb_;
  operation.undoes = undoes_;
  if (before && before->writer.seq != 0) payload.replaced = before->writer;
  operation.payload = std::move(payload);
  space_.log_->append(operation, encode_payload(operation.payload));
  space_.tables_->apply(operation);
  const EntityRef ref{space_.kind_, entity_kind, entity};
  if (touched_before_.insert(ref).second) touched_.push_back(ref);
  return operation;
}

void Writer::set(EntityKind kind, const Uuid& id, FieldNumber field, const FieldValue& value) {
  const auto before = tables().cell(id, field);
  if (before ? before->value == value : std::holds_alternative<std::monostate>(value)) return;
  Payload payload;
  payload.value = value;
  write(OperationKind::set, kind, id, field, std::move(payload), before);
}

void Writer::append(EntityKind kind, const Uuid& id, std::vector<std::pair<FieldNumber, FieldValue>> fields) {
  Payload payload;
  payload.fields = std::move(fields);
  write(OperationKind::append, kind, id, 0, std::move(payload), std::nullopt);
}

void Writer::set_alive(EntityKind kind, const Uuid& id, bool alive) {
  const auto before = tables().life(id);
  if (before && before->present == alive) return;
  Payload payload;
  payload.present = alive;
  write(OperationKind::alive, kind, id, 0, std::move(payload), before);
}

void Writer::add_element(EntityKind kind, const Uuid& id, FieldNumber field, ByteView key, const FieldValue& value) {
  const auto before = tables().element(id, field, key);
  if (before && before->present && before->value == value) return;
  Payload payload;
  payload.element.assign(key.begin(), key.end());
  payload.value = value;
  write(OperationKind::set_add, kind, id, field, std::move(payload), before);
}

void Writer::remove_element(EntityKind kind, const Uuid& id, FieldNumber field, ByteView key) {
  const auto before = tables().element(id, field, key);
  if (!before || !before->present) return;
  Payload payload;
  payload.element.assign(key.begin(), key.end());
  payload.present = false;
  write(OperationKind::set_add, kind, id, field, std::move(payload), before);
}

void Writer::add_count(EntityKind kind, const Uuid& id, FieldNumber field, std::int64_t delta) {
  Payload payload;
  payload.value = delta;
  write(OperationKind::count_add, kind, id, field, std::move(payload), std::nullopt);
}

Operation Writer::control(FieldNumber field, std::string bytes) {
  Payload payload;
  payload.value = std::move(bytes);
  return write(OperationKind::control, EntityKind::space, space_.id(), field, std::move(payload), std::nullopt);
}

Space::Space(std::unique_ptr<Database> database, SpaceKind kind, const SecretKey& key, const Clock& clock,
             Random& random)
    : database_(std::move(database)),
      kind_(kind),
      sealer_(key, random),
      clock_(clock),
      random_(random),
      log_(std::make_unique<OperationLog>(*database_, sealer_)),
      tables_(std::make_unique<Tables>(*database_, sealer_, *log_)),
      segments_(std::make_unique<SegmentLog>(*database_, sealer_)) {}

Space::~Space() = default;

Result<std::unique_ptr<Space>> Space::open(const Options& options, const SecretKey& home_key, const Clock& clock,
                                           Random& random) {
  auto database =
      Database::open(options.path, {.vfs = options.vfs, .must_exist = options.must_exist, .durable = options.durable});
  if (!database) return database.error();
  if (auto migrated = migrate(**database); !migrated) return migrated.error();
  std::unique_ptr<Space> space(
      new Space(std::move(*database), options.kind, home_key.derive(label_of(options.kind)), clock, random));
  if (auto ready = space->initialise(); !ready) return ready.error();
  return space;
}

FieldValue Space::meta(std::string_view key) {
  Query query = database_->query("SELECT value FROM meta WHERE key = ?1");
  query.bind(1, key);
  if (!query.step()) return {};
  if (query.type(0) == Query::Type::integer) return query.integer(0);
  return std::string(query.text(0));
}

void Space::set_meta(std::string_view key, const FieldValue& value) {
  Query query = database_->query("INSERT OR REPLACE INTO meta(key, value) VALUES (?1, ?2)");
  query.bind(1, key);
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    query.bind(2, *number);
  } else {
    query.bind(2, bytes_of(std::get<std::string>(value)));
  }
  query.run();
}

std::optional<std::string> Space::note(std::string_view name) {
  const std::string key = "note." + std::string(name);
  const FieldValue sealed = meta(key);
  const auto* bytes = std::get_if<std::string>(&sealed);
  if (bytes == nullptr) return std::nullopt;
  const auto plain = sealer_.open({kMeta, bytes_of(key)}, bytes_of(*bytes));
  if (!plain) return std::nullopt;
  return std::string(text_of(*plain));
}

void Space::set_note(std::string_view name, std::string_view text) {
  const std::string key = "note." + std::string(name);
  set_meta(key, std::string(text_of(sealer_.seal({kMeta, bytes_of(key)}, bytes_of(text)))));
}

void Space::write_identity(const Uuid& space_id, const Uuid& stream) {
  const Bytes check = sealer_.seal({kMeta, bytes_of("key_check")}, bytes_of(kKeyCheck));
  set_meta("space", std::string(text_of(space_id)));
  set_meta("stream", std::string(text_of(stream)));
  set_meta("key_check", std::string(text_of(check)));
  set_meta("known_fields", kKnownFields);
  (void)log_->number_of(stream);  // made now, so that reading never has to
}

Result<void> Space::read_identity() {
  const FieldValue check = meta("key_check");
  const FieldValue space = meta("space");
  const FieldValue stream = meta("stream");
  if (auto status = database_->take_status(); !status) return status;
  const auto* check_text = std::get_if<std::string>(&check);
  const auto* space_text = std::get_if<std::string>(&space);
  const auto* stream_text = std::get_if<std::string>(&stream);
  if (check_text == nullptr || space_text == nullptr || stream_text == nullptr || space_text->size() != id_.size() ||
      stream_text->size() != stream_.size()) {
    return failed("the data file is damaged; it was left as it is: move it away and restore a backup");
  }
  if (!sealer_.open({kMeta, bytes_of("key_check")}, bytes_of(*check_text))) {
    return failed("the key of this home doesn't fit its data; put the right key file back or restore a backup");
  }
  std::copy(space_text->begin(), space_text->end(), id_.begin());
  std::copy(stream_text->begin(), stream_text->end(), stream_.begin());
  return {};
}

Result<void> Space::initialise() {
  if (std::holds_alternative<std::monostate>(meta("space")) && !database_->is_read_only()) {
    Transaction transaction(*database_);
    if (std::holds_alternative<std::monostate>(meta("space")))
      write_identity(random_uuid(random_), random_uuid(random_));
    if (auto done = transaction.commit(); !done) return done;
  }
  if (auto read = read_identity(); !read) return read;
  const FieldValue known = meta("known_fields");
  const auto* number = std::get_if<std::int64_t>(&known);
  if ((number == nullptr || *number < kKnownFields) && !database_->is_read_only()) {
    if (auto rebuilt = rebuild(); !rebuilt) return rebuilt.error();
  }
  return database_->take_status();
}

Stamp Space::last_stamp() {
  const FieldValue ms = meta("clock_ms");
  const FieldValue counter = meta("clock_counter");
  Stamp last;
  if (const auto* number = std::get_if<std::int64_t>(&ms)) last.ms = *number;
  if (const auto* number = std::get_if<std::int64_t>(&counter)) last.counter = static_cast<std::uint16_t>(*number);
  return last;
}

void Space::begin(Writer& writer) {
  reread_stream();
  Stamp last = last_stamp();
  if (beside_ != nullptr) last = std::max(last, beside_->last_stamp());
  writer.clock_ = HybridClock(last);
  writer.next_seq_ = log_->last_seq(log_->number_of(stream_)) + 1;
}

Result<Changes> Space::transact(Verb verb, const std::function<Result<void>(Writer&)>& body) {
  if (database_->is_read_only())
    return failed("this home can't be written; check its permissions or choose another with --home");
  Writer writer(*this, verb, clock_.now());
  Transaction transaction(*database_);
  begin(writer);
  if (auto done = body(writer); !done) {
    // A failing disk explains more than what it made of the answer.
    if (auto status = database_->take_status(); !status) return status.error();
    return done.error();
  }
  if (writer.action_ != 0) {
    set_meta("clock_ms", writer.clock_.last().ms);
    set_meta("clock_counter", std::int64_t{writer.clock_.last().counter});
  }
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return Changes{std::move(writer.touched_)};
}

bool Space::changed_elsewhere() {
  // SQLite counts what other connections commit. A failure is left to whoever reads next.
  Query version = database_->query("PRAGMA data_version");
  return version.step() && version.integer(0) != std::exchange(seen_version_, version.integer(0));
}

std::optional<Act> Space::last_undoable() { return log_->last_undoable(stream_); }

Result<Changes> Space::undo(const Act& act) {
  return transact(Verb::undo, [&](Writer& writer) {
    writer.undoes_ = act.ref.seq;
    return take_back(writer, act);
  });
}

Result<void> Space::take_back(Writer& writer, const Act& act) {
  // Another process may have been faster.
  const auto current = log_->last_undoable(stream_);
  if (!current || current->ref != act.ref)
    return failed("something was changed meanwhile; look at the history and try again");
  std::vector<LoggedOperation> operations = log_->operations_of(act.ref);
  std::set<Uuid> created;
  for (const LoggedOperation& logged : operations) {
    const Uuid& entity = logged.operation.entity;
    // Its shared twin, if it has one, follows: away where it is taken back, back where its removal is.
    if (logged.operation.entity_kind == EntityKind::check_in) await_share(entity);
    if (created.contains(entity) || log_->existed_before(entity, act.ref)) continue;
    created.insert(entity);
    writer.set_alive(logged.operation.entity_kind, entity, false);
  }
  for (auto logged = operations.rbegin(); logged != operations.rend(); ++logged) {
    if (!created.contains(logged->operation.entity)) invert(writer, *logged);
  }
  // Where everything was changed by others since, the mark alone says that it was undone.
  if (writer.action_ == 0) writer.write(OperationKind::control, act.entity_kind, act.entity, 0, {}, std::nullopt);
  return {};
}

// Whose word stands in a cell. An undo puts back what its forerunner had replaced, so the word is that older writer's.
std::optional<OperationRef> Space::true_writer(OperationRef writer) {
  while (true) {
    const auto logged = log_->find(writer);
    if (!logged || logged->operation.verb != Verb::undo) return writer;
    if (!logged->operation.payload.replaced) return std::nullopt;
    const auto undone = log_->find(*logged->operation.payload.replaced);
    if (!undone || !undone->operation.payload.replaced) return std::nullopt;
    writer = *undone->operation.payload.replaced;
  }
}

void Space::invert(Writer& writer, const LoggedOperation& logged) {
  const Operation& done = logged.operation;
  std::optional<LoggedOperation> earlier;
  if (done.payload.replaced) earlier = log_->find(*done.payload.replaced);
  const Payload before = earlier ? earlier->operation.payload : Payload{};
  switch (done.kind) {
    case OperationKind::set: {
      const auto now = tables_->cell(done.entity, done.field);
      if (!now || true_writer(now->writer) != done.ref) return;
      FieldValue value = before.value;
      if (earlier && earlier->operation.kind == OperationKind::append) {
        for (const auto& [field, appended] : before.fields) {
          if (field == done.field) value = appended;
        }
      }
      writer.set(done.entity_kind, done.entity, done.field, value);
      return;
    }
    case OperationKind::alive: {
      const auto now = tables_->life(done.entity);
      if (now && true_writer(now->writer) == done.ref)
        writer.set_alive(done.entity_kind, done.entity, !done.payload.present);
      return;
    }
    case OperationKind::set_add: {
      const auto now = tables_->element(done.entity, done.field, done.payload.element);
      if (!now || true_writer(now->writer) != done.ref) return;
      if (earlier && before.present) {
        writer.add_element(done.entity_kind, done.entity, done.field, done.payload.element, before.value);
      } else {
        writer.remove_element(done.entity_kind, done.entity, done.field, done.payload.element);
      }
      return;
    }
    case OperationKind::count_add:
      if (const auto* delta = std::get_if<std::int64_t>(&done.payload.value)) {
        writer.add_count(done.entity_kind, done.entity, done.field, -*delta);
      }
      return;
    case OperationKind::append:
    case OperationKind::commit:
    case OperationKind::reveal:
    case OperationKind::psi:
    case OperationKind::control: return;
  }
}

Result<Space::Rebuilt> Space::rebuild(const Progress& progress) {
  Rebuilt rebuilt;
  const RebuildPragmas pragmas(*database_);
  Transaction transaction(*database_);
  log_->forget_numbers();
  const auto before = tables_->digest();
  tables_->clear();
  const std::uint64_t total = progress ? log_->count() : 0;
  std::uint64_t done = 0;
  const auto walk = log_->for_each([&](const LoggedOperation& logged) {
    if (logged.readable) tables_->apply(logged.operation);
    if (progress && ++done % 1024 == 0) progress(done, total);
    return database_->status().has_value();
  });
  rebuilt.operations = walk.visited;
  rebuilt.broken = walk.broken;
  rebuilt.equal = tables_->digest() == before;
  set_meta("known_fields", kKnownFields);
  if (auto status = database_->take_status(); !status) return status.error();
  // Rolled back where an operation can't be read: the tables may still know what it said.
  if (walk.broken > 0) return rebuilt;
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return rebuilt;
}

Result<std::uint64_t> Space::replace_with(const Uuid& space_id, const OperationSource& next, const Uuid& restore) {
  std::uint64_t count = 0;
  Stamp last;
  const Uuid stream = random_uuid(random_);
  Transaction transaction(*database_);
  log_->forget_numbers();
  if (restore != Uuid{}) {
    if (meta("restore") == FieldValue(std::string(text_of(restore)))) {
      if (auto read = read_identity(); !read) return read.error();
      return log_->count();
    }
    set_meta("restore", std::string(text_of(restore)));
  }
  tables_->clear();
  database_->execute("DELETE FROM operation; DELETE FROM stream; DELETE FROM pending_share;");
  segments_->clear();
  write_identity(space_id, stream);
  while (const auto logged = next()) {
    if (!log_->append(logged->operation, logged->encoded_payload)) continue;
    if (logged->readable) tables_->apply(logged->operation);
    last = std::max(last, logged->operation.stamp);
    ++count;
    if (!database_->status()) break;
  }
  HybridClock clock;
  clock.follow(last, clock_.now());
  set_meta("clock_ms", clock.last().ms);
  set_meta("clock_counter", std::int64_t{clock.last().counter});
  if (auto committed = transaction.commit(); !committed) return committed.error();
  id_ = space_id;
  stream_ = stream;
  return count;
}

void Space::await_share(const Uuid& entity) {
  database_->query("INSERT OR IGNORE INTO pending_share(entity) VALUES (?1)").bind(1, ByteView(entity)).run();
}

std::vector<Uuid> Space::awaiting_share() {
  std::vector<Uuid> found;
  Query query = database_->query("SELECT entity FROM pending_share");
  while (query.step()) {
    Uuid id{};
    const ByteView bytes = query.blob(0);
    if (bytes.size() == id.size()) std::copy(bytes.begin(), bytes.end(), id.begin());
    found.push_back(id);
  }
  return found;
}

Result<void> Space::share_is_done(const Uuid& entity) {
  Transaction transaction(*database_);
  database_->query("DELETE FROM pending_share WHERE entity = ?1").bind(1, ByteView(entity)).run();
  return transaction.commit();
}

}  // namespace kindling
