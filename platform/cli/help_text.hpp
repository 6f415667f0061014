// Help as text, made by walking the table of commands. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "platform/cli/command.hpp"

namespace kindling::cli {

// All commands on one page.
[[nodiscard]] std::string overview_help();
// One command or family. `path` is its name with those above it, "reminder add".
[[nodiscard]] std::string command_help(const Command& command, const std::string& path);
// "kindling reminder add TITLE --at HH:MM [--repeat RRULE] …"
[[nodiscard]] std::string usage_line(const Command& command, const std::string& path);

// Short pages: times, ids, rules, privacy, shells, therapist. Empty for others.
[[nodiscard]] std::string_view topic_text(std::string_view topic) noexcept;
[[nodiscard]] std::string topic_names();

// Calls `visit(command, path)` for every command and family, parents first.
template <class Visit>
void walk_commands(std::span<const Command> commands, const std::string& above, Visit&& visit) {
  for (const Command& command : commands) {
    const std::string path = above + (above.empty() ? "" : " ") + std::string(command.name);
    visit(command, path);
    walk_commands(command.children, path, visit);
  }
}

}  // namespace kindling::cli
