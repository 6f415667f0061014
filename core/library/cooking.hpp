// A cooking idea as the two of them go through it: what is done at the same time stands side by side. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/library/content.hpp"

namespace kindling {

// Either `both`, or a step for one of them or each. The texts belong to the content.
struct CookingStage {
  std::string_view both, one, other;
};

// Steps stay in their order. One for both stands alone; the others share a stage as long as it holds none for the same
// hands.
[[nodiscard]] std::vector<CookingStage> stages_of(const Content& content);

}  // namespace kindling
