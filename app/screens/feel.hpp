// Feel: check in, see how the last weeks went, keep what was good. Everything on it is the owner's alone; nothing is
// counted up to be kept up. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/check_in_card.hpp"
#include "app/screens/feel_moods.hpp"
#include "app/screens/screen.hpp"
#include "core/services/drift_steps.hpp"

namespace kindling::app {

enum class MoodSpan : std::uint8_t { week, weeks, year };

// What of all that was noted is wanted; the rest isn't read.
struct FeelWish {
  MoodSpan span = MoodSpan::weeks;
  std::optional<std::chrono::year_month> month;  // else the running one
  std::optional<LocalDate> day;
  friend bool operator==(const FeelWish&, const FeelWish&) = default;
};

// A line of a letter to each other, kept.
struct Kept {
  EntityRef ref;
  std::string id;
  std::string text;
  std::string when;
};

struct DriftCard {
  std::string text;
  std::vector<DriftStep> steps;
};

struct FeelModel {
  bool any_mood = false;            // in the last ten years
  std::optional<std::string> mood;  // of the last check-in of today
  std::vector<ui::LineValue> line;
  std::string line_summary;
  std::chrono::year_month month;
  std::string month_title;
  std::string month_summary;
  std::vector<std::string> weekdays;
  std::vector<ui::MoodDay> days;
  std::size_t blanks = 0;
  std::optional<std::size_t> today;
  bool later_month = false;
  std::optional<OpenDay> day;
  std::optional<DriftCard> drift;
  std::vector<Kept> appreciations;  // the latest three
  std::optional<Kept> latest_memory;
  std::optional<Kept> on_this_day;
};

[[nodiscard]] Result<FeelModel> read_feel(Kindling& home, const Format& format, const FeelWish& wish);

struct FeelDraft {
  ui::ScrollState scroll;
  MoodDraft mood;
  FeelWish wish;
  ui::Reading line;
  ui::Reading day;
};
void draw_feel(Stage& stage, const FeelModel& view, FeelDraft& draft);
// Its second half: appreciation, memories and the programme.
void draw_keepsakes(Stage& stage, const FeelModel& view);
void draw_programme_rows(Stage& stage);

class FeelScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override;
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  FeelModel view_;
  FeelDraft draft_;
  FeelWish shown_;            // what view_ was read for
  Kindling* home_ = nullptr;  // for another month or span; it outlives the screens
};

}  // namespace kindling::app
