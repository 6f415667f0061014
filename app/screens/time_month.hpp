// A month as a card: dots for plans and rituals, and what a day holds below it. One thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct MonthEntry {
  std::string title;
  std::string subtitle;
  EntityRef ref;
  bool everyday = false;  // it comes on most days: listed, and no dot, which would be on all of them
};
struct MonthModel {
  LocalDate first, last;                                 // the days that were looked at
  std::map<LocalDate, std::vector<MonthEntry>> entries;  // plans first
};
[[nodiscard]] Result<MonthModel> read_month(Kindling& home, const Format& format);

struct MonthDraft {
  std::optional<std::chrono::year_month> month;  // none: today's
  std::optional<LocalDate> day;                  // whose entries are listed
};
void draw_month(Stage& stage, const MonthModel& view, MonthDraft& draft);

}  // namespace kindling::app
