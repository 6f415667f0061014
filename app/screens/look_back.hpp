// A year, looked back on: days as pixels, moments kept, appreciation, evenings together, rituals in words. Nothing is
// counted up, compared or ranked; it is its owner's alone. One thread.
#pragma once

#include <string>
#include <vector>

#include "app/screens/feel_year.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

struct LookBackLine {
  EntityRef ref;
  std::string id;
  std::string title;
  std::string when;
};

struct LookBackModel {
  YearModel days;  // its moods come month by month (read_more)
  std::vector<LookBackLine> moments;
  std::vector<LookBackLine> appreciations;
  std::vector<LookBackLine> evenings;
  std::vector<LookBackLine> rituals;  // `when` says how it went
};
[[nodiscard]] Result<LookBackModel> read_look_back(Kindling& home, const Format& format, std::optional<int> year);

struct LookBackDraft {
  ui::ScrollState scroll;
  std::optional<int> year;  // else the running one
  ui::Reading reading;
  bool all_moments = false;
  bool all_appreciations = false;
  bool all_evenings = false;
};
void draw_look_back(Stage& stage, const LookBackModel& view, LookBackDraft& draft);

// Item: a year to open with, as "2025".
class LookBackScreen final : public Screen {
 public:
  explicit LookBackScreen(const std::string& item);
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override;
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  LookBackModel view_;
  LookBackDraft draft_;
  std::optional<int> shown_;  // what view_ was read for
  Kindling* home_ = nullptr;  // for another year; it outlives the screens
};

}  // namespace kindling::app
