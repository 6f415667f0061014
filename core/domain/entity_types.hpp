// Every kind of entity with its type: what walks over all of them (exports, imports) does so through this one list.
#pragma once

#include "core/domain/check_in.hpp"
#include "core/domain/idea.hpp"
#include "core/domain/keepsake.hpp"
#include "core/domain/plan.hpp"
#include "core/domain/reminder.hpp"
#include "core/domain/ritual.hpp"
#include "core/domain/settings.hpp"

namespace kindling {

template <class Entity>
struct EntityType {
  using type = Entity;
};

// Calls visit(EntityType<T>{}) for each, in the order of exports.
template <class Visit>
void for_each_entity_type(Visit&& visit) {
  visit(EntityType<Reminder>{});
  visit(EntityType<Ritual>{});
  visit(EntityType<Idea>{});
  visit(EntityType<Plan>{});
  visit(EntityType<CheckIn>{});
  visit(EntityType<PromptAnswer>{});
  visit(EntityType<Memory>{});
  visit(EntityType<Appreciation>{});
  visit(EntityType<Mark>{});
  visit(EntityType<Settings>{});
}

// The same for one kind alone; nothing for one of a newer version.
template <class Visit>
void with_entity_type(EntityKind kind, Visit&& visit) {
  for_each_entity_type([&](auto type) {
    if (decltype(type)::type::kKind == kind) visit(type);
  });
}

// Written as a whole, in one operation. A later edit, as of a memory, is a field of its own.
[[nodiscard]] constexpr bool is_written_whole(EntityKind kind) noexcept {
  return kind == EntityKind::check_in || kind == EntityKind::prompt_answer || kind == EntityKind::memory ||
         kind == EntityKind::appreciation;
}

// Whether a kind is the owner's alone: it never enters the couple's space.
[[nodiscard]] constexpr bool is_private(EntityKind kind) noexcept {
  return kind == EntityKind::mark || kind == EntityKind::settings;
}

}  // namespace kindling
