// Dates, times and lengths, chosen with a finger or by keys instead of being typed: a line that unfolds, a month of
// days, two turning wheels, chips of lengths. What they say comes from the caller, so that one way of writing dates
// holds everywhere. The states are kept by the caller from frame to frame. One thread.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/ui/text_edit.hpp"
#include "app/ui/ui.hpp"
#include "core/base/time.hpp"

namespace kindling::ui {

// A line that looks like a field and unfolds what is drawn below it while `open`. True where it was pressed.
struct FoldLook {
  std::string_view label;
  std::string_view value;
  Icon icon = Icon::none;
  Step hue = Step::none;
};
bool fold_row(Ui& ui, std::string_view name, const FoldLook& look, bool& open);

// --- A date
struct DatePick {
  LocalDate date;
  bool open = false;
  std::optional<std::chrono::year_month> shown = std::nullopt;  // looked at, where that isn't the date's own month
};
struct DateOptions {
  std::string_view label;
  LocalDate today;
  std::optional<LocalDate> least = std::nullopt, most = std::nullopt;
  std::chrono::weekday week_start = std::chrono::Monday;
  Step hue = Step::none;
  std::function<std::string(LocalDate)> spoken;               // Friday 27 November
  std::function<std::string(std::chrono::year_month)> month;  // November 2026
  std::function<std::string(std::chrono::weekday)> weekday;   // Fr
};
// A month of days: one thing to focus, whose value is the date in words. Arrows move by a day and a week, Page keys by
// a month, Home goes to today; a swipe looks at another month. True where the date changed.
bool date_picker(Ui& ui, std::string_view name, DatePick& pick, const DateOptions& options);

// --- A time of day
struct TimePick {
  LocalTime time{};
  bool open = false;
  TextEdit typed = {};
  float hour_pull = 0, minute_pull = 0;  // by the finger, pixels
};
struct TimeOptions {
  std::string_view label;
  bool clock_24h = true;
  Step hue = Step::none;
  std::function<std::string(LocalTime)> spoken;  // 07:45
};
// Two wheels, hours and steps of five minutes, that turn under a finger, by keys and by pressing a neighbour; below
// them a field for exact times. True where the time changed.
bool time_picker(Ui& ui, std::string_view name, TimePick& pick, const TimeOptions& options);
// "7:45", "7.45 pm", "19:00", "7pm", "1945"; nothing where it is no time.
[[nodiscard]] std::optional<LocalTime> read_clock(std::string_view text);

// --- A length: the usual ones as chips, and its own where it isn't one of them. True where it changed.
struct LengthOptions {
  std::string_view label;
  std::span<const int> minutes;
  Step hue = Step::none;
  std::function<std::string(std::chrono::minutes)> spoken;  // 1 h 30 min
};
bool length_chips(Ui& ui, std::string_view name, std::chrono::minutes& length, const LengthOptions& options);

}  // namespace kindling::ui
