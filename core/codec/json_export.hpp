// The JSON export: everything that lives in a home, documented in core/codec/README.md. Written piece by piece. One
// instance, one thread.
#pragma once

#include <string>
#include <string_view>

#include "core/codec/json_writer.hpp"
#include "core/domain/set_fields.hpp"

namespace kindling {

inline constexpr int kJsonExportVersion = 1;

class JsonExport {
 public:
  JsonExport(Instant exported_at, std::string_view device_zone);

  // Self first, then couple, each once; within a space the kinds in any order, each once. `end_*` closes.
  void begin_space(SpaceKind space);
  void begin_kind(EntityKind kind);
  void add(const EntityState& state);
  void end_kind() { json_.end_array(); }
  void end_space() { json_.end_object(); }

  [[nodiscard]] std::string finish();

 private:
  void add_members(const EntityState& state, const SetField& set);

  JsonWriter json_;
};

// What a space is called in exports: "self", "couple".
[[nodiscard]] std::string_view name_of(SpaceKind space) noexcept;

}  // namespace kindling
