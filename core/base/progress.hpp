// How far long work has come.
#pragma once

#include <cstdint>
#include <functional>

namespace kindling {

// Bytes or things done so far, and in all. May be empty.
using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

}  // namespace kindling
