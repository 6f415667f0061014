// The words of a phrase, one after the other, and the small things that are read from them: numbers, days, dates, the
// time of day. What a reading function doesn't recognise it leaves unread. Value types; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"

namespace kindling::phrase {

// Lower-case words without commas, and a place among them.
class WordStream {
 public:
  explicit WordStream(std::string_view text);

  [[nodiscard]] bool at_end() const noexcept { return place_ == words_.size(); }
  [[nodiscard]] std::size_t place() const noexcept { return place_; }
  void go_back(std::size_t place) noexcept { place_ = place; }
  // Empty at the end.
  [[nodiscard]] std::string_view peek(std::size_t ahead = 0) const noexcept;
  void skip(std::size_t count = 1) noexcept { place_ += count; }
  // Takes the word if it is the next one.
  bool take(std::string_view word) noexcept;
  // Takes these words if they come next.
  bool take_all(std::initializer_list<std::string_view> words) noexcept;
  [[nodiscard]] bool contains(std::string_view word) const noexcept;
  // Takes `count` words out of the stream, wherever the place is; it is the start again then.
  void cut(std::size_t first, std::size_t count);

 private:
  std::vector<std::string> words_;
  std::size_t place_ = 0;
};

// Takes the time of day out of the words, wherever it stands: "at 8", "19:00", "7.30 pm", "at noon". None where there
// is none; fails with invalid for one that isn't a time, and for two.
[[nodiscard]] Result<std::optional<LocalTime>> take_time(WordStream& words);

[[nodiscard]] std::optional<int> take_number(WordStream& words);      // "3", "three"
[[nodiscard]] std::optional<int> take_ordinal(WordStream& words);     // "third", "3rd"; last: -1
[[nodiscard]] std::optional<unsigned> take_month(WordStream& words);  // "february", "feb"
// As in "Monday" or "Mon"; `many`: as in "Mondays".
[[nodiscard]] std::optional<std::chrono::weekday> take_weekday(WordStream& words, bool many = false);
// "14 February", "14th of Feb", "February 14", not yet a date.
[[nodiscard]] std::optional<std::chrono::month_day> take_month_day(WordStream& words);

// "today", "tomorrow", "Friday", "24 December", "Friday 27 November 2026", "2026-11-27". None where the words are no
// date; fails with invalid for a day that isn't in the calendar, or isn't that weekday.
[[nodiscard]] Result<std::optional<LocalDate>> take_date(WordStream& words, LocalDate today);

}  // namespace kindling::phrase
