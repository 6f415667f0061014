#include "core/storage/entity_states.hpp"

#include <algorithm>

#include "core/domain/entity_types.hpp"
#include "core/domain/record.hpp"

namespace kindling {

EntityState state_of(Tables& tables, EntityKind kind, const Record& record) {
  EntityState state;
  state.kind = kind;
  state.id = record.id;
  with_entity_type(kind,
                   [&](auto type) { state.fields = to_fields(from_record<typename decltype(type)::type>(record)); });
  std::erase_if(state.fields, [](const auto& field) { return std::holds_alternative<std::monostate>(field.second); });
  for (const SetField& set : kSetFields) {
    if (set.kind != kind) continue;
    for (Element& element : tables.elements(record.id, set.field)) {
      if (set.done && tables.has_element(record.id, *set.done, element.key))
        state.members.push_back({*set.done, element.key, {}});
      if (set.days_before) {
        if (auto days = tables.element(record.id, *set.days_before, element.key); days && days->present)
          state.members.push_back({*set.days_before, element.key, std::move(days->value)});
      }
      state.members.push_back({set.field, std::move(element.key), std::move(element.value)});
    }
  }
  std::stable_sort(state.members.begin(), state.members.end(),
                   [](const auto& a, const auto& b) { return a.field != b.field ? a.field < b.field : a.key < b.key; });
  for (const CountField& count : kCountFields) {
    if (count.kind != kind) continue;
    if (const std::int64_t total = tables.total(record.id, count.field); total != 0)
      state.counts.emplace_back(count.field, total);
  }
  return state;
}

}  // namespace kindling
