// A year, looked back on by its owner alone: what was kept of it, never a score, a comparison or a rank. Reads only.
// One thread.
#pragma once

#include <string>
#include <vector>

#include "core/domain/keepsake.hpp"
#include "core/domain/names.hpp"
#include "core/domain/plan.hpp"
#include "core/services/context.hpp"

namespace kindling {

// How a ritual went through a year, in words alone.
enum class Held { mostly, on_and_off, now_and_then };
template <>
struct EnumNames<Held> {
  static constexpr std::array<std::string_view, 3> kNames{"mostly", "on_and_off", "now_and_then"};
};

struct HeldRitual {
  EntityRef ref;
  std::string title;
  Held held = Held::now_and_then;
};

struct LookBack {
  int year = 0;
  std::vector<Memory> moments;              // by date
  std::vector<Appreciation> appreciations;  // by date
  std::vector<Plan> evenings;               // dates that took place, by date; not where nothing for two is offered
  std::vector<HeldRitual> rituals;          // those kept at all, by the time of day; likewise
};

// Fails with invalid for a year that Kindling doesn't know or that hasn't begun.
[[nodiscard]] Result<LookBack> look_back(const Context& context, int year);

}  // namespace kindling
