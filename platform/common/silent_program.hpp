// Programs that nobody listens to.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace kindling {

// The path of the program of that name in this one's folder; the name alone where that can't be told.
[[nodiscard]] std::string program_beside(const std::string& name);

// Starts words[0] (a path, or a name to look for) with nobody who reads what it says, and no signal held back. `apart`:
// in a session of its own, so that it outlives this one's terminal. `input`: what it can read, 4,000 bytes at most. 0
// where it can't be started.
[[nodiscard]] pid_t start_silently(std::vector<std::string> words, bool apart, const std::string& input = {});

}  // namespace kindling
