// Port: the time now. The core never reads a clock of its own.
#pragma once

#include "core/base/time.hpp"

namespace kindling {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

}  // namespace kindling
