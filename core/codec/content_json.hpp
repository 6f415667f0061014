// The library's files as assets/content/README.md describes them. Strict, for these are ours: what is missing, unknown,
// too long or out of range is refused, so that no mistake gets past the build. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/library/content.hpp"

namespace kindling {

// One file, its pieces in the order of the file. Fails with invalid and a sentence that names the piece and its field.
[[nodiscard]] Result<std::vector<Content>> read_content_json(std::string_view json);

}  // namespace kindling
