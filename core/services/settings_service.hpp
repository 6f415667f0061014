// The owner's choices, in Self. Mutations are acts, undoable. One thread.
#pragma once

#include <optional>

#include "core/domain/settings.hpp"
#include "core/services/context.hpp"

namespace kindling {

class SettingsService {
 public:
  explicit SettingsService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<Settings> get();
  [[nodiscard]] Result<Changes> set_quiet(std::optional<LocalTimeRange> quiet);
  [[nodiscard]] Result<Changes> set_comfort(ComfortKind kind, int ceiling);                // 0..6
  [[nodiscard]] Result<Changes> set_budget(ReminderKind kind, std::optional<int> a_week);  // 0..200
  [[nodiscard]] Result<Changes> set_day_start(LocalTime day_start);                        // 00:00..06:00

  // The date of today as the owner counts it.
  [[nodiscard]] Result<LocalDate> today();

 private:
  template <class Change>
  [[nodiscard]] Result<Changes> change(Change&& apply);
  const Context& context_;
};

}  // namespace kindling
