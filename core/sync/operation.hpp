// One change, as the log keeps it and as devices will exchange it. Value types; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/domain/entity.hpp"
#include "core/domain/verb.hpp"
#include "core/sync/hybrid_clock.hpp"

namespace kindling {

// Stable numbers. Kinds unknown here are kept in the log untouched and applied after an upgrade.
enum class OperationKind : std::uint8_t {
  set = 1,        // a field: last writer wins by Version
  set_add = 2,    // a member of a set field, or its removal: each member is a last-writer-wins cell of its own
  alive = 3,      // delete and undelete: one cell for the entity; other fields never resurrect it
  count_add = 4,  // a signed delta, counted exactly once through (stream, seq)
  append = 5,     // a whole immutable entity
  commit = 6,     // reserved for sealed answers,
  reveal = 7,     //
  psi = 8,        // for mutual yes,
  control = 9,    // and for members, keys and marks of undo
};

// Where an operation stands in the log.
struct OperationRef {
  Uuid stream{};
  std::uint64_t seq = 0;
  friend bool operator==(const OperationRef&, const OperationRef&) = default;
};

// The part that is sealed at rest.
struct Payload {
  Bytes element;                                           // set_add: the member's key
  bool present = true;                                     // set_add: there or removed; alive: alive or deleted
  FieldValue value;                                        // set, set_add; count_add: the delta
  std::vector<std::pair<FieldNumber, FieldValue>> fields;  // append
  std::optional<OperationRef> replaced;                    // what held the cell before, as the writer saw it
  friend bool operator==(const Payload&, const Payload&) = default;
};

struct Operation {
  OperationRef ref;
  Stamp stamp;
  OperationKind kind = OperationKind::set;
  EntityKind entity_kind = EntityKind::reminder;
  Uuid entity{};
  FieldNumber field = 0;
  std::uint64_t action = 0;  // seq of the first operation of the same act
  Verb verb = Verb::undo;
  std::uint64_t undoes = 0;  // with Verb::undo: the `action` that it takes back (of the same stream); else 0
  Payload payload;

  [[nodiscard]] Version version() const noexcept { return {stamp, ref.stream}; }
};

inline constexpr std::size_t kOperationLimit = 64 * 1024;  // bytes of an encoded payload

}  // namespace kindling
