#include "platform/common/agent_name.hpp"

#include <string_view>

#include "core/crypto/envelope.hpp"
#include "platform/common/home_place.hpp"

namespace kindling {

std::string agent_name(const std::string& home_folder) {
  std::string base = "org.kindling.Kindling.Agent";
  const auto usual = home_place(std::nullopt);
  if (usual && *usual == home_folder && !environment("KINDLING_HOME")) return base;
  const auto hash = digest(bytes_of(home_folder));
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string name = base + ".h";
  for (std::size_t i = 0; i < 8; ++i) {
    name += kDigits[hash[i] >> 4U];
    name += kDigits[hash[i] & 15U];
  }
  return name;
}

}  // namespace kindling
