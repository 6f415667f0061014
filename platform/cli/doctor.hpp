// `kindling doctor`: whether the data is whole, where it lies, who holds the key and what comes next. One thread.
#pragma once

#include "core/base/result.hpp"

namespace kindling::cli {

class Arguments;
class Session;

// Fails with failed, after printing what it found, where something is broken.
[[nodiscard]] Result<void> doctor(Session& session, const Arguments& arguments);

}  // namespace kindling::cli
