// Trend and drift over the owner's own check-ins. Nothing of it leaves the device or reaches the partner. One thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/check_in.hpp"
#include "core/insight/baseline.hpp"
#include "core/insight/drift.hpp"
#include "core/insight/rhythm.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct DriftView {
  DriftNotice notice;
  std::string text;  // tentative words; core/services/drift_steps.hpp has what could be done
};

class InsightService {
 public:
  explicit InsightService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<std::vector<WeekTrend>> trend(int weeks);  // 1..520
  // Weekdays, hours and the mood grid over the last `weeks` weeks, today's included, with what may be said of them.
  [[nodiscard]] Result<Rhythm> rhythm(int weeks);  // 1..520
  // What is told: a notice stays for a week and is told once; the next comes three weeks later at the earliest. Nothing
  // within a season after it was dismissed, and nothing where nothing for two is offered (SafetyService).
  [[nodiscard]] Result<std::optional<DriftView>> drift();
  // What drift() gave is on a screen: it is being told from now on, if it wasn't already. A note of this device.
  [[nodiscard]] Result<void> drift_was_told();
  // What all signals say, told or not: for its owner who asks.
  [[nodiscard]] Result<DriftReport> drift_report();
  // Its owner wants to hear no more of it. On this device alone, in no history.
  [[nodiscard]] Result<void> dismiss_drift();

  // Keeps the moods by day of the last weeks in step within the act that adds a check-in, so that Today needn't open
  // thousands of values. `before` is what moods_by_day gave before the check-in was written.
  [[nodiscard]] Result<void> keep_moods_by_day(const std::optional<std::vector<MoodPointInTime>>& before,
                                               const CheckIn& added, LocalTime day_start);
  // Nothing where they aren't kept, or for another start of the day.
  [[nodiscard]] std::optional<std::vector<MoodPointInTime>> moods_by_day(LocalTime day_start);
  // Adds what is kept of the last weeks where it is missing, as after a rebuild, a restore or on a Monday: then every
  // question of today would read each check-in and mark of half a year.
  [[nodiscard]] Result<void> keep_up();

 private:
  [[nodiscard]] Result<std::vector<MoodPointInTime>> points(LocalDate from, LocalTime day_start);
  // The same in the order of time, each with its hour.
  [[nodiscard]] Result<std::vector<MoodMoment>> moments(LocalDate from, LocalTime day_start);
  void keep(const std::vector<MoodPointInTime>& all, LocalDate from, LocalTime day_start);
  [[nodiscard]] Result<void> keep_moods_up(LocalTime day_start);
  [[nodiscard]] std::optional<LocalDate> date_of_note(std::string_view name);

  const Context& context_;
};

}  // namespace kindling
