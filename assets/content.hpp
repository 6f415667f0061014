// The library that comes with Kindling, packed when it was built. Constant; any thread.
#pragma once

#include "core/base/bytes.hpp"

namespace kindling {

// For Catalogue::load. The bytes live as long as the program.
[[nodiscard]] ByteView packed_content();

}  // namespace kindling
