// Today as a person reads it. Pure; any thread.
#pragma once

#include <string>

#include "platform/cli/session.hpp"

namespace kindling::cli {

[[nodiscard]] std::string today_text(const Session& session, const TodayView& view);

}  // namespace kindling::cli
