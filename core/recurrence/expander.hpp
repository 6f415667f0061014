// The nominal wall times of a recurrence rule, one after the other: RFC 5545 §3.3.10 without zones and exceptions.
// Expansion jumps to the window by arithmetic where the rule allows it, so that an old DTSTART costs nothing. It refers
// to the rule, which must outlive it. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/time.hpp"
#include "core/recurrence/clock_slots.hpp"
#include "core/recurrence/day_filter.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {

class Expander {
 public:
  // The wall times of the rule in [from, last], in ascending order, none before `start` (DTSTART, taken as given) and
  // none after 2199. COUNT counts from `start`; UNTIL isn't looked at: fold it into `last`. Work is bounded by the days
  // up to `last`, also for rules that never match. SECONDLY to HOURLY step on the wall clock like all others.
  Expander(const Rule& rule, LocalDateTime start, LocalDateTime from, LocalDateTime last);

  [[nodiscard]] std::optional<LocalDateTime> next() {
    if (index_ == size_ && !next_block()) return std::nullopt;
    return LocalDateTime(std::chrono::seconds(walls_[index_++]));
  }

 private:
  enum class Stream { clock, days, weeks, months, years };

  void begin_at(DayNumber from_day);
  void skip_periods(std::int64_t periods);
  void choose_weekdays();
  [[nodiscard]] bool closed_form() const;
  [[nodiscard]] std::int64_t missing_in_first_period() const;

  // Wall times come in blocks, so that limits are compared once a block: first few, for those who want but one.
  static constexpr std::size_t kFirstBlock = 4;
  static constexpr std::size_t kLargestBlock = 64;
  [[nodiscard]] bool next_block();
  void clip();
  // Each fills up to block_ wall times, whatever their limits; false once there are no more.
  [[nodiscard]] bool fill_walls();
  [[nodiscard]] bool fill_from_clock();
  [[nodiscard]] bool fill_from_chosen();
  [[nodiscard]] bool fill_from_days();

  // Each takes the next period that isn't empty; false at the end.
  [[nodiscard]] bool fill();
  [[nodiscard]] bool fill_days();
  [[nodiscard]] bool fill_weeks();
  [[nodiscard]] bool fill_months();
  [[nodiscard]] bool fill_years();
  void add_month(const MonthPage& page);
  void choose_positions();

  [[nodiscard]] std::optional<DayNumber> next_admitted(DayNumber day);

  const Rule& rule_;
  DayFilter filter_;
  Stream stream_ = Stream::days;
  std::int64_t interval_ = 1;
  std::int64_t start_;
  std::int64_t from_;
  std::int64_t last_;
  DayNumber last_day_;
  std::int64_t remaining_;  // of COUNT
  std::int64_t period_ = 0;
  bool by_position_ = false;
  bool at_end_ = false;

  std::size_t index_ = 0;
  std::size_t size_ = 0;
  std::size_t block_ = kFirstBlock;
  std::array<std::int64_t, kLargestBlock> walls_;

  std::vector<std::int32_t> times_;  // seconds of the day, ascending
  std::size_t time_index_ = 0;
  std::size_t day_index_ = 0;
  std::size_t day_count_ = 0;
  std::size_t chosen_index_ = 0;
  std::vector<std::int64_t> chosen_;  // of the period, where BYSETPOS chooses
  int week_day_count_ = 0;
  std::array<std::int8_t, 7> week_days_;  // offsets from the start of the week
  std::array<DayNumber, 366> days_;       // of the period, ascending

  MonthPage page_;
  DayBits page_bits_ = 0;
  bool has_page_ = false;
  std::optional<ClockSlots> slots_;
};

}  // namespace kindling
