// Trend and drift over the owner's own check-ins. Nothing of it leaves the device or reaches the partner. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/insight/baseline.hpp"
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
  [[nodiscard]] Result<std::optional<DriftView>> drift();

 private:
  [[nodiscard]] Result<std::vector<MoodPointInTime>> points(LocalDate from);
  const Context& context_;
};

}  // namespace kindling
