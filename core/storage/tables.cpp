#include "core/storage/tables.hpp"

#include <sodium.h>

#include <algorithm>
#include <map>

#include "core/domain/reminder.hpp"

namespace kindling {
namespace {

Uuid uuid_of(ByteView bytes) {
  Uuid uuid{};
  if (bytes.size() == uuid.size()) std::copy(bytes.begin(), bytes.end(), uuid.begin());
  return uuid;
}

Place cell_place(const Uuid& entity, FieldNumber field) { return {"cell", entity, field}; }
Place element_place(const Uuid& entity, FieldNumber field, ByteView key) { return {"element", entity, field, key}; }

}  // namespace

Uuid Tables::stream_id(std::int64_t number) {
  Query query = database_.query("SELECT id FROM stream WHERE number = ?1");
  query.bind(1, number);
  return query.step() ? uuid_of(query.blob(0)) : Uuid{};
}

FieldValue Tables::read_value(Query& row, int column, const Place& place) const {
  switch (row.type(column)) {
    case Query::Type::integer: return row.integer(column);
    case Query::Type::text: return std::string(row.text(column));
    case Query::Type::blob: return sealer_.open_value(place, row.blob(column)).value_or(FieldValue{});
    default: return {};
  }
}

void Tables::bind_value(Query& query, int parameter, const FieldValue& value, bool sealed, const Place& place) const {
  if (std::holds_alternative<std::monostate>(value)) {
    query.bind_null(parameter);
  } else if (sealed) {
    query.bind(parameter, ByteView(sealer_.seal_value(place, value)));
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    query.bind(parameter, *number);
  } else {
    query.bind(parameter, std::string_view(std::get<std::string>(value)));
  }
}

// Parameters 1 to 7 of what is put in place where it is newer: whose it is, and its version.
void Tables::bind_version(Query& query, const Operation& operation, FieldNumber field) const {
  query.bind(1, ByteView(operation.entity)).bind(2, field).bind(3, operation.stamp.ms).bind(4, operation.stamp.counter);
  query.bind(5, log_.number_of(operation.ref.stream)).bind(6, static_cast<std::int64_t>(operation.ref.seq));
  query.bind(7, ByteView(operation.ref.stream));
}

void Tables::apply(const Operation& operation) {
  forget_derived(operation);
  switch (operation.kind) {
    case OperationKind::set:
      ensure_entity(operation);
      apply_field(operation, operation.field, operation.payload.value);
      break;
    case OperationKind::append:
      ensure_entity(operation);
      for (const auto& [field, value] : operation.payload.fields) apply_field(operation, field, value);
      break;
    case OperationKind::set_add:
      ensure_entity(operation);
      apply_element(operation);
      break;
    case OperationKind::alive:
      ensure_entity(operation);
      apply_life(operation);
      break;
    case OperationKind::count_add:
      ensure_entity(operation);
      apply_count(operation);
      break;
    case OperationKind::commit:
    case OperationKind::reveal:
    case OperationKind::psi:
    case OperationKind::control: break;
  }
}

void Tables::ensure_entity(const Operation& operation) {
  database_
      .query(
          "INSERT OR IGNORE INTO entity(id, kind, alive, alive_ms, alive_counter, alive_stream, alive_seq) VALUES (?1, "
          "?2, 1, 0, 0, 0, 0)")
      .bind(1, ByteView(operation.entity))
      .bind(2, static_cast<std::int64_t>(operation.entity_kind))
      .run();
}

void Tables::apply_field(const Operation& operation, FieldNumber field, const FieldValue& value) {
  constexpr std::string_view kPut =
      "INSERT INTO cell(entity, field, ms, counter, stream, seq, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?8) "
      "ON CONFLICT DO UPDATE SET ms = excluded.ms, counter = excluded.counter, stream = excluded.stream, "
      "seq = excluded.seq, value = excluded.value "
      "WHERE (ms, counter) < (?3, ?4) OR ((ms, counter) = (?3, ?4) AND (SELECT id FROM stream WHERE number = "
      "cell.stream) < ?7)";
  Query query = database_.query(kPut);
  bind_version(query, operation, field);
  bind_value(query, 8, value, is_sealed(operation.entity_kind, field), cell_place(operation.entity, field));
  query.run();
  if (database_.changes() == 0) return;
  const EntityTraits* traits = traits_of(operation.entity_kind);
  if (traits == nullptr || traits->sort != field) return;
  Query sort = database_.query("UPDATE entity SET sort = ?2 WHERE id = ?1");
  sort.bind(1, ByteView(operation.entity));
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    sort.bind(2, *number);
  } else {
    sort.bind_null(2);
  }
  sort.run();
}

