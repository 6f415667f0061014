// Dates, times and lengths as a person reads them, by their own habits. Pure; one thread.
#pragma once

#include <chrono>
#include <string>

#include "app/ui/strings.hpp"
#include "core/base/time.hpp"

namespace kindling::app {

struct Habits {
  bool clock_24h = true;
  std::chrono::weekday week_start = std::chrono::Monday;
};

class Format {
 public:
  Format(const ui::Strings& strings, const Habits& habits) : tr_(strings), habits_(habits) {}

  [[nodiscard]] const Habits& habits() const noexcept { return habits_; }
  [[nodiscard]] const ui::Strings& tr() const noexcept { return tr_; }

  [[nodiscard]] std::string time(LocalTime time) const;       // 07:45 or 7:45 am
  [[nodiscard]] std::string full_date(LocalDate date) const;  // Friday 27 November
  [[nodiscard]] std::string date(LocalDate date,
                                 LocalDate today) const;       // today, Friday, Friday 27 November, 3 May 2025
  [[nodiscard]] std::string short_date(LocalDate date) const;  // 27 Nov
  // Where many stand below each other: today, yesterday, 27 Nov, 3 May 2025.
  [[nodiscard]] std::string list_date(LocalDate date, LocalDate today) const;
  [[nodiscard]] std::string when(LocalDateTime time, LocalDate today) const;  // Tomorrow 08:30
  [[nodiscard]] std::string length(std::chrono::minutes length) const;        // 1 h 30 min
  // How far away: "in 4 days", "in 3 hours", "now".
  [[nodiscard]] std::string until(LocalDateTime then, LocalDateTime now) const;
  [[nodiscard]] std::string weekday(std::chrono::weekday day) const;        // Friday
  [[nodiscard]] std::string short_weekday(std::chrono::weekday day) const;  // Fr
  [[nodiscard]] std::string month(std::chrono::month month) const;          // November
  [[nodiscard]] std::string short_month(std::chrono::month month) const;    // Nov
  [[nodiscard]] std::string month_year(std::chrono::year_month month) const;

 private:
  const ui::Strings& tr_;
  Habits habits_;
};

// A mood in words, from its place on the grid: "calm, pleasant".
[[nodiscard]] std::string mood_words(const ui::Strings& tr, int valence, int energy);

}  // namespace kindling::app
