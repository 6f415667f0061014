// Port: cryptographically strong random bytes. One instance serves one thread.
#pragma once

#include <cstdint>
#include <span>

namespace kindling {

class Random {
 public:
  virtual ~Random() = default;
  // Fills all of `out`.
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

}  // namespace kindling
