// A ritual: its line in Time and its page with steps, strength and rests. Strength is told in words that never blame.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/screens/time.hpp"

namespace kindling::app {

[[nodiscard]] ui::Icon ritual_icon(RitualKind kind);
[[nodiscard]] RitualLine ritual_line(const RitualView& view, const Format& format, LocalDate today);
// One row with a ring of its strength: done today to the right, left out to the left, its page where it is pressed.
void draw_ritual_row(Stage& stage, const RitualLine& line);

struct RitualModel {
  bool none = false;  // there is no ritual yet, and nothing of the rest
  RitualLine line;
  std::string schedule;  // "Weekdays · 07:40 · 2 min"
  std::string strength;  // in words
  std::string rest;      // "Rests until Friday"
  std::vector<std::string> steps;
};
// Without a ref: the first one.
[[nodiscard]] Result<RitualModel> read_ritual(Kindling& home, const Format& format,
                                              const std::optional<EntityRef>& ref);

struct RitualDraft {
  ui::ScrollState scroll;
};
void draw_ritual(Stage& stage, const RitualModel& view, RitualDraft& draft);

class RitualScreen final : public Screen {
 public:
  explicit RitualScreen(std::optional<EntityRef> ref) : ref_(ref) {}
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_ritual(stage, view_, draft_); }

 private:
  std::optional<EntityRef> ref_;
  RitualModel view_;
  RitualDraft draft_;
};

}  // namespace kindling::app