void Tables::apply_element(const Operation& operation) {
  constexpr std::string_view kPut =
      "INSERT INTO element(entity, field, ms, counter, stream, seq, value, key, present) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?8, ?9, ?10) "
      "ON CONFLICT DO UPDATE SET ms = excluded.ms, counter = excluded.counter, stream = excluded.stream, "
      "seq = excluded.seq, value = excluded.value, present = excluded.present "
      "WHERE (ms, counter) < (?3, ?4) OR ((ms, counter) = (?3, ?4) AND (SELECT id FROM stream WHERE number = "
      "element.stream) < ?7)";
  const Payload& payload = operation.payload;
  Query query = database_.query(kPut);
  bind_version(query, operation, operation.field);
  bind_value(query, 8, payload.value, true, element_place(operation.entity, operation.field, payload.element));
  query.bind(9, ByteView(payload.element)).bind(10, payload.present ? 1 : 0);
  query.run();
}

void Tables::apply_life(const Operation& operation) {
  const auto current = life(operation.entity);
  if (current && current->version >= operation.version()) return;
  database_
      .query(
          "UPDATE entity SET alive = ?2, alive_ms = ?3, alive_counter = ?4, alive_stream = ?5, alive_seq = ?6 WHERE id "
          "= ?1")
      .bind(1, ByteView(operation.entity))
      .bind(2, operation.payload.present ? 1 : 0)
      .bind(3, operation.stamp.ms)
      .bind(4, operation.stamp.counter)
      .bind(5, log_.number_of(operation.ref.stream))
      .bind(6, static_cast<std::int64_t>(operation.ref.seq))
      .run();
}

void Tables::apply_count(const Operation& operation) {
  const auto* delta = std::get_if<std::int64_t>(&operation.payload.value);
  if (delta == nullptr) return;
  database_
      .query(
          "INSERT INTO counter(entity, field, total) VALUES (?1, ?2, ?3) ON CONFLICT(entity, field) DO UPDATE SET "
          "total = total + excluded.total")
      .bind(1, ByteView(operation.entity))
      .bind(2, operation.field)
      .bind(3, *delta)
      .run();
}

void Tables::clear() {
  forget_derived(EntityKind::check_in);
  forget_derived(EntityKind::ritual);
  database_.execute("DELETE FROM entity; DELETE FROM cell; DELETE FROM element; DELETE FROM counter;");
}

std::vector<Record> Tables::records(EntityKind kind, SortRange range, Order order, std::size_t limit) {
  constexpr std::string_view kAll = "SELECT id FROM entity WHERE kind = ?1 AND alive = 1 ORDER BY sort, id LIMIT ?2";
  constexpr std::string_view kAscending =
      "SELECT id FROM entity WHERE kind = ?1 AND alive = 1 AND sort BETWEEN ?3 AND ?4 ORDER BY sort, id LIMIT ?2";
  constexpr std::string_view kDescending =
      "SELECT id FROM entity WHERE kind = ?1 AND alive = 1 AND sort BETWEEN ?3 AND ?4 ORDER BY sort DESC, id DESC "
      "LIMIT ?2";
  const bool all = range.from == SortRange{}.from && range.to == SortRange{}.to && order == Order::ascending;
  std::vector<Record> found;
  Query query = database_.query(all ? kAll : order == Order::ascending ? kAscending : kDescending);
  query.bind(1, static_cast<std::int64_t>(kind)).bind(2, static_cast<std::int64_t>(limit));
  if (!all) query.bind(3, range.from).bind(4, range.to);
  while (query.step()) found.push_back(fields_of(uuid_of(query.blob(0))));
  // What has no field yet says nothing.
  std::erase_if(found, [](const Record& record) { return record.fields.empty(); });
  return found;
}

