#include "core/storage/operation_log.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/codec/wire_v1.hpp"

namespace kindling {
namespace {

std::int64_t signed_of(std::uint64_t value) { return static_cast<std::int64_t>(value); }

Uuid uuid_of(ByteView bytes) {
  Uuid uuid{};
  if (bytes.size() == uuid.size()) std::copy(bytes.begin(), bytes.end(), uuid.begin());
  return uuid;
}

// The row's key for sealing: stream and seq.
Bytes row_of(const OperationRef& ref) {
  Bytes row(ref.stream.begin(), ref.stream.end());
  for (unsigned i = 0; i < 8; ++i) row.push_back(static_cast<std::uint8_t>(ref.seq >> (8 * i)));
  return row;
}

constexpr std::string_view kColumns =
    "s.id, o.seq, o.ms, o.counter, o.kind, o.entity_kind, o.entity, o.field, o.action, o.verb, o.undoes, o.payload";

}  // namespace

std::int64_t OperationLog::number_of(const Uuid& stream) {
  if (last_number_ && last_number_->first == stream) return last_number_->second;
  {
    Query query = database_.query("SELECT number FROM stream WHERE id = ?1");
    query.bind(1, ByteView(stream));
    if (query.step()) {
      last_number_.emplace(stream, query.integer(0));
      return last_number_->second;
    }
  }
  database_.query("INSERT INTO stream(id) VALUES (?1)").bind(1, ByteView(stream)).run();
  Query query = database_.query("SELECT number FROM stream WHERE id = ?1 LIMIT 1");
  query.bind(1, ByteView(stream));
  return query.step() ? query.integer(0) : 0;
}

std::uint64_t OperationLog::last_seq(std::int64_t stream_number) {
  Query query = database_.query("SELECT MAX(seq) FROM operation WHERE stream = ?1");
  query.bind(1, stream_number);
  return query.step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

bool OperationLog::append(const Operation& o, ByteView encoded_payload) {
  const Bytes row = row_of(o.ref);
  const Bytes sealed = sealer_.seal({"operation", row}, encoded_payload);
  database_
      .query(
          "INSERT OR IGNORE INTO operation(stream, seq, ms, counter, kind, entity_kind, entity, field, action, verb, "
          "undoes, payload)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
      .bind(1, number_of(o.ref.stream))
      .bind(2, signed_of(o.ref.seq))
      .bind(3, o.stamp.ms)
      .bind(4, o.stamp.counter)
      .bind(5, static_cast<std::int64_t>(o.kind))
      .bind(6, static_cast<std::int64_t>(o.entity_kind))
      .bind(7, ByteView(o.entity))
      .bind(8, o.field)
      .bind(9, signed_of(o.action))
      .bind(10, static_cast<std::int64_t>(o.verb))
      .bind(11, signed_of(o.undoes))
      .bind(12, ByteView(sealed))
      .run();
  return database_.status().has_value() && database_.changes() == 1;
}

std::optional<LoggedOperation> OperationLog::read_row(Query& row) {
  LoggedOperation logged;
  Operation& o = logged.operation;
  o.ref = {uuid_of(row.blob(0)), static_cast<std::uint64_t>(row.integer(1))};
  o.stamp = {row.integer(2), static_cast<std::uint16_t>(row.integer(3))};
  o.kind = static_cast<OperationKind>(row.integer(4));
  o.entity_kind = static_cast<EntityKind>(row.integer(5));
  o.entity = uuid_of(row.blob(6));
  o.field = static_cast<FieldNumber>(row.integer(7));
  o.action = static_cast<std::uint64_t>(row.integer(8));
  o.verb = static_cast<Verb>(row.integer(9));
  o.undoes = static_cast<std::uint64_t>(row.integer(10));
  auto payload = sealer_.open({"operation", row_of(o.ref)}, row.blob(11));
  if (!payload) return std::nullopt;
  logged.encoded_payload = std::move(*payload);
  if (auto decoded = decode_payload(logged.encoded_payload)) {
    o.payload = std::move(*decoded);
    logged.readable = true;
  }
  return logged;
}

std::optional<LoggedOperation> OperationLog::find(const OperationRef& ref) {
  static const std::string kSql =
      "SELECT " + std::string(kColumns) +
      " FROM operation o JOIN stream s ON s.number = o.stream WHERE s.id = ?1 AND o.seq = ?2";
  Query query = database_.query(kSql);
  query.bind(1, ByteView(ref.stream)).bind(2, signed_of(ref.seq));
  if (!query.step()) return std::nullopt;
  return read_row(query);
}

std::vector<LoggedOperation> OperationLog::operations_of(const OperationRef& act) {
  static const std::string kSql = "SELECT " + std::string(kColumns) +
                                  " FROM operation o JOIN stream s ON s.number = o.stream"
                                  " WHERE s.id = ?1 AND o.seq >= ?2 AND o.action = ?2 ORDER BY o.seq";
  std::vector<LoggedOperation> found;
  Query query = database_.query(kSql);
  query.bind(1, ByteView(act.stream)).bind(2, signed_of(act.seq));
  while (query.step()) {
    if (auto logged = read_row(query)) found.push_back(std::move(*logged));
  }
  return found;
}

bool OperationLog::existed_before(const Uuid& entity, const OperationRef& act) {
  Query query = database_.query(
      "SELECT 1 FROM operation o JOIN stream s ON s.number = o.stream WHERE o.entity = ?1 AND NOT (s.id = ?2 AND o.seq "
      ">= ?3) LIMIT 1");
  query.bind(1, ByteView(entity)).bind(2, ByteView(act.stream)).bind(3, signed_of(act.seq));
  return query.step();
}

OperationLog::Trace OperationLog::trace(const Uuid& entity, std::span<const FieldNumber> apart) {
  Query query = database_.query("SELECT stream, action, field, ms FROM operation WHERE entity = ?1");
  query.bind(1, ByteView(entity));
  std::set<std::pair<std::int64_t, std::int64_t>> acts;
  Trace trace;
  while (query.step()) {
    if (std::find(apart.begin(), apart.end(), query.integer(2)) != apart.end()) continue;
    acts.emplace(query.integer(0), query.integer(1));
    trace.last_ms = std::max(trace.last_ms, query.integer(3));
  }
  trace.acts = acts.size();
  return trace;
}

namespace {
constexpr std::string_view kActColumns =
    "s.id, o.seq, o.ms, o.counter, o.verb, o.entity_kind, o.entity, o.undoes,"
    " EXISTS (SELECT 1 FROM operation u WHERE u.stream = o.stream AND u.undoes = o.seq AND u.undoes <> 0)";
}  // namespace

Act OperationLog::read_act(Query& row) const {
  Act act;
  act.ref = {uuid_of(row.blob(0)), static_cast<std::uint64_t>(row.integer(1))};
  act.stamp = {row.integer(2), static_cast<std::uint16_t>(row.integer(3))};
  act.verb = static_cast<Verb>(row.integer(4));
  act.entity_kind = static_cast<EntityKind>(row.integer(5));
  act.entity = uuid_of(row.blob(6));
  act.undoes = static_cast<std::uint64_t>(row.integer(7));
  act.undone = row.integer(8) != 0;
  return act;
}

std::vector<Act> OperationLog::acts(std::size_t limit) {
  static const std::string kSql = "SELECT " + std::string(kActColumns) +
                                  " FROM operation o JOIN stream s ON s.number = o.stream"
                                  " WHERE o.stream = ?1 AND o.seq = o.action ORDER BY o.seq DESC";
  std::vector<Act> found;
  std::vector<std::int64_t> streams;
  Query stream = database_.query("SELECT number FROM stream");
  while (stream.step()) streams.push_back(stream.integer(0));
  for (const std::int64_t number : streams) {
    Query query = database_.query(kSql);
    query.bind(1, number);
    for (std::size_t taken = 0; taken < limit && query.step();) {
      const Act act = read_act(query);
      if (!is_undoable(act.verb)) continue;
      found.push_back(act);
      ++taken;
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Act& a, const Act& b) { return a.stamp > b.stamp; });
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::optional<Act> OperationLog::last_undoable(const Uuid& stream) {
  static const std::string kSql =
      "SELECT " + std::string(kActColumns) +
      " FROM operation o JOIN stream s ON s.number = o.stream WHERE s.id = ?1 AND o.seq = o.action ORDER BY o.seq DESC";
  Query query = database_.query(kSql);
  query.bind(1, ByteView(stream));
  while (query.step()) {
    const Act act = read_act(query);
    if (!act.undone && is_undoable(act.verb)) return act;
  }
  return std::nullopt;
}

std::vector<LoggedOperation> OperationLog::run(const Uuid& stream, std::uint64_t first, std::size_t most) {
  static const std::string kSql = "SELECT " + std::string(kColumns) +
                                  " FROM operation o JOIN stream s ON s.number = o.stream"
                                  " WHERE s.id = ?1 AND o.seq >= ?2 ORDER BY o.seq LIMIT ?3";
  std::vector<LoggedOperation> found;
  Query query = database_.query(kSql);
  query.bind(1, ByteView(stream)).bind(2, signed_of(first)).bind(3, static_cast<std::int64_t>(most));
  while (query.step()) {
    auto logged = read_row(query);
    if (!logged || logged->operation.ref.seq != first + found.size()) break;
    found.push_back(std::move(*logged));
  }
  return found;
}

std::optional<std::uint64_t> OperationLog::first_seq(const Uuid& stream, std::uint64_t from) {
  Query query = database_.query(
      "SELECT o.seq FROM operation o JOIN stream s ON s.number = o.stream WHERE s.id = ?1 AND o.seq >= ?2 ORDER BY "
      "o.seq LIMIT 1");
  query.bind(1, ByteView(stream)).bind(2, signed_of(from));
  return query.step() ? std::optional(static_cast<std::uint64_t>(query.integer(0))) : std::nullopt;
}

void OperationLog::relabel(const Uuid& stream, std::uint64_t first, const Uuid& to) {
  constexpr std::size_t kAtOnce = 256;
  while (true) {
    // A payload is sealed for its place, so each has to be sealed anew.
    const std::vector<LoggedOperation> moved = run(stream, first, kAtOnce);
    for (LoggedOperation logged : moved) {
      logged.operation.ref.stream = to;
      append(logged.operation, logged.encoded_payload);
    }
    database_.query("DELETE FROM operation WHERE stream = ?1 AND seq >= ?2 AND seq < ?3")
        .bind(1, number_of(stream))
        .bind(2, signed_of(first))
        .bind(3, signed_of(first + moved.size()))
        .run();
    if (moved.size() < kAtOnce || !database_.status()) return;
    first += moved.size();
  }
}

bool OperationLog::has_other_streams(const Uuid& stream) {
  Query query = database_.query("SELECT 1 FROM operation WHERE stream <> ?1 LIMIT 1");
  query.bind(1, number_of(stream));
  return query.step();
}

void OperationLog::gather(const Uuid& to) {
  std::vector<std::pair<Version, OperationRef>> order;
  {
    Query query =
        database_.query("SELECT o.ms, o.counter, s.id, o.seq FROM operation o JOIN stream s ON s.number = o.stream");
    while (query.step()) {
      const OperationRef ref{uuid_of(query.blob(2)), static_cast<std::uint64_t>(query.integer(3))};
      order.emplace_back(Version{{query.integer(0), static_cast<std::uint16_t>(query.integer(1))}, ref.stream}, ref);
    }
  }
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.seq) < std::tie(b.first, b.second.seq);
  });
  std::map<std::pair<Uuid, std::uint64_t>, std::uint64_t> seqs;
  for (const auto& [version, ref] : order) seqs.emplace(std::pair(ref.stream, ref.seq), seqs.size() + 1);
  const auto moved = [&](const Uuid& stream, std::uint64_t seq) {
    const auto found = seqs.find({stream, seq});
    return found == seqs.end() ? 0 : found->second;
  };
  for (const auto& [version, ref] : order) {
    auto logged = find(ref);
    if (!logged) continue;  // its seal is broken; it stays where it is
    Operation& o = logged->operation;
    o.action = moved(ref.stream, o.action);
    o.undoes = moved(ref.stream, o.undoes);
    if (o.payload.replaced) {
      const std::uint64_t seq = moved(o.payload.replaced->stream, o.payload.replaced->seq);
      o.payload.replaced = seq == 0 ? std::nullopt : std::optional(OperationRef{to, seq});
      logged->encoded_payload = encode_payload(o.payload);
    }
    o.ref = {to, moved(ref.stream, ref.seq)};
    append(o, logged->encoded_payload);
    database_.query("DELETE FROM operation WHERE stream = (SELECT number FROM stream WHERE id = ?1) AND seq = ?2")
        .bind(1, ByteView(ref.stream))
        .bind(2, signed_of(ref.seq))
        .run();
  }
}

bool OperationLog::drop_after(const Uuid& stream, std::uint64_t seq) {
  database_.query("DELETE FROM operation WHERE stream = ?1 AND seq > ?2")
      .bind(1, number_of(stream))
      .bind(2, signed_of(seq))
      .run();
  return database_.changes() > 0;
}

OperationLog::Walk OperationLog::for_each(const std::function<bool(const LoggedOperation&)>& visit) {
  static const std::string kSql = "SELECT " + std::string(kColumns) +
                                  " FROM operation o JOIN stream s ON s.number = o.stream ORDER BY o.stream, o.seq";
  Walk walk;
  Query query = database_.query(kSql);
  while (query.step()) {
    const auto logged = read_row(query);
    if (!logged) {
      ++walk.broken;
      continue;
    }
    ++walk.visited;
    if (!visit(*logged)) break;
  }
  return walk;
}

std::uint64_t OperationLog::count() {
  Query query = database_.query("SELECT COUNT(*) FROM operation");
  return query.step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

}  // namespace kindling
