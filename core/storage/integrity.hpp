// Whether a space's file and its log are whole. Reads only; same thread as the space.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/base/result.hpp"

namespace kindling {

class Space;

struct SpaceIntegrity {
  std::string problem;           // see examine_file
  std::uint64_t operations = 0;  // in the log
  std::uint64_t broken = 0;      // those whose seal doesn't open
};

// SQLite's own look at the file: its first finding, empty where it is whole.
[[nodiscard]] Result<std::string> examine_file(Space& space);
// The file, and every operation in the log.
[[nodiscard]] Result<SpaceIntegrity> examine_space(
    Space& space, const std::function<void(std::uint64_t done, std::uint64_t total)>& progress = {});

}  // namespace kindling
