// What the window's program is told of the options that every command takes.
#pragma once

#include <string>
#include <vector>

namespace kindling::cli {

class Session;

[[nodiscard]] std::vector<std::string> shared_words(const Session& session);

}  // namespace kindling::cli
