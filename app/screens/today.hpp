// Today: one small thing to do, how you are, what is due, tonight's question, the next date, a memory of this day, and
// at most one quiet notice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/check_in_card.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

struct TodayCard {
  std::string item;  // the id of the content
  std::string title;
  std::string text;
  std::string cue;
};

struct DueLine {
  std::string id;  // of a reminder that comes several times a day each has its own
  EntityRef ref;
  std::string title;
  std::string subtitle;
  ui::Icon icon = ui::Icon::bell;
  ui::Step hue = ui::Step::none;
  DueReminder::State state = DueReminder::State::coming;
  bool ritual = false;
  LocalDate date;
  std::optional<int> ordinal;  // of a reminder: which of the day
  [[nodiscard]] bool done() const noexcept { return state == DueReminder::State::done; }
  [[nodiscard]] bool may_wait() const noexcept {
    return state == DueReminder::State::due || state == DueReminder::State::snoozed;
  }
};

struct TodayModel {
  std::string greeting;
  std::string date;
  std::vector<TodayCard> gestures;  // the day's own first, then others that may take its place
  std::vector<DueLine> due;
  std::optional<std::string> mood;  // of the last check-in of today
  std::optional<TodayCard> prompt;
  std::optional<EntityRef> plan;
  std::string plan_title, plan_when, plan_until;
  std::optional<std::pair<std::string, std::string>> on_this_day;  // "Two years ago", its words
  std::string notice;
  OpenQuestions questions;
  std::optional<ProgrammeView> programme;
};

[[nodiscard]] Result<TodayModel> read_today(Kindling& home, const Format& format);

struct TodayDraft {
  ui::ScrollState scroll;
  MoodDraft mood;
  std::size_t gesture = 0;    // how many were passed over
  bool gesture_gone = false;  // said yes to, or not today
};
void draw_today(Stage& stage, const TodayModel& view, TodayDraft& draft);

class TodayScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_today(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  TodayModel view_;
  TodayDraft draft_;
};

}  // namespace kindling::app
