#include "core/storage/segment_log.hpp"

#include <algorithm>

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

template <std::size_t Size>
std::array<std::uint8_t, Size> array_of(ByteView bytes) {
  std::array<std::uint8_t, Size> array{};
  if (bytes.size() == Size) std::copy(bytes.begin(), bytes.end(), array.begin());
  return array;
}

Uuid uuid_of(ByteView bytes) { return array_of<16>(bytes); }

std::int64_t signed_of(std::uint64_t value) { return static_cast<std::int64_t>(value); }
std::uint64_t unsigned_of(std::int64_t value) { return static_cast<std::uint64_t>(value); }

constexpr std::string_view kFind =
    "SELECT hash, label, stream, first, count, previous, state FROM segment WHERE hash = ?1";
constexpr std::string_view kSuccessor =
    "SELECT hash, label, stream, first, count, previous, state FROM segment WHERE label = ?1 AND previous = ?2";
constexpr std::string_view kLast =
    "SELECT hash, label, stream, first, count, previous, state FROM segment WHERE label = ?1 ORDER BY first DESC LIMIT "
    "1";
constexpr std::string_view kOfStream =
    "SELECT hash, label, stream, first, count, previous, state FROM segment WHERE stream = ?1 ORDER BY first";
constexpr std::string_view kAll =
    "SELECT hash, label, stream, first, count, previous, state FROM segment ORDER BY stream, first";

struct Names {
  std::string person, device;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(person, device);
  }
};

Bytes epoch_row(std::uint64_t id) {
  Bytes row;
  codec::BoundedOutput(row).write_number(id);
  return row;
}

}  // namespace

KeptSegment SegmentLog::read_segment(Query& row) const {
  KeptSegment segment;
  segment.hash = array_of<32>(row.blob(0));
  segment.label = uuid_of(row.blob(1));
  segment.stream = uuid_of(row.blob(2));
  segment.first = unsigned_of(row.integer(3));
  segment.count = unsigned_of(row.integer(4));
  segment.previous = array_of<32>(row.blob(5));
  segment.state = static_cast<SegmentState>(row.integer(6));
  return segment;
}

std::optional<KeptSegment> SegmentLog::find(const Hash& hash) {
  Query query = database_.query(kFind);
  query.bind(1, ByteView(hash));
  return query.step() ? std::optional(read_segment(query)) : std::nullopt;
}

std::optional<KeptSegment> SegmentLog::successor(const Uuid& label, const Hash& previous) {
  Query query = database_.query(kSuccessor);
  query.bind(1, ByteView(label)).bind(2, ByteView(previous));
  return query.step() ? std::optional(read_segment(query)) : std::nullopt;
}

std::optional<KeptSegment> SegmentLog::last(const Uuid& label) {
  Query query = database_.query(kLast);
  query.bind(1, ByteView(label));
  return query.step() ? std::optional(read_segment(query)) : std::nullopt;
}

std::vector<KeptSegment> SegmentLog::all(const std::optional<Uuid>& stream) {
  std::vector<KeptSegment> found;
  Query query = database_.query(stream ? kOfStream : kAll);
  if (stream) query.bind(1, ByteView(*stream));
  while (query.step()) found.push_back(read_segment(query));
  return found;
}

std::vector<Head> SegmentLog::heads() {
  std::vector<Head> heads;
  Query query =
      database_.query("SELECT label, MAX(first + count - 1), hash FROM segment GROUP BY label ORDER BY label");
  while (query.step()) {
    Head& head = heads.emplace_back();
    head.stream = uuid_of(query.blob(0));
    head.seq = unsigned_of(query.integer(1));
    head.hash = array_of<32>(query.blob(2));  // of the row that has the greatest (SQLite: bare columns with MAX)
  }
  return heads;
}

std::optional<Bytes> SegmentLog::bytes(const Hash& hash) {
  Query query = database_.query("SELECT bytes FROM segment WHERE hash = ?1 LIMIT 1");
  query.bind(1, ByteView(hash));
  if (!query.step()) return std::nullopt;
  const ByteView bytes = query.blob(0);
  return Bytes(bytes.begin(), bytes.end());
}

std::uint64_t SegmentLog::count_unseen(const Uuid& stream) {
  Query query = database_.query("SELECT COUNT(*) FROM segment WHERE state = 0 AND stream = ?1");
  query.bind(1, ByteView(stream));
  return query.step() ? unsigned_of(query.integer(0)) : 0;
}

void SegmentLog::keep(const KeptSegment& segment, ByteView bytes) {
  database_
      .query(
          "INSERT INTO segment(hash, label, stream, first, count, previous, state, bytes) VALUES (?1, ?2, ?3, ?4, ?5, "
          "?6, ?7, ?8)")
      .bind(1, ByteView(segment.hash))
      .bind(2, ByteView(segment.label))
      .bind(3, ByteView(segment.stream))
      .bind(4, signed_of(segment.first))
      .bind(5, signed_of(segment.count))
      .bind(6, ByteView(segment.previous))
      .bind(7, static_cast<std::int64_t>(segment.state))
      .bind(8, bytes)
      .run();
}

void SegmentLog::set_state(const Hash& hash, SegmentState state) {
  database_.query("UPDATE segment SET state = ?2 WHERE hash = ?1")
      .bind(1, ByteView(hash))
      .bind(2, static_cast<std::int64_t>(state))
      .run();
}

