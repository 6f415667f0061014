// Text for people: columns aligned by what is seen, colour only where a terminal shows it, times in words. Pure
// functions and values; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.hpp"
#include "core/base/time.hpp"

namespace kindling::cli {

struct Style {
  bool coloured = false;
  [[nodiscard]] std::string strong(std::string_view text) const { return wrap("1", text); }
  [[nodiscard]] std::string faint(std::string_view text) const { return wrap("2", text); }
  [[nodiscard]] std::string warm(std::string_view text) const { return wrap("33", text); }

 private:
  [[nodiscard]] std::string wrap(std::string_view code, std::string_view text) const;
};

// Cells of a terminal that the text takes; colour codes take none. REQUIRES: valid UTF-8.
[[nodiscard]] std::size_t display_width(std::string_view text);

// Rows of cells, each column as wide as its widest cell, two spaces apart, without trailing spaces.
class Columns {
 public:
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
  [[nodiscard]] std::string text(std::string_view indent = "") const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

// The beginning of an id that is enough to name a thing among a person's own.
[[nodiscard]] std::string short_id(const Uuid& id);

// The first line, cut with … after `width` cells.
[[nodiscard]] std::string one_line(std::string_view text, std::size_t width = 72);
// Broken into lines of at most `width` cells.
[[nodiscard]] std::string wrapped(std::string_view text, std::string_view indent = "", std::size_t width = 78);

[[nodiscard]] std::string date_words(LocalDate date, LocalDate today);      // "today", "tomorrow", "Fri 27 Nov"
[[nodiscard]] std::string time_words(LocalDateTime time, LocalDate today);  // "tomorrow 08:30"
[[nodiscard]] std::string full_date_words(LocalDate date);                  // "Friday, 27 November 2026"
[[nodiscard]] std::string length_words(std::chrono::minutes length);        // "1 h 30 min"
[[nodiscard]] std::string count_words(std::size_t count, std::string_view one, std::string_view many);  // "2 plans"

}  // namespace kindling::cli
