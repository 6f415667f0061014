#include "core/storage/settings_record.hpp"

#include <algorithm>

#include "core/storage/repository.hpp"

namespace kindling {

Id<Settings> settings_id() {
  const auto hash = digest(bytes_of("kindling/settings"));
  Id<Settings> id;
  std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

Settings load_settings(Tables& tables) {
  auto kept = load(tables, settings_id());
  if (kept) return *kept;
  Settings defaults;
  defaults.id = settings_id();
  return defaults;
}

}  // namespace kindling
