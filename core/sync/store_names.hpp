// The names that a store holds: plain ones, that every file system and web server keeps as they are, and the names of
// files that are still being written. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/ports/random.hpp"

namespace kindling {

inline constexpr std::size_t kStoreNameLimit = 100;  // characters of one name
inline constexpr std::size_t kStorePathLimit = 400;  // characters of a path
inline constexpr std::size_t kStoreDepthLimit = 8;   // names in a path

// Lower-case letters, digits, `-` and `.`; it begins and ends with a letter or digit, and has no two dots in a row.
[[nodiscard]] bool is_store_name(std::string_view name) noexcept;

// Whether that is a path of such names within the limits; a folder's path may be empty, which is the store itself.
// Fails with invalid.
[[nodiscard]] Result<void> check_store_path(std::string_view path);
[[nodiscard]] Result<void> check_store_folder(std::string_view path);

struct StorePath {
  std::string_view folder;  // empty: the store itself
  std::string_view name;
};
// REQUIRES: check_store_path(path). What it returns lives as long as `path`.
[[nodiscard]] StorePath split_store_path(std::string_view path) noexcept;

// A name for a file that is being written. Syncthing carries nothing that is named so, while it does carry `.tmp-x`,
// `x.tmp` and `x.part` (measured with 1.19).
[[nodiscard]] std::string temporary_store_name(Random& random);
[[nodiscard]] bool is_temporary_store_name(std::string_view name) noexcept;

}  // namespace kindling
