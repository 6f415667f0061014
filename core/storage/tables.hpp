// The tables that answer questions: what the log comes to. `apply` is the merge: the same operations in any order give
// the same tables. Belongs to one thread; `apply` and `clear` REQUIRE an open Transaction.
#pragma once

#include <array>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "core/storage/operation_log.hpp"

namespace kindling {

// A stretch of the sort field, both ends included.
struct SortRange {
  std::int64_t from = std::numeric_limits<std::int64_t>::min();
  std::int64_t to = std::numeric_limits<std::int64_t>::max();
};

inline constexpr std::size_t kEverything = 0x7FFFFFFF;  // no limit to the number of entities

enum class Order { ascending, descending };

// Where a cell stands now.
struct CellState {
  Version version;
  OperationRef writer;
  FieldValue value;
  bool present = true;  // elements: there or removed; alive: alive or deleted
};

class Tables {
 public:
  Tables(Database& database, const ValueSealer& sealer, OperationLog& log)
      : database_(database), sealer_(sealer), log_(log) {}

  // Brings in one operation. Kinds that this version doesn't know change nothing.
  void apply(const Operation& operation);
  void clear();

  // Living entities by their sort field. `limit` counts entities.
  [[nodiscard]] std::vector<Record> records(EntityKind kind, SortRange range = {}, Order order = Order::ascending,
                                            std::size_t limit = kEverything);
  // The fields from `first` to `last` of living entities by their sort field, and of each entity ascending: for
  // questions over many entities that need little of each.
  void for_each_value(EntityKind kind, SortRange range, FieldNumber first, FieldNumber last,
                      const std::function<void(const Uuid&, std::int64_t sort, FieldNumber, const FieldValue&)>& visit);
  // Nothing where it doesn't exist or was deleted.
  [[nodiscard]] std::optional<Record> record(EntityKind kind, const Uuid& id);
  // The same, deleted ones too: for the names in history.
  [[nodiscard]] std::optional<Record> any_record(const Uuid& id);
  [[nodiscard]] bool is_known(const Uuid& id);  // ever seen, also deleted
  [[nodiscard]] std::vector<Uuid> ids(EntityKind kind);
  [[nodiscard]] std::uint64_t count(EntityKind kind);

  // Present members of a set field with from <= key < to (an empty `to`: no end), ascending.
  [[nodiscard]] std::vector<Element> elements(const Uuid& entity, FieldNumber field, ByteView from = {},
                                              ByteView to = {});
  // The same of three fields at once, in no order.
  [[nodiscard]] std::vector<Element> elements(const Uuid& entity, const std::array<FieldNumber, 3>& fields,
                                              ByteView from, ByteView to);
  [[nodiscard]] bool has_element(const Uuid& entity, FieldNumber field, ByteView key);
  [[nodiscard]] std::int64_t total(const Uuid& entity, FieldNumber field);

  [[nodiscard]] std::optional<CellState> cell(const Uuid& entity, FieldNumber field);
  [[nodiscard]] std::optional<CellState> element(const Uuid& entity, FieldNumber field, ByteView key);
  // Nothing where the entity isn't known.
  [[nodiscard]] std::optional<CellState> life(const Uuid& entity);

  // What was worked out from all entities of a kind, sealed, to save doing it again. Of this device alone; no part of
  // the digest. Check-ins have it, their moods by day: any operation on one forgets it. Rituals have it, for reminders
  // and plans too, what their whole weeks came to: any operation forgets it but a mark on a day of the week that it is
  // made in.
  [[nodiscard]] std::optional<Bytes> derived(EntityKind kind);
  void set_derived(EntityKind kind, ByteView bytes);

  // A digest over everything the tables say, values opened: equal exactly where two sets of tables say the same.
  [[nodiscard]] std::array<std::uint8_t, 32> digest();

 private:
  void forget_derived(EntityKind kind);
  void forget_derived(const Operation& operation);
  void ensure_entity(const Operation& operation);
  void apply_field(const Operation& operation, FieldNumber field, const FieldValue& value);
  void apply_element(const Operation& operation);
  void apply_life(const Operation& operation);
  void apply_count(const Operation& operation);
  [[nodiscard]] Element read_element(Query& row, const Uuid& entity) const;
  [[nodiscard]] FieldValue read_value(Query& row, int column, const Place& place) const;
  [[nodiscard]] Record fields_of(const Uuid& id);
  void bind_version(Query& query, const Operation& operation, FieldNumber field) const;
  void bind_value(Query& query, int parameter, const FieldValue& value, bool sealed, const Place& place) const;
  [[nodiscard]] Uuid stream_id(std::int64_t number);

  Database& database_;
  const ValueSealer& sealer_;
  OperationLog& log_;
};

}  // namespace kindling
