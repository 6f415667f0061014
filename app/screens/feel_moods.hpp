// Moods by day, and the check-ins of one day: what Feel and its year have in common. Only the days that are asked for
// are read. One thread.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/ui/widgets/charts.hpp"

namespace kindling::app {

// What was noted on one day: sums, and how many check-ins they are of.
struct DaySum {
  int check_ins = 0;
  int valence = 0, energy = 0;
};
// Mood in words and as a place on the grid: means, rounded.
[[nodiscard]] int rounded(double mean);

// The day of a moment, where the device is.
[[nodiscard]] LocalDate local_date(const Context& context, Instant at);

// The clock on the wall where it was.
[[nodiscard]] LocalDateTime wall_time(const Context& context, const CheckIn& check_in);

// One for each day from `from` to `to`, both included, by the owner's own start of the day.
[[nodiscard]] Result<std::vector<DaySum>> read_sums(Kindling& home, LocalDate from, LocalDate to);
// The same as charts take them. Days after `today` say their date alone.
[[nodiscard]] std::vector<ui::MoodDay> mood_days(const std::vector<DaySum>& sums, LocalDate from, LocalDate today,
                                                 const Format& format);

// A day that was opened, with its check-ins.
struct CheckInLine {
  EntityRef ref;
  std::string id;
  std::string title;  // "18:20 · calm"
  std::string words;  // feelings, note, need
  int valence = 0;
};
struct OpenDay {
  LocalDate date;
  std::string title;
  std::vector<CheckInLine> lines;  // the earliest first
};
[[nodiscard]] Result<OpenDay> read_open_day(Kindling& home, LocalDate date, LocalDate today, const Format& format);
// On the card at hand; a press opens one, a swipe to the left takes a check-in away.
void draw_open_day(Stage& stage, const OpenDay& day);

// Two arrows with a title between them: -1 or 1 where one was pressed. `later` is false at the newest.
struct Stepper {
  std::string_view title;
  std::string_view earlier_label, later_label;
  bool earlier = true, later = true;
};
[[nodiscard]] int draw_stepper(Stage& stage, const Stepper& stepper);

}  // namespace kindling::app