Record Tables::fields_of(const Uuid& id) {
  Record record;
  record.id = id;
  Query query = database_.query("SELECT field, value FROM cell WHERE entity = ?1 ORDER BY field");
  query.bind(1, ByteView(id));
  while (query.step()) {
    const auto field = static_cast<FieldNumber>(query.integer(0));
    record.fields.emplace_back(field, read_value(query, 1, cell_place(id, field)));
  }
  return record;
}

void Tables::for_each_value(
    EntityKind kind, SortRange range, FieldNumber first, FieldNumber last,
    const std::function<void(const Uuid&, std::int64_t sort, FieldNumber, const FieldValue&)>& visit) {
  Query query = database_.query(
      "SELECT e.id, e.sort, c.field, c.value FROM (SELECT id, sort FROM entity WHERE kind = ?1 AND alive = 1 AND sort "
      "BETWEEN ?2 AND ?3 ORDER BY sort, id) e CROSS JOIN cell c ON c.entity = e.id AND c.field BETWEEN ?4 AND ?5 ORDER "
      "BY e.sort, e.id, c.field");
  query.bind(1, static_cast<std::int64_t>(kind)).bind(2, range.from).bind(3, range.to);
  query.bind(4, std::int64_t{first}).bind(5, std::int64_t{last});
  while (query.step()) {
    const Uuid id = uuid_of(query.blob(0));
    const auto field = static_cast<FieldNumber>(query.integer(2));
    visit(id, query.integer(1), field, read_value(query, 3, cell_place(id, field)));
  }
}

std::optional<Record> Tables::record(EntityKind kind, const Uuid& id) {
  Query query = database_.query("SELECT 1 FROM entity WHERE id = ?1 AND kind = ?2 AND alive = 1");
  query.bind(1, ByteView(id)).bind(2, static_cast<std::int64_t>(kind));
  if (!query.step()) return std::nullopt;
  return fields_of(id);
}

std::optional<Record> Tables::any_record(const Uuid& id) {
  if (!is_known(id)) return std::nullopt;
  return fields_of(id);
}

bool Tables::is_known(const Uuid& id) {
  Query query = database_.query("SELECT 1 FROM entity WHERE id = ?1");
  query.bind(1, ByteView(id));
  return query.step();
}

std::vector<Uuid> Tables::ids(EntityKind kind) {
  std::vector<Uuid> found;
  Query query = database_.query("SELECT id FROM entity WHERE kind = ?1 AND alive = 1 ORDER BY sort, id");
  query.bind(1, static_cast<std::int64_t>(kind));
  while (query.step()) found.push_back(uuid_of(query.blob(0)));
  return found;
}

