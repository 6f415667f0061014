#include "platform/common/system_zone.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include "platform/common/tzif_zones.hpp"

namespace kindling {
namespace {

// The part of a path below ".../zoneinfo/", where it is a name.
std::string name_below_zoneinfo(std::string_view path) {
  constexpr std::string_view kFolder = "/zoneinfo/";
  const std::size_t found = path.rfind(kFolder);
  if (found == std::string_view::npos) return {};
  const std::string_view name = path.substr(found + kFolder.size());
  return is_zone_name(name) ? std::string(name) : std::string();
}

std::string from_environment() {
  const char* value = std::getenv("TZ");
  if (value == nullptr) return {};
  std::string_view text(value);
  if (text.starts_with(':')) text.remove_prefix(1);
  if (text.starts_with('/')) return name_below_zoneinfo(text);
  // "CET-1CEST,M3.5.0,M10.5.0" is a rule, not a name, and so has characters that no name has; "EST5" can't be told.
  return is_zone_name(text) ? std::string(text) : std::string();
}

std::string from_link() {
  std::error_code error;
  const auto target = std::filesystem::read_symlink("/etc/localtime", error);
  return error ? std::string() : name_below_zoneinfo(target.string());
}

std::string from_file() {
  std::ifstream file("/etc/timezone");
  std::string name;
  if (!(file >> name) || !is_zone_name(name)) return {};
  return name;
}

}  // namespace

std::string system_zone_name() {
  for (const auto& source : {from_environment, from_link, from_file}) {
    std::string name = source();
    if (!name.empty()) return name;
  }
  return "UTC";
}

}  // namespace kindling
