// The set fields and counters of entities, which `describe` doesn't list: what their keys and values mean, and what
// they are called. A new set field is described here once, and exports and imports follow. Value types; pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/domain/entity.hpp"
#include "core/domain/idea.hpp"
#include "core/domain/plan.hpp"
#include "core/domain/reminder.hpp"
#include "core/domain/ritual.hpp"

namespace kindling {

struct SetField {
  enum class Key {
    occurrence,  // occurrence_key: "date" and "ordinal"
    first_day,   // occurrence_key with ordinal 0: "from"
    number,      // two bytes, the high one first: "number", from 1
  };
  enum class Value {
    none,
    instant,   // milliseconds since 1970: "until"
    last_day,  // days since 1970: "to"
    title,     // "title"
  };

  EntityKind kind;
  FieldNumber field;
  std::string_view name;
  Key key;
  Value value = Value::none;
  std::optional<FieldNumber> done = {};         // a second set with the same keys: which of these are "done"
  std::optional<FieldNumber> days_before = {};  // a third one, with a number as value: "days_before"
};

struct CountField {
  EntityKind kind;
  FieldNumber field;
  std::string_view name;
};

inline constexpr SetField kSetFields[] = {
    {EntityKind::reminder, Reminder::kDone, "done", SetField::Key::occurrence},
    {EntityKind::reminder, Reminder::kSkipped, "skipped", SetField::Key::occurrence},
    {EntityKind::reminder, Reminder::kSnoozed, "snoozed", SetField::Key::occurrence, SetField::Value::instant},
    {EntityKind::ritual, Ritual::kDone, "done", SetField::Key::occurrence},
    {EntityKind::ritual, Ritual::kRests, "rests", SetField::Key::first_day, SetField::Value::last_day},
    {EntityKind::plan, Plan::kTasks, "tasks", SetField::Key::number, SetField::Value::title, Plan::kTasksDone,
     Plan::kTaskDays},
    {EntityKind::plan, Plan::kItems, "items", SetField::Key::number, SetField::Value::title, Plan::kItemsDone},
};

inline constexpr CountField kCountFields[] = {
    {EntityKind::mark, Mark::kShown, "shown"},
};

// Everything that an entity says, as its cells, set members and counters; absent values are left out, fields, members
// and counts ascend.
struct EntityState {
  EntityKind kind = EntityKind::reminder;
  Uuid id{};
  std::vector<std::pair<FieldNumber, FieldValue>> fields;
  struct Member {
    FieldNumber field = 0;
    Bytes key;
    FieldValue value;
    friend bool operator==(const Member&, const Member&) = default;
  };
  std::vector<Member> members;
  std::vector<std::pair<FieldNumber, std::int64_t>> counts;  // none of 0

  friend bool operator==(const EntityState&, const EntityState&) = default;
};

}  // namespace kindling
