// Where a person seems to be, for the numbers of help in a crisis: the region of the locale.
#pragma once

#include <string>

namespace kindling {

// ISO 3166, upper case, by LC_ALL, LC_MESSAGES or LANG; empty where they name none that we have numbers for.
[[nodiscard]] std::string locale_country();

}  // namespace kindling
