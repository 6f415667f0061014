// Passphrases that lie in a file, for programs that can't ask. Reads only.
#pragma once

#include <string>

#include "core/base/result.hpp"
#include "core/ports/file_store.hpp"

namespace kindling {

inline constexpr std::size_t kLongestPassphrase = 1'000;  // bytes

// The first line of a file. Fails with invalid where the file is longer than a passphrase may be, and as
// FileStore::read.
[[nodiscard]] Result<std::string> read_passphrase_file(FileStore& files, const std::string& path);

}  // namespace kindling
