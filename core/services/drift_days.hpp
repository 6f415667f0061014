// What the days of the last weeks came to, as the drift looks at them: read from both spaces, or from what each keeps
// of it so that Today needn't walk through half a year of marks. One thread.
#pragma once

#include <vector>

#include "core/insight/baseline.hpp"
#include "core/insight/drift.hpp"
#include "core/services/context.hpp"

namespace kindling {

class DriftDays {
 public:
  explicit DriftDays(const Context& context) : context_(context) {}

  // The whole weeks before `today`'s, ascending. `moods`: by day, as InsightService gives them.
  [[nodiscard]] Result<std::vector<DriftDay>> read(const std::vector<MoodPointInTime>& moods, LocalDate today);
  // Keeps what `read` needs of each space, where it isn't kept up to today's week. Begins transactions.
  [[nodiscard]] Result<void> keep_up(LocalDate today);

 private:
  [[nodiscard]] Result<void> keep_up(Space& space, LocalDate today);

  const Context& context_;
};

}  // namespace kindling
