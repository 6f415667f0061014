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

Result<Changes> change_settings(Space& self, Verb verb, const std::function<Result<void>(Settings&)>& apply) {
  return self.transact(verb, [&](Writer& writer) -> Result<void> {
    const Settings before = load_settings(writer.tables());
    Settings settings = before;
    if (auto applied = apply(settings); !applied) return applied;
    save_changes(writer, before, settings);
    return {};
  });
}

}  // namespace kindling
