// From argv to the command that is meant and what was given to it. CLI11 does the parsing of options; only the command
// that was called is built for it. Errors never repeat what was typed. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "platform/cli/arguments.hpp"
#include "platform/cli/command.hpp"

namespace kindling::cli {

struct Invocation {
  Arguments globals;
  const Command* command = nullptr;  // none: called without one
  std::string path;                  // "reminder add"
  Arguments arguments;
  bool wants_help = false;
};

// `words`: argv without the program's name. Fails with usage, or with invalid where a word isn't UTF-8.
[[nodiscard]] Result<Invocation> parse(const std::vector<std::string>& words);

// Whether --json was given, for errors of words that can't be parsed.
[[nodiscard]] bool asks_for_json(const std::vector<std::string>& words);

}  // namespace kindling::cli
