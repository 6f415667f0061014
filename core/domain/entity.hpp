// What the log and its tables know of Kindling's things: their kinds, and fields with plain numbers. Both are stable
// for ever: a number is never used twice. Value types, no I/O.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/id.hpp"

namespace kindling {

enum class EntityKind : std::uint16_t {
  reminder = 1,
  ritual = 2,
  idea = 3,  // added by the couple; the library's own ideas are content
  plan = 4,
  check_in = 5,
  prompt_answer = 6,
  memory = 7,
  appreciation = 8,
  mark = 9,  // what the owner said of a piece of content, and when it was last shown
  settings = 10,
  space = 1000,  // what devices tell each other about the space itself; nothing of it is in the tables
};

using FieldNumber = std::uint16_t;

// The value of one field. Absent and empty are told apart.
using FieldValue = std::variant<std::monostate, std::int64_t, std::string>;

// Everything the tables hold of one entity, fields ascending.
struct Record {
  Uuid id{};
  std::vector<std::pair<FieldNumber, FieldValue>> fields;

  // nullptr where the field was never set.
  [[nodiscard]] const FieldValue* find(FieldNumber field) const noexcept;
};

// One member of a set field, e.g. a day on which a ritual was done.
struct Element {
  Uuid entity{};
  FieldNumber field = 0;
  Bytes key;         // sorts bytewise; plain on disk, so it holds times and numbers only
  FieldValue value;  // sealed on disk
};

struct EntityTraits {
  EntityKind kind;
  std::string_view name;             // "reminder"
  std::string_view plural;           // "reminders": its name in exports
  std::optional<FieldNumber> title;  // the field that names it to a person
  std::optional<FieldNumber> sort;   // the integer field that orders it
  std::vector<FieldNumber> plain;    // fields that lie readable on disk: times, kinds and states; all others are sealed
};

// Whether the field's value is sealed at rest. Fields and kinds of a newer version are.
[[nodiscard]] bool is_sealed(EntityKind kind, FieldNumber field) noexcept;

// All kinds that this version knows.
[[nodiscard]] const std::vector<EntityTraits>& all_entity_traits();
// nullptr for kinds of a newer version.
[[nodiscard]] const EntityTraits* traits_of(EntityKind kind) noexcept;

// The spaces of a person: Self syncs among their own devices only; Couple is what both share.
enum class SpaceKind : std::uint8_t { self = 1, couple = 2 };

struct EntityRef {
  SpaceKind space = SpaceKind::self;
  EntityKind kind = EntityKind::reminder;
  Uuid id{};
  friend auto operator<=>(const EntityRef&, const EntityRef&) = default;
};

// What a mutation touched, so that views know what to read again.
struct Changes {
  std::vector<EntityRef> touched;
};

}  // namespace kindling
