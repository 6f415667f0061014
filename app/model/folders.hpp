// Port: the desktop's own view of folders. Its owner's thread calls it; a call may take a moment, so it is asked when
// something was chosen, never each frame.
#pragma once

#include <string>

#include "core/base/result.hpp"

namespace kindling::app {

class Folders {
 public:
  virtual ~Folders() = default;

  // Shows it in the program that the desktop has for folders. Fails where there is none.
  [[nodiscard]] virtual Result<void> open(const std::string& path) = 0;
  // Where a person keeps documents, for a first suggestion.
  [[nodiscard]] virtual std::string documents() const = 0;
};

}  // namespace kindling::app
