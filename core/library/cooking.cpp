#include "core/library/cooking.hpp"

#include <algorithm>

namespace kindling {

std::vector<CookingStage> stages_of(const Content& content) {
  std::vector<CookingStage> stages;
  const std::size_t count = std::min(content.steps.size(), content.hands.size());
  for (std::size_t i = 0; i < count; ++i) {
    const auto slot = [hands = content.hands[i]](CookingStage& stage) -> std::string_view& {
      return hands == Hands::both ? stage.both : hands == Hands::one ? stage.one : stage.other;
    };
    const bool goes_along =
        !stages.empty() && content.hands[i] != Hands::both && stages.back().both.empty() && slot(stages.back()).empty();
    if (!goes_along) stages.emplace_back();
    slot(stages.back()) = content.steps[i];
  }
  return stages;
}

}  // namespace kindling