std::uint64_t Tables::count(EntityKind kind) {
  Query query = database_.query("SELECT COUNT(*) FROM entity WHERE kind = ?1 AND alive = 1");
  query.bind(1, static_cast<std::int64_t>(kind));
  return query.step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

std::vector<Element> Tables::elements(const Uuid& entity, FieldNumber field, ByteView from, ByteView to) {
  constexpr std::string_view kOpen =
      "SELECT field, key, value FROM element WHERE entity = ?1 AND field = ?2 AND key >= ?3 AND present = 1 ORDER BY "
      "key";
  constexpr std::string_view kClosed =
      "SELECT field, key, value FROM element WHERE entity = ?1 AND field = ?2 AND key >= ?3 AND key < ?4 AND present = "
      "1 "
      "ORDER BY key";
  std::vector<Element> found;
  Query query = database_.query(to.empty() ? kOpen : kClosed);
  query.bind(1, ByteView(entity)).bind(2, field).bind(3, from);
  if (!to.empty()) query.bind(4, to);
  while (query.step()) found.push_back(read_element(query, entity));
  return found;
}

std::vector<Element> Tables::elements(const Uuid& entity, const std::array<FieldNumber, 3>& fields, ByteView from,
                                      ByteView to) {
  std::vector<Element> found;
  // Not IN (?2, ?3, ?4), for which SQLite makes a table each time.
  Query query = database_.query(
      "SELECT field, key, value FROM element WHERE entity = ?1 AND field = ?2 AND key >= ?5 AND key < ?6 AND present = "
      "1 "
      "UNION ALL "
      "SELECT field, key, value FROM element WHERE entity = ?1 AND field = ?3 AND key >= ?5 AND key < ?6 AND present = "
      "1 "
      "UNION ALL "
      "SELECT field, key, value FROM element WHERE entity = ?1 AND field = ?4 AND key >= ?5 AND key < ?6 AND present = "
      "1");
  query.bind(1, ByteView(entity)).bind(2, fields[0]).bind(3, fields[1]).bind(4, fields[2]).bind(5, from).bind(6, to);
  while (query.step()) found.push_back(read_element(query, entity));
  return found;
}

Element Tables::read_element(Query& row, const Uuid& entity) const {
  Element element;
  element.entity = entity;
  element.field = static_cast<FieldNumber>(row.integer(0));
  const ByteView key = row.blob(1);
  element.key.assign(key.begin(), key.end());
  element.value = read_value(row, 2, element_place(entity, element.field, element.key));
  return element;
}

bool Tables::has_element(const Uuid& entity, FieldNumber field, ByteView key) {
  const auto state = element(entity, field, key);
  return state && state->present;
}

namespace {

// Weeks since the Monday before 1970; `days` since 1970, not negative.
std::int64_t week_of(std::int64_t days) { return (days + 3) / 7; }

// A mark on a day of the week that it was made in, or later.
bool is_of_running_week(const Operation& operation) {
  constexpr std::int64_t kDay = 86'400'000;  // ms
  if (operation.kind != OperationKind::set_add || operation.payload.element.size() != occurrence_key({}).size())
    return false;
  const std::int64_t date = date_of_key(operation.payload.element).time_since_epoch().count();
  return date >= 0 && week_of(date) >= week_of(operation.stamp.ms / kDay);
}

std::string derived_key(EntityKind kind) { return "derived/" + std::to_string(static_cast<int>(kind)); }

}  // namespace

std::optional<Bytes> Tables::derived(EntityKind kind) {
  const std::string key = derived_key(kind);
  Query query = database_.query("SELECT value FROM meta WHERE key = ?1 LIMIT 1");
  query.bind(1, std::string_view(key));
  if (!query.step()) return std::nullopt;
  return sealer_.open({"meta", bytes_of(key)}, query.blob(0));
}

void Tables::set_derived(EntityKind kind, ByteView bytes) {
  const std::string key = derived_key(kind);
  const Bytes sealed = sealer_.seal({"meta", bytes_of(key)}, bytes);
  database_.query("INSERT OR REPLACE INTO meta(key, value) VALUES (?1, ?2)")
      .bind(1, std::string_view(key))
      .bind(2, ByteView(sealed))
      .run();
}

void Tables::forget_derived(const Operation& operation) {
  switch (operation.entity_kind) {
    case EntityKind::check_in: return forget_derived(EntityKind::check_in);
    case EntityKind::reminder:
    case EntityKind::ritual:
    case EntityKind::plan:
      if (!is_of_running_week(operation)) forget_derived(EntityKind::ritual);
      return;
    default: return;
  }
}

void Tables::forget_derived(EntityKind kind) {
  const std::string key = derived_key(kind);
  database_.query("DELETE FROM meta WHERE key = ?1").bind(1, std::string_view(key)).run();
}

std::int64_t Tables::total(const Uuid& entity, FieldNumber field) {
  Query query = database_.query("SELECT total FROM counter WHERE entity = ?1 AND field = ?2");
  query.bind(1, ByteView(entity)).bind(2, field);
  return query.step() ? query.integer(0) : 0;
}

std::optional<CellState> Tables::cell(const Uuid& entity, FieldNumber field) {
  Query query = database_.query("SELECT ms, counter, stream, seq, value FROM cell WHERE entity = ?1 AND field = ?2");
  query.bind(1, ByteView(entity)).bind(2, field);
  if (!query.step()) return std::nullopt;
  CellState state;
  const Uuid stream = stream_id(query.integer(2));
  state.version = {{query.integer(0), static_cast<std::uint16_t>(query.integer(1))}, stream};
  state.writer = {stream, static_cast<std::uint64_t>(query.integer(3))};
  state.value = read_value(query, 4, cell_place(entity, field));
  return state;
}

std::optional<CellState> Tables::element(const Uuid& entity, FieldNumber field, ByteView key) {
  Query query = database_.query(
      "SELECT ms, counter, stream, seq, value, present FROM element WHERE entity = ?1 AND field = ?2 AND key = ?3");
  query.bind(1, ByteView(entity)).bind(2, field).bind(3, key);
  if (!query.step()) return std::nullopt;
  CellState state;
  const Uuid stream = stream_id(query.integer(2));
  state.version = {{query.integer(0), static_cast<std::uint16_t>(query.integer(1))}, stream};
  state.writer = {stream, static_cast<std::uint64_t>(query.integer(3))};
  state.value = read_value(query, 4, element_place(entity, field, key));
  state.present = query.integer(5) != 0;
  return state;
}

std::optional<CellState> Tables::life(const Uuid& entity) {
  Query query =
      database_.query("SELECT alive_ms, alive_counter, alive_stream, alive_seq, alive FROM entity WHERE id = ?1");
  query.bind(1, ByteView(entity));
  if (!query.step()) return std::nullopt;
  CellState state;
  const Uuid stream = stream_id(query.integer(2));
  state.version = {{query.integer(0), static_cast<std::uint16_t>(query.integer(1))}, stream};
  state.writer = {stream, static_cast<std::uint64_t>(query.integer(3))};
  state.present = query.integer(4) != 0;
  return state;
}

namespace {

// Feeds rows to BLAKE2b, each part with its length before it.
class Hasher {
 public:
  Hasher() { crypto_generichash_init(&state_, nullptr, 0, 32); }
  void add(ByteView bytes) {
    add_number(static_cast<std::int64_t>(bytes.size()));
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
  }
  void add_number(std::int64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (unsigned i = 0; i < 8; ++i)
      bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * i));
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
  }
  void add_value(const FieldValue& value) {
    add_number(static_cast<std::int64_t>(value.index()));
    if (const auto* number = std::get_if<std::int64_t>(&value)) add_number(*number);
    if (const auto* text = std::get_if<std::string>(&value)) add(bytes_of(*text));
  }
  std::array<std::uint8_t, 32> finish() {
    std::array<std::uint8_t, 32> out{};
    crypto_generichash_final(&state_, out.data(), out.size());
    return out;
  }

 private:
  crypto_generichash_state state_{};
};

}  // namespace

