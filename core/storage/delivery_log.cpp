#include "core/storage/delivery_log.hpp"

#include <algorithm>

#include "core/domain/reminder.hpp"

namespace kindling {
namespace {

using std::chrono::milliseconds;

constexpr std::string_view kChecked = "delivery_checked";
constexpr std::string_view kColumns =
    "SELECT entity, occurrence, at, space, kind, wall, message, state, told, asked FROM delivery ";

std::int64_t number(Instant instant) { return instant.time_since_epoch().count(); }
Instant instant(std::int64_t number) { return Instant(milliseconds(number)); }

Delivered read(Query& row) {
  Delivered delivered;
  const ByteView id = row.blob(0);
  if (id.size() == delivered.source.id.size()) std::copy(id.begin(), id.end(), delivered.source.id.begin());
  delivered.date = date_of_key(row.blob(1));
  delivered.ordinal = ordinal_of_key(row.blob(1));
  delivered.at = instant(row.integer(2));
  delivered.source.space = static_cast<SpaceKind>(row.integer(3));
  delivered.source.kind = static_cast<EntityKind>(row.integer(4));
  delivered.wall = LocalDateTime(std::chrono::seconds(row.integer(5)));
  delivered.message = static_cast<MessageKey>(row.integer(6));
  delivered.state = static_cast<Delivered::State>(row.integer(7));
  delivered.told = instant(row.integer(8));
  delivered.asked = row.integer(9) != 0;
  return delivered;
}

std::vector<Delivered> read_all(Query query) {
  std::vector<Delivered> rows;
  while (query.step()) rows.push_back(read(query));
  return rows;
}

}  // namespace

std::optional<Instant> DeliveryLog::checked() {
  Query query = database_.query("SELECT value FROM meta WHERE key = ?1");
  query.bind(1, kChecked);
  if (!query.step()) return std::nullopt;
  return instant(query.integer(0));
}

void DeliveryLog::set_checked(Instant checked) {
  database_.query("INSERT OR REPLACE INTO meta(key, value) VALUES (?1, ?2)")
      .bind(1, kChecked)
      .bind(2, number(checked))
      .run();
}

void DeliveryLog::put(const Delivered& row) {
  const Bytes key = occurrence_key(row.date, row.ordinal);
  database_
      .query(
          "INSERT OR REPLACE INTO delivery(entity, occurrence, at, space, kind, wall, message, state, told, asked) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
      .bind(1, ByteView(row.source.id))
      .bind(2, ByteView(key))
      .bind(3, number(row.at))
      .bind(4, static_cast<std::int64_t>(row.source.space))
      .bind(5, static_cast<std::int64_t>(row.source.kind))
      .bind(6, std::chrono::floor<std::chrono::seconds>(row.wall).time_since_epoch().count())
      .bind(7, static_cast<std::int64_t>(row.message))
      .bind(8, static_cast<std::int64_t>(row.state))
      .bind(9, number(row.told))
      .bind(10, row.asked ? 1 : 0)
      .run();
}

std::vector<Delivered> DeliveryLog::since(Instant told) {
  static const std::string kSql =
      std::string(kColumns) + "WHERE told >= ?1 OR (state = 0 AND at >= ?1) ORDER BY entity, occurrence, at";
  Query query = database_.query(kSql);
  query.bind(1, number(told));
  return read_all(std::move(query));
}

std::vector<Delivered> DeliveryLog::of_message(MessageKey message) {
  static const std::string kSql = std::string(kColumns) + "WHERE message = ?1 ORDER BY at, entity, occurrence";
  Query query = database_.query(kSql);
  query.bind(1, static_cast<std::int64_t>(message));
  return read_all(std::move(query));
}

void DeliveryLog::set_state(MessageKey message, Delivered::State state) {
  database_.query("UPDATE delivery SET state = ?2 WHERE message = ?1 AND state <> 0")
      .bind(1, static_cast<std::int64_t>(message))
      .bind(2, static_cast<std::int64_t>(state))
      .run();
}

void DeliveryLog::erase(MessageKey message) {
  database_.query("DELETE FROM delivery WHERE message = ?1 AND state <> 0")
      .bind(1, static_cast<std::int64_t>(message))
      .run();
}

void DeliveryLog::erase_told_after(Instant told) {
  database_.query("DELETE FROM delivery WHERE told > ?1").bind(1, number(told)).run();
}

void DeliveryLog::erase_told_before(Instant told) {
  database_.query("DELETE FROM delivery WHERE told < ?1").bind(1, number(told)).run();
}

void DeliveryLog::erase_told_before(Instant told, const Uuid& of) {
  database_.query("DELETE FROM delivery WHERE told < ?1 AND entity = ?2")
      .bind(1, number(told))
      .bind(2, ByteView(of))
      .run();
}

}  // namespace kindling
