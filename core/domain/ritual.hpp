// A ritual: something small that a couple does again and again. It lives in the couple's space. Value types, no I/O.
#pragma once

#include <string>
#include <vector>

#include "core/domain/reminder.hpp"

namespace kindling {

enum class RitualKind { parting, reunion, meal, bedtime, weekly, yearly, other };
template <>
struct EnumNames<RitualKind> {
  static constexpr std::array<std::string_view, 7> kNames{"parting", "reunion", "meal", "bedtime",
                                                          "weekly",  "yearly",  "other"};
};

struct Ritual {
  static constexpr EntityKind kKind = EntityKind::ritual;
  static constexpr FieldNumber kDone = 20;  // keyed by occurrence_key
  static constexpr FieldNumber kRests =
      23;  // keyed by occurrence_key of the first day; value: the last day, days since 1970

  Id<Ritual> id;
  std::string title;
  RitualKind kind = RitualKind::other;
  Schedule schedule;  // floating
  std::chrono::minutes length{10};
  std::vector<std::string> steps;
};

template <class Visitor>
void describe(Visitor& visit, Ritual& ritual) {
  visit(1, "title", ritual.title);
  visit(2, "kind", ritual.kind);
  visit(3, "start", ritual.schedule.start);
  visit(4, "rule", ritual.schedule.rule);
  visit(5, "minutes", ritual.length);
  visit(6, "steps", ritual.steps);
}

// A declared rest, both days included. Rested days don't count for or against a ritual.
struct Rest {
  LocalDate from;
  LocalDate to;
};

}  // namespace kindling
