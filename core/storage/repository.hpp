// Domain values in and out of a space, driven by each type's `describe`: the one list of its fields. Reading needs only
// the tables; writing happens in an act. Free functions; same thread as the space.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/domain/record.hpp"
#include "core/storage/space.hpp"

namespace kindling {

// Writes the fields that differ from what is kept. One whose id is derived, such as the settings, lives again if an
// undo took it away.
template <class Entity>
void save(Writer& writer, const Entity& entity) {
  if (const auto life = writer.tables().life(entity.id.bytes); life && !life->present)
    writer.set_alive(Entity::kKind, entity.id.bytes, true);
  for (const auto& [field, value] : to_fields(entity)) writer.set(Entity::kKind, entity.id.bytes, field, value);
}

// Lets an entity with a derived id live again where an undo took it away, with nothing of what it said before: that was
// taken back too.
template <class Entity>
void revive(Writer& writer, const Id<Entity>& id) {
  if (const auto life = writer.tables().life(id.bytes); !life || life->present) return;
  writer.set_alive(Entity::kKind, id.bytes, true);
  for (const auto& [field, value] : to_fields(Entity{})) writer.set(Entity::kKind, id.bytes, field, FieldValue{});
}

// Writes the fields in which `after` differs from `before`, and leaves all others alone: also one whose value is of a
// newer version, which reads here as its default.
template <class Entity>
void save_changes(Writer& writer, const Entity& before, const Entity& after) {
  revive(writer, after.id);
  const auto old = to_fields(before);
  const auto now = to_fields(after);
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (now[i] != old[i]) writer.set(Entity::kKind, after.id.bytes, now[i].first, now[i].second);
  }
}

// Writes a new entity as one operation.
template <class Entity>
void append(Writer& writer, const Entity& entity) {
  auto fields = to_fields(entity);
  std::erase_if(fields, [](const auto& entry) { return std::holds_alternative<std::monostate>(entry.second); });
  writer.append(Entity::kKind, entity.id.bytes, std::move(fields));
}

template <class Entity>
[[nodiscard]] std::optional<Entity> load(Tables& tables, const Id<Entity>& id) {
  const auto record = tables.record(Entity::kKind, id.bytes);
  if (!record) return std::nullopt;
  return from_record<Entity>(*record);
}

// The same, or the error that a person is told.
template <class Entity>
[[nodiscard]] Result<Entity> require(Tables& tables, const EntityRef& ref) {
  auto entity = load(tables, Id<Entity>{ref.id});
  if (!entity)
    return not_found("there is no " + std::string(traits_of(Entity::kKind)->name) + " with that id; `list` shows them");
  return std::move(*entity);
}

template <class Entity>
[[nodiscard]] std::vector<Entity> load_all(Tables& tables, SortRange range = {}, Order order = Order::ascending,
                                           std::size_t limit = kEverything) {
  std::vector<Entity> found;
  for (const Record& record : tables.records(Entity::kKind, range, order, limit))
    found.push_back(from_record<Entity>(record));
  return found;
}

}  // namespace kindling
