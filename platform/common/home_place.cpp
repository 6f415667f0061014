#include "platform/common/home_place.hpp"

#include <cstdlib>

namespace kindling {

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::string(value);
}

Result<std::string> home_place(const std::optional<std::string>& named) {
  if (named) {
    if (named->empty()) return invalid("--home: it names a folder");
    return *named;
  }
  if (const auto home = environment("KINDLING_HOME")) return *home;
  // The XDG Base Directory Specification has relative paths ignored.
  if (const auto data = environment("XDG_DATA_HOME"); data && data->starts_with('/')) return *data + "/kindling";
  if (const auto home = environment("HOME")) return *home + "/.local/share/kindling";
  return failed("there is no place for the data; name one with --home or KINDLING_HOME");
}

}  // namespace kindling
