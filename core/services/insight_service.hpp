// Trend and drift over the owner's own check-ins. Nothing of it leaves the device or reaches the partner. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/check_in.hpp"
#include "core/insight/baseline.hpp"
#include "core/insight/rhythm.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct DriftView {
  DriftNotice notice;
  std::string text;                // tentative words
  std::vector<std::string> steps;  // two or three small steps that fit
};

class InsightService {
 public:
  explicit InsightService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<std::vector<WeekTrend>> trend(int weeks);  // 1..520
  // Weekdays, hours and the mood grid over the last `weeks` weeks, today's included, with what may be said of them.
  [[nodiscard]] Result<Rhythm> rhythm(int weeks);  // 1..520
  // Nothing within a season after it was dismissed.
  [[nodiscard]] Result<std::optional<DriftView>> drift();
  // Its owner wants to hear no more of it. On this device alone, in no history.
  [[nodiscard]] Result<void> dismiss_drift();

  // Keeps the moods by day of the last weeks in step within the act that adds a check-in, so that Today needn't open
  // thousands of values. `before` is what moods_by_day gave before the check-in was written.
  [[nodiscard]] Result<void> keep_moods_by_day(const std::optional<std::vector<MoodPointInTime>>& before,
                                               const CheckIn& added, LocalTime day_start);
  // Nothing where they aren't kept, or for another start of the day.
  [[nodiscard]] std::optional<std::vector<MoodPointInTime>> moods_by_day(LocalTime day_start);
  // Adds the moods by day where they are missing, as after a rebuild or a restore: then every question of today would
  // read each check-in of the last weeks.
  [[nodiscard]] Result<void> keep_up();

 private:
  [[nodiscard]] Result<std::vector<MoodPointInTime>> points(LocalDate from, LocalTime day_start);
  // The same in the order of time, each with its hour.
  [[nodiscard]] Result<std::vector<MoodMoment>> moments(LocalDate from, LocalTime day_start);
  void keep(const std::vector<MoodPointInTime>& all, LocalDate from, LocalTime day_start);

  const Context& context_;
};

}  // namespace kindling
