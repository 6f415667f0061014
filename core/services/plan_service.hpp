// Date plans, in the couple's space: proposal, yes, tasks, the evening. Mutations are acts, undoable by name. One
// thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/plan.hpp"
#include "core/services/context.hpp"

namespace kindling {

inline constexpr int kLastTask = 0xFFFF;  // the largest number of a task: what two bytes hold

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

// Only what is set is changed; the time is changed by a move, since both have to say yes to it anew.
struct EditPlan {
  std::optional<std::string> title;
  std::optional<std::string> place;
  std::optional<std::chrono::minutes> length;
};

// Tasks are members of a set, each a last-writer-wins cell of its own: what was ticked off is taken back by the removal
// of its tick, which wins over the tick that it saw. A removed task's number isn't given again.
class PlanService {
 public:
  explicit PlanService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<Changes> add(const AddPlan& command);
  [[nodiscard]] Result<Changes> accept(const EntityRef& plan);
  [[nodiscard]] Result<Changes> decline(const EntityRef& plan);
  [[nodiscard]] Result<Changes> move(const EntityRef& plan, const MovePlan& command);  // proposed again
  [[nodiscard]] Result<Changes> cancel(const EntityRef& plan);
  [[nodiscard]] Result<Changes> finish(const EntityRef& plan, const std::string& note);
  [[nodiscard]] Result<Changes> edit(const EntityRef& plan, const EditPlan& command);
  [[nodiscard]] Result<Changes> remove(const EntityRef& plan);
  [[nodiscard]] Result<Changes> add_task(const EntityRef& plan, const std::string& title);
  [[nodiscard]] Result<Changes> finish_task(const EntityRef& plan, int number);
  [[nodiscard]] Result<Changes> unfinish_task(const EntityRef& plan, int number);
  [[nodiscard]] Result<Changes> remove_task(const EntityRef& plan, int number);

  // By start; all of them, or those that haven't ended (proposed or accepted).
  [[nodiscard]] Result<std::vector<Plan>> list();
  [[nodiscard]] Result<std::vector<Plan>> coming(std::size_t limit);
  [[nodiscard]] Result<Plan> get(const EntityRef& plan);

 private:
  [[nodiscard]] Result<Changes> change_state(const EntityRef& plan, PlanState state, Verb verb,
                                             const std::string* note);
  [[nodiscard]] Result<Changes> change_task(const EntityRef& plan, int number, Verb verb,
                                            const std::function<void(Writer&, const Bytes& key)>& apply);
  const Context& context_;
};

}  // namespace kindling
