// A plan's page: proposal, yes, what to prepare, the evening, and a word on how it was.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct PlanModel {
  std::optional<EntityRef> ref;  // nothing: there is no plan yet
  std::string title, when, until, place, note, idea;
  std::string_view state_words;
  PlanState state = PlanState::proposed;
  LocalDate date;
  bool began = false;
  std::vector<PlanTask> tasks;
  std::size_t done = 0;  // of the tasks
  std::string prepared;  // "2 of 4 prepared"
};
// Without a ref: the next one, else the last.
[[nodiscard]] Result<PlanModel> read_plan(Kindling& home, const Format& format, const std::optional<EntityRef>& ref);

struct PlanDraft {
  ui::ScrollState scroll;
  ui::TextEdit task;
  ui::TextEdit note;
};
void draw_plan(Stage& stage, const PlanModel& view, PlanDraft& draft);

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
