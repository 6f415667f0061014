// The merge: the same operations in any order, with repetitions, come to the same tables, and to what an independent
// small model says.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/codec/wire_v1.hpp"
#include "core/storage/migrations.hpp"
#include "core/storage/tables.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

constexpr std::size_t kEntities = 3;
constexpr std::size_t kStreams = 3;
constexpr FieldNumber kFields[] = {1, 2, 3, 77};  // a title, the sort field, a plain one, one of a newer version
constexpr FieldNumber kSetField = 24;
constexpr FieldNumber kCounterField = 30;
constexpr auto kUnknownKind = static_cast<OperationKind>(42);

Uuid entity_id(std::size_t number) { return Uuid{static_cast<std::uint8_t>(0xE0 + number)}; }
Uuid stream_id(std::size_t number) { return Uuid{static_cast<std::uint8_t>(0x50 + number), 1}; }

// A device's tables, in memory.
class Replica {
 public:
  Replica() : random_(1), sealer_(SecretKey(), random_) {
    auto database = Database::open(":memory:", {});
    if (!database || !migrate(**database)) std::abort();
    database_ = std::move(*database);
    log_ = std::make_unique<OperationLog>(*database_, sealer_);
    tables_ = std::make_unique<Tables>(*database_, sealer_, *log_);
  }
  // False where it was there already.
  bool receive(const Operation& operation) {
    Transaction transaction(*database_);
    const bool is_new = log_->append(operation, encode_payload(operation.payload));
    if (is_new) tables_->apply(operation);
    if (!transaction.commit()) std::abort();
    return is_new;
  }
  void rebuild() {
    Transaction transaction(*database_);
    tables_->clear();
    std::vector<Operation> all;
    log_->for_each([&](const LoggedOperation& logged) {
      all.push_back(logged.operation);
      return true;
    });
    for (const Operation& operation : all) tables_->apply(operation);
    if (!transaction.commit()) std::abort();
  }
  Tables& tables() { return *tables_; }
  OperationLog& log() { return *log_; }

 private:
  SeededRandom random_;
  ValueSealer sealer_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<OperationLog> log_;
  std::unique_ptr<Tables> tables_;
};

FieldValue random_value(FieldNumber field) {
  if (field == 2) return *rc::gen::element<std::int64_t>(-5, 0, 7, INT64_MAX);
  return *rc::gen::element<FieldValue>(FieldValue{}, FieldValue{std::int64_t{3}}, FieldValue{std::string("word")},
                                       FieldValue{std::string()});
}

// Operations as a few devices would have made them: sequence numbers and stamps of a stream are its own.
std::vector<Operation> random_operations() {
  std::vector<Operation> operations;
  std::uint64_t next_seq[kStreams] = {1, 1, 1};
  const auto count = *rc::gen::inRange<std::size_t>(0, 25);
  for (std::size_t i = 0; i < count; ++i) {
    Operation o;
    const auto stream = *rc::gen::inRange<std::size_t>(0, kStreams);
    o.ref = {stream_id(stream), next_seq[stream]++};
    // Few milliseconds, so that stamps of different streams meet; the counter tells those of one stream apart.
    o.stamp = {*rc::gen::inRange<std::int64_t>(1, 5), static_cast<std::uint16_t>(o.ref.seq)};
    o.entity_kind = EntityKind::plan;
    o.entity = entity_id(*rc::gen::inRange<std::size_t>(0, kEntities));
    o.action = o.ref.seq;
    o.kind = *rc::gen::element(OperationKind::set, OperationKind::set, OperationKind::set_add, OperationKind::alive,
                               OperationKind::count_add, OperationKind::append, OperationKind::control, kUnknownKind);
    o.payload.present = *rc::gen::arbitrary<bool>();
    switch (o.kind) {
      case OperationKind::set:
        o.field = *rc::gen::elementOf(std::vector<FieldNumber>(std::begin(kFields), std::end(kFields)));
        o.payload.value = random_value(o.field);
        break;
      case OperationKind::set_add:
        o.field = kSetField;
        o.payload.element = {*rc::gen::element<std::uint8_t>(1, 2)};
        o.payload.value = random_value(1);
        break;
      case OperationKind::count_add:
        o.field = kCounterField;
        o.payload.value = *rc::gen::inRange<std::int64_t>(-10, 10);
        break;
      case OperationKind::append:
        for (const FieldNumber field : kFields) o.payload.fields.emplace_back(field, random_value(field));
        break;
      default: break;
    }
    operations.push_back(std::move(o));
  }
  return operations;
}

// What a set of operations means, said once more: of all words about a cell the one with the greatest version counts.
class Model {
 public:
  explicit Model(const std::vector<Operation>& operations) {
    std::set<std::pair<Uuid, std::uint64_t>> seen;
    for (const Operation& o : operations) {
      if (!seen.insert({o.ref.stream, o.ref.seq}).second) continue;
      const auto when = std::make_tuple(o.stamp.ms, o.stamp.counter, o.ref.stream);
      if (o.kind == OperationKind::set) words_[{o.entity, o.field}][when] = o.payload.value;
      for (const auto& [field, value] : o.payload.fields) words_[{o.entity, field}][when] = value;
      if (o.kind == OperationKind::set_add)
        members_[{o.entity, o.payload.element.front()}][when] = {o.payload.present, o.payload.value};
      if (o.kind == OperationKind::alive) lives_[o.entity][when] = o.payload.present;
      if (o.kind == OperationKind::count_add) totals_[o.entity] += std::get<std::int64_t>(o.payload.value);
      if (o.kind <= OperationKind::append) known_.insert(o.entity);
    }
  }

