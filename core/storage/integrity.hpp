// Whether a space's file and its log are whole. Reads only; same thread as the space.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/base/result.hpp"

namespace kindling {

class Space;

struct SpaceIntegrity {
  std::string problem;           // SQLite's first finding; empty where the file is whole
  std::uint64_t operations = 0;  // in the log
  std::uint64_t broken = 0;      // those whose seal doesn't open
};

[[nodiscard]] Result<SpaceIntegrity> examine_space(
    Space& space, const std::function<void(std::uint64_t done, std::uint64_t total)>& progress = {});

}  // namespace kindling
