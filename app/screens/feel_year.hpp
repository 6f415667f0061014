// A year in pixels: each day in the colour of its mood, what the colours mean, and a few plain sentences where there is
// enough to say. Steps from year to year and reads only the one that is shown. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/feel_moods.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

struct YearWish {
  std::optional<int> year;  // else the running one
  std::optional<LocalDate> day;
  friend bool operator==(const YearWish&, const YearWish&) = default;
};

struct YearModel {
  int year = 0;
  std::string title;
  std::string summary;
  LocalDate running;  // today
  std::vector<DaySum> sums;
  std::vector<ui::MoodDay> days;
  std::vector<std::string> months;  // short names
  std::optional<std::size_t> today;
  bool later = false;
  bool any = false;
  std::vector<std::string> sentences;
  std::optional<OpenDay> day;
  unsigned unread = 0;  // the months from January on that read_more has yet to add
};
// Without its moods: those come month by month, so that no frame waits for thousands of check-ins.
[[nodiscard]] Result<YearModel> read_year(Kindling& home, const Format& format, const YearWish& wish);
// The last month of those that are unread. REQUIRES: view.unread > 0.
[[nodiscard]] Result<void> read_more(Kindling& home, const Format& format, YearModel& view);
// What may be said of a year's days; nothing where they are too few. `from` is the date of the first.
[[nodiscard]] std::vector<std::string> year_sentences(const std::vector<DaySum>& sums, LocalDate from,
                                                      const Format& format);

struct YearDraft {
  ui::ScrollState scroll;
  YearWish wish;
  ui::Reading reading;
};
void draw_year(Stage& stage, const YearModel& view, YearDraft& draft);

// Item: a day to open with, as "2026-11-20".
class YearScreen final : public Screen {
 public:
  explicit YearScreen(const std::string& item);
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override;

 private:
  YearModel view_;
  YearDraft draft_;
  YearWish shown_;            // what view_ was read for
  Kindling* home_ = nullptr;  // for another year; it outlives the screens
};

}  // namespace kindling::app