  void agrees_with(Tables& tables) const {
    for (std::size_t number = 0; number < kEntities; ++number) {
      const Uuid id = entity_id(number);
      RC_ASSERT(tables.is_known(id) == known_.contains(id));
      const auto life = lives_.find(id);
      const bool alive = life == lives_.end() || life->second.rbegin()->second;
      RC_ASSERT(tables.record(EntityKind::plan, id).has_value() == (known_.contains(id) && alive));
      for (const FieldNumber field : kFields) {
        const auto word = words_.find({id, field});
        const auto cell = tables.cell(id, field);
        RC_ASSERT(cell.has_value() == (word != words_.end()));
        if (cell) {
          RC_ASSERT(cell->value == word->second.rbegin()->second);
        }
      }
      for (const std::uint8_t key : {std::uint8_t{1}, std::uint8_t{2}}) {
        const auto member = members_.find({id, key});
        const auto element = tables.element(id, kSetField, Bytes{key});
        RC_ASSERT(element.has_value() == (member != members_.end()));
        if (!element) continue;
        RC_ASSERT(element->present == member->second.rbegin()->second.first);
        RC_ASSERT(element->value == member->second.rbegin()->second.second);
      }
      const auto total = totals_.find(id);
      RC_ASSERT(tables.total(id, kCounterField) == (total == totals_.end() ? 0 : total->second));
    }
    std::size_t alive = 0;
    for (const Uuid& id : known_) {
      const auto life = lives_.find(id);
      if (life == lives_.end() || life->second.rbegin()->second) ++alive;
    }
    RC_ASSERT(tables.count(EntityKind::plan) == alive);
    RC_ASSERT(tables.records(EntityKind::plan).size() <= alive);
  }

 private:
  using When = std::tuple<std::int64_t, std::uint16_t, Uuid>;
  std::map<std::pair<Uuid, FieldNumber>, std::map<When, FieldValue>> words_;
  std::map<std::pair<Uuid, std::uint8_t>, std::map<When, std::pair<bool, FieldValue>>> members_;
  std::map<Uuid, std::map<When, bool>> lives_;
  std::map<Uuid, std::int64_t> totals_;
  std::set<Uuid> known_;
};

std::vector<Operation> shuffled(std::vector<Operation> operations) {
  std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
  std::shuffle(operations.begin(), operations.end(), random);
  return operations;
}

RC_GTEST_PROP(Merge, ComesToTheSameInAnyOrderAndWithRepetitions, ()) {
  const auto operations = random_operations();
  Replica one;
  for (const Operation& operation : operations) RC_ASSERT(one.receive(operation));
  Replica other;
  auto again = operations;
  again.insert(again.end(), operations.begin(),
               operations.begin() + static_cast<std::ptrdiff_t>(operations.size() / 2));
  std::size_t taken = 0;
  for (const Operation& operation : shuffled(again))
    taken += other.receive(operation) ? std::size_t{1} : std::size_t{0};
  RC_ASSERT(taken == operations.size());
  RC_ASSERT(one.tables().digest() == other.tables().digest());
  const Model model(operations);
  model.agrees_with(one.tables());
  model.agrees_with(other.tables());
}

RC_GTEST_PROP(Merge, RebuildsFromTheLogWhatOperationsCameTo, ()) {
  const auto operations = shuffled(random_operations());
  Replica replica;
  for (const Operation& operation : operations) replica.receive(operation);
  const auto before = replica.tables().digest();
  replica.rebuild();
  RC_ASSERT(replica.tables().digest() == before);
  RC_ASSERT(replica.log().count() == operations.size());
}

RC_GTEST_PROP(Merge, KeepsUnknownOperationsUntouched, ()) {
  const auto operations = random_operations();
  Replica replica;
  for (const Operation& operation : operations) replica.receive(operation);
  for (const Operation& operation : operations) {
    const auto found = replica.log().find(operation.ref);
    RC_ASSERT(found.has_value());
    RC_ASSERT(found->readable);
    RC_ASSERT(found->operation.kind == operation.kind);
    RC_ASSERT(found->encoded_payload == encode_payload(operation.payload));
  }
}

TEST(Merge, KeepsAPayloadThatItCannotRead) {
  Replica replica;
  Operation operation;
  operation.ref = {stream_id(0), 1};
  operation.entity = entity_id(0);
  const Bytes future{9, 1, 2, 3};
  EXPECT_TRUE(replica.log().append(operation, future));
  const auto found = replica.log().find(operation.ref);
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->readable);
  EXPECT_EQ(found->encoded_payload, future);
}

TEST(Merge, NeverResurrectsByLaterFields) {
  Replica replica;
  Operation gone;
  gone.ref = {stream_id(0), 1};
  gone.stamp = {5, 0};
  gone.kind = OperationKind::alive;
  gone.entity_kind = EntityKind::plan;
  gone.entity = entity_id(0);
  gone.payload.present = false;
  Operation edit = gone;
  edit.ref.seq = 2;
  edit.stamp = {9, 0};
  edit.kind = OperationKind::set;
  edit.field = 1;
  edit.payload = {};
  edit.payload.value = "later";
  replica.receive(edit);
  replica.receive(gone);
  EXPECT_FALSE(replica.tables().record(EntityKind::plan, gone.entity).has_value());
  EXPECT_EQ(replica.tables().cell(gone.entity, 1)->value, FieldValue("later"));
}

}  // namespace
}  // namespace kindling
