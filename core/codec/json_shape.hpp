// A first look at JSON that nobody vouches for, before a parser makes room for anything. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.hpp"

namespace kindling {

struct JsonLimits {
  std::size_t depth = 16;         // brackets within brackets
  std::size_t text = 128 * 1024;  // bytes of one string, as written
  std::size_t literal = 64;       // bytes of a number or word
};

// Whether depth, strings and numbers stay within the limits. Says nothing of the rest of the grammar.
[[nodiscard]] Result<void> check_json_shape(std::string_view json, const JsonLimits& limits);

}  // namespace kindling