void SegmentLog::relabel(const Uuid& label, std::uint64_t first, const Uuid& to) {
  database_.query("UPDATE segment SET label = ?3 WHERE label = ?1 AND first >= ?2")
      .bind(1, ByteView(label))
      .bind(2, signed_of(first))
      .bind(3, ByteView(to))
      .run();
}

std::vector<Member> SegmentLog::members() {
  std::vector<Member> found;
  Query query = database_.query("SELECT stream, person, sign, box, names, closed FROM member ORDER BY stream");
  while (query.step()) {
    Member& member = found.emplace_back();
    member.stream = uuid_of(query.blob(0));
    member.person = uuid_of(query.blob(1));
    member.keys = {array_of<32>(query.blob(2)), array_of<32>(query.blob(3))};
    const auto plain = sealer_.open({"member", member.stream}, query.blob(4));
    if (auto names = plain ? codec::decode<Names>(*plain) : std::nullopt) {
      member.person_name = std::move(names->person);
      member.device_name = std::move(names->device);
    }
    if (query.type(5) == Query::Type::integer) member.closed = unsigned_of(query.integer(5));
  }
  return found;
}

std::optional<Member> SegmentLog::member(const Uuid& stream) {
  for (Member& member : members()) {
    if (member.stream == stream) return std::move(member);
  }
  return std::nullopt;
}

void SegmentLog::keep_member(const Member& member) {
  const Bytes names =
      sealer_.seal({"member", member.stream}, codec::encode(Names{member.person_name, member.device_name}));
  Query query = database_.query(
      "INSERT OR IGNORE INTO member(stream, person, sign, box, names, closed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  query.bind(1, ByteView(member.stream)).bind(2, ByteView(member.person)).bind(3, ByteView(member.keys.sign));
  query.bind(4, ByteView(member.keys.box)).bind(5, ByteView(names));
  if (member.closed) {
    query.bind(6, signed_of(*member.closed));
  } else {
    query.bind_null(6);
  }
  query.run();
}

void SegmentLog::close_member(const Uuid& stream, std::uint64_t last_seq) {
  database_.query("UPDATE member SET closed = MIN(COALESCE(closed, ?2), ?2) WHERE stream = ?1")
      .bind(1, ByteView(stream))
      .bind(2, signed_of(last_seq))
      .run();
}

std::optional<Epoch> SegmentLog::read_epoch(Query& row) const {
  Epoch epoch;
  epoch.id = unsigned_of(row.integer(0));
  epoch.since = {{row.integer(1), static_cast<std::uint16_t>(row.integer(2))}, uuid_of(row.blob(3))};
  const auto key = sealer_.open({"epoch", epoch_row(epoch.id)}, row.blob(4));
  if (!key || key->size() != SecretKey::kSize) return std::nullopt;
  epoch.key = SecretKey(array_of<SecretKey::kSize>(*key));
  return epoch;
}

std::optional<SecretKey> SegmentLog::key_of(std::uint64_t id) {
  Query query = database_.query("SELECT id, ms, counter, stream, key FROM epoch WHERE id = ?1");
  query.bind(1, signed_of(id));
  if (!query.step()) return std::nullopt;
  const auto epoch = read_epoch(query);
  return epoch ? std::optional(epoch->key) : std::nullopt;
}

std::vector<Epoch> SegmentLog::epochs() {
  std::vector<Epoch> found;
  Query query = database_.query("SELECT id, ms, counter, stream, key FROM epoch ORDER BY ms, counter, stream");
  while (query.step()) {
    if (auto epoch = read_epoch(query)) found.push_back(*epoch);
  }
  return found;
}

std::optional<Epoch> SegmentLog::current_epoch() {
  const auto all = epochs();
  return all.empty() ? std::nullopt : std::optional(all.back());
}

void SegmentLog::keep_epoch(const Epoch& epoch) {
  const Bytes sealed = sealer_.seal({"epoch", epoch_row(epoch.id)}, epoch.key.bytes());
  database_.query("INSERT OR IGNORE INTO epoch(id, ms, counter, stream, key) VALUES (?1, ?2, ?3, ?4, ?5)")
      .bind(1, signed_of(epoch.id))
      .bind(2, epoch.since.stamp.ms)
      .bind(3, epoch.since.stamp.counter)
      .bind(4, ByteView(epoch.since.stream))
      .bind(5, ByteView(sealed))
      .run();
}

std::vector<SegmentLog::Pack> SegmentLog::packs() {
  std::vector<Pack> found;
  Query query = database_.query("SELECT path, first, last FROM pack ORDER BY first");
  while (query.step())
    found.push_back({std::string(query.text(0)), unsigned_of(query.integer(1)), unsigned_of(query.integer(2))});
  return found;
}

void SegmentLog::keep_pack(const Pack& pack) {
  database_.query("INSERT OR REPLACE INTO pack(path, first, last) VALUES (?1, ?2, ?3)")
      .bind(1, std::string_view(pack.path))
      .bind(2, signed_of(pack.first))
      .bind(3, signed_of(pack.last))
      .run();
}

void SegmentLog::clear() {
  database_.execute("DELETE FROM segment; DELETE FROM member; DELETE FROM epoch; DELETE FROM pack;");
}

}  // namespace kindling
