#include "core/codec/json_export.hpp"

#include <algorithm>

#include "core/codec/json_fields.hpp"
#include "core/domain/entity_types.hpp"
#include "core/domain/record.hpp"

namespace kindling {
namespace {

int number_of(ByteView key) { return key.size() < 2 ? 0 : (key[0] << 8) | key[1]; }

void write_key(JsonWriter& json, SetField::Key kind, ByteView key) {
  switch (kind) {
    case SetField::Key::occurrence:
      json.key("date");
      json.text(to_string(date_of_key(key)));
      json.key("ordinal");
      json.number(ordinal_of_key(key));
      return;
    case SetField::Key::first_day:
      json.key("from");
      json.text(to_string(date_of_key(key)));
      return;
    case SetField::Key::number:
      json.key("number");
      json.number(number_of(key));
      return;
  }
}

void write_value(JsonWriter& json, SetField::Value kind, const FieldValue& value) {
  switch (kind) {
    case SetField::Value::none: return;
    case SetField::Value::instant: {
      Instant until;
      from_field(value, until);
      json.key("until");
      json.text(exact_utc_string(until));
      return;
    }
    case SetField::Value::last_day: {
      LocalDate to;
      from_field(value, to);
      json.key("to");
      json.text(to_string(to));
      return;
    }
    case SetField::Value::title: {
      std::string title;
      from_field(value, title);
      json.key("title");
      json.text(title);
      return;
    }
  }
}

}  // namespace

std::string_view name_of(SpaceKind space) noexcept { return space == SpaceKind::self ? "self" : "couple"; }

JsonExport::JsonExport(Instant exported_at, std::string_view device_zone) {
  json_.begin_object();
  json_.key("kindling");
  json_.number(kJsonExportVersion);
  json_.key("exported_at");
  json_.text(to_utc_string(exported_at));
  json_.key("device_zone");
  json_.text(device_zone);
}

void JsonExport::begin_space(SpaceKind space) {
  json_.new_line();
  json_.key(name_of(space));
  json_.begin_object();
}

void JsonExport::begin_kind(EntityKind kind) {
  json_.new_line();
  json_.key(traits_of(kind)->plural);
  json_.begin_array();
}

void JsonExport::add(const EntityState& state) {
  json_.new_line();
  json_.begin_object();
  json_.key("id");
  json_.text(to_string(state.id));
  with_entity_type(state.kind, [&](auto type) {
    Record record;
    record.id = state.id;
    record.fields = state.fields;
    auto entity = from_record<typename decltype(type)::type>(record);
    auto write = [this](FieldNumber, std::string_view name, auto& member) {
      json_.key(name);
      codec::write_json(json_, member);
    };
    describe(write, entity);
  });
  for (const SetField& set : kSetFields) {
    if (set.kind == state.kind) add_members(state, set);
  }
  for (const CountField& field : kCountFields) {
    if (field.kind != state.kind) continue;
    const auto found = std::find_if(state.counts.begin(), state.counts.end(),
                                    [&](const auto& count) { return count.first == field.field; });
    json_.key(field.name);
    json_.number(found == state.counts.end() ? 0 : found->second);
  }
  json_.end_object();
}

void JsonExport::add_members(const EntityState& state, const SetField& set) {
  json_.key(set.name);
  json_.begin_array();
  for (const EntityState::Member& member : state.members) {
    if (member.field != set.field) continue;
    json_.begin_object();
    write_key(json_, set.key, member.key);
    write_value(json_, set.value, member.value);
    if (set.done) {
      json_.key("done");
      json_.boolean(std::any_of(state.members.begin(), state.members.end(), [&](const EntityState::Member& other) {
        return other.field == *set.done && other.key == member.key;
      }));
    }
    if (set.days_before) {
      const auto found = std::find_if(
          state.members.begin(), state.members.end(),
          [&](const EntityState::Member& other) { return other.field == *set.days_before && other.key == member.key; });
      std::optional<int> days;
      if (found != state.members.end()) from_field(found->value, days);
      json_.key("days_before");
      codec::write_json(json_, days);
    }
    json_.end_object();
  }
  json_.end_array();
}

std::string JsonExport::finish() {
  json_.new_line();
  json_.end_object();
  return json_.take() + "\n";
}

}  // namespace kindling
