#include "core/base/result.hpp"

namespace kindling {

std::string_view name_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::failed: return "failed";
    case ErrorCode::usage: return "usage";
    case ErrorCode::not_found: return "not-found";
    case ErrorCode::invalid: return "invalid";
    case ErrorCode::locked: return "locked";
    case ErrorCode::newer: return "newer";
  }
  return "failed";
}

}  // namespace kindling
