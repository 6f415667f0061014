// Lists of words that the patterns for gentle starts name as @class. Constant data.
#pragma once

#include <string_view>

namespace kindling::talk {

// The words of a class, with blanks between them; empty for a name that isn't one.
[[nodiscard]] std::string_view words_of_class(std::string_view name) noexcept;

}  // namespace kindling::talk
