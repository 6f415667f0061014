// A date that two people plan: proposal, yes, tasks, the evening, a memory. It lives in the couple's space. Value
// types, no I/O.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/entity.hpp"
#include "core/domain/names.hpp"

namespace kindling {

enum class PlanState { proposed, accepted, declined, cancelled, done };
template <>
struct EnumNames<PlanState> {
  static constexpr std::array<std::string_view, 5> kNames{"proposed", "accepted", "declined", "cancelled", "done"};
};

// Something to do before. Its day is counted back from the plan's, so that it moves along.
struct PlanTask {
  int number = 0;  // from 1
  std::string title;
  bool done = false;
  std::optional<int> days_before = std::nullopt;  // none: no day of its own
};

// Something to have ready: an ingredient to buy, a thing to pack.
struct PlanItem {
  int number = 0;  // from 1
  std::string title;
  bool done = false;
};

inline constexpr int kMostDaysBefore = 365;

struct Plan {
  static constexpr EntityKind kKind = EntityKind::plan;
  static constexpr FieldNumber kTasks = 24;      // keyed by two bytes of the task's number; value: its title
  static constexpr FieldNumber kTasksDone = 25;  // the same key
  static constexpr FieldNumber kTaskDays = 26;   // the same key; value: how many days before
  static constexpr FieldNumber kItems = 27;      // as tasks
  static constexpr FieldNumber kItemsDone = 28;

  Id<Plan> id;
  std::string title;
  Instant at;           // when it starts; follows `start` and `zone`
  LocalDateTime start;  // wall time in `zone`
  std::string zone;     // IANA
  std::chrono::minutes length{120};
  PlanState state = PlanState::proposed;
  std::string idea;  // id of an idea, or empty
  std::string place;
  std::string note;  // written when it is done
  std::vector<PlanTask> tasks;
  std::vector<PlanItem> items;
};

// The day by which a task is due, in the plan's zone; nothing where it has none.
[[nodiscard]] inline std::optional<LocalDate> due_date(const Plan& plan, const PlanTask& task) {
  if (!task.days_before) return std::nullopt;
  return date_of(plan.start) - std::chrono::days(*task.days_before);
}

// Whether it may still happen.
[[nodiscard]] inline bool is_open(const Plan& plan) {
  return plan.state == PlanState::proposed || plan.state == PlanState::accepted;
}

template <class Visitor>
void describe(Visitor& visit, Plan& plan) {
  visit(1, "title", plan.title);
  visit(2, "at", plan.at);
  visit(3, "start", plan.start);
  visit(4, "zone", plan.zone);
  visit(5, "minutes", plan.length);
  visit(6, "state", plan.state);
  visit(7, "idea", plan.idea);
  visit(8, "place", plan.place);
  visit(9, "note", plan.note);
}

}  // namespace kindling
