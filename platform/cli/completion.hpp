// Shell completion and the manual page, made by walking the table of commands. Pure; any thread.
#pragma once

#include <string>

namespace kindling::cli {

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();
[[nodiscard]] std::string man_page();  // roff, with the macros of man(7)

}  // namespace kindling::cli