std::array<std::uint8_t, 32> Tables::digest() {
  Hasher hasher;
  // A stream's number is this file's own; its id is what two devices agree on.
  std::map<std::int64_t, Uuid> streams;
  const auto add_stream = [&](std::int64_t number) {
    const auto [known, is_new] = streams.try_emplace(number);
    if (is_new) known->second = stream_id(number);
    hasher.add(known->second);
  };
  Query entities = database_.query(
      "SELECT id, kind, alive, alive_ms, alive_counter, alive_stream, alive_seq, sort FROM entity ORDER BY id");
  while (entities.step()) {
    hasher.add(entities.blob(0));
    for (const int column : {1, 2, 3, 4, 6, 7}) hasher.add_number(entities.integer(column));
    add_stream(entities.integer(5));
  }
  Query cells =
      database_.query("SELECT entity, field, ms, counter, stream, seq, value FROM cell ORDER BY entity, field");
  while (cells.step()) {
    const Uuid entity = uuid_of(cells.blob(0));
    hasher.add(entity);
    for (const int column : {1, 2, 3, 5}) hasher.add_number(cells.integer(column));
    add_stream(cells.integer(4));
    hasher.add_number(static_cast<std::int64_t>(cells.type(6)));
    hasher.add_value(read_value(cells, 6, cell_place(entity, static_cast<FieldNumber>(cells.integer(1)))));
  }
  Query elements = database_.query(
      "SELECT entity, field, key, present, ms, counter, stream, seq, value FROM element ORDER BY entity, field, key");
  while (elements.step()) {
    const Uuid entity = uuid_of(elements.blob(0));
    const ByteView key = elements.blob(2);
    hasher.add(entity);
    hasher.add(key);
    for (const int column : {1, 3, 4, 5, 7}) hasher.add_number(elements.integer(column));
    add_stream(elements.integer(6));
    hasher.add_value(
        read_value(elements, 8, element_place(entity, static_cast<FieldNumber>(elements.integer(1)), key)));
  }
  Query counters = database_.query("SELECT entity, field, total FROM counter ORDER BY entity, field");
  while (counters.step()) {
    hasher.add(counters.blob(0));
    hasher.add_number(counters.integer(1));
    hasher.add_number(counters.integer(2));
  }
  return hasher.finish();
}

}  // namespace kindling
