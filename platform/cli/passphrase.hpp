// Passphrases: from a file, from standard input or typed on the terminal without echo; never from an argument, which
// other users of the machine could read. One thread.
#pragma once

#include <string>

#include "core/base/result.hpp"

namespace kindling::cli {

class Arguments;
class Session;

// What opens a locked home: the global --passphrase-file, else KINDLING_PASSPHRASE_FILE, else `own` (a command's
// --passphrase-file, which may be empty), else the terminal or standard input. Fails with locked where there is none.
[[nodiscard]] Result<std::string> current_passphrase(Session& session, const std::string& own);

// One that a person chooses: the command's --passphrase-file, else the global one, else standard input, on a terminal
// typed twice. Fails with invalid where there is none or where it has fewer than 8 or more than 1,000 bytes.
[[nodiscard]] Result<std::string> new_passphrase(Session& session, const Arguments& arguments);

// What opens an encrypted backup: the command's --passphrase-file, else the global one, else as current_passphrase.
[[nodiscard]] Result<std::string> backup_passphrase(Session& session, const Arguments& arguments);

}  // namespace kindling::cli
