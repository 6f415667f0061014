// Date plans, in the couple's space: proposal, yes, tasks, the evening. Mutations are acts, undoable by name. One
// thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/plan.hpp"
#include "core/library/content.hpp"
#include "core/services/context.hpp"

namespace kindling {

inline constexpr int kLastTask = 0xFFFF;  // the largest number of a task: what two bytes hold

// A task with the day that it is due, counted back from the plan's; clamped to the day on which it is added.
struct DatedTask {
  std::string title;
  int days_before = 0;  // 0..365
};

struct AddPlan {
  std::string title;
  LocalDateTime start;
  std::string zone;  // IANA id; empty: the device's
  std::chrono::minutes length{120};
  std::string idea;
  std::string place;
  std::vector<std::string> tasks = {};  // without a day
  std::vector<DatedTask> errands = {};
  std::vector<std::string> items = {};  // to have ready
};

// What a plan for an idea says: its words, its length, what is to be booked by when, what to have ready. The place is
// left open. The rest of `into` stays.
void fill_from_idea(AddPlan& into, const Content& idea);
// When one would most likely do it: the first fitting day from tomorrow on that leaves time to book, at a time of day
// that it names. A Friday evening, or a Saturday where it begins by daylight.
[[nodiscard]] LocalDateTime likely_start(const Content& idea, LocalDate today);

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
  // The same once more, at another time: a new plan with its words, tasks and list, none of them done.
  [[nodiscard]] Result<Changes> again(const EntityRef& plan, LocalDateTime start);
  [[nodiscard]] Result<Changes> add_task(const EntityRef& plan, const std::string& title,
                                         std::optional<int> days_before = std::nullopt);
  [[nodiscard]] Result<Changes> finish_task(const EntityRef& plan, int number);
  [[nodiscard]] Result<Changes> unfinish_task(const EntityRef& plan, int number);
  [[nodiscard]] Result<Changes> remove_task(const EntityRef& plan, int number);
  // What to have ready, as tasks are: at most a hundred, and no number twice.
  [[nodiscard]] Result<Changes> add_item(const EntityRef& plan, const std::string& title);
  [[nodiscard]] Result<Changes> finish_item(const EntityRef& plan, int number);
  [[nodiscard]] Result<Changes> unfinish_item(const EntityRef& plan, int number);
  [[nodiscard]] Result<Changes> remove_item(const EntityRef& plan, int number);

  // By start; all of them, or those that haven't ended (proposed or accepted).
  [[nodiscard]] Result<std::vector<Plan>> list();
  [[nodiscard]] Result<std::vector<Plan>> coming(std::size_t limit);
  [[nodiscard]] Result<Plan> get(const EntityRef& plan);

 private:
  [[nodiscard]] Result<Changes> change_state(const EntityRef& plan, PlanState state, Verb verb,
                                             const std::string* note);
  // Of tasks or of items, by the fields of their titles and their ticks.
  struct List {
    FieldNumber titles;
    FieldNumber done;
    const char* full;     // what a person is told where there are a hundred
    const char* nothing;  // and where there is none of that number
  };
  static const List kTaskList;
  static const List kItemList;
  [[nodiscard]] Result<Changes> add_line(const EntityRef& plan, const List& list, Verb verb, const std::string& title,
                                         std::optional<int> days_before);
  [[nodiscard]] Result<Changes> change_line(const EntityRef& plan, int number, const List& list, Verb verb,
                                            const std::function<void(Writer&, const Bytes& key)>& apply);
  const Context& context_;
};

}  // namespace kindling
