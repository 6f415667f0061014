// Reads a JSON export, also one that nobody vouches for: strings, nesting, and the size of each thing are bounded
// before room is made for them, one thing is held at a time, and each is checked before it is handed on. Never throws.
// Pure; any thread that owns the zones.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string_view>

#include "core/base/result.hpp"
#include "core/domain/set_fields.hpp"
#include "core/ports/time_zones.hpp"

namespace kindling {

inline constexpr std::size_t kJsonDepth = 16;
inline constexpr std::size_t kJsonText = 128 * 1024;            // bytes of one text, as written
inline constexpr std::size_t kJsonThing = 4 * 1024 * 1024;      // bytes of the texts of one thing
inline constexpr std::size_t kJsonValues = 200'000;             // values within one thing
inline constexpr std::size_t kJsonFile = 256U * 1024U * 1024U;  // bytes in all

struct JsonSummary {
  std::array<std::size_t, 2> things{};  // by space: self, couple
  std::size_t ignored = 0;              // fields and lists that this version doesn't know
};

// Gets each thing in the file's order. A failure ends the reading and is what read_json_export returns.
using VisitThing = std::function<Result<void>(SpaceKind space, EntityState&& state)>;

// Fails with invalid, and a sentence that names the place and what would be right; with newer for a document of a newer
// version. The same text gives the same visits each time.
[[nodiscard]] Result<JsonSummary> read_json_export(std::string_view json, const TimeZones& zones,
                                                   const VisitThing& visit);

}  // namespace kindling
