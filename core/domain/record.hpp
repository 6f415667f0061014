// Domain values to records and back, driven by each type's `describe`: the one list of its fields. Pure; any thread.
#pragma once

#include <utility>
#include <vector>

#include "core/domain/entity.hpp"
#include "core/domain/field_codec.hpp"

namespace kindling {

template <class Entity>
[[nodiscard]] Entity from_record(const Record& record) {
  Entity entity;
  entity.id.bytes = record.id;
  auto read = [&record](FieldNumber field, std::string_view, auto& member) {
    if (const FieldValue* value = record.find(field)) from_field(*value, member);
  };
  describe(read, entity);
  return entity;
}

template <class Entity>
[[nodiscard]] std::vector<std::pair<FieldNumber, FieldValue>> to_fields(Entity entity) {
  std::vector<std::pair<FieldNumber, FieldValue>> fields;
  auto write = [&fields](FieldNumber field, std::string_view, auto& member) {
    fields.emplace_back(field, to_field(member));
  };
  describe(write, entity);
  return fields;
}

}  // namespace kindling
