// Whether this is for its owner alone now: where one is afraid of the other, what a couple does together is the wrong
// thing to offer. Kept on this device, sealed, in no history and in nothing that syncs. One thread.
#pragma once

#include "core/services/context.hpp"

namespace kindling {

// Why nothing for two is drawn, begun or gone on with.
inline constexpr const char* kNothingForTwo =
    "nothing for two is offered while this is for you alone; `kindling help crisis` shows who listens, and `kindling "
    "comfort for-two on` brings it back";

class SafetyService {
 public:
  explicit SafetyService(const Context& context) : context_(context) {}

  [[nodiscard]] bool only_for_me() const;
  [[nodiscard]] Result<void> set_only_for_me(bool on);

 private:
  const Context& context_;
};

}  // namespace kindling
