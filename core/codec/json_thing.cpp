#include "core/codec/json_thing.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/codec/json_fields.hpp"
#include "core/domain/checks.hpp"
#include "core/domain/record.hpp"

namespace kindling::codec {
namespace {

constexpr std::int64_t kMostOrdinal = 0xFFFF;
constexpr std::int64_t kMostShown = 1'000'000'000;

Error within(std::string_view name, const Error& error) {
  return {error.code, "its \"" + std::string(name) + "\" is wrong: " + error.message};
}

// Takes members of one object by name and counts how many it knew.
class Fields {
 public:
  explicit Fields(const Json& object) : object_(object) {}

  template <class T>
  [[nodiscard]] Result<void> read(std::string_view name, T& out, bool required = false) {
    const auto found = object_.find(name);
    if (found == object_.end()) {
      if (required) return invalid("its \"" + std::string(name) + "\" is missing");
      return {};
    }
    ++known_;
    if (auto done = read_json(*found, out); !done) return within(name, done.error());
    return {};
  }
  [[nodiscard]] const Json* find(std::string_view name) {
    const auto found = object_.find(name);
    if (found == object_.end()) return nullptr;
    ++known_;
    return &*found;
  }
  [[nodiscard]] std::size_t unknown() const { return object_.size() - known_; }

 private:
  const Json& object_;
  std::size_t known_ = 0;
};

Result<Bytes> read_key(Fields& fields, SetField::Key kind) {
  LocalDate date;
  int number = 0;
  switch (kind) {
    case SetField::Key::occurrence: {
      if (auto done = fields.read("date", date, true); !done) return done.error();
      if (auto done = fields.read("ordinal", number); !done) return done.error();
      if (number < 0 || number > kMostOrdinal) return invalid("its \"ordinal\" runs from 0 to 65535");
      return occurrence_key(date, number);
    }
    case SetField::Key::first_day:
      if (auto done = fields.read("from", date, true); !done) return done.error();
      return occurrence_key(date);
    case SetField::Key::number: break;
  }
  if (auto done = fields.read("number", number, true); !done) return done.error();
  if (number < 1 || number > kMostOrdinal) return invalid("its \"number\" runs from 1 to 65535");
  return Bytes{static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number & 0xFF)};
}

Result<FieldValue> read_value(Fields& fields, SetField::Value kind, ByteView key) {
  switch (kind) {
    case SetField::Value::none: break;
    case SetField::Value::instant: {
      Instant until;
      if (auto done = fields.read("until", until, true); !done) return done.error();
      return to_field(until);
    }
    case SetField::Value::last_day: {
      LocalDate to;
      if (auto done = fields.read("to", to, true); !done) return done.error();
      if (to < date_of_key(key))
        return invalid("its \"to\" lies before its \"from\"; a rest ends on or after its first day");
      return to_field(to);
    }
    case SetField::Value::title: {
      std::string title;
      if (auto done = fields.read("title", title, true); !done) return done.error();
      if (auto checked = check_title(title, "a title"); !checked) return checked.error();
      return to_field(title);
    }
  }
  return FieldValue{};
}

Result<void> read_members(JsonThing& thing, const SetField& set, const Json& list) {
  if (!list.is_array()) return invalid("it is a list in square brackets");
  for (const Json& item : list) {
    if (!item.is_object()) return invalid("each of its entries stands in curly brackets");
    Fields fields(item);
    auto key = read_key(fields, set.key);
    if (!key) return key.error();
    auto value = read_value(fields, set.value, *key);
    if (!value) return value.error();
    bool done = false;
    if (set.done) {
      if (auto read = fields.read("done", done); !read) return read;
    }
    if (done) thing.state.members.push_back({*set.done, *key, {}});
    std::optional<int> days;
    if (set.days_before) {
      if (auto read = fields.read("days_before", days); !read) return read;
      if (days && (*days < 0 || *days > kMostDaysBefore)) return invalid("its \"days_before\" runs from 0 to 365");
    }
    if (days) thing.state.members.push_back({*set.days_before, *key, to_field(*days)});
    thing.state.members.push_back({set.field, std::move(*key), std::move(*value)});
    thing.ignored += fields.unknown();
  }
  return {};
}

// Ascending, and each member once: of several with one key the first counts.
void settle_members(std::vector<EntityState::Member>& members) {
  const auto before = [](const EntityState::Member& a, const EntityState::Member& b) {
    return a.field != b.field ? a.field < b.field : a.key < b.key;
  };
  const auto same = [](const EntityState::Member& a, const EntityState::Member& b) {
    return a.field == b.field && a.key == b.key;
  };
  std::stable_sort(members.begin(), members.end(), before);
  members.erase(std::unique(members.begin(), members.end(), same), members.end());
}

template <class Entity>
Result<void> read_fields(Entity& entity, Fields& fields) {
  Result<void> result;
  auto read = [&](FieldNumber, std::string_view name, auto& member) {
    if (result) result = fields.read(name, member);
  };
  describe(read, entity);
  return result;
}

Result<void> read_id(Fields& fields, Uuid& id) {
  std::string text;
  if (auto done = fields.read("id", text, true); !done) return done;
  const auto parsed = parse_uuid(text);
  if (!parsed || *parsed == Uuid{}) return invalid("its \"id\" is wrong: an id has 26 letters and digits");
  id = *parsed;
  return {};
}

}  // namespace

Result<JsonThing> read_json_thing(EntityKind kind, const Json& object, const TimeZones& zones) {
  JsonThing thing;
  thing.state.kind = kind;
  Fields fields(object);
  Result<void> result = read_id(fields, thing.state.id);
  with_entity_type(kind, [&](auto type) {
    typename decltype(type)::type entity;
    if (result) result = read_fields(entity, fields);
    if (result) result = check(entity, zones);
    if (result) thing.state.fields = to_fields(std::move(entity));
  });
  if (!result) return result.error();
  std::erase_if(thing.state.fields,
                [](const auto& field) { return std::holds_alternative<std::monostate>(field.second); });
  for (const SetField& set : kSetFields) {
    if (set.kind != kind) continue;
    const Json* list = fields.find(set.name);
    if (list == nullptr) continue;
    if (auto done = read_members(thing, set, *list); !done) return within(set.name, done.error());
  }
  settle_members(thing.state.members);
  for (const CountField& count : kCountFields) {
    if (count.kind != kind) continue;
    const Json* number = fields.find(count.name);
    if (number == nullptr) continue;
    const auto value = read_integer(*number, 0, kMostShown);
    if (!value) return within(count.name, value.error());
    if (*value != 0) thing.state.counts.emplace_back(count.field, *value);
  }
  thing.ignored += fields.unknown();
  return thing;
}

}  // namespace kindling::codec
