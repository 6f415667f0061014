// Date plans, in the couple's space: proposal, yes, tasks, the evening. Mutations are acts, undoable by name. One
// thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/plan.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct AddPlan {
  std::string title;
  LocalDateTime start;
  std::string zone;  // IANA id; empty: the device's
  std::chrono::minutes length{120};
  std::string idea;
  std::string place;
  std::vector<std::string> tasks;
};

struct MovePlan {
  LocalDateTime start;
  std::optional<std::string> zone;
  std::optional<std::chrono::minutes> length;
};

class PlanService {
 public:
  explicit PlanService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<Changes> add(const AddPlan& command);
  [[nodiscard]] Result<Changes> accept(const EntityRef& plan);
  [[nodiscard]] Result<Changes> decline(const EntityRef& plan);
  [[nodiscard]] Result<Changes> move(const EntityRef& plan, const MovePlan& command);  // proposed again
  [[nodiscard]] Result<Changes> cancel(const EntityRef& plan);
  [[nodiscard]] Result<Changes> finish(const EntityRef& plan, const std::string& note);
  [[nodiscard]] Result<Changes> finish_task(const EntityRef& plan, int number);

  // By start; all of them, or those that haven't ended (proposed or accepted).
  [[nodiscard]] Result<std::vector<Plan>> list();
  [[nodiscard]] Result<std::vector<Plan>> coming(std::size_t limit);
  [[nodiscard]] Result<Plan> get(const EntityRef& plan);

 private:
  [[nodiscard]] Result<Changes> change_state(const EntityRef& plan, PlanState state, Verb verb,
                                             const std::string* note);
  const Context& context_;
};

}  // namespace kindling
