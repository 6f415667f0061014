// A plan's page: proposal, yes, what to prepare, the evening, and a word on how it was.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct PlanLineView {
  int number = 0;
  std::string title;
  std::string by;  // "by Tue 24 Nov"; empty: no day of its own
  bool done = false;
};

struct PlanModel {
  std::optional<EntityRef> ref;  // nothing: there is no plan yet
  std::string title, when, until, place, note, idea;
  std::string_view state_words;
  PlanState state = PlanState::proposed;
  LocalDate date;
  bool began = false;
  std::vector<PlanLineView> tasks;  // those with a day first, the nearest first
  std::size_t done = 0;             // of the tasks
  std::string prepared;             // "2 of 4 prepared"
  std::vector<PlanLineView> items;
  std::string_view list_title;      // "Shopping list", "To pack"
  std::string list_text;            // what is still to get, to be copied
  bool cooking = false;             // its idea is one to cook along
  Verdict verdict = Verdict::none;  // what its owner said of the idea, once it happened
};
// Without a ref: the next one, else the last.
[[nodiscard]] Result<PlanModel> read_plan(Kindling& home, const Format& format, const std::optional<EntityRef>& ref);

struct PlanDraft {
  ui::ScrollState scroll;
  ui::TextEdit task;
  std::optional<int> task_days;  // of the task that is being written
  ui::TextEdit item;
  ui::TextEdit note;
};
void draw_plan(Stage& stage, const PlanModel& view, PlanDraft& draft);

// The two lists of it: what to prepare by when, and what to have ready. In time_plan_lists.cpp.
void draw_plan_tasks(Stage& stage, const PlanModel& view, PlanDraft& draft);
void draw_plan_items(Stage& stage, const PlanModel& view, PlanDraft& draft);
void read_plan_lines(const Format& format, const Plan& plan, LocalDate today, PlanModel& view);
// What comes after it: a line on how it was, a memory, and whether to do it again. In time_plan_after.cpp.
void draw_plan_after(Stage& stage, const PlanModel& view, PlanDraft& draft);

class PlanScreen final : public Screen {
 public:
  explicit PlanScreen(std::optional<EntityRef> ref) : ref_(ref) {}
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_plan(stage, view_, draft_); }

 private:
  std::optional<EntityRef> ref_;
  PlanModel view_;
  PlanDraft draft_;
};

}  // namespace kindling::app
