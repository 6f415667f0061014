// Today, and what will be notified: the two questions that put everything together. Reads only. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/check_in.hpp"
#include "core/domain/keepsake.hpp"
#include "core/domain/plan.hpp"
#include "core/library/content.hpp"
#include "core/services/context.hpp"
#include "core/services/insight_service.hpp"
#include "core/services/library_service.hpp"
#include "core/services/reminder_planner.hpp"
#include "core/services/ritual_service.hpp"

namespace kindling {

struct DueReminder {
  Reminder reminder;
  Occurrence occurrence;
  int ordinal = 0;
  Instant at;                                                                      // with jitter and snooze
  enum class State { due, coming, done, skipped, snoozed } state = State::coming;  // due: its time has come
};

struct TodayView {
  LocalDate date;
  LocalDateTime local_now;
  std::string zone;
  std::optional<Content> affection;    // one suggestion
  std::vector<DueReminder> reminders;  // of today, by time
  std::vector<RitualView> rituals;     // due today
  std::optional<CheckIn> check_in;
  std::optional<Content> prompt;
  std::optional<Plan> next_plan;
  std::vector<Memory> on_this_day;
  std::vector<std::string> notices;  // at most one, tentative
};

class TodayService {
 public:
  TodayService(const Context& context, const Catalogue& catalogue) : context_(context), library_(context, catalogue) {}

  [[nodiscard]] Result<TodayView> today();
  [[nodiscard]] Result<NotificationPlan> upcoming(int days, std::size_t limit);  // 1..366 days, 1..60
  // The same as it is planned at `from`, also where that is past: for who looks at what came since. Doesn't begin a
  // transaction. REQUIRES: limits as above.
  [[nodiscard]] Result<NotificationPlan> planned(Instant from, int days, std::size_t limit);

 private:
  const Context& context_;
  LibraryService library_;
};

}  // namespace kindling
