#include "platform/common/locale_country.hpp"

#include "core/talk/crisis_numbers.hpp"
#include "platform/common/home_place.hpp"

namespace kindling {

std::string locale_country() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto locale = environment(name)) return crisis_country(*locale);
  }
  return {};
}

}  // namespace kindling
